using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Follows labelled values through the bodies of one compilation. Knows no rule: it says which value reaches which sink by which way.
/// One instance a compilation; safe for concurrent use; nothing outlives it.
/// </summary>
internal sealed class FlowEngine
{
    private readonly ConcurrentDictionary<IMethodSymbol, MethodSummary> _summaries = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;

    public FlowEngine(Compilation compilation, MemberClassifier classifier, FlowCatalog catalog)
    {
        _compilation = compilation;
        Classifier = classifier;
        Shapes = new TypeShapes(classifier);
        Facts = new CallFactReader(compilation, catalog, classifier);
    }

    public MemberClassifier Classifier { get; }

    public TypeShapes Shapes { get; }

    public CallFactReader Facts { get; }

    /// <summary>All labelled values that reach a sink in this body and in the lambdas and local functions inside it.</summary>
    /// <param name="isSpent">The budget ran out, so that silence means nothing.</param>
    public ImmutableArray<FlowFinding> Analyze(ControlFlowGraph graph, ISymbol owner, CancellationToken cancellation, out bool isSpent)
    {
        var session = new SummarySession(this, cancellation);
        var body = new BodyAnalysis(this, session, graph, owner as IMethodSymbol, parent: null);
        body.Run();
        isSpent = body.IsSpent;
        return body.AllFindings().ToImmutableArray();
    }

    public MethodSummary? FindSummary(IMethodSymbol method) => _summaries.TryGetValue(method, out MethodSummary? summary) ? summary : null;

    public void StoreSummary(IMethodSymbol method, MethodSummary summary) => _summaries.TryAdd(method, summary);

    /// <summary>The control-flow graph of a method that is written in this compilation; <see langword="null"/> for all others.</summary>
    public ControlFlowGraph? GraphOf(IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.IsAbstract || method.IsExtern || method.DeclaringSyntaxReferences.Length == 0)
            return null;
        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            if (!_compilation.ContainsSyntaxTree(reference.SyntaxTree))
                continue;
            SyntaxNode node = reference.GetSyntax(cancellation);

            // A callee stands in any tree. The driver's model is for the tree at hand only; this one is asked for once a method.
#pragma warning disable RS1030 // Do not invoke Compilation.GetSemanticModel() in a diagnostic analyzer: summaries need other trees' bodies.
            IOperation? operation = _compilation.GetSemanticModel(reference.SyntaxTree).GetOperation(node, cancellation);
#pragma warning restore RS1030
            switch (operation)
            {
                case IMethodBodyOperation body:
                    return ControlFlowGraph.Create(body, cancellation);
                case IConstructorBodyOperation body:
                    return ControlFlowGraph.Create(body, cancellation);
                case IBlockOperation { Parent: null } block:
                    return ControlFlowGraph.Create(block, cancellation);
            }
        }

        return null;
    }
}

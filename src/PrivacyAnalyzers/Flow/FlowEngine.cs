using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Follows labelled values through the bodies of one compilation. Knows no rule: it says which value reaches which sink by which way.
/// One instance a compilation; safe for concurrent use; nothing outlives it.
/// </summary>
internal sealed class FlowEngine
{
    private readonly ConcurrentDictionary<Question, SolvedBody> _solved = new();
    private readonly ConcurrentDictionary<INamedTypeSymbol, HeldMembers> _held = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, HeldMembers> _heldCode = new(SymbolEqualityComparer.Default);
    private readonly BodyGraphs _graphs;
    private readonly Compilation _compilation;
    private readonly FlowCatalog _catalog;
    private readonly StoredData? _stored;
    private ReachIndex? _reach;
    private HashSet<string>? _inContexts;
    private long _steps;
    private long _joins;

    public FlowEngine(Compilation compilation, MemberClassifier classifier, FlowCatalog catalog, StoredData? stored = null)
    {
        _compilation = compilation;
        _graphs = new BodyGraphs(compilation);
        ObjectType = compilation.ObjectType;
        Classifier = classifier;
        Shapes = new TypeShapes(classifier, compilation);
        _catalog = catalog;
        _stored = stored;
        Facts = new CallFactReader(compilation, catalog, classifier, new DeclaredPlaces(classifier, ModelCache.Marks(compilation), stored is null ? null : IsStored));
        Dispatch = new Dispatch(compilation);
        Claims = new SolveClaims(_solved.ContainsKey);
    }

    public MemberClassifier Classifier { get; }

    public TypeShapes Shapes { get; }

    public CallFactReader Facts { get; }

    public Dispatch Dispatch { get; }

    public SolveClaims Claims { get; }

    /// <summary>What can have to do with a source or a sink at all.</summary>
    public ReachIndex Reach(CancellationToken cancellation)
    {
        if (Volatile.Read(ref _reach) is { } known)
            return known;
        lock (_solved)
        {
            // Not Lazy: one that was cancelled would stay so. Once, or what is remembered is not what is added to.
            if (_reach is { } made)
                return made;
            var terms = new ReachTerms(_catalog, Classifier.Statement, _stored is null ? null : () => _stored.NamesInContexts(cancellation));
            var memory = ReachMemory.Of(_compilation, terms, cancellation);
            _inContexts = memory.Stored;
            made = new ReachIndex(this, _compilation, memory, cancellation);
            Volatile.Write(ref _reach, made);
            return made;
        }
    }

    /// <summary>What contexts store was worked out for the compilation before, where that still holds.</summary>
    private bool IsStored(INamedTypeSymbol type) => StoredData.IsStored(type, _inContexts ?? _stored!.NamesInContexts(CancellationToken.None));

    public ITypeSymbol ObjectType { get; }

    /// <summary>All labelled values that reach a sink in this body and in the lambdas and local functions inside it, and what it does with its inputs.</summary>
    /// <param name="root">The body's root operation.</param>
    /// <param name="owner">Whose it is.</param>
    /// <param name="graph">Its control-flow graph: not asked for where a caller has had it solved.</param>
    public SolvedBody Analyze(IOperation root, ISymbol owner, Func<ControlFlowGraph> graph, CancellationToken cancellation)
    {
        var session = new SummarySession(this, cancellation);
        bool isBody = IsBody(root, owner);
        SolvedBody solved;
        if (isBody)
        {
            solved = session.Solve(Question.Of(owner, Focus.Whole), graph);
        }
        else
        {
            var body = new BodyAnalysis(this, session, graph(), owner as IMethodSymbol, Focus.Whole, new InvolvedPlaces(), parent: null);
            body.Run();
            solved = SolvedBody.Of(body);
            CountWork(solved);
        }

        return HeldFlow.Complete(solved, owner.ContainingType, this, session);
    }

    /// <summary>Where some inputs of a body end, and nothing else of it.</summary>
    /// <param name="focus">These inputs.</param>
    public MethodSummary Follow(IMethodSymbol owner, Focus focus, Func<ControlFlowGraph> graph, CancellationToken cancellation) =>
        new SummarySession(this, cancellation).Solve(Question.Of(owner, focus), graph).Summary;

    /// <summary>A method's blocks are its body and the arguments of attributes on its parameters.</summary>
    public static bool IsBody(IOperation root, ISymbol owner) => owner is IMethodSymbol && root is IMethodBodyOperation or IConstructorBodyOperation or IBlockOperation;

    /// <summary>The operations evaluated so far, in all rounds over all bodies.</summary>
    public long Steps => Interlocked.Read(ref _steps);

    /// <summary>The bodies solved so far.</summary>
    public int Solved => _solved.Count;

    /// <summary>The states joined so far, likewise.</summary>
    public long Joins => Interlocked.Read(ref _joins);

    public void CountWork(SolvedBody solved)
    {
        Interlocked.Add(ref _steps, solved.Steps);
        Interlocked.Add(ref _joins, solved.Joins);
    }

    public SolvedBody? Find(Question question) => _solved.TryGetValue(question, out SolvedBody? solved) ? solved : null;

    public void Store(Question question, SolvedBody solved, CancellationToken cancellation)
    {
        Reach(cancellation).Note(question.Owner, cancellation);
        _solved.TryAdd(question, solved);
    }

    /// <summary>What a body, or an initialiser, does with its inputs; <see langword="null"/> where there is none to look into.</summary>
    public MethodSummary? SummaryOf(ISymbol owner, CancellationToken cancellation) => new SummarySession(this, cancellation).Get(Question.Of(owner, Focus.Whole));

    /// <summary>What a type's bodies leave in its members.</summary>
    /// <param name="forCode">Delegates are asked about, not labels.</param>
    public HeldMembers HeldBy(INamedTypeSymbol type, bool forCode, SummarySession session)
    {
        INamedTypeSymbol definition = type.OriginalDefinition;
        ConcurrentDictionary<INamedTypeSymbol, HeldMembers> all = forCode ? _heldCode : _held;
        return all.TryGetValue(definition, out HeldMembers? known) ? known : all.GetOrAdd(definition, HeldMembers.Solve(definition, forCode, this, session));
    }

    /// <summary>Whether a declaration is written in this compilation, so that its body can be solved.</summary>
    public bool IsHere(ISymbol symbol) => symbol.IsWrittenIn(_compilation);

    /// <summary>Whether a declaration is part of another project, of which only the shape is seen.</summary>
    public bool IsElsewhere(ISymbol symbol) => !SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _compilation.Assembly);

    /// <summary>The control-flow graph of a method or an initialiser that is written in this compilation; <see langword="null"/> for all others.</summary>
    public ControlFlowGraph? GraphOf(ISymbol owner, CancellationToken cancellation) => _graphs.Of(owner, cancellation);

    /// <summary>What stands behind <c>return ref</c> in a method.</summary>
    public IOperation[] PlacesReturnedBy(IMethodSymbol method, CancellationToken cancellation) => SourceBodies.PlacesReturnedBy(method, _compilation, cancellation);

    /// <summary>A <c>Deconstruct</c> of the program that is an extension.</summary>
    public IMethodSymbol? ExtensionOf(IDeconstructionAssignmentOperation deconstruction, CancellationToken cancellation) =>
        deconstruction is { Value.Type: { IsTupleType: false, IsRecord: false }, Syntax: AssignmentExpressionSyntax assignment } ? SourceBodies.ExtensionOf(assignment, _compilation, cancellation) : null;

    /// <summary>The operation at a node of any tree: only for the few that no control-flow graph shows.</summary>
    public IOperation? OperationAt(SyntaxNode node, CancellationToken cancellation) => SourceBodies.At(node, _compilation, cancellation);
}

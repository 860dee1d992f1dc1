using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>
/// Personal data is used for a purpose that the statement does not name for it: read in code that is marked with the purpose or in what that
/// code calls, or handed to such code.
/// </summary>
internal static class PRIV1009_UndisclosedPurpose
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        id: "PRIV1009",
        title: "Used for a purpose that the statement does not name for it",
        message: "'{0}' ({1}) is used for '{3}', {4}: {2}; do without it, or revise the statement first",
        category: RuleDescriptor.Exposure,
        severity: DiagnosticSeverity.Warning,
        description: "Personal data is collected for purposes that people were told, and not used for others: GDPR Art. 5(1)(b). Of data that the company only processes for its customers it makes no use of its own: Art. 28(3)(a).");

    public static Diagnostic? Judge(FlowFinding finding, StatementTerms terms, ISymbol owner, CancellationToken cancellation) =>
        !finding.IsPseudonym && finding.Declared is { } name && terms.Statement.FindPurpose(name) is { } purpose &&
        terms.ObjectionTo(purpose, finding.Source.Member, finding.Source.Category, cancellation) is { } objection &&
        !DeclaredPlaces.PurposesOf(owner).Contains(name)
            ? ExposureRule.Report(Rule, finding, owner, name, objection)
            : null;

    /// <summary>What code of a purpose reads itself, and what it has others read that have no purpose of their own.</summary>
    public static void CheckReads(OperationBlockAnalysisContext context, FlowEngine engine, StatementTerms terms)
    {
        // An accessor's purpose may stand on its property.
        IEnumerable<string> names = DeclaredPlaces.PurposesOf(context.OwningSymbol);
        if (context.OwningSymbol is IMethodSymbol { AssociatedSymbol: { } property })
            names = names.Concat(DeclaredPlaces.PurposesOf(property));
        PurposeEntry[] purposes = names.Distinct().Select(terms.Statement.FindPurpose).OfType<PurposeEntry>().ToArray();
        if (purposes.Length == 0)
            return;
        foreach (IOperation operation in context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf()))
        {
            if (ReadOf(operation, engine.Classifier) is { } read)
                Check(context, terms, purposes, read, operation.Syntax, ImmutableArray<SyntaxNode>.Empty, read.Member.Name);
            else if (CalleeOf(operation) is { } callee)
                CheckCallee(context, engine, terms, purposes, callee, operation.Syntax);
        }
    }

    private static void CheckCallee(
        OperationBlockAnalysisContext context, FlowEngine engine, StatementTerms terms, PurposeEntry[] purposes, IMethodSymbol callee, SyntaxNode site)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { callee };
        var open = new Queue<(IMethodSymbol Method, string Way)>();
        var told = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        open.Enqueue((callee, callee.Name));
        while (open.Count > 0)
        {
            (IMethodSymbol method, string way) = open.Dequeue();

            // Code with a purpose of its own answers for itself.
            if (DeclaredPlaces.PurposesOf(method).Any() || SourceBodies.OperationOf(method, context.Compilation, context.CancellationToken) is not { } body)
                continue;
            foreach (IOperation operation in body.DescendantsAndSelf())
            {
                if (ReadOf(operation, engine.Classifier) is { } read)
                {
                    if (told.Add(read.Member))
                        Check(context, terms, purposes, read, site, ImmutableArray.Create(operation.Syntax), $"{way} -> {read.Member.Name}");
                }
                else if (CalleeOf(operation) is { } next && seen.Add(next))
                {
                    open.Enqueue((next, $"{way} -> {next.Name}"));
                }
            }
        }
    }

    private static void Check(
        OperationBlockAnalysisContext context, StatementTerms terms, PurposeEntry[] purposes, (ISymbol Member, string Category) read, SyntaxNode place, ImmutableArray<SyntaxNode> further, string way)
    {
        foreach (PurposeEntry purpose in purposes)
        {
            if (terms.ObjectionTo(purpose, read.Member, read.Category, context.CancellationToken) is not { } objection)
                continue;
            ImmutableDictionary<string, string?> properties = Findings.Of(context.OwningSymbol, read.Member, null).Add(FlowPath.CategoryKey, read.Category);
            context.ReportFinding(Diagnostic.Create(
                Rule, place.GetLocation(), further.Select(node => node.GetLocation()), properties,
                $"{read.Member.ContainingType.Name}.{read.Member.Name}", read.Category, way, purpose.Name, objection));
        }
    }

    private static (ISymbol Member, string Category)? ReadOf(IOperation operation, MemberClassifier classifier) =>
        operation is IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } reference && MemberReads.IsRead(reference) &&
        classifier.Classify(reference.Member) is { } found && reference.Member.ContainingType is not null
            ? (reference.Member.OriginalDefinition, found.Category)
            : null;

    /// <summary>A call that surely runs this method: where another may take its place, it is not known which.</summary>
    private static IMethodSymbol? CalleeOf(IOperation operation)
    {
        IMethodSymbol? called = operation switch
        {
            IInvocationOperation invocation => (invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod).OriginalDefinition,
            IPropertyReferenceOperation { Property: { DeclaringSyntaxReferences.IsEmpty: false } property } reference when MemberReads.IsRead(reference) => property.GetMethod?.OriginalDefinition,
            _ => null,
        };
        return called is { DeclaringSyntaxReferences.IsEmpty: false } && !Dispatch.IsOpen(called) ? called : null;
    }
}

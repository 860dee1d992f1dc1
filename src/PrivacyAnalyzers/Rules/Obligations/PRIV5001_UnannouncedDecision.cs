using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Rules.Rights;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Obligations;

/// <summary>A decision that code takes alone, of which nobody is told, or that nobody can have looked at.</summary>
internal sealed class PRIV5001_UnannouncedDecision : PrivacyRule
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV5001",
        title: "Automated decision without notice or human review",
        message: "'{0}' takes the automated decision '{1}', for which the statement requires {2}, and {3}; {4}",
        category: RuleDescriptor.Obligations,
        severity: DiagnosticSeverity.Warning,
        description: "A person has the right to be told of a decision that a machine took about them, and to have a human look at it (GDPR Art. 22).");

    /// <summary>The property that says which mark is missing.</summary>
    public const string MarkKey = "PRIV5001.Mark";

    /// <summary>The property that holds the decision's name.</summary>
    public const string DecisionKey = "PRIV5001.Decision";

    private const string Decision = "AutomatedDecisionAttribute";
    private const string Notice = "SubjectNoticeAttribute";
    private const string Review = "HumanReviewAttribute";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        if (StatementLocator.Load(start.Options, start.CancellationToken)?.Statement is not { AutomatedDecisions.Count: > 0 } statement ||
            !KnownTypes.Has(start.Compilation, PrivacyAttributes.MetadataName(Decision)))
        {
            return;
        }

        var marks = new MethodMarks(start.Compilation, statement);
        var reach = new CallReach(start.Compilation);
        start.RegisterSymbolAction(symbol => Check(symbol, (IMethodSymbol)symbol.Symbol, statement, marks, reach), SymbolKind.Method);
    }

    private static void Check(SymbolAnalysisContext context, IMethodSymbol method, PrivacyStatement statement, MethodMarks marks, CallReach reach)
    {
        // What has no body decides nothing itself: its implementations do.
        if (method.IsAbstract || method.IsExtern || method.PartialDefinitionPart is not null)
            return;
        CancellationToken cancellation = context.CancellationToken;
        foreach (string name in marks.Of(method, Decision))
        {
            if (statement.AutomatedDecisions.FirstOrDefault(entry => entry.Name == name) is not { } decision)
                continue;
            if (decision.NoticeRequired && !reach.IsOrRuns(method, called => marks.Has(called, Notice, name) || marks.MayRunElsewhere(called), cancellation))
                Report(context, method, name, Notice, "a notice to the person", "no method that it calls, directly or through calls, gives one", $"call the method that does, and mark it [SubjectNotice(\"{name}\")]");
            if (decision.HumanReviewRequired && !marks.Exists(Review, name, cancellation))
                Report(context, method, name, Review, "human review", "no method of this project or what it references allows one", $"mark the method that does [HumanReview(\"{name}\")]");
        }
    }

    private static void Report(SymbolAnalysisContext context, IMethodSymbol method, string name, string mark, string required, string lacking, string remedy) =>
        context.ReportFinding(Diagnostic.Create(Descriptor, SubjectTypes.Place(method), Findings.At(method).Add(MarkKey, mark).Add(DecisionKey, name), method.Name, name, required, lacking, remedy));
}

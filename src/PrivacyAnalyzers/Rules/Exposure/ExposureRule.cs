using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>Decides whether a finding of the flow engine is one rule's fault, and says so.</summary>
internal abstract class ExposureRule
{
    /// <summary>The rules in order: the first that applies takes the finding.</summary>
    public static readonly ImmutableArray<ExposureRule> All = ImmutableArray.Create<ExposureRule>(
        new PRIV1013_Pseudonym(),
        new PRIV1006_CredentialExposed(),
        new PRIV1005_WholeObjectExposed(),
        new PRIV1001_PersonalDataInLog(),
        new PRIV1002_PersonalDataInTelemetry(),
        new PRIV1003_PersonalDataInException(),
        new PRIV1004_PersonalDataOnConsole(),
        new PRIV1007_PersonalDataInUrl(),
        new PRIV1017_PersonalDataInFile());

    public abstract DiagnosticDescriptor Descriptor { get; }

    public abstract bool Applies(FlowFinding finding);

    /// <summary>The finding in words, with its steps as further locations. Arguments of every message: what, its category, its way.</summary>
    /// <param name="finding">What it is.</param>
    /// <param name="owner">The member whose code it is.</param>
    public Diagnostic Report(FlowFinding finding, ISymbol owner) => Report(Descriptor, finding, owner);

    /// <param name="rule">The rule that speaks.</param>
    /// <param name="finding">What it speaks of.</param>
    /// <param name="owner">The member whose code it is.</param>
    /// <param name="further">Arguments of its message beyond those that all have.</param>
    public static Diagnostic Report(DiagnosticDescriptor rule, FlowFinding finding, ISymbol owner, params string[] further)
    {
        ImmutableArray<TraceStep> steps = FlowPath.StepsOf(finding);
        ImmutableDictionary<string, string?> properties = Findings.Of(owner, finding.Source.Member, finding.Sink)
            .Add(FlowPath.CategoryKey, finding.Source.Category);
        return Diagnostic.Create(
            rule,
            finding.Node.GetLocation(),
            steps.Select(step => step.Node.GetLocation()),
            properties,
            [finding.Source.Display, finding.Source.Category, FlowPath.InWords(finding, steps), .. further]);
    }

    /// <summary>A log that the statement declares may take the categories listed there. Without a statement, its mark is all there is.</summary>
    public static bool IsApproved(FlowFinding finding, PrivacyStatement? statement)
    {
        if (finding.Declared is not { } name || finding.Source.Category == Model.Categories.Credential)
            return false;
        return statement is null || (statement.FindLog(name) is { } log && log.Accepts.Items.Contains(finding.Source.Category));
    }
}

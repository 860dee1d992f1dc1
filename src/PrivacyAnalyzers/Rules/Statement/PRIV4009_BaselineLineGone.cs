using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model.Baselines;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>
/// A line of the baseline that silences nothing: at the line. Each analyzer says so of its own rules (<see cref="Findings.WatchBaseline"/>);
/// this one speaks of lines that are none.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PRIV4009_BaselineLineGone : DiagnosticAnalyzer
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV4009",
        title: "A baseline line whose finding is gone",
        message: "The line '{0}' of the baseline silences nothing: {1}; delete it",
        category: RuleDescriptor.Statement,
        severity: DiagnosticSeverity.Info,
        description: "What a baseline lists stays quiet. A line that is left after its finding was mended would silence the same fault when somebody makes it again.",
        tags: WellKnownDiagnosticTags.CompilationEnd);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(end =>
        {
            if (Baseline.Load(end.Options, end.CancellationToken) is not { } baseline)
                return;
            foreach (int line in baseline.Faults)
                end.ReportDiagnostic(Create(baseline, line, "it is not 'rule | member | classified member | sink'"));
        });
    }

    internal static Diagnostic Create(Baseline baseline, int line, string why)
    {
        string written = baseline.Text.Lines[line].ToString();
        return Diagnostic.Create(Descriptor, StatementPlace.At(baseline.Path, baseline.Text, new Position(line, 0, written.Length)), written.Trim(), why);
    }
}

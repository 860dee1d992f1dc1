using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model.Baselines;
using PrivacyAnalyzers.Rules.Statement;

namespace PrivacyAnalyzers.Rules;

/// <summary>
/// The one place where rules report findings in code. What a project's baseline lists stays quiet here; what is reported carries the names
/// that a baseline would list it by.
/// </summary>
internal static class Findings
{
    // Weak by compilation: what of a baseline was found in it.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<BaselineLine, bool>> Found = new();

    /// <summary>Of a finding at a member or type: it names it twice, and has no sink.</summary>
    public static ImmutableDictionary<string, string?> At(ISymbol member) => Of(member, member, null);

    /// <param name="member">What the finding stands in: of an accessor, its property.</param>
    /// <param name="source">The classified member.</param>
    /// <param name="sink">What takes the value.</param>
    public static ImmutableDictionary<string, string?> Of(ISymbol member, ISymbol? source, ISymbol? sink) => ImmutableDictionary<string, string?>.Empty
        .Add(Baseline.MemberKey, Id(member))
        .Add(Baseline.SourceKey, Id(source))
        .Add(Baseline.SinkKey, Id(sink));

    public static void ReportFinding(this SymbolAnalysisContext context, Diagnostic finding) =>
        Report(context.ReportDiagnostic, finding, context.Compilation, context.Options, context.CancellationToken);

    public static void ReportFinding(this OperationBlockAnalysisContext context, Diagnostic finding) =>
        Report(context.ReportDiagnostic, finding, context.Compilation, context.Options, context.CancellationToken);

    public static void ReportFinding(this SyntaxNodeAnalysisContext context, Diagnostic finding) =>
        Report(context.ReportDiagnostic, finding, context.Compilation, context.Options, context.CancellationToken);

    public static void ReportFinding(this CompilationAnalysisContext context, Diagnostic finding) =>
        Report(context.ReportDiagnostic, finding, context.Compilation, context.Options, context.CancellationToken);

    /// <summary>At the end of a compilation, says which lines of the baseline are of no finding any more. Each analyzer does so for its own rules.</summary>
    /// <param name="rules">Those that this analyzer alone hosts. Of one that is off nothing can be said.</param>
#pragma warning disable RS1013 // The analyzer that calls this registers its other actions itself; a compilation action would run before them.
    public static void WatchBaseline(this CompilationStartAnalysisContext context, IEnumerable<PrivacyRule> rules)
    {
        if (Baseline.Load(context.Options, context.CancellationToken) is { Lines.IsEmpty: false })
        {
            context.RegisterCompilationEndAction(end => end.ReportGone(
                rules.Where(rule => rule.IsOn(end.Compilation, end.CancellationToken)).SelectMany(rule => rule.Descriptors).Select(rule => rule.Id).ToArray()));
        }
    }
#pragma warning restore RS1013

    /// <summary>As <see cref="WatchBaseline"/>, for who reports at the end itself: to be called after that.</summary>
    public static void ReportGone(this CompilationAnalysisContext context, params string[] rules)
    {
        if (Baseline.Load(context.Options, context.CancellationToken) is not { Lines.IsEmpty: false } baseline)
            return;
        Found.TryGetValue(context.Compilation, out ConcurrentDictionary<BaselineLine, bool>? found);
        foreach (KeyValuePair<BaselineLine, int> line in baseline.Lines.OrderBy(line => line.Value))
        {
            if (Array.IndexOf(rules, line.Key.Rule) >= 0 && found?.ContainsKey(line.Key) != true)
                context.ReportDiagnostic(PRIV4009_BaselineLineGone.Create(baseline, line.Value, "its finding is gone"));
        }
    }

    private static void Report(Action<Diagnostic> report, Diagnostic finding, Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        if (Baseline.Load(options, cancellation) is { Lines.IsEmpty: false } baseline && LineOf(finding) is { } line && baseline.Lines.ContainsKey(line))
            Found.GetOrCreateValue(compilation).TryAdd(line, true);
        else
            report(finding);
    }

    private static BaselineLine? LineOf(Diagnostic finding) =>
        finding.Properties.TryGetValue(Baseline.MemberKey, out string? member) && member is not null
            ? new BaselineLine(finding.Id, member, finding.Properties[Baseline.SourceKey] ?? None, finding.Properties[Baseline.SinkKey] ?? None)
            : null;

    private const string None = "-";

    private static string Id(ISymbol? symbol)
    {
        ISymbol? named = symbol switch
        {
            IMethodSymbol { AssociatedSymbol: { } associated } => associated,
            IParameterSymbol parameter => parameter.ContainingSymbol,
            _ => symbol,
        };
        return named?.OriginalDefinition.GetDocumentationCommentId() is { Length: > 0 } id ? id : None;
    }
}

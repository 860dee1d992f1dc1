using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>
/// A rule that deletes rows sooner than another rule needs them: rows that cannot be without them are kept for longer, counted from the same
/// event. Not both can be true of the data that is stored.
/// </summary>
internal sealed class PRIV4001_ContradictedRetention : PrivacyRule
{
    private const int ShortestMonth = 28;
    private const int LongestMonth = 31;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(PRIV4001_InvalidStatement.Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        start.RegisterAdditionalFileAction(Check);
    }

    private static void Check(AdditionalFileAnalysisContext context)
    {
        AdditionalText file = context.AdditionalFile;
        if (StatementLocator.Find(context.Options.AdditionalFiles, context.Options.AnalyzerConfigOptionsProvider)?.Path != file.Path || !MemberClassifier.CanClassify(context.Compilation) ||
            file.GetText(context.CancellationToken) is not { } text || StatementLocator.Load(file, context.CancellationToken)?.Statement is not { } statement ||
            !statement.Retention.Any(static rule => rule is { Keep: KeepKind.Period, Then: RetentionEnd.Delete }))
        {
            return;
        }

        var told = new HashSet<(string, string)>();
        foreach (INamedTypeSymbol type in ModelCache.Stored(context.Compilation, statement).Types.All)
        {
            if (type.TypeKind != TypeKind.Class || !EfCore.IsContext(type) ||
                ModelCache.Context(context.Compilation, MetadataNames.FullName(type), statement, context.CancellationToken) is not { } model)
            {
                continue;
            }

            foreach ((EntityModel principal, EntityModel dependent) in Contradictions(model))
            {
                if (statement.FindRetention(principal.Retention!.Name) is not { } rule || !told.Add((principal.Type.Global, dependent.Type.Global)))
                    continue;
                context.ReportDiagnostic(Diagnostic.Create(
                    PRIV4001_InvalidStatement.Descriptor,
                    StatementPlace.At(file.Path, text, rule.Position),
                    $"'retention.{rule.Name}' deletes rows of '{principal.Type.Name}' {rule.Duration} after {rule.After}, but rows of '{dependent.Type.Name}', which cannot be without them, " +
                    $"are kept for {dependent.Retention!.Duration} by 'retention.{dependent.Retention.Name}': keep them as long, or say 'then: anonymize'"));
            }
        }
    }

    private static IEnumerable<(EntityModel Principal, EntityModel Dependent)> Contradictions(ContextModel model) =>
        from dependent in model.Entities
        where dependent.Retention is { Keep: KeepKind.Period, Duration: not null }
        from relation in dependent.Relations
        where relation.IsRequired
        let principal = model.Find(relation.Principal)
        where principal?.Retention is { Keep: KeepKind.Period, Then: RetentionEnd.Delete, Duration: not null } &&
            principal.Retention.After == dependent.Retention!.After && IsShorter(principal.Retention.Duration!.Value, dependent.Retention.Duration!.Value)
        select (principal, dependent);

    /// <summary>In every year, however long its months are.</summary>
    private static bool IsShorter(Period left, Period right) => Days(left, LongestMonth) < Days(right, ShortestMonth);

    private static long Days(Period period, int month) => (((period.Years * 12L) + period.Months) * month) + (period.Weeks * 7L) + period.Days;
}

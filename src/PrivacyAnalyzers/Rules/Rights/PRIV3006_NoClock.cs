using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Rules.Rights;

/// <summary>A stored type under a period that nothing counts. The sweep passes by what this reports.</summary>
internal sealed class PRIV3006_NoClock : PrivacyRule
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV3006",
        title: "Retention rule without a clock in the model",
        message: "'{0}' is kept by the rule '{1}' ({2} after {3}), and neither its rows nor those on their way to a data subject say when that was; mark the member that does with [RetentionClock(\"{3}\")]",
        category: RuleDescriptor.Rights,
        severity: DiagnosticSeverity.Error,
        description: "A period ends only if something says when it began. Without that clock the retention sweep passes the rows by, and they are kept for ever.");

    /// <summary>The property that names the missing clock.</summary>
    public const string ClockKey = "PRIV3006.Clock";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        if (GeneratedFor.CanChangeRows(start.Compilation))
            StoredModels.Register(start, Check);
    }

    private static void Check(StoredModels models, SymbolAnalysisContext context, ContextModel model)
    {
        if (!GeneratedFor.ChangesRowsOf(model))
            return;
        var clocks = new RetentionClocks(model);
        foreach (EntityModel entity in model.Entities)
        {
            // What has no key is never changed; of an abstract type there is no row.
            if (entity.IsKeyless || entity.IsAbstract)
                continue;
            foreach ((RetentionRule rule, string? member) in clocks.Missing(entity))
            {
                string subject = member is null ? entity.Type.Name : $"{entity.Type.Name}.{member}";
                models.Report(context, entity.Type, null, rule.Name, (place, about) => Diagnostic.Create(Descriptor, place, about.Add(ClockKey, rule.After), subject, rule.Name, rule.Duration!.Value.ToString(), rule.After));
            }
        }
    }
}

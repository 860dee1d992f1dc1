using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Rules.Rights;

/// <summary>A stored type under a period that nothing counts. The sweep passes by what this reports.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PRIV3006_NoClock : DiagnosticAnalyzer
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV3006",
        title: "Retention rule without a clock in the model",
        message: "'{0}' is kept by the rule '{1}' ({2} after {3}), and neither its rows nor those on their way to a data subject say when that was; mark the member that does with [RetentionClock(\"{3}\")]",
        category: RuleDescriptor.Rights,
        severity: DiagnosticSeverity.Error,
        description: "A period ends only if something says when it began. Without that clock the retention sweep passes the rows by, and they are kept for ever.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            // Two contexts may store one type.
            var reported = new ConcurrentDictionary<(string Type, string Rule), bool>();
            StoredModels.Register(start, (symbol, model) => Check(symbol, model, reported));
        });
    }

    private static void Check(SymbolAnalysisContext context, ContextModel model, ConcurrentDictionary<(string Type, string Rule), bool> reported)
    {
        var clocks = new RetentionClocks(model);
        foreach (EntityModel entity in model.Entities)
        {
            // What has no key is never changed; of an abstract type there is no row.
            if (entity.IsKeyless || entity.IsAbstract)
                continue;
            foreach ((RetentionRule rule, string? member) in clocks.Missing(entity))
            {
                if (!reported.TryAdd((entity.Type.Global, rule.Name), true))
                    continue;
                string subject = member is null ? entity.Type.Name : $"{entity.Type.Name}.{member}";
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, StoredModels.Place(context, entity), subject, rule.Name, rule.Duration!.Value.ToString(), rule.After));
            }
        }
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>What the statement says and no code has, at its line: a category that nothing collects, a retention rule that nothing uses.</summary>
internal sealed class PRIV4004_UnusedPromise : PrivacyRule
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV4004",
        title: "The privacy statement promises what no code has",
        message: "{0} '{1}' stands in the privacy statement, and nothing in this project or what it references {2}; {3}, or take it out of the statement",
        category: RuleDescriptor.Statement,
        severity: DiagnosticSeverity.Info,
        description: "A statement that names what is not done misleads as well. Often it shows something else: data that nobody has classified yet.");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        start.RegisterAdditionalFileAction(Check);
    }

    private static void Check(AdditionalFileAnalysisContext context)
    {
        AdditionalText file = context.AdditionalFile;
        if (StatementLocator.Find(context.Options.AdditionalFiles, context.Options.AnalyzerConfigOptionsProvider)?.Path != file.Path ||
            !MemberClassifier.CanClassify(context.Compilation) ||
            file.GetText(context.CancellationToken) is not { } text || StatementLocator.Load(file, context.CancellationToken)?.Statement is not { } statement)
        {
            return;
        }

        var use = StatementUse.Of(context.Compilation, statement, context.CancellationToken);
        if (!use.HasStoredData)
            return;
        foreach (CategoryEntry category in statement.Categories)
        {
            if (!use.Categories.Contains(category.Name))
                Report(context, text, category, "The category", "collects it", "classify the data that belongs to it");
        }

        foreach (RetentionEntry rule in statement.Retention)
        {
            if (!use.Retentions.Contains(rule.Name))
                Report(context, text, rule, "The retention rule", "is kept by it", "name it with [Retention] where it holds");
        }
    }

    private static void Report(AdditionalFileAnalysisContext context, SourceText text, IStatementEntry entry, string what, string lacking, string remedy) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor, StatementPlace.At(context.AdditionalFile.Path, text, entry.Position), what, entry.Name, lacking, remedy));
}

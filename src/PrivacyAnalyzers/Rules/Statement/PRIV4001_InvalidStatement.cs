using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>What is wrong in <c>privacy.yml</c>, at its line, so that it breaks the build there.</summary>
internal sealed class PRIV4001_InvalidStatement : PrivacyRule
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV4001",
        title: "The privacy statement is not valid",
        message: "The privacy statement is not valid: {0}",
        category: RuleDescriptor.Statement,
        severity: DiagnosticSeverity.Error,
        description: "Rules and generated code follow privacy.yml. What cannot be read in it, or contradicts itself, would be enforced wrongly or not at all.");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        start.RegisterAdditionalFileAction(Check);
    }

    private static void Check(AdditionalFileAnalysisContext context)
    {
        AdditionalText file = context.AdditionalFile;
        if (StatementLocator.Find(context.Options.AdditionalFiles, context.Options.AnalyzerConfigOptionsProvider)?.Path != file.Path)
            return;
        if (file.GetText(context.CancellationToken) is not { } text || StatementLocator.Load(file, context.CancellationToken) is not { } read)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, Location.Create(file.Path, default, default), "the file cannot be read as text: save it as UTF-8"));
            return;
        }

        foreach (StatementError error in read.Errors)
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, StatementPlace.At(file.Path, text, error.Position), error.Message));
    }
}

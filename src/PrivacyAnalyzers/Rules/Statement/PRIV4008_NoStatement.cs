using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>Classified code without a statement: said once a compilation, nowhere in particular.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PRIV4008_NoStatement : DiagnosticAnalyzer
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV4008",
        title: "No privacy statement",
        message: "Code is classified as personal data, but no privacy.yml was found: names are not checked, and nothing says what is allowed; add one beside the project or above it",
        category: RuleDescriptor.Statement,
        severity: DiagnosticSeverity.Info,
        description: "Without a privacy statement the rules run on built-in defaults. Purposes, recipients, transfers and retention are held against the statement only.",
        tags: WellKnownDiagnosticTags.CompilationEnd);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (StatementLocator.Find(start.Options.AdditionalFiles, start.Options.AnalyzerConfigOptionsProvider) is not null ||
                !MemberClassifier.CanClassify(start.Compilation))
            {
                return;
            }

            var classifier = ModelCache.Classifier(start.Compilation, statement: null);
            int found = 0;
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (Volatile.Read(ref found) == 0 && IsClassified((INamedTypeSymbol)symbol.Symbol, classifier))
                        Volatile.Write(ref found, 1);
                },
                SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                if (Volatile.Read(ref found) == 1)
                    end.ReportDiagnostic(Diagnostic.Create(Descriptor, Location.None));
            });
        });
    }

    private static bool IsClassified(INamedTypeSymbol type, MemberClassifier classifier)
    {
        if (classifier.Classify(type) is not null)
            return true;
        foreach (ISymbol member in type.GetMembers())
        {
            if (member.IsImplicitlyDeclared && !type.IsRecord)
                continue;
            if (classifier.Classify(member) is not null)
                return true;
            if (member is IMethodSymbol method && method.Parameters.Any(parameter => classifier.Classify(parameter) is not null))
                return true;
        }

        return false;
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Rules.Rights;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Classification;

/// <summary>Data that may be collected with consent only, in a model that nowhere says whether it was given.</summary>
internal sealed class PRIV2005_NoConsentRecord : PrivacyRule
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV2005",
        title: "Data that needs consent, and no record of it",
        message: "'{0}' is {1}, which the statement collects only with the consent '{2}', and neither '{3}' nor its data subject records that consent; mark the bool or date member that does with [Consent(\"{2}\")]",
        category: RuleDescriptor.Classification,
        severity: DiagnosticSeverity.Warning,
        description: "Who relies on consent must be able to show that it was given (GDPR Art. 7(1)), and must stop when it is withdrawn. Without a record beside the data neither is possible.");

    /// <summary>The property that names the missing consent.</summary>
    public const string ConsentKey = "PRIV2005.Consent";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        if (StatementLocator.Load(start.Options, start.CancellationToken)?.Statement is not { } statement ||
            statement.Categories.All(category => category.Consent is null) || !MemberClassifier.CanClassify(start.Compilation))
        {
            return;
        }

        var classifier = ModelCache.Classifier(start.Compilation, statement);
        var stored = ModelCache.Stored(start.Compilation, statement);
        var records = new ConsentRecords(stored, statement);
        start.RegisterSymbolAction(symbol => Check(symbol, (INamedTypeSymbol)symbol.Symbol, statement, classifier, stored, records), SymbolKind.NamedType);
    }

    private static void Check(
        SymbolAnalysisContext context, INamedTypeSymbol type, PrivacyStatement statement, MemberClassifier classifier, StoredData stored, ConsentRecords records)
    {
        Check(ClassifiedMembers.Declared(type, classifier), member => SubjectTypes.Place(member));
        Check(ClassifiedMembers.InheritedFromElsewhere(type, context.Compilation, classifier), _ => SubjectTypes.Place(type));

        void Check(IEnumerable<ClassifiedMember> members, Func<ISymbol, Location> place)
        {
            foreach (ClassifiedMember member in members)
            {
                if (statement.FindCategory(member.Category)?.Consent is not { } consent || !stored.IsStored(type, context.CancellationToken) ||
                    records.For(type, new Choice(consent, IsOptOut: false), context.CancellationToken).Any())
                {
                    continue;
                }

                context.ReportFinding(Diagnostic.Create(Descriptor, place(member.Member), Findings.At(member.Member).Add(ConsentKey, consent), member.Display, member.Category, consent, type.Name));
            }
        }
    }
}

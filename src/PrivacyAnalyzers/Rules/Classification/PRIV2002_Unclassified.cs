using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Model.Hints;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Classification;

/// <summary>A member whose name, type and surroundings say that it is personal data, while no attribute does.</summary>
internal sealed class PRIV2002_Unclassified : PrivacyRule
{
    /// <summary>The property of a finding that holds the guessed category's statement key.</summary>
    internal const string CategoryKey = "Category";

    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV2002",
        title: "Looks like personal data and is not classified",
        message: "'{0}' looks like personal data ({1}) and is not classified; add [{2}], or [NotPersonal(\"reason\")] if it is about nobody",
        category: RuleDescriptor.Classification,
        severity: DiagnosticSeverity.Info,
        description: "What no attribute classifies is personal data to nobody: no rule watches where it goes, no export shows it and no erasure removes it. The guess is made from the member's name, its type and the name of the type it stands in, and has no effect on other rules.");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        if (!KnownTypes.Has(start.Compilation, PrivacyAttributes.MetadataName("IdentifierAttribute")) || MemberHints.IsTests(start.Compilation.AssemblyName ?? ""))
            return;
        var classifier = ModelCache.Classifier(start.Compilation, StatementLocator.Load(start.Options, start.CancellationToken)?.Statement);
        start.RegisterSymbolAction(symbol => Check(symbol, (INamedTypeSymbol)symbol.Symbol, classifier), SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context, INamedTypeSymbol type, MemberClassifier classifier)
    {
        foreach ((ISymbol member, string category) in MemberHints.Of(type))
        {
            if (classifier.Classify(member) is not null || IsSaidNotPersonal(member, classifier))
                continue;
            context.ReportFinding(Diagnostic.Create(
                Descriptor,
                member.Locations[0],
                Findings.At(member).Add(CategoryKey, category),
                type.Name + "." + member.Name, category, Categories.AttributeOf(category)));
        }
    }

    private static bool IsSaidNotPersonal(ISymbol member, MemberClassifier classifier)
    {
        if (classifier.IsDeclaredNotPersonal(member.ContainingType))
            return true;
        for (ISymbol? current = member; current is not null; current = MemberClassifier.Overridden(current))
        {
            if (classifier.IsDeclaredNotPersonal(current))
                return true;
        }

        return MemberClassifier.ImplementedMembers(member).Any(classifier.IsDeclaredNotPersonal);
    }
}

using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Rules.Rights;

/// <summary>What the rules about data subjects share.</summary>
internal static class SubjectTypes
{
    public static bool CanBeMarked(Compilation compilation) =>
        KnownTypes.Has(compilation, PrivacyAttributes.MetadataName("DataSubjectAttribute"));

    /// <summary>Where a type or member is declared by hand: a part that a generator wrote takes no diagnostic.</summary>
    public static Location Place(ISymbol symbol) => WrittenOrder.PlaceOf(symbol);
}

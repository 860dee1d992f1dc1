using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>The order in which bodies stand in a program, by file: the same however it is compiled.</summary>
internal static class DeclarationOrder
{
    public static int Compare(ISymbol left, ISymbol right)
    {
        Location? one = left.Locations.FirstOrDefault();
        Location? other = right.Locations.FirstOrDefault();
        int file = string.CompareOrdinal(one?.SourceTree?.FilePath, other?.SourceTree?.FilePath);
        int place = file != 0 ? file : (one?.SourceSpan.Start ?? 0).CompareTo(other?.SourceSpan.Start ?? 0);
        return place != 0 ? place : string.CompareOrdinal(left.Name, right.Name);
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model;

/// <summary>
/// The order of what stands in several files: by their paths. The compiler takes the order in which it was given them, which is another one
/// on another system.
/// </summary>
internal static class WrittenOrder
{
    /// <summary>The type's own members as its files have them, one after another.</summary>
    public static ImmutableArray<ISymbol> Members(INamedTypeSymbol type)
    {
        ImmutableArray<ISymbol> members = type.GetMembers();
        return type.DeclaringSyntaxReferences.Length < 2 ? members : members.OrderBy(static member => member.Locations.FirstOrDefault() ?? Location.None, Comparer<Location>.Create(Compare)).ToImmutableArray();
    }

    /// <summary>Where a finding about the symbol is shown: in the first file that people wrote.</summary>
    public static Location PlaceOf(ISymbol symbol) => symbol.Locations.Length == 1
        ? symbol.Locations[0]
        : symbol.Locations.OrderBy(static location => location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) != false).ThenBy(static location => location, Comparer<Location>.Create(Compare)).FirstOrDefault() ?? Location.None;

    /// <summary>Whether a symbol is written before another: in the file that comes first, or further up in the same; by name at the same place.</summary>
    public static bool IsBefore(ISymbol left, ISymbol right)
    {
        int order = Compare(PlaceOf(left), PlaceOf(right));
        return (order != 0 ? order : string.CompareOrdinal(left.Name, right.Name)) < 0;
    }

    private static int Compare(Location left, Location right) =>
        left.SourceTree == right.SourceTree ? left.SourceSpan.Start.CompareTo(right.SourceSpan.Start) : string.CompareOrdinal(Path(left), Path(right));

    private static string Path(Location location) => location.SourceTree?.FilePath.Replace('\\', '/') ?? "";
}

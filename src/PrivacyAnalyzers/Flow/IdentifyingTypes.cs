using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>Types whose every value identifies somebody, and the constants among them that do not.</summary>
internal static class IdentifyingTypes
{
    public static string? CategoryOf(ITypeSymbol? type) => type is INamedTypeSymbol named ? named.Name switch
    {
        "IPAddress" when MetadataNames.IsIn(named, "System", "Net") => Categories.ElectronicActivity,
        "PhysicalAddress" when MetadataNames.IsIn(named, "System", "Net", "NetworkInformation") => Categories.ElectronicActivity,
        "MailAddress" when MetadataNames.IsIn(named, "System", "Net", "Mail") => Categories.Identifier,
        _ => null,
    } : null;

    /// <summary><c>IPAddress.Loopback</c>, <c>PhysicalAddress.None</c>: a static member of the type itself.</summary>
    public static bool IsWellKnownConstant(ISymbol member) =>
        member.IsStatic && member is IFieldSymbol or IPropertySymbol && CategoryOf(member.ContainingType) is not null;
}

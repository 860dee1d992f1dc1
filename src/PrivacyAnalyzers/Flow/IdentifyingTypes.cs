using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Hints;

namespace PrivacyAnalyzers.Flow;

/// <summary>Types whose every value identifies somebody, and the constants among them that do not.</summary>
internal static class IdentifyingTypes
{
    public static string? CategoryOf(ITypeSymbol? type) => type is INamedTypeSymbol named ? named.Name switch
    {
        "IPAddress" or "IPEndPoint" when MetadataNames.IsIn(named, "System.Net") => Categories.ElectronicActivity,
        "PhysicalAddress" when MetadataNames.IsIn(named, "System.Net.NetworkInformation") => Categories.ElectronicActivity,
        "MailAddress" when MetadataNames.IsIn(named, "System.Net.Mail") => Categories.Identifier,
        _ => null,
    } : null;

    /// <summary>The same of a collection: who is given all of them is given each.</summary>
    public static string? CategoryOfElements(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => CategoryOf(array.ElementType),
        INamedTypeSymbol { TypeArguments: [var element] } when CategoryOf(element) is { } category && MemberShape.ElementType(type) is not null => category,
        _ => null,
    };

    /// <summary>An end point that is made here is its address's; parsed from text, it is mostly one to connect to.</summary>
    public static bool IsEndPoint(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "IPEndPoint" } named && MetadataNames.IsIn(named, "System.Net");

    /// <summary><c>IPAddress.Loopback</c>, <c>PhysicalAddress.None</c>: a static member of the type itself.</summary>
    public static bool IsWellKnownConstant(ISymbol member) =>
        member.IsStatic && ((member is IFieldSymbol or IPropertySymbol && CategoryOf(member.ContainingType) is not null) || (member is IMethodSymbol && IsEndPoint(member.ContainingType)));

    /// <summary>What is of such a type and called after the machine: an address to listen on is nobody's, whatever its type says.</summary>
    public static bool IsOfMachine(ISymbol named, ITypeSymbol? type) => 
        (CategoryOf(type) ?? CategoryOfElements(type)) == Categories.ElectronicActivity && AddressNames.IsOfMachine(named.Name);

    /// <summary>The key of a user that ASP.NET Core Identity keeps, which it marks as personal data: it is what messages tell to write instead.</summary>
    public static bool IsKeyOfIdentity(ISymbol member) =>
        member is IPropertySymbol { Name: "Id", ContainingType: { Name: "IdentityUser" } type } && MetadataNames.IsIn(type.OriginalDefinition, "Microsoft.AspNetCore.Identity");

    /// <summary><c>IPEndPoint.Address</c>: as little as an address by its type does it say whose it is.</summary>
    public static bool IsAddressOfEndPoint(ISymbol member) =>
        member is IPropertySymbol { Name: "Address", ContainingType: { Name: "IPEndPoint" } type } && MetadataNames.IsIn(type, "System.Net");
}

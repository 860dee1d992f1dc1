using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Model.Disclosures;

/// <summary>A classified member, as an API's documentation describes it. What is never stored, such as a request, counts too.</summary>
/// <param name="Type">The C# expression for the type, an open generic one without arguments.</param>
internal sealed record DocumentedMember(
    string Type, string Member, string Category, string? DataClass, string? Retention, EquatableArray<string> Purposes, EquatableArray<string> Recipients);

internal static class DocumentedMembers
{
    public static EquatableArray<DocumentedMember> Of(Compilation compilation, PrivacyStatement? statement, CancellationToken cancellation)
    {
        if (!MemberClassifier.CanClassify(compilation))
            return EquatableArray<DocumentedMember>.Empty;
        var classifier = new MemberClassifier(statement);
        var names = new NameResolver(statement, cancellation);
        var found = new List<DocumentedMember>();
        foreach (INamedTypeSymbol type in new SourceTypes(compilation).All)
        {
            cancellation.ThrowIfCancellationRequested();
            if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsStatic || type.IsRefLikeType || type.IsFileLocal || type.IsAnonymousType || !IsSeen(type, compilation))
                continue;
            foreach (ISymbol member in type.GetMembers())
            {
                if (member is IPropertySymbol { IsIndexer: false, IsStatic: false, DeclaredAccessibility: Accessibility.Public } && classifier.Classify(member) is { } classification)
                    found.Add(Document(type, member, classification.Category, names));
            }
        }

        return found.OrderBy(member => member.Type, StringComparer.Ordinal).ThenBy(member => member.Member, StringComparer.Ordinal).ToEquatableArray();
    }

    private static DocumentedMember Document(INamedTypeSymbol type, ISymbol member, string category, NameResolver names)
    {
        CategoryEntry? entry = names.Category(category);
        return new DocumentedMember(
            Open(type),
            member.Name,
            category,
            names.DataClass(member) ?? NameResolver.OfType(type, names.DataClass),
            (names.Retention(member) ?? NameResolver.OfType(type, names.Retention))?.Name,
            entry?.Purposes ?? EquatableArray<string>.Empty,
            entry?.DisclosedTo ?? EquatableArray<string>.Empty);
    }

    /// <summary>As <c>typeof</c> names it: <c>global::Shop.Page&lt;&gt;</c>.</summary>
    private static string Open(INamedTypeSymbol type) => TypeNames.Global(type.IsGenericType ? type.ConstructUnboundGenericType() : type);

    private static bool IsSeen(INamedTypeSymbol type, Compilation compilation)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.TypeKind == TypeKind.Error || current.Name.Length == 0 || (current.ContainingType is { IsGenericType: true }))
                return false;
        }

        return compilation.IsSymbolAccessibleWithin(type, compilation.Assembly);
    }
}

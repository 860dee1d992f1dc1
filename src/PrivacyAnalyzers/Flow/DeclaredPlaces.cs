using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>Places that the model and the statement's words make of code: recipients, code of a purpose, members of stored types.</summary>
/// <param name="classifier">Says which members are classified.</param>
/// <param name="isStored">Says which types are kept; without it none is.</param>
internal sealed class DeclaredPlaces(MemberClassifier classifier, Func<INamedTypeSymbol, bool>? isStored)
{
    /// <summary>What a call discloses to recipients and uses for purposes.</summary>
    public void AddSinks(ImmutableArray<ParameterSink>.Builder sinks, IMethodSymbol method)
    {
        if (method.Parameters.IsEmpty)
            return;
        AddStored(sinks, method);
        foreach (IMethodSymbol declaration in MemberClassifier.Declarations(method))
        {
            foreach (string recipient in Named(declaration, "RecipientAttribute").Concat(OfTypes(declaration, "RecipientAttribute")))
                Add(sinks, method, SinkKind.Recipient, RenderMode.Handed, recipient);
            foreach (string purpose in PurposesOf(declaration))
                Add(sinks, method, SinkKind.Purpose, RenderMode.Raw, purpose);
            foreach (IParameterSymbol parameter in declaration.Parameters)
            {
                foreach (string recipient in Named(parameter, "RecipientAttribute"))
                    Add(sinks, new ParameterSink(parameter.Ordinal, SinkKind.Recipient, RenderMode.Handed, -1, recipient));
            }
        }
    }

    /// <summary>A positional record's constructor puts its arguments into its properties.</summary>
    private void AddStored(ImmutableArray<ParameterSink>.Builder sinks, IMethodSymbol method)
    {
        if (isStored is null || method is not { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } type })
            return;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (type.GetMembers(parameter.Name).FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(PrivacyAttributes.PositionalParameter(member), parameter)) is { } property && IsStoredUnclassified(property))
                Add(sinks, new ParameterSink(parameter.Ordinal, SinkKind.Store, RenderMode.Raw, -1));
        }
    }

    /// <summary>The purposes that a method's own mark and those of the types around it name.</summary>
    public static IEnumerable<string> PurposesOf(ISymbol member) => Named(member, "PurposeAttribute").Concat(OfTypes(member, "PurposeAttribute"));

    /// <summary>A member that is kept and may hold text or a number, of which nothing says what it is.</summary>
    public bool IsStoredUnclassified(ISymbol member)
    {
        if (isStored is null || member is not (IPropertySymbol or IFieldSymbol) || member.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type || !StoredMembers.Stores(member) ||
            MemberShape.TypeOf(member) is not { SpecialType: not SpecialType.System_Boolean, TypeKind: not TypeKind.Enum } kept || !(StringLike.Is(kept) || TypeShapes.IsScalar(kept)))
        {
            return false;
        }

        return classifier.Classify(member) is null && !classifier.DeclaredVerdict(member).IsSaid && !MemberShape.IsKey(member) &&
            !member.GetAttributes().Any(data => data.AttributeClass?.Name == "NotMappedAttribute") && isStored(type.OriginalDefinition);
    }

    private static void Add(ImmutableArray<ParameterSink>.Builder sinks, IMethodSymbol method, SinkKind kind, RenderMode mode, string name)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
            Add(sinks, new ParameterSink(parameter.Ordinal, kind, mode, -1, name));
    }

    private static void Add(ImmutableArray<ParameterSink>.Builder sinks, ParameterSink sink)
    {
        if (!sinks.Contains(sink))
            sinks.Add(sink);
    }

    private static IEnumerable<string> OfTypes(ISymbol member, string attribute)
    {
        for (INamedTypeSymbol? outer = member.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            for (INamedTypeSymbol? type = outer; type is { SpecialType: SpecialType.None }; type = type.BaseType)
            {
                foreach (string name in Named(type, attribute))
                    yield return name;
            }
        }
    }

    private static IEnumerable<string> Named(ISymbol symbol, string attribute) =>
        PrivacyAttributes.NamesOf(symbol, attribute).Select(static written => written.Text).Where(static name => name.Length > 0);
}

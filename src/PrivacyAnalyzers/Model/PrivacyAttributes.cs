using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrivacyAnalyzers.Model;

/// <summary>Finds and reads the attributes of the package by full name, so that it does not matter where they were compiled.</summary>
internal static class PrivacyAttributes
{
    public const string Namespace = "PrivacyAnalyzers";

    public static string MetadataName(string attribute) => Namespace + "." + attribute;

    /// <summary>The symbol's own attribute of the package with this class name, such as <c>RetentionAttribute</c>.</summary>
    public static AttributeData? Find(ISymbol symbol, string attribute)
    {
        foreach (AttributeData data in symbol.GetAttributes())
        {
            if (data.AttributeClass is { } type && type.Name == attribute && IsOurs(type))
                return data;
        }

        return null;
    }

    /// <summary>The names that the symbol's own attributes of this class give, such as those of several <c>[Purpose("…")]</c>.</summary>
    public static IEnumerable<WrittenName> NamesOf(ISymbol symbol, string attribute)
    {
        foreach (AttributeData data in symbol.GetAttributes())
        {
            if (data.AttributeClass is { } type && type.Name == attribute && IsOurs(type) && NameArgument(data) is { } written)
                yield return written;
        }
    }

    /// <summary>As <see cref="Find"/>, and for a property also what is written for it elsewhere: see <see cref="Carriers"/>.</summary>
    public static AttributeData? FindOnMember(ISymbol member, string attribute)
    {
        foreach (ISymbol carrier in Carriers(member))
        {
            if (Find(carrier, attribute) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>
    /// What a member's attributes may stand on: itself, the parameter of a positional record, and the field that the compiler adds
    /// (<c>[field: Identifier]</c>; metadata does not show that one).
    /// </summary>
    public static IEnumerable<ISymbol> Carriers(ISymbol member)
    {
        yield return member;
        if (PositionalParameter(member) is { } parameter)
            yield return parameter;
        if (member is IPropertySymbol property && FieldWithAttributes(property) is { } field)
            yield return field;
    }

    /// <summary>The field that the compiler adds, where something is written for it: to look for one costs more than to look whether it is asked for.</summary>
    public static IFieldSymbol? FieldWithAttributes(IPropertySymbol property)
    {
        foreach (SyntaxReference reference in property.DeclaringSyntaxReferences)
        {
            SyntaxList<AttributeListSyntax> lists = reference.GetSyntax() switch
            {
                PropertyDeclarationSyntax declaration => declaration.AttributeLists,
                ParameterSyntax parameter => parameter.AttributeLists,
                _ => default,
            };
            foreach (AttributeListSyntax list in lists)
            {
                if (list.Target is { } target && target.Identifier.IsKind(SyntaxKind.FieldKeyword))
                    return StoredMembers.BackingField(property);
            }
        }

        return null;
    }

    public static bool IsOurs(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>
    /// The name that an attribute such as <c>[Retention("…")]</c> gives. A constant that is generated is unbound while generators run:
    /// then what is written counts, and <see cref="Vocabulary.Resolve"/> finds the name that it stands for.
    /// </summary>
    public static WrittenName? NameArgument(AttributeData? data, CancellationToken cancellation = default)
    {
        if (data is null)
            return null;
        if (data.ConstructorArguments.Length > 0 && data.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive, Value: string value })
            return new WrittenName(value, IsIdentifier: false);
        if (data.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax { ArgumentList.Arguments: { Count: > 0 } arguments })
        {
            return arguments[0].Expression switch
            {
                MemberAccessExpressionSyntax access => new WrittenName(access.Name.Identifier.ValueText, IsIdentifier: true),
                IdentifierNameSyntax identifier => new WrittenName(identifier.Identifier.ValueText, IsIdentifier: true),
                _ => null,
            };
        }

        return null;
    }

    /// <summary>The property that a parameter of a positional record's constructor declares.</summary>
    public static IPropertySymbol? PositionalProperty(IParameterSymbol parameter)
    {
        if (parameter.OriginalDefinition is not { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { } type } } declared || !type.IsRecordOrAlike())
            return null;
        foreach (ISymbol member in type.GetMembers(declared.Name))
        {
            if (SymbolEqualityComparer.Default.Equals(PositionalParameter(member), declared))
                return (IPropertySymbol)member;
        }

        return null;
    }

    /// <summary>The parameter that declares a positional record's property.</summary>
    public static IParameterSymbol? PositionalParameter(ISymbol member)
    {
        if (member is not IPropertySymbol { ContainingType: { } type } property || !type.IsRecordOrAlike())
            return null;

        // In source the property is declared by the parameter itself; in metadata the parameter of the same name and type is the only trace.
        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            foreach (IParameterSymbol parameter in constructor.Parameters)
            {
                if (parameter.Name != property.Name)
                    continue;
                if (property.DeclaringSyntaxReferences.Length == 0 || parameter.DeclaringSyntaxReferences.Length == 0)
                {
                    if (SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type))
                        return parameter;
                }
                else if (property.DeclaringSyntaxReferences[0].Span == parameter.DeclaringSyntaxReferences[0].Span &&
                         property.DeclaringSyntaxReferences[0].SyntaxTree == parameter.DeclaringSyntaxReferences[0].SyntaxTree)
                {
                    return parameter;
                }
            }
        }

        return null;
    }
}

/// <summary>A name as code writes it: the text itself, or the identifier of a generated constant.</summary>
internal readonly record struct WrittenName(string Text, bool IsIdentifier);

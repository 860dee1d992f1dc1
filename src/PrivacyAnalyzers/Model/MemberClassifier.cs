using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Model;

/// <summary>
/// Says of a declaration whether it is personal data, and of which category. The one place that reads classification attributes:
/// ours, anyone's subclass of <c>DataClassificationAttribute</c>, and ASP.NET Core Identity's <c>[PersonalData]</c>.
/// One instance a compilation, see <see cref="Subjects.ModelCache.Classifier"/>; safe for concurrent use.
/// </summary>
internal sealed class MemberClassifier
{
    private readonly ConcurrentDictionary<ISymbol, Classification?> _cache = new(SymbolKeys.Comparer);
    private readonly ConcurrentDictionary<ISymbol, bool> _notPersonal = new(SymbolKeys.Comparer);
    private readonly ConcurrentDictionary<INamedTypeSymbol, string?> _attributeCategories = new(SymbolEqualityComparer.Default);
    private readonly ImmutableDictionary<string, string> _taxonomies;

    /// <param name="statement">Whose <c>taxonomies</c> map other libraries' attributes; <see langword="null"/> where there is none.</param>
    public MemberClassifier(PrivacyStatement? statement)
    {
        Statement = statement;
        _taxonomies = statement is null
            ? ImmutableDictionary<string, string>.Empty
            : statement.Taxonomies.GroupBy(entry => entry.AttributeName).ToImmutableDictionary(group => group.Key, group => group.First().Category);
    }

    public PrivacyStatement? Statement { get; }

    /// <summary>Whether the compilation knows an attribute that classifies at all: a cheap exit for everything else.</summary>
    public static bool CanClassify(Compilation compilation) =>
        KnownTypes.Has(compilation, KnownTypes.DataClassification) ||
        KnownTypes.Has(compilation, KnownTypes.IdentityPersonalData);

    /// <summary>The classification of a property, field, parameter, method (its result), event or type; <see langword="null"/> where it is none.</summary>
    public Classification? Classify(ISymbol symbol)
    {
        if (!MayBeMarked(symbol))
            return null;
        ISymbol definition = symbol.OriginalDefinition;
        return _cache.TryGetValue(definition, out Classification? known) ? known : _cache.GetOrAdd(definition, Compute(definition));
    }

    /// <summary>Whether <c>[NotPersonal]</c> or <c>[NoDataClassification]</c> stands on the declaration itself.</summary>
    public bool IsDeclaredNotPersonal(ISymbol symbol)
    {
        if (!MayBeMarked(symbol))
            return false;
        ISymbol definition = symbol.OriginalDefinition;
        return _notPersonal.TryGetValue(definition, out bool known) ? known : _notPersonal.GetOrAdd(definition, ReadAttributes(definition).Verdict == Verdict.NotPersonal);
    }

    /// <summary>What the declaration itself says, whatever it overrides, implements or stands in.</summary>
    public DeclaredVerdict DeclaredVerdict(ISymbol symbol)
    {
        (Verdict verdict, string? category) = ReadAttributes(symbol.OriginalDefinition);
        return new DeclaredVerdict(verdict != Verdict.None, category);
    }

    /// <summary>Whether anything that the type is made of may be classified: the platform's types, of which there are many in each program, need not be looked into.</summary>
    public bool MayShowMarks(ITypeSymbol type) => !_taxonomies.IsEmpty || !MarkingAssemblies.KnowNothingOf(type);

    private bool MayBeMarked(ISymbol symbol) => !_taxonomies.IsEmpty || symbol.ContainingAssembly is not { } assembly || MarkingAssemblies.Contains(assembly);

    private Classification? Compute(ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is not null; current = Overridden(current))
        {
            (Verdict verdict, string? category) = ReadAttributes(current);
            if (verdict == Verdict.NotPersonal)
                return null;
            if (verdict == Verdict.Personal)
                return new Classification(category!, current);
            if (OfIdentity(current) is { } identity)
                return new Classification(identity, current);
        }

        foreach (ISymbol implemented in ImplementedMembers(symbol))
        {
            (Verdict verdict, string? category) = ReadAttributes(implemented);
            if (verdict == Verdict.Personal)
                return new Classification(category!, implemented);
        }

        return FromType(symbol);
    }

    /// <summary>What ASP.NET Core Identity keeps of a person without a mark: the name and the address once more, and what signs in.</summary>
    private static string? OfIdentity(ISymbol symbol) =>
        symbol is not IPropertySymbol { ContainingType: { Name: "IdentityUser" } type } || !MetadataNames.IsIn(type.OriginalDefinition, "Microsoft.AspNetCore.Identity") ? null : symbol.Name switch
        {
            "NormalizedEmail" or "NormalizedUserName" => Categories.Identifier,
            "PasswordHash" or "SecurityStamp" => Categories.Credential,
            _ => null,
        };

    /// <summary>An attribute on a type classifies all its members but keys and navigations.</summary>
    private Classification? FromType(ISymbol symbol)
    {
        if (symbol is not (IPropertySymbol or IFieldSymbol) || symbol.IsStatic || symbol.IsImplicitlyDeclared || symbol.ContainingType is not { } type)
            return null;
        (Verdict verdict, string? category) = ReadAttributes(type);
        if (verdict != Verdict.Personal || MemberShape.IsKey(symbol) || MemberShape.IsNavigation(symbol))
            return null;
        return new Classification(category!, type);
    }

    private (Verdict Verdict, string? Category) ReadAttributes(ISymbol symbol)
    {
        (Verdict Verdict, string? Category) found = Read(symbol.GetAttributes());
        if (found.Verdict == Verdict.None && symbol is IPropertySymbol property)
        {
            if (PrivacyAttributes.PositionalParameter(property) is { } parameter)
                found = Read(parameter.GetAttributes());
            if (found.Verdict == Verdict.None && PrivacyAttributes.FieldWithAttributes(property) is { } field)
                found = Read(field.GetAttributes());
        }

        return found.Verdict == Verdict.None && symbol is IMethodSymbol method ? Read(method.GetReturnTypeAttributes()) : found;
    }

    private (Verdict Verdict, string? Category) Read(ImmutableArray<AttributeData> attributes)
    {
        string? category = null;
        foreach (AttributeData attribute in attributes)
        {
            if (attribute.AttributeClass is not { } type)
                continue;
            string? found = _attributeCategories.TryGetValue(type, out string? known) ? known : _attributeCategories.GetOrAdd(type, CategoryOfAttribute(type));
            if (found is null || HasNoReason(attribute))
                continue;
            if (found.Length == 0)
                return (Verdict.NotPersonal, null);

            // Several attributes on one member: the gravest decides, so that a credential stays one.
            if (category is null || Categories.Gravity(found) > Categories.Gravity(category))
                category = found;
        }

        return category is null ? (Verdict.None, null) : (Verdict.Personal, category);
    }

    /// <summary><c>[NotPersonal("")]</c> says nothing: the reason is what it is for.</summary>
    private static bool HasNoReason(AttributeData attribute) =>
        attribute is { AttributeClass: { Name: "NotPersonalAttribute" } type, ConstructorArguments: [{ Kind: TypedConstantKind.Primitive, Value: var reason }] } &&
        PrivacyAttributes.IsOurs(type) && string.IsNullOrWhiteSpace(reason as string);

    /// <summary>An attribute class's category; empty for "not personal", <see langword="null"/> for an attribute of another kind.</summary>
    private string? CategoryOfAttribute(INamedTypeSymbol attribute)
    {
        if (PrivacyAttributes.IsOurs(attribute) && attribute.Name == "NotPersonalAttribute")
            return "";

        for (INamedTypeSymbol? type = attribute; type is not null; type = type.BaseType)
        {
            if (_taxonomies.TryGetValue(MetadataNames.FullName(type), out string? mapped))
                return mapped;
            if (PrivacyAttributes.IsOurs(type) && Categories.KeyOf(type.Name) is { } key)
                return key;
            switch (type.Name)
            {
                case "NoDataClassificationAttribute" when MetadataNames.IsIn(type, "Microsoft.Extensions.Compliance.Classification"):
                    return "";
                case "DataClassificationAttribute" when MetadataNames.IsIn(type, "Microsoft.Extensions.Compliance.Classification"):
                    return Categories.Unclassified;
                case "PersonalDataAttribute" when MetadataNames.IsIn(type, "Microsoft.AspNetCore.Identity"):
                    return Categories.Identifier;
            }
        }

        return null;
    }

    internal static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => property.OverriddenProperty?.OriginalDefinition,
        IMethodSymbol method => method.OverriddenMethod?.OriginalDefinition,
        IEventSymbol @event => @event.OverriddenEvent?.OriginalDefinition,
        IParameterSymbol { ContainingSymbol: IMethodSymbol { OverriddenMethod: { } overridden } } parameter
            when parameter.Ordinal < overridden.Parameters.Length => overridden.Parameters[parameter.Ordinal].OriginalDefinition,
        _ => null,
    };

    /// <summary>The method, what it overrides and what it implements: a client's interface may carry the mark.</summary>
    internal static IEnumerable<IMethodSymbol> Declarations(IMethodSymbol method)
    {
        for (ISymbol? current = method; current is IMethodSymbol declaration; current = Overridden(declaration))
            yield return declaration;
        foreach (IMethodSymbol implemented in ImplementedMembers(method).OfType<IMethodSymbol>())
            yield return implemented;
    }

    /// <summary>The members of interfaces that a member or a parameter stands for. Asked of all that is called: most stand for none.</summary>
    internal static IEnumerable<ISymbol> ImplementedMembers(ISymbol symbol)
    {
        ISymbol? member = symbol is IParameterSymbol parameter ? parameter.ContainingSymbol : symbol;
        if (member is not (IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation }) || member.IsStatic ||
            member.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type)
        {
            return [];
        }

        // The compiler makes a new list of these each time it is asked.
        ImmutableArray<INamedTypeSymbol> interfaces = type.AllInterfaces;
        if (interfaces.IsEmpty || (ExplicitlyImplemented(member).IsEmpty && !HaveMember(interfaces, member.Name)))
            return [];
        IEnumerable<ISymbol> members = ImplementedMembers(member, type, interfaces);
        return symbol is IParameterSymbol { Ordinal: var ordinal } ? ParametersAt(members, ordinal) : members;
    }

    private static bool HaveMember(ImmutableArray<INamedTypeSymbol> interfaces, string name)
    {
        foreach (INamedTypeSymbol @interface in interfaces)
        {
            if (!@interface.GetMembers(name).IsEmpty)
                return true;
        }

        return false;
    }

    private static ImmutableArray<ISymbol> ExplicitlyImplemented(ISymbol member) => member switch
    {
        IPropertySymbol property => ImmutableArray<ISymbol>.CastUp(property.ExplicitInterfaceImplementations),
        IMethodSymbol ordinary => ImmutableArray<ISymbol>.CastUp(ordinary.ExplicitInterfaceImplementations),
        _ => ImmutableArray<ISymbol>.Empty,
    };

    private static IEnumerable<ISymbol> ParametersAt(IEnumerable<ISymbol> methods, int ordinal) =>
        methods.OfType<IMethodSymbol>().Where(method => ordinal < method.Parameters.Length).Select(method => method.Parameters[ordinal]);

    private static IEnumerable<ISymbol> ImplementedMembers(ISymbol symbol, INamedTypeSymbol type, ImmutableArray<INamedTypeSymbol> interfaces)
    {
        foreach (ISymbol member in ExplicitlyImplemented(symbol))
            yield return member.OriginalDefinition;

        foreach (INamedTypeSymbol @interface in interfaces)
        {
            foreach (ISymbol member in @interface.GetMembers(symbol.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol))
                    yield return member.OriginalDefinition;
            }
        }
    }

    private enum Verdict { None, Personal, NotPersonal }
}

/// <summary>What one declaration says of its data.</summary>
/// <param name="IsSaid">Whether it says anything.</param>
/// <param name="Category">The category; <see langword="null"/> where it says that the data is not personal.</param>
internal readonly record struct DeclaredVerdict(bool IsSaid, string? Category);

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>What an object shows when it is rendered whole: for each type and way of rendering, its visible parts.</summary>
internal sealed class TypeShapes(MemberClassifier classifier, Compilation compilation)
{
    /// <summary>How deep an object is followed: beyond this, loggers and serializers stop or the reader does.</summary>
    private const int MaxDepth = 4;

    private readonly ConcurrentDictionary<(ITypeSymbol Type, RenderMode Mode), ImmutableArray<VisiblePart>> _parts = new(ShapeKeyComparer.Instance);
    private readonly ConcurrentDictionary<(ITypeSymbol Type, RenderMode Mode), bool> _mayShow = new(ShapeKeyComparer.Instance);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _mayHoldCode = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(ITypeSymbol Type, RenderMode Mode), ImmutableArray<VisibleMember>> _members = new(ShapeKeyComparer.Instance);

    /// <summary>The classified members that show, at any depth, with the path that leads to each.</summary>
    public ImmutableArray<VisibleMember> ClassifiedMembers(ITypeSymbol type, RenderMode mode)
    {
        if (_members.TryGetValue((type, mode), out ImmutableArray<VisibleMember> known))
            return known;
        var found = ImmutableArray.CreateBuilder<VisibleMember>(0);
        Collect(type, mode, type.Name, depth: 0, ImmutableHashSet.Create<ITypeSymbol>(SymbolEqualityComparer.Default, type), found);
        return _members.GetOrAdd((type, mode), found.ToImmutable());
    }

    /// <summary>Whether a classified member shows: without the ways to them, each type is looked at once.</summary>
    public bool MayShow(ITypeSymbol type, RenderMode mode)
    {
        if (_mayShow.TryGetValue((type, mode), out bool known))
            return known;
        var seen = new HashSet<ITypeSymbol>(SymbolKeys.Comparer) { type };
        var pending = new Stack<ITypeSymbol>();
        pending.Push(type);
        bool shows = false;
        while (pending.Count > 0 && !shows)
        {
            ITypeSymbol current = pending.Pop();
            if (_mayShow.TryGetValue((current, mode), out bool inner))
            {
                shows = inner;
                continue;
            }

            if (!classifier.MayShowMarks(current))
                continue;

            // The first that is classified answers: what a long row of base classes declares is not listed for each class below.
            foreach (VisiblePart part in _parts.TryGetValue((current, mode), out ImmutableArray<VisiblePart> listed) ? listed : Parts(current, mode))
            {
                if (classifier.Classify(part.Member) is not null)
                {
                    shows = true;
                    break;
                }

                ITypeSymbol next = MemberShape.ElementType(part.Type) ?? part.Type;
                if (!IsScalar(next) && seen.Add(next))
                    pending.Push(next);
            }
        }

        // What was reached from a type that shows nothing shows nothing.
        if (!shows)
        {
            foreach (ITypeSymbol reached in seen)
                _mayShow.TryAdd((reached, mode), false);
        }

        return _mayShow.GetOrAdd((type, mode), shows);
    }

    /// <summary>The members that show directly, in order of declaration; none where the type renders as its name.</summary>
    public ImmutableArray<VisiblePart> PartsOf(ITypeSymbol type, RenderMode mode) =>
        _parts.TryGetValue((type, mode), out ImmutableArray<VisiblePart> known) ? known : _parts.GetOrAdd((type, mode), Parts(type, mode).ToImmutableArray());

    /// <summary>Whether delegates lie in a value of a type: in a pair or a list of them, or on an object of the program.</summary>
    public bool MayHoldCode(ITypeSymbol type) => HoldsCode(type) ||
        (type is INamedTypeSymbol { OriginalDefinition: var named } && named.IsInSource() && (_mayHoldCode.TryGetValue(named, out bool known) ? known : _mayHoldCode.GetOrAdd(named, HasCode(named))));

    private static bool HasCode(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current?.IsInSource() == true; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IEventSymbol { IsStatic: false } || (member is IFieldSymbol { IsStatic: false } field && (IsCode(field.Type) || HoldsCode(field.Type))))
                    return true;
            }
        }

        return false;
    }

    private static bool HoldsCode(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsCode(array.ElementType),
        INamedTypeSymbol { TypeKind: not TypeKind.Delegate } named => named.TypeArguments.Any(IsCode),
        _ => false,
    };

    private static bool IsCode(ITypeSymbol type) => type.TypeKind == TypeKind.Delegate;

    /// <summary>A type's own <c>ToString</c>, or a record's own <c>PrintMembers</c>, where it is code of the program.</summary>
    public static IMethodSymbol? OwnToString(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null && current.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers("ToString"))
            {
                if (member is IMethodSymbol { Parameters.Length: 0, IsStatic: false } method && !method.IsMade() && IsEverybodys(method))
                    return method;
            }

            if (current.IsRecord && SealedToString(current) is { } @sealed)
                return @sealed;
            if (current.IsRecord)
                return current.GetMembers("PrintMembers").OfType<IMethodSymbol>().FirstOrDefault(static method => !method.IsMade());
        }

        return null;
    }

    /// <summary>Whether a <c>ToString</c> is the one that every object has: one that hides it is not run by who makes a text of the object.</summary>
    public static bool IsEverybodys(IMethodSymbol toString)
    {
        IMethodSymbol root = toString;
        while (root.OverriddenMethod is { } overridden)
            root = overridden;
        return root.IsOverride || root.ContainingType is { TypeKind: TypeKind.Interface } or { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum };
    }

    /// <summary>A value that is personal as a whole has a text of its own, and that is written elsewhere: it shows what the value is.</summary>
    private bool ShowsWhole(ITypeSymbol type) => type is INamedTypeSymbol && !type.IsWrittenIn(compilation) && classifier.Classify(type) is not null && OwnToString(type) is not null;

    /// <summary>The getter of a property that computes what it gives, where it is code of the program.</summary>
    public static IMethodSymbol? OwnGetter(ISymbol member) =>
        member is IPropertySymbol { IsIndexer: false, GetMethod: { } getter } && getter.IsInSource() && Accessors.HasBody(getter) ? getter : null;

    /// <summary>The enumerator of a collection that is written in the program.</summary>
    public static IMethodSymbol? OwnEnumerator(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current?.IsInSource() == true; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IMethodSymbol { Parameters.Length: 0, IsStatic: false, IsAbstract: false, ReturnType: INamedTypeSymbol { IsGenericType: true } } method && (method.Name == "GetEnumerator" || method.Name.EndsWith(".GetEnumerator", StringComparison.Ordinal)))
                    return method;
            }
        }

        return null;
    }

    /// <summary>A base record that seals its text: those that derive from it get none of their own.</summary>
    private static IMethodSymbol? SealedToString(ITypeSymbol record)
    {
        for (ITypeSymbol? current = record.BaseType; current is { IsRecord: true }; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers("ToString"))
            {
                if (member is IMethodSymbol { Parameters.Length: 0, IsSealed: true, IsImplicitlyDeclared: false } method)
                    return method;
            }
        }

        return null;
    }

    public bool ShowsMembers(ITypeSymbol type, RenderMode mode) => mode switch
    {
        RenderMode.Raw => false,
        RenderMode.ToText or RenderMode.Structured => (type.IsRecordOrAlike() && OwnToString(type) is null) || type.IsAnonymousType || type.IsTupleType || IsPair(type) || ShowsWhole(type),
        _ => !IsScalar(type),
    };

    /// <summary>An entry of a dictionary: its text is that of its key and its value.</summary>
    private static bool IsPair(ITypeSymbol type) => type is INamedTypeSymbol { Name: "KeyValuePair" } named && MetadataNames.IsIn(named, "System.Collections.Generic");

    /// <summary>Values that are written as they are, whatever the way of rendering.</summary>
    public static bool IsScalar(ITypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Enum or TypeKind.Delegate or TypeKind.Pointer || type.SpecialType is not (SpecialType.None or SpecialType.System_Object))
            return type.SpecialType is not SpecialType.System_Collections_IEnumerable;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return IsScalar(nullable.TypeArguments[0]);
        return StringLike.IsStringBuilder(type) || (type is INamedTypeSymbol named &&
            named.Name is "Guid" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" or "Uri" or "Version" or "Type" or "CultureInfo" or "CancellationToken" or "Stream");
    }

    private IEnumerable<VisiblePart> Parts(ITypeSymbol type, RenderMode mode)
    {
        if (!ShowsMembers(type, mode))
            yield break;

        // One type has no two members of a name: only what is inherited may be hidden.
        HashSet<string>? names = type.BaseType is null or { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType } ? null : new(StringComparer.Ordinal);
        for (ITypeSymbol? current = type; current is not null && current.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); current = current.BaseType)
        {
            foreach (ISymbol member in current is INamedTypeSymbol named ? WrittenOrder.Members(named) : current.GetMembers())
            {
                ITypeSymbol? memberType = member switch
                {
                    IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
                    IFieldSymbol { AssociatedSymbol: null } field => field.Type,
                    _ => null,
                };
                if (memberType is null)
                    continue;
                if (mode == RenderMode.SerializedByNewtonsoft)
                {
                    // A member that is hidden by one that is not written is written, and one that is overridden is the other.
                    bool isWritten = NewtonsoftContract.Writes(type, member);
                    if ((isWritten || member.IsOverride) && names?.Add(member.Name) != false && isWritten)
                        yield return new VisiblePart(member, memberType);
                    continue;
                }

                if (member.IsStatic || member.DeclaredAccessibility != Accessibility.Public || names?.Add(member.Name) == false)
                    continue;

                // Some serializers leave fields out unless told otherwise; records' text shows them.
                if (member is IFieldSymbol && mode is RenderMode.Destructured or RenderMode.Serialized or RenderMode.Handed && !type.IsTupleType && !HasAttribute(member, "JsonIncludeAttribute"))
                    continue;
                if (!IsHidden(member, mode))
                    yield return new VisiblePart(member, memberType);
            }
        }
    }

    private static bool IsHidden(ISymbol member, RenderMode mode) => mode switch
    {
        RenderMode.Serialized => IsLeftOut(member),
        RenderMode.SerializedAsXml => HasAttribute(member, "XmlIgnoreAttribute"),
        RenderMode.SerializedByContract => IsOutsideContract(member),
        RenderMode.Handed => IsLeftOut(member) || HasAttribute(member, "JsonIgnoreAttribute", "Newtonsoft") || HasAttribute(member, "XmlIgnoreAttribute") || HasAttribute(member, "IgnoreDataMemberAttribute"),
        RenderMode.Destructured => HasAttribute(member, "NotLoggedAttribute") || HasAttribute(member, "LogMaskedAttribute") || HasAttribute(member, "LogReplacedAttribute") || HasAttribute(member, "LogPropertyIgnoreAttribute"),
        _ => false,
    };

    /// <summary><c>[JsonIgnore]</c> of the framework, unless its condition writes the member all the same.</summary>
    private static bool IsLeftOut(ISymbol member)
    {
        foreach (AttributeData attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "JsonIgnoreAttribute" } type && MetadataNames.IsIn(type, "System.Text.Json.Serialization"))
                return !attribute.NamedArguments.Any(argument => argument.Key == "Condition" && argument.Value.Value is not (1 or null));
        }

        return false;
    }

    /// <summary>Of a type that names what is written: a member that it does not name. Of all others: one that is left out by name.</summary>
    private static bool IsOutsideContract(ISymbol member) => HasAttribute(member, "IgnoreDataMemberAttribute") ||
        (member.ContainingType.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "DataContractAttribute") && !HasAttribute(member, "DataMemberAttribute"));

    /// <param name="space">The outermost namespace, where several libraries have an attribute of that name.</param>
    private static bool HasAttribute(ISymbol member, string name, string? space = null)
    {
        foreach (AttributeData attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.Name == name && (space is null || type.ContainingNamespace.ToDisplayString().StartsWith(space, StringComparison.Ordinal)))
                return true;
        }

        return PrivacyAttributes.PositionalParameter(member) is { } parameter && HasAttribute(parameter, name, space);
    }

    private void Collect(
        ITypeSymbol type, RenderMode mode, string path, int depth, ImmutableHashSet<ITypeSymbol> seen, ImmutableArray<VisibleMember>.Builder found)
    {
        if (!classifier.MayShowMarks(type))
            return;
        foreach (VisiblePart part in PartsOf(type, mode))
        {
            string partPath = IsPair(type) ? part.Type.Name : path + "." + part.Member.Name;
            if (classifier.Classify(part.Member) is { } classification)
            {
                found.Add(new VisibleMember(part.Member, classification.Category, partPath));
                continue;
            }

            if (depth >= MaxDepth)
                continue;
            ITypeSymbol inner = MemberShape.ElementType(part.Type) is { } element && mode is not RenderMode.ToText ? element : part.Type;
            if (!seen.Contains(inner))
                Collect(inner, mode, partPath, depth + 1, seen.Add(inner), found);
        }
    }

    private sealed class ShapeKeyComparer : IEqualityComparer<(ITypeSymbol Type, RenderMode Mode)>
    {
        public static readonly ShapeKeyComparer Instance = new();

        public bool Equals((ITypeSymbol Type, RenderMode Mode) x, (ITypeSymbol Type, RenderMode Mode) y) =>
            x.Mode == y.Mode && SymbolEqualityComparer.Default.Equals(x.Type, y.Type);

        public int GetHashCode((ITypeSymbol Type, RenderMode Mode) key) =>
            unchecked((SymbolKeys.Comparer.GetHashCode(key.Type) * 31) + (int)key.Mode);
    }
}

internal readonly record struct VisiblePart(ISymbol Member, ITypeSymbol Type);

/// <param name="Path">The way from the rendered object, such as <c>Order.Customer.Email</c>.</param>
internal readonly record struct VisibleMember(ISymbol Member, string Category, string Path);

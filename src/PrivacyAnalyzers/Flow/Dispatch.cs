using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>Which methods of the compilation a virtual or an interface call may run. One index a compilation, made when first asked for.</summary>
internal sealed class Dispatch(Compilation compilation)
{
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<IMethodSymbol>> _targets = new(SymbolEqualityComparer.Default);
    private readonly object _gate = new();
    private Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>>? _subtypes;

    /// <summary>Whether another method may run in its place.</summary>
    public static bool IsOpen(IMethodSymbol method) =>
        method.IsAbstract || (!method.IsStatic && (method.IsVirtual || method.IsOverride) && !method.IsSealed && !method.ContainingType.IsSealed);

    /// <summary>The method itself and all that take its place, in order of declaration; those without a body here included.</summary>
    public ImmutableArray<IMethodSymbol> TargetsOf(IMethodSymbol method, CancellationToken cancellation)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        if (_targets.TryGetValue(definition, out ImmutableArray<IMethodSymbol> known))
            return known;
        if (IsEverybodys(definition))
            return _targets.GetOrAdd(definition, ImmutableArray<IMethodSymbol>.Empty);
        var targets = ImmutableArray.CreateBuilder<IMethodSymbol>(1);
        if (!definition.IsAbstract)
            targets.Add(definition);
        if (Subtypes(cancellation).TryGetValue(definition.ContainingType.OriginalDefinition, out List<INamedTypeSymbol>? types))
        {
            foreach (INamedTypeSymbol type in types)
            {
                if (MemberOf(type, definition) is { IsAbstract: false } target && !targets.Contains(target, SymbolEqualityComparer.Default))
                    targets.Add(target);
            }
        }

        return _targets.GetOrAdd(definition, targets.ToImmutable());
    }

    /// <summary>
    /// <c>IDisposable.Dispose</c> and its like take nothing and give nothing, and half of all types have one: to run them all wherever
    /// something unknown is disposed of would tie everything to everything.
    /// </summary>
    private static bool IsEverybodys(IMethodSymbol definition) =>
        definition is { IsAbstract: true, Parameters.Length: 0, ContainingType: { TypeKind: TypeKind.Interface, DeclaringSyntaxReferences.IsEmpty: true } } &&
        definition.Name is "Dispose" or "DisposeAsync" or "MoveNext" or "MoveNextAsync" or "Reset";

    /// <summary>What runs on an object of exactly this class.</summary>
    public static IMethodSymbol? MemberOf(INamedTypeSymbol type, IMethodSymbol method)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        if (definition.ContainingType.TypeKind == TypeKind.Interface)
        {
            foreach (INamedTypeSymbol @interface in type.AllInterfaces)
            {
                if (!SymbolEqualityComparer.Default.Equals(@interface.OriginalDefinition, definition.ContainingType))
                    continue;
                foreach (ISymbol slot in @interface.GetMembers(definition.Name))
                {
                    if (SymbolEqualityComparer.Default.Equals(slot.OriginalDefinition, definition))
                        return type.FindImplementationForInterfaceMember(slot)?.OriginalDefinition as IMethodSymbol;
                }
            }

            return null;
        }

        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(definition.Name))
            {
                for (IMethodSymbol? overriding = member as IMethodSymbol; overriding is not null; overriding = overriding.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(overriding.OriginalDefinition, definition))
                        return (IMethodSymbol)member.OriginalDefinition;
                }
            }
        }

        return null;
    }

    /// <summary>For each class and interface, the types of this compilation that derive from it or implement it.</summary>
    private Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> Subtypes(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_subtypes is not null)
                return _subtypes;
            var subtypes = new Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>>(SymbolEqualityComparer.Default);
            foreach (INamedTypeSymbol type in SourceTypes.Of(compilation.Assembly))
            {
                cancellation.ThrowIfCancellationRequested();
                if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
                    continue;
                for (INamedTypeSymbol? current = type.BaseType; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
                    Add(subtypes, current, type);
                foreach (INamedTypeSymbol @interface in type.AllInterfaces)
                    Add(subtypes, @interface, type);
            }

            return _subtypes = subtypes;
        }
    }

    private static void Add(Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> subtypes, INamedTypeSymbol @base, INamedTypeSymbol type)
    {
        INamedTypeSymbol definition = @base.OriginalDefinition;
        if (!subtypes.TryGetValue(definition, out List<INamedTypeSymbol>? types))
            subtypes.Add(definition, types = []);
        types.Add(type);
    }
}

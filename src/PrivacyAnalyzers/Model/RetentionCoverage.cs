using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model;

/// <summary>
/// Whether a retention rule covers a member: its own, its type's (or a base's), its owner's where the type is owned, and for an abstract
/// type those of everything that derives from it here. One a compilation; safe for concurrent use.
/// </summary>
internal sealed class RetentionCoverage
{
    private const string Retention = "RetentionAttribute";
    private readonly Compilation _compilation;
    private readonly SourceTypes _types;
    private readonly OwnedTypes _owned;

    public RetentionCoverage(Compilation compilation)
    {
        _compilation = compilation;
        _types = new SourceTypes(compilation);
        _owned = new OwnedTypes(compilation, _types);
    }

    /// <summary>A rule on the member itself, on what it overrides or on what it implements.</summary>
    public static bool IsMemberCovered(ISymbol member)
    {
        for (ISymbol? current = member; current is not null; current = MemberClassifier.Overridden(current))
        {
            if (PrivacyAttributes.FindOnMember(current, Retention) is not null)
                return true;
        }

        return MemberClassifier.ImplementedMembers(member).Any(implemented => PrivacyAttributes.FindOnMember(implemented, Retention) is not null);
    }

    /// <summary>Marked <c>[Transient]</c>, itself or a base.</summary>
    public static bool IsTransient(INamedTypeSymbol type) => HasOnTypeOrBase(type, "TransientAttribute");

    public bool IsTypeCovered(INamedTypeSymbol type, CancellationToken cancellation) =>
        IsCovered(type, ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default), cancellation);

    /// <summary>Owners of owners that are further away are not asked: nothing is said of what they hold.</summary>
    public const int MaxDepth = 100;

    /// <param name="visited">The types on the way here: a type that owns itself is covered by nothing but its own rule.</param>
    private bool IsCovered(INamedTypeSymbol type, ImmutableHashSet<ISymbol> visited, CancellationToken cancellation)
    {
        if (HasOnTypeOrBase(type, Retention) || visited.Count > MaxDepth)
            return true;
        type = type.OriginalDefinition;
        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _compilation.Assembly) || visited.Contains(type))
            return false;
        ImmutableHashSet<ISymbol> further = visited.Add(type);
        ImmutableArray<ISymbol> owners = _owned.OwnersOf(type, cancellation);
        if (owners.Length > 0)
            return owners.All(owner => IsMemberCovered(owner) || IsKept(owner.ContainingType));
        if (!type.IsAbstract)
            return false;
        List<INamedTypeSymbol> derived = _types.DerivedFrom(type).ToList();
        return derived.Count > 0 && derived.All(IsKept);

        bool IsKept(INamedTypeSymbol other) => IsTransient(other) || IsCovered(other, further, cancellation);
    }

    private static bool HasOnTypeOrBase(INamedTypeSymbol type, string attribute)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (PrivacyAttributes.Find(current, attribute) is not null)
                return true;
        }

        return false;
    }
}

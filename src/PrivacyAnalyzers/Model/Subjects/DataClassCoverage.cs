using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// Which data classes a member's data belongs to: its own, its type's (or a base's), its owners' where the type is owned, or the
/// statement's only one. One a compilation; safe for concurrent use.
/// </summary>
internal sealed class DataClassCoverage(Compilation compilation, PrivacyStatement statement, SourceTypes types)
{
    private readonly NameResolver _names = new(statement, CancellationToken.None);
    private readonly OwnedTypes _owned = new(compilation, types);

    /// <summary>The classes; none where nothing says one, several where several owners do.</summary>
    public ImmutableArray<string> Of(ISymbol member, INamedTypeSymbol type, CancellationToken cancellation) =>
        _names.DataClass(member) is { } own ? ImmutableArray.Create(own) : Of(type, ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default), cancellation);

    /// <param name="visited">The types on the way here: a type that owns itself says nothing by that.</param>
    private ImmutableArray<string> Of(INamedTypeSymbol type, ImmutableHashSet<ISymbol> visited, CancellationToken cancellation)
    {
        if (NameResolver.OfType(type, _names.DataClass) is { } said)
            return ImmutableArray.Create(said);
        type = type.OriginalDefinition;
        if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) && !visited.Contains(type) && visited.Count < RetentionCoverage.MaxDepth)
        {
            ImmutableArray<ISymbol> owners = _owned.OwnersOf(type, cancellation);
            ImmutableHashSet<ISymbol> further = visited.Add(type);
            ImmutableArray<string>[] theirs = owners
                .Where(owner => !RetentionCoverage.IsTransient(owner.ContainingType))
                .Select(owner => _names.DataClass(owner) is { } held ? ImmutableArray.Create(held) : Of(owner.ContainingType, further, cancellation)).ToArray();
            if (theirs.Length > 0 && theirs.All(classes => !classes.IsEmpty))
                return theirs.SelectMany(classes => classes).Distinct().ToImmutableArray();
        }

        return _names.OnlyDataClass is { } only ? ImmutableArray.Create(only) : ImmutableArray<string>.Empty;
    }
}

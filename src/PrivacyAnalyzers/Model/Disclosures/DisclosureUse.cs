using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Disclosures;

internal enum DisclosureUseKind
{
    /// <summary>Read in code of a purpose.</summary>
    Purpose,

    /// <summary>Handed to a recipient.</summary>
    Recipient,
}

/// <summary>Code does something with a classified member that the record lists.</summary>
/// <param name="Member">The member's definition.</param>
/// <param name="Name">The purpose's or the recipient's name.</param>
internal readonly record struct DisclosureUse(ISymbol Member, DisclosureUseKind Kind, string Name);

/// <summary>What a compilation's code does with members. Whoever follows values adds what it finds; one a compilation, safe for concurrent use.</summary>
internal interface IDisclosureUses
{
    void Add(DisclosureUse use);

    /// <summary>The purposes or recipients of a member, in no order.</summary>
    IEnumerable<string> Of(ISymbol member, DisclosureUseKind kind);

    /// <summary>All members that something is done with.</summary>
    IEnumerable<ISymbol> Members { get; }
}

internal sealed class DisclosureUses : IDisclosureUses
{
    private readonly ConcurrentDictionary<ISymbol, ConcurrentDictionary<(DisclosureUseKind Kind, string Name), bool>> _uses = new(SymbolEqualityComparer.Default);

    public IEnumerable<ISymbol> Members => _uses.Keys;

    public void Add(DisclosureUse use) =>
        _uses.GetOrAdd(use.Member.OriginalDefinition, static _ => new()).TryAdd((use.Kind, use.Name), true);

    public IEnumerable<string> Of(ISymbol member, DisclosureUseKind kind) =>
        _uses.TryGetValue(member.OriginalDefinition, out var uses) ? uses.Keys.Where(use => use.Kind == kind).Select(use => use.Name) : Enumerable.Empty<string>();
}

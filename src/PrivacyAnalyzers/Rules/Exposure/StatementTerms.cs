using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>What the statement lets be done with a member's data. One a compilation; safe for concurrent use.</summary>
internal sealed class StatementTerms(Compilation compilation, PrivacyStatement statement, SourceTypes types)
{
    private readonly DataClassCoverage _classes = new(compilation, statement, types);
    private readonly ConcurrentDictionary<ISymbol, string?> _products = new(SymbolEqualityComparer.Default);

    public PrivacyStatement Statement => statement;

    /// <summary>Which purposes and recipients code has.</summary>
    public CodeMarks Marks { get; } = ModelCache.Marks(compilation);

    /// <summary>What the statement says of this recipient and this value; <see langword="null"/> where it may go there.</summary>
    public string? ObjectionTo(RecipientEntry recipient, SourceOrigin source, CancellationToken cancellation)
    {
        if (recipient.Kind == "sale" && !statement.Sells)
            return "to which it would be sold, and the statement says that nothing is";
        bool receives = recipient.Receives.Items.Contains(source.Category) || statement.FindCategory(source.Category)?.DisclosedTo.Items.Contains(recipient.Name) == true;
        if (!receives)
            return "which the statement does not let receive this category";
        return recipient.Classes.Count > 0 && ClassesOf(source.Member, cancellation).Where(name => !recipient.Classes.Items.Contains(name)).FirstOrDefault() is { } other
            ? $"which the statement does not let receive data of the class '{other}'"
            : null;
    }

    /// <summary>The same of a purpose.</summary>
    public string? ObjectionTo(PurposeEntry purpose, ISymbol member, string category, CancellationToken cancellation)
    {
        // Asking for a person's choice is no use of it.
        if (statement.FindCategory(category) is not { } entry || PrivacyAttributes.FindOnMember(member, "OptOutAttribute") is not null || PrivacyAttributes.FindOnMember(member, "ConsentAttribute") is not null)
            return null;
        if (!entry.Purposes.Items.Contains(purpose.Name))
            return "which the statement does not name for this category";

        // Of data that it only processes for others, the company does what they instruct: by contract, or because a law says so.
        return purpose.Basis is not (LegalBasis.Contract or LegalBasis.LegalObligation) && ClassesOf(member, cancellation) is { IsEmpty: false } classes &&
            classes.Select(statement.FindDataClass).FirstOrDefault(found => found is { IsController: false }) is { } processed
            ? $"a purpose of the company's own, and data of the class '{processed.Name}' is only processed for its customers"
            : null;
    }

    /// <summary>The first way of the data that no transfer mechanism covers, as (from, to).</summary>
    public (string From, string To)? MissingTransfer(RecipientEntry recipient, string? product)
    {
        foreach (string from in statement.Transfers.Select(transfer => transfer.From).Distinct())
        {
            foreach (string to in recipient.Regions)
            {
                if (to != from && !IsCovered(from, to, product))
                    return (from, to);
            }
        }

        return null;
    }

    /// <summary>The product that code belongs to, by the nearest <c>[Product]</c> around it.</summary>
    public string? ProductOf(ISymbol owner) => _products.TryGetValue(owner, out string? known) ? known : _products.GetOrAdd(owner, FindProduct(owner));

    private bool IsCovered(string from, string to, string? product)
    {
        TransferEntry[] entries = statement.Transfers.Where(transfer => transfer.From == from && transfer.To == to).ToArray();

        // An entry with a product replaces the general one for that product's code.
        TransferEntry? entry = (product is null ? null : entries.FirstOrDefault(transfer => transfer.Product == product)) ?? entries.FirstOrDefault(transfer => transfer.Product is null);
        return entry is { Mechanisms.Count: > 0 };
    }

    private ImmutableArray<string> ClassesOf(ISymbol member, CancellationToken cancellation) =>
        member is IPropertySymbol or IFieldSymbol && member.ContainingType is { } type && !RetentionCoverage.IsTransient(type)
            ? _classes.Of(member, type, cancellation)
            : ImmutableArray<string>.Empty;

    private static string? FindProduct(ISymbol owner)
    {
        for (ISymbol? symbol = owner; symbol is not null; symbol = symbol.ContainingSymbol)
        {
            if (symbol is INamedTypeSymbol && PrivacyAttributes.NameArgument(PrivacyAttributes.Find(symbol, "ProductAttribute"))?.Text is { } name)
                return name;
        }

        return owner.ContainingAssembly is { } assembly ? PrivacyAttributes.NameArgument(PrivacyAttributes.Find(assembly, "ProductAttribute"))?.Text : null;
    }
}

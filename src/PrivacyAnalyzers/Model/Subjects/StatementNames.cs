using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Finds what an attribute's name means in the statement. Without a statement a name stands for itself.</summary>
internal sealed class StatementNames(PrivacyStatement? statement, CancellationToken cancellation)
{
    private readonly ImmutableArray<string> _consents = Consents(statement);
    private readonly ImmutableArray<string> _clocks = Clocks(statement);
    private readonly Dictionary<string, RetentionRule> _rules = new(StringComparer.Ordinal);

    /// <summary>The data class of what does not say one: the statement's only one.</summary>
    public string? OnlyDataClass { get; } = statement is { DataClasses.Count: 1 } ? statement.DataClasses[0].Name : null;

    public static ImmutableArray<string> Consents(PrivacyStatement? statement) => statement is null
        ? ImmutableArray<string>.Empty
        : Distinct(statement.Categories.Select(entry => entry.Consent).Concat(statement.Purposes.Select(entry => entry.Consent)));

    public static ImmutableArray<string> Clocks(PrivacyStatement? statement) => statement is null
        ? ImmutableArray<string>.Empty
        : Distinct(statement.Retention.Select(entry => entry.After));

    public static ImmutableArray<string> Products(PrivacyStatement? statement) => statement is null
        ? ImmutableArray<string>.Empty
        : Distinct(statement.Products.Select(entry => (string?)entry.Name).Concat(statement.Transfers.Select(entry => entry.Product)));

    public CategoryEntry? Category(string? category) => category is null ? null : statement?.FindCategory(category);

    public string? DataClass(ISymbol symbol) =>
        Written(symbol, "DataClassAttribute") is { } written
            ? statement is null ? written.Text : Vocabulary.Resolve(written, statement.DataClasses)
            : null;

    public RetentionRule? Retention(ISymbol symbol)
    {
        if (Written(symbol, "RetentionAttribute") is not { } written)
            return null;
        string name = statement is null ? written.Text : Vocabulary.Resolve(written, statement.Retention);
        if (!_rules.TryGetValue(name, out RetentionRule? rule))
            _rules.Add(name, rule = statement?.FindRetention(name) is { } entry ? RetentionRule.From(entry) : RetentionRule.Unknown(name));
        return rule;
    }

    public string? Clock(ISymbol member) => Among(_clocks, Written(member, "RetentionClockAttribute"));

    public string? Consent(ISymbol member) => Among(_consents, Written(member, "ConsentAttribute"));

    public string? OptOut(ISymbol member) =>
        Written(member, "OptOutAttribute") is { } written
            ? statement is null ? written.Text : Vocabulary.Resolve(written, statement.Purposes)
            : null;

    /// <summary>What a type says, or the nearest type it derives from that says something.</summary>
    public static T? OfType<T>(INamedTypeSymbol type, Func<ISymbol, T?> read)
        where T : class
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (read(current) is { } found)
                return found;
        }

        return null;
    }

    private WrittenName? Written(ISymbol symbol, string attribute) =>
        PrivacyAttributes.NameArgument(MemberAttributes.Find(symbol, attribute), cancellation);

    private static string? Among(ImmutableArray<string> names, WrittenName? written)
    {
        if (written is not { } name)
            return null;
        return name.IsIdentifier ? names.FirstOrDefault(candidate => Vocabulary.ToIdentifier(candidate) == name.Text) ?? name.Text : name.Text;
    }

    private static ImmutableArray<string> Distinct(IEnumerable<string?> names) =>
        names.OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToImmutableArray();
}

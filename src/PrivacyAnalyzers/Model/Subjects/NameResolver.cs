using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Finds what an attribute's name means in the statement. Without a statement a name stands for itself.</summary>
internal sealed class NameResolver(PrivacyStatement? statement, CancellationToken cancellation)
{
    private readonly IReadOnlyList<string> _consents = Names(statement, NameKind.Consent);
    private readonly IReadOnlyList<string> _clocks = Names(statement, NameKind.Clock);
    private readonly Dictionary<string, RetentionRule> _rules = new(StringComparer.Ordinal);

    /// <summary>The data class of what does not say one: the statement's only one.</summary>
    public string? OnlyDataClass { get; } = statement is { DataClasses.Count: 1 } ? statement.DataClasses[0].Name : null;

    public CategoryEntry? Category(string? category) => category is null ? null : statement?.FindCategory(category);

    /// <summary>Those to whom a category is disclosed and who receive data of the class.</summary>
    public EquatableArray<string> Recipients(CategoryEntry? category, string? dataClass) => category is null
        ? EquatableArray<string>.Empty
        : category.DisclosedTo.Where(name => dataClass is null || statement?.FindRecipient(name) is not { Classes.Count: > 0 } recipient || recipient.Classes.Contains(dataClass)).ToEquatableArray();

    public PurposeEntry? Purpose(string? purpose) => purpose is null ? null : statement?.FindPurpose(purpose);

    /// <summary>What a person may take along (GDPR Art. 20): used on the ground of consent or contract, neither a conclusion nor from others alone.</summary>
    public bool IsPortable(string? category)
    {
        if (category is null or Categories.Credential or "inference")
            return false;
        if (statement is null || Category(category) is not { } entry)
            return true;
        bool isGivenByOthers = entry.Sources.Count > 0 && entry.Sources.All(source => source.StartsWith("third-part", StringComparison.Ordinal) || source.StartsWith("public-", StringComparison.Ordinal));
        return !isGivenByOthers && entry.Purposes.Any(purpose => statement.FindPurpose(purpose)?.Basis is LegalBasis.Contract or LegalBasis.Consent);
    }

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

    private static string? Among(IReadOnlyList<string> names, WrittenName? written)
    {
        if (written is not { } name)
            return null;
        return name.IsIdentifier ? names.FirstOrDefault(candidate => Vocabulary.ToIdentifier(candidate) == name.Text) ?? name.Text : name.Text;
    }

    private static IReadOnlyList<string> Names(PrivacyStatement? statement, NameKind kind) =>
        statement is null ? Array.Empty<string>() : StatementNames.Of(statement, kind);
}

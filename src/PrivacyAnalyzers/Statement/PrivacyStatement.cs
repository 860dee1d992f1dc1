using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Statement;

/// <summary>
/// What the company allows itself, as its privacy statement says: <c>privacy.yml</c>, read. Plain data that compares by value,
/// so that generators can cache on it; every entry knows the line it stands on.
/// </summary>
/// <param name="Title">The statement's name.</param>
/// <param name="Effective">From when it is in force.</param>
/// <param name="Sells">Whether it admits to selling personal data.</param>
internal sealed record PrivacyStatement(
    string Title,
    StatementDate Effective,
    Position EffectivePosition,
    bool Sells,
    EquatableArray<DataClassEntry> DataClasses,
    EquatableArray<PurposeEntry> Purposes,
    EquatableArray<CategoryEntry> Categories,
    EquatableArray<RetentionEntry> Retention,
    EquatableArray<RecipientEntry> Recipients,
    EquatableArray<TransferEntry> Transfers,
    EquatableArray<NameEntry> Products,
    EquatableArray<MinimumAgeEntry> MinimumAges,
    EquatableArray<AutomatedDecisionEntry> AutomatedDecisions,
    EquatableArray<LogEntry> Logs,
    EquatableArray<TaxonomyEntry> Taxonomies)
{
    public RetentionEntry? FindRetention(string name) => Find(Retention, name);

    public CategoryEntry? FindCategory(string name) => Find(Categories, name);

    public DataClassEntry? FindDataClass(string name) => Find(DataClasses, name);

    public PurposeEntry? FindPurpose(string name) => Find(Purposes, name);

    public RecipientEntry? FindRecipient(string name) => Find(Recipients, name);

    public LogEntry? FindLog(string name) => Find(Logs, name);

    private static T? Find<T>(EquatableArray<T> entries, string name)
        where T : class, IStatementEntry, IEquatable<T>
    {
        foreach (T entry in entries)
        {
            if (entry.Name == name)
                return entry;
        }

        return null;
    }
}

/// <summary>An entry of the statement that code may name.</summary>
internal interface IStatementEntry
{
    string Name { get; }

    Position Position { get; }
}

/// <summary>A place in the statement's file: line and column from zero, as Roslyn counts, and the length of what stands there.</summary>
internal readonly record struct Position(int Line, int Column, int Length);

internal readonly record struct StatementDate(int Year, int Month, int Day) : IComparable<StatementDate>
{
    public int CompareTo(StatementDate other) => ((Year * 10000) + (Month * 100) + Day).CompareTo((other.Year * 10000) + (other.Month * 100) + other.Day);

    public override string ToString() => FormattableString.Invariant($"{Year:0000}-{Month:00}-{Day:00}");
}

/// <summary>An ISO 8601 duration of calendar units, such as <c>P7Y</c> or <c>P60D</c>.</summary>
internal readonly record struct Period(int Years, int Months, int Weeks, int Days)
{
    /// <summary>The shortest ISO 8601 text, such as <c>P1Y6M</c>.</summary>
    public override string ToString()
    {
        string text = "P";
        if (Years != 0) text += Years + "Y";
        if (Months != 0) text += Months + "M";
        if (Weeks != 0) text += Weeks + "W";
        if (Days != 0 || text == "P") text += Days + "D";
        return text;
    }
}

internal enum LegalBasis { Contract, LegitimateInterest, Consent, LegalObligation, VitalInterest }

internal enum KeepKind
{
    /// <summary>For a period after the clock's event.</summary>
    Period,

    /// <summary>As long as the customer instructs; then gone within <see cref="RetentionEntry.Within"/>.</summary>
    Instructed,

    /// <summary>As long as a law requires, on the stated <see cref="RetentionEntry.Ground"/>.</summary>
    ByLaw,
}

internal enum RetentionEnd { Delete, Anonymize }

/// <summary>A name with nothing else, such as a product.</summary>
internal sealed record NameEntry(string Name, Position Position) : IStatementEntry;

/// <param name="IsController">The company decides why and how data of this class is processed.</param>
/// <param name="IsProcessor">It processes such data on a customer's instructions. Both may hold, by purpose.</param>
internal sealed record DataClassEntry(string Name, Position Position, bool IsController, bool IsProcessor) : IStatementEntry;

/// <param name="Consent">The consent that the purpose needs, where it names one.</param>
/// <param name="OptOutWithin">How soon an opt-out takes effect, where the purpose has one.</param>
internal sealed record PurposeEntry(string Name, Position Position, LegalBasis Basis, string? Consent, Period? OptOutWithin) : IStatementEntry;

internal sealed record CategoryEntry(
    string Name,
    Position Position,
    EquatableArray<string> Classes,
    EquatableArray<string> Sources,
    EquatableArray<string> Purposes,
    EquatableArray<string> DisclosedTo,
    string? Consent) : IStatementEntry;

/// <param name="Keep">What <c>keep</c> says.</param>
/// <param name="Duration">The period, for <see cref="KeepKind.Period"/>.</param>
/// <param name="After">The clock that the period counts from.</param>
/// <param name="Within">The deadline of an instructed deletion.</param>
/// <param name="Ground">The legal ground, as the statement spells it, for <see cref="KeepKind.ByLaw"/>.</param>
internal sealed record RetentionEntry(
    string Name,
    Position Position,
    KeepKind Keep,
    Period? Duration,
    string? After,
    Period? Within,
    string? Ground,
    RetentionEnd Then) : IStatementEntry;

/// <param name="Kind">One of the closed list, as the statement spells it, such as <c>service-provider</c>.</param>
internal sealed record RecipientEntry(
    string Name,
    Position Position,
    string Kind,
    EquatableArray<string> Receives,
    EquatableArray<string> Classes,
    EquatableArray<string> Regions) : IStatementEntry;

internal sealed record TransferEntry(Position Position, string From, string To, string? Product, EquatableArray<string> Mechanisms);

internal sealed record MinimumAgeEntry(string Region, Position Position, int Age);

internal sealed record AutomatedDecisionEntry(string Name, Position Position, bool NoticeRequired, bool HumanReviewRequired) : IStatementEntry;

internal sealed record LogEntry(string Name, Position Position, string? Purpose, EquatableArray<string> Accepts) : IStatementEntry;

/// <param name="AttributeName">The full metadata name of someone else's classification attribute.</param>
internal sealed record TaxonomyEntry(string AttributeName, Position Position, string Category);

/// <summary>What is wrong in the statement's file, and where.</summary>
/// <param name="Message">The fault and its remedy, as a sentence without a full stop at its end.</param>
internal sealed record StatementError(string Message, Position Position);

/// <summary>The statement's file, read.</summary>
/// <param name="Path">The file's path, as the compiler knows it.</param>
/// <param name="Statement">What it says; <see langword="null"/> where it cannot be read at all. With errors, what could still be read.</param>
internal sealed record StatementFile(string Path, PrivacyStatement? Statement, EquatableArray<StatementError> Errors);

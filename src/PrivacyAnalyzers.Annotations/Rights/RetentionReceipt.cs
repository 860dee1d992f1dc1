using System.Globalization;
using System.Text;

namespace PrivacyAnalyzers;

/// <summary>What a retention sweep did: how many rows of each entity ran out by which rule, and how many a legal hold kept.</summary>
/// <remarks>Clauses S13 to S16 and S19. GDPR Art. 5(1)(e), CCPA 1798.100(a)(3). It holds counts and names, never personal data.</remarks>
public sealed record RetentionReceipt
{
    /// <summary>The context whose data was swept, such as <c>ShopDb</c>.</summary>
    public required string Context { get; init; }

    /// <summary>The moment that periods were counted to.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Each entity and rule that a period drives, also those that nothing was due for, in the order in which they were handled.</summary>
    public required IReadOnlyList<EntityRetention> Entities { get; init; }

    /// <summary>How many rows were deleted.</summary>
    public int Deleted => Entities.Sum(entity => entity.Deleted);

    /// <summary>How many times a row had personal data cleared.</summary>
    public int Anonymized => Entities.Sum(entity => entity.Anonymized);

    /// <summary>How many times a row was due and a legal hold kept it.</summary>
    public int Held => Entities.Sum(entity => entity.Held);

    /// <summary>The receipt as plain text, one fact a line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Retention sweep of {Context} as of {AsOf:u}");
        foreach (EntityRetention entity in Entities)
            text.Append('\n').Append(entity);
        return text.ToString();
    }
}

/// <summary>What a retention sweep did to one entity's rows by one rule.</summary>
/// <param name="Entity">The entity's type, such as <c>SupportTicket</c>.</param>
/// <param name="Rule">The retention rule.</param>
/// <param name="Keep">The rule's period, ISO 8601, such as <c>P3Y</c>.</param>
/// <param name="After">The event that the period counts from.</param>
/// <param name="Deleted">Rows that ran out and are gone.</param>
/// <param name="Anonymized">Rows that ran out and stay without the personal data that the rule covers.</param>
/// <param name="Held">Rows that ran out and stay as they are under a legal hold.</param>
public sealed record EntityRetention(string Entity, string Rule, string Keep, string After, int Deleted, int Anonymized, int Held)
{
    /// <summary>Names and counts.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Entity} by {Rule} ({Keep} after {After}): {Deleted} deleted, {Anonymized} anonymised, {Held} held");
}

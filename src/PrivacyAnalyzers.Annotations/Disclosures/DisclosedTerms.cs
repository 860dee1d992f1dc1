namespace PrivacyAnalyzers;

/// <summary>A category of personal data that the code stores.</summary>
/// <remarks>Clauses S04 and S27. CCPA 1798.110(c) and 1798.130(c).</remarks>
/// <param name="Name">The statement's key, such as <c>identifier</c>.</param>
/// <param name="Sources">Where such data comes from.</param>
/// <param name="Purposes">What it is used for.</param>
/// <param name="Recipients">Who receives it.</param>
/// <param name="Consent">The consent that it needs.</param>
public sealed record DisclosedCategory(
    string Name,
    IReadOnlyList<string> Sources,
    IReadOnlyList<DisclosedPurpose> Purposes,
    IReadOnlyList<DisclosedRecipient> Recipients,
    string? Consent);

/// <summary>A purpose and what makes it lawful.</summary>
/// <remarks>Clauses S18 and S33. GDPR Art. 6 and 13(1)(c).</remarks>
/// <param name="Name">The statement's key.</param>
/// <param name="LegalBasis"><c>contract</c>, <c>legitimate-interest</c>, <c>consent</c>, <c>legal-obligation</c> or <c>vital-interest</c>.</param>
/// <param name="Consent">The consent that the purpose needs.</param>
/// <param name="OptOutWithin">How soon an opt-out takes effect, where there is one.</param>
public sealed record DisclosedPurpose(string Name, string LegalBasis, string? Consent, RetentionPeriod? OptOutWithin);

/// <summary>Somebody who receives personal data.</summary>
/// <remarks>Clause S25. GDPR Art. 13(1)(e).</remarks>
/// <param name="Name">The statement's key.</param>
/// <param name="Kind">Such as <c>service-provider</c>; <c>sale</c> where the data is sold.</param>
/// <param name="Regions">Where the recipient is.</param>
public sealed record DisclosedRecipient(string Name, string Kind, IReadOnlyList<string> Regions);

/// <summary>On what a transfer between regions rests.</summary>
/// <remarks>Clause S28. GDPR Art. 13(1)(f) and 44–49.</remarks>
/// <param name="From">The region the data leaves.</param>
/// <param name="To">The region it goes to.</param>
/// <param name="Product">The product whose own rule this is; <see langword="null"/> for the general one.</param>
/// <param name="Mechanisms">Such as <c>standard-contractual-clauses</c>.</param>
public sealed record DisclosedTransfer(string From, string To, string? Product, IReadOnlyList<string> Mechanisms);

/// <summary>How long data is kept, and what happens then.</summary>
/// <remarks>Clauses S13 to S17. GDPR Art. 13(2)(a).</remarks>
/// <param name="Rule">The statement's key.</param>
/// <param name="Description">In words, such as <c>Kept P7Y after account-closed, then delete</c>.</param>
/// <param name="Period">The period, where there is one.</param>
/// <param name="After">The event that the period counts from.</param>
/// <param name="Within">The deadline of a deletion that the customer instructs.</param>
/// <param name="Ground">The legal ground of data that is kept as long as a law requires.</param>
/// <param name="Then"><c>delete</c> or <c>anonymize</c>; <see langword="null"/> where the statement does not know the rule.</param>
public sealed record DisclosedRetention(
    string Rule,
    string Description,
    RetentionPeriod? Period,
    string? After,
    RetentionPeriod? Within,
    string? Ground,
    string? Then);

/// <summary>One line of the retention schedule.</summary>
/// <param name="Retention">The rule.</param>
/// <param name="Categories">The categories of data kept by it.</param>
/// <param name="Types">The stored types that hold such data.</param>
public sealed record ScheduledRetention(DisclosedRetention Retention, IReadOnlyList<string> Categories, IReadOnlyList<string> Types);

namespace PrivacyAnalyzers;

/// <summary>One member of the code that stores personal data, and all that the statement says of it.</summary>
/// <remarks>Clauses S02, S05, S27, S28, S33 and S34. GDPR Art. 13, 14 and 30; CCPA 1798.110 and 1798.130(a)(5).</remarks>
public sealed record DisclosedMember
{
    /// <summary>The stored type, such as <c>Shop.Customer</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The member, with what holds it where it stands in an owned or complex type, such as <c>Address.Street</c>.</summary>
    public required string Member { get; init; }

    /// <summary>The statement's category.</summary>
    public required string Category { get; init; }

    /// <summary>The statement's data class; <see langword="null"/> where neither the model nor the statement gives one.</summary>
    public string? DataClass { get; init; }

    /// <summary>What the company is with regard to this data.</summary>
    public DisclosedRoles Roles { get; init; }

    /// <summary>Where the data comes from.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>What it is used for.</summary>
    public IReadOnlyList<DisclosedPurpose> Purposes { get; init; } = [];

    /// <summary>Who receives it: recipients of its category and of its data class.</summary>
    public IReadOnlyList<DisclosedRecipient> Recipients { get; init; } = [];

    /// <summary>On what its transfers to those recipients' regions rest.</summary>
    public IReadOnlyList<DisclosedTransfer> Transfers { get; init; } = [];

    /// <summary>The consent that its category needs.</summary>
    public string? Consent { get; init; }

    /// <summary>How long it is kept; <see langword="null"/> where the model does not say.</summary>
    public DisclosedRetention? Retention { get; init; }
}

/// <summary>What a company is with regard to personal data.</summary>
/// <remarks>Clause S02. GDPR Art. 4(7) and (8).</remarks>
[Flags]
public enum DisclosedRoles
{
    /// <summary>The statement does not say.</summary>
    None = 0,

    /// <summary>It decides why and how the data is processed.</summary>
    Controller = 1,

    /// <summary>It processes the data on a customer's instructions.</summary>
    Processor = 2,
}

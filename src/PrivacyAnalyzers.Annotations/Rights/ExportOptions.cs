namespace PrivacyAnalyzers;

/// <summary>What an export is asked for.</summary>
public enum ExportScope
{
    /// <summary>Everything that is stored about the person. GDPR Art. 15; CCPA 1798.110.</summary>
    Access,

    /// <summary>
    /// What the person provided, to take along: data of categories that are used on the ground of consent or contract, and that come neither from
    /// others alone nor from conclusions. GDPR Art. 20.
    /// </summary>
    Portability,
}

/// <summary>What goes into an export.</summary>
/// <remarks>Clause S21. A copy may not harm others (GDPR Art. 15(4)): message bodies can be left out.</remarks>
public sealed record ExportOptions
{
    /// <summary>What the export is for.</summary>
    public ExportScope Scope { get; init; }

    /// <summary>Whether message bodies and recordings (<c>content</c>) go along.</summary>
    public bool IncludeContent { get; init; } = true;

    /// <summary>Only this category, if given; <c>choices</c> for what the person chose.</summary>
    public string? Category { get; init; }

    /// <summary>What stands for consents, opt-outs and restrictions, which have no category.</summary>
    public const string Choices = "choices";

    /// <summary>Whether a member goes into the export. Generated code asks.</summary>
    /// <param name="member">The member.</param>
    public bool Includes(ExportedMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return (Category is null || Category == (member.Category ?? Choices)) &&
            (IncludeContent || member.Category != "content") &&
            (Scope == ExportScope.Access || member.IsPortable);
    }

    /// <summary>Whether any of these members goes into the export. Generated code asks.</summary>
    /// <param name="members">The members.</param>
    public bool IncludesAny(params ExportedMember[] members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return Array.Exists(members, Includes);
    }
}

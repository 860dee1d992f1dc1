namespace PrivacyAnalyzers;

/// <summary>What an export says of a member besides its value: what kind of data it is, what it is used for and how long it is kept.</summary>
/// <remarks>Clause S21: the person learns what is held and why. GDPR Art. 15(1); CCPA 1798.110.</remarks>
/// <param name="Name">The member's name; for a member of an owned or complex type with the names of what holds it, such as <c>Address.Street</c>.</param>
/// <param name="Category">The statement's category; <see langword="null"/> for a recorded choice, which is exported though it is no personal data by itself.</param>
/// <param name="DataClass">The statement's data class, where the model or the statement gives one.</param>
/// <param name="Purposes">What the statement says data of this category is used for.</param>
/// <param name="Retention">The retention rule's name, where the model gives one.</param>
/// <param name="Kept">The retention rule in words, such as <c>Kept P60D after account-closed, then anonymize</c>.</param>
/// <param name="Choice">The consent or the opt-out that the member records.</param>
public sealed record ExportedMember(
    string Name,
    string? Category,
    string? DataClass,
    IReadOnlyList<string> Purposes,
    string? Retention,
    string? Kept,
    string? Choice)
{
    /// <summary>Where the statement says data of this category comes from.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Whom the statement says data of this category and class is disclosed to.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Whether the person may take it along: see <see cref="ExportScope.Portability"/>.</summary>
    public bool IsPortable { get; init; }

    /// <summary>Stands for a credential's value: a copy of somebody's data holds no secret in clear.</summary>
    /// <remarks>Clause S11.</remarks>
    public const string Withheld = "withheld";
}

/// <summary>One value of an export, with what there is to say of it.</summary>
/// <typeparam name="T">The member's type.</typeparam>
/// <param name="Value">The value as stored; for a credential <see cref="ExportedMember.Withheld"/>.</param>
/// <param name="Member">What the value is.</param>
public readonly record struct Exported<T>(T Value, ExportedMember Member)
{
    /// <summary>Names the member, never the value: an export may meet a log.</summary>
    public override string ToString() => Member?.Name ?? "";
}

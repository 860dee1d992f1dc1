namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>A value that is stored with a row.</summary>
/// <param name="Name">As declared, not escaped.</param>
/// <param name="Identifier">As code writes it: <c>@class</c> for a member named <c>class</c>.</param>
/// <param name="Type">Its C# type with <c>global::</c> names and nullable annotation.</param>
/// <param name="Shape">How its value can be written down.</param>
/// <param name="IsNullable">May hold <see langword="null"/>: an annotated reference, a <c>T?</c>, or a reference in code without annotations.</param>
/// <param name="IsRequired">Declared with <c>required</c>.</param>
/// <param name="IsMapped">Stored in a column, rather than computed by the type.</param>
/// <param name="Category">The statement's category; <see langword="null"/> for what is not personal data.</param>
/// <param name="DataClass">Its own data class, or its type's, or its owner's, or the statement's only one.</param>
/// <param name="Retention">Its own rule, or its type's, or its owner's.</param>
/// <param name="Purposes">What the statement says its category is used for.</param>
/// <param name="Recipients">Whom the statement says its category is disclosed to, of those who receive its data class.</param>
/// <param name="AnonymizeWith">The C# expression that <c>[Anonymize(With = …)]</c> gives; <see langword="null"/> where there is none.</param>
/// <param name="Clock">The event whose time it records.</param>
/// <param name="Consent">The consent that it records.</param>
/// <param name="OptOut">The purpose whose opt-out it records.</param>
/// <param name="OptOutWithin">How soon that opt-out takes effect, where the statement says.</param>
/// <param name="NeededConsent">The consent that the statement's category of it needs.</param>
/// <param name="IsPortable">The person may take it along: it is used on the ground of consent or contract, and is neither a conclusion nor from others alone.</param>
/// <param name="IsRestriction">It records that the person's data is kept and not used.</param>
internal sealed record MemberModel(
    string Name,
    string Identifier,
    string Type,
    ValueShape Shape,
    bool IsNullable,
    bool IsValueType,
    SetterKind Setter,
    bool IsRequired,
    bool IsMapped,
    bool IsKey,
    bool IsForeignKey,
    bool IsUnique,
    int? MaxLength,
    string? Category,
    string? DataClass,
    RetentionRule? Retention,
    EquatableArray<string> Purposes,
    EquatableArray<string> Recipients,
    string? AnonymizeWith,
    bool IsLegalHold,
    string? Clock,
    string? Consent,
    string? OptOut,
    Statement.Period? OptOutWithin,
    string? NeededConsent,
    bool IsPortable,
    bool IsRestriction)
{
    /// <summary>Why what <c>[Anonymize(With = …)]</c> says is no value of its type, and what to do; <see langword="null"/> where it is one, or says nothing.</summary>
    public string? WrongReplacement { get; init; }

    /// <summary>A law keeps it, whatever the person asks for.</summary>
    public bool IsKeptByLaw => Retention is { IsByLaw: true };

    /// <summary>Where the statement says its category comes from.</summary>
    public EquatableArray<string> Sources { get; init; } = EquatableArray<string>.Empty;

    /// <summary>As a key it would be one that was made for the row: a number, a GUID, or whatever ASP.NET Core Identity makes of it.</summary>
    public bool IsMadeKey { get; init; }

    /// <summary>Its type has <c>==</c>.</summary>
    public bool HasOperator { get; init; } = true;

    /// <summary>Why the default of its value type cannot take its place in a column, and what to do; <see langword="null"/> where it can.</summary>
    public string? WrongDefault { get; init; }
}

/// <summary>An owned or complex type's value inside a row.</summary>
/// <param name="Name">The member that holds it.</param>
/// <param name="IsCollection">Holds several of them (<c>OwnsMany</c>).</param>
/// <param name="MemberType">The C# type of the member that holds it.</param>
/// <param name="IsComplex">A complex type (it has no identity), not an owned one.</param>
/// <param name="IsJson">Stored as JSON in a column of its owner.</param>
/// <param name="IsApart">Stored in a table of its own.</param>
/// <param name="IsStored">Stored by the database, rather than computed by the type.</param>
internal sealed record ComponentModel(
    string Name,
    string Identifier,
    TypeName Type,
    string MemberType,
    bool IsCollection,
    bool IsComplex,
    bool IsJson,
    bool IsApart,
    bool IsStored,
    bool IsNullable,
    bool IsValueType,
    SetterKind Setter,
    EquatableArray<MemberModel> Members,
    EquatableArray<ComponentModel> Components);

/// <summary>Who can set a member.</summary>
internal enum SetterKind
{
    /// <summary>Nobody from outside: it has no setter, or one that generated code cannot reach.</summary>
    None,

    /// <summary>Object initialisers only.</summary>
    Init,

    /// <summary>Generated code.</summary>
    Settable,
}

/// <summary>How a value is written down, without reflection.</summary>
/// <param name="Kind">The value's kind, or its elements' kind where <paramref name="IsSequence"/>.</param>
/// <param name="IsSequence">An array or collection of such values.</param>
/// <param name="IsNullableElement">The elements may be <see langword="null"/>.</param>
internal sealed record ValueShape(ValueKind Kind, bool IsSequence, bool IsNullableElement);

internal enum ValueKind
{
    /// <summary><see cref="string"/>.</summary>
    Text,
    Boolean,

    /// <summary>A number that JSON numbers hold: <c>byte</c> to <c>ulong</c>, <c>float</c>, <c>double</c>, <c>decimal</c>.</summary>
    Number,
    Guid,
    DateTime,
    DateTimeOffset,

    /// <summary><see cref="byte"/> arrays: written as base 64.</summary>
    Bytes,
    Enum,

    /// <summary>A type with a culture-free text of its own: <c>DateOnly</c>, <c>TimeSpan</c>, <c>Int128</c> and whatever else is <c>IFormattable</c>.</summary>
    Formattable,

    /// <summary>A type of which its own <c>ToString</c> gives the value: <c>char</c>, <c>Uri</c>, <c>IPAddress</c>, <c>MailAddress</c>, a strongly typed id.</summary>
    TextOf,

    /// <summary>A type of which nothing is known that could be written down.</summary>
    Opaque,
}

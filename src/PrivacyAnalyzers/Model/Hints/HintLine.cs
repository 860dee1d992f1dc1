namespace PrivacyAnalyzers.Model.Hints;

/// <summary>What a name says of a member, of one of these types, in one of these places.</summary>
/// <param name="Words">The line's words, run together.</param>
/// <param name="Category">The statement key; <see langword="null"/> where the line says that it is nobody's data.</param>
internal sealed record HintLine(string Words, string? Category, ValueKinds Types, HintContexts Where);

/// <summary>Types of values that data of a person may have.</summary>
[Flags]
internal enum ValueKinds
{
    None = 0,
    String = 1,
    Whole = 2,
    Real = 4,
    Date = 8,
    Enum = 16,
    Bytes = 32,
    All = String | Whole | Real | Date | Enum | Bytes,
}

/// <summary>What kinds of types a name means something in.</summary>
[Flags]
internal enum HintContexts
{
    None = 0,
    Anywhere = 1,
    Person = 2,
    Address = 4,
}

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>What can stand in place of a value that may not be <see langword="null"/> without saying anything of anybody.</summary>
internal static class EmptyValues
{
    private const string Generic = "global::System.Collections.Generic.";

    /// <summary>The empty value of a member's type, as an expression; <see langword="null"/> where there is none.</summary>
    public static string? OfReference(MemberModel member) => member.Shape is { Kind: ValueKind.Text, IsSequence: false }
        ? "\"\""
        : OfCollection(member.Type) ?? member.Type.TrimEnd('?') switch
        {
            "global::System.Net.IPAddress" => "global::System.Net.IPAddress.None",
            "global::System.Net.NetworkInformation.PhysicalAddress" => "global::System.Net.NetworkInformation.PhysicalAddress.None",
            "global::System.Uri" => "new global::System.Uri(\"about:blank\")",
            _ => null,
        };

    /// <summary>The empty value of a value type. A <c>T?</c> that is <c>[Required]</c> has that of <c>T</c>; no text in a database holds the character 0.</summary>
    public static string OfValue(MemberModel member) => member.Type.TrimEnd('?') switch
    {
        "char" => "' '",
        { } type => $"default({type})",
    };

    /// <summary>An empty array, list or set.</summary>
    public static string? OfCollection(string type)
    {
        type = type.TrimEnd('?');
        if (type.EndsWith("[]", StringComparison.Ordinal))
            return $"global::System.Array.Empty<{type.Substring(0, type.Length - 2)}>()";
        int arguments = type.IndexOf('<');
        if (arguments < 0 || !type.StartsWith(Generic, StringComparison.Ordinal))
            return null;
        string items = type.Substring(arguments);
        return type.Substring(Generic.Length, arguments - Generic.Length) switch
        {
            "List" or "IList" or "ICollection" or "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection" => $"new {Generic}List{items}()",
            "HashSet" or "ISet" or "IReadOnlySet" => $"new {Generic}HashSet{items}()",
            _ => null,
        };
    }
}

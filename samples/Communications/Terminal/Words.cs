using System.Text.RegularExpressions;

namespace Fernhallow.Communications.Terminal;

/// <summary>The statement's short forms in words.</summary>
internal static partial class Words
{
    /// <summary><c>P7Y</c> is "7 years". A form that is not a single unit stays as it is.</summary>
    public static string Period(string iso) => SingleUnit().Match(iso) is { Success: true } match && match.Length == iso.Length ? InWords(match) : iso;

    /// <summary>A sentence with its periods in words.</summary>
    public static string Sentence(string text) => SingleUnit().Replace(text, InWords);

    /// <summary><c>Shop.Customer</c> is "Customer".</summary>
    public static string SimpleName(string type) => type[(type.LastIndexOf('.') + 1)..];

    public static string Shorten(string text, int length) => text.Length <= length ? text : text[..(length - 3)].TrimEnd() + "...";

    private static string InWords(Match match)
    {
        string unit = match.Groups["unit"].Value switch
        {
            "Y" => "year",
            "M" => "month",
            "W" => "week",
            _ => "day",
        };
        string count = match.Groups["count"].Value;
        return count == "1" ? "1 " + unit : $"{count} {unit}s";
    }

    [GeneratedRegex(@"\bP(?<count>\d+)(?<unit>[YMWD])\b")]
    private static partial Regex SingleUnit();
}

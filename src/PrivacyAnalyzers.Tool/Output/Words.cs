using System.Globalization;

namespace PrivacyAnalyzers.Tool.Output;

/// <summary>Numbers and periods as people read them.</summary>
internal static class Words
{
    /// <summary><c>1 member</c>, <c>2 members</c>.</summary>
    public static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary><c>P1Y6M</c> as <c>1 year 6 months</c>; what is no period as it stands.</summary>
    public static string Period(string? period)
    {
        if (period is null || period.Length < 3 || period[0] != 'P')
            return period ?? "";
        var parts = new List<string>();
        int start = 1;
        for (int i = 1; i < period.Length; i++)
        {
            if (char.IsAsciiDigit(period[i]))
                continue;
            string? unit = period[i] switch { 'Y' => "year", 'M' => "month", 'W' => "week", 'D' => "day", _ => null };
            if (unit is null || !int.TryParse(period.AsSpan(start, i - start), NumberStyles.None, CultureInfo.InvariantCulture, out int count))
                return period;
            parts.Add(Count(count, unit));
            start = i + 1;
        }

        return string.Join(" ", parts);
    }
}

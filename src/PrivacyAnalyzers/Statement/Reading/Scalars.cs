namespace PrivacyAnalyzers.Statement.Reading;

/// <summary>The forms of single values: names, regions, periods, dates.</summary>
internal static class Scalars
{
    /// <summary>Kebab-case: small letters and digits, single hyphens between.</summary>
    public static bool IsName(string text)
    {
        bool hyphen = true;
        foreach (char c in text)
        {
            if (c == '-')
            {
                if (hyphen)
                    return false;
                hyphen = true;
                continue;
            }

            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9')))
                return false;
            hyphen = false;
        }

        return !hyphen;
    }

    /// <summary>A region's usual short name, such as <c>US</c>, <c>EEA</c> or <c>US-CA</c>.</summary>
    public static bool IsRegion(string text) =>
        text.Length > 0 && IsLetter(text[0]) && text.All(c => IsLetter(c) || c is '-' or (>= '0' and <= '9'));

    /// <summary>An attribute class's full metadata name, without a suffix or a generic arity left out.</summary>
    public static bool IsTypeName(string text) =>
        text.Length > 0 && text.Split('.', '+').All(part => part.Length > 0 && part[0] is not (>= '0' and <= '9') && part.All(c => char.IsLetterOrDigit(c) || c is '_' or '`'));

    /// <summary><c>P1Y6M</c>, <c>P60D</c>, <c>P2W</c>: calendar units, each of at most four digits, in this order, weeks alone.</summary>
    public static Period? ParsePeriod(string text)
    {
        if (text.Length < 3 || text[0] != 'P')
            return null;

        int[] amounts = new int[4];
        const string Units = "YMWD";
        int next = 0;
        for (int i = 1; i < text.Length;)
        {
            int start = i;
            int amount = 0;
            while (i < text.Length && i - start < 4 && text[i] is >= '0' and <= '9')
                amount = (amount * 10) + (text[i++] - '0');
            int unit = i < text.Length ? Units.IndexOf(text[i]) : -1;
            if (i == start || unit < next)
                return null;
            amounts[unit] = amount;
            next = unit + 1;
            i++;
        }

        bool weeksAndMore = text.IndexOf('W') >= 0 && text.Count(char.IsLetter) > 2;
        return weeksAndMore ? null : new Period(amounts[0], amounts[1], amounts[2], amounts[3]);
    }

    /// <summary><c>2026-01-08</c>, a day that the calendar has.</summary>
    public static StatementDate? ParseDate(string text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
            return null;
        int digits = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (i is 4 or 7)
                continue;
            if (text[i] is < '0' or > '9')
                return null;
            digits = (digits * 10) + (text[i] - '0');
        }

        (int year, int month, int day) = (digits / 10000, digits / 100 % 100, digits % 100);
        bool exists = year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        return exists ? new StatementDate(year, month, day) : null;
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}

namespace Fernhallow.Communications.Terminal;

/// <summary>The statement's short forms in words.</summary>
internal static class Words
{
    /// <summary><c>P7Y</c> is "7 years". A form that is not a single unit stays as it is.</summary>
    public static string Period(string iso) => iso is ['P', .. { Length: > 0 } count, 'Y' or 'M' or 'W' or 'D'] && int.TryParse(count, out int number)
        ? number + " " + Unit(iso[^1]) + (number == 1 ? "" : "s")
        : iso;

    private static string Unit(char letter) => letter switch
    {
        'Y' => "year",
        'M' => "month",
        'W' => "week",
        _ => "day",
    };
}

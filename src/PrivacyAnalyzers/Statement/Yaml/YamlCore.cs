namespace PrivacyAnalyzers.Statement.Yaml;

/// <summary>How the YAML 1.2 core schema reads a plain scalar. Words such as <c>NO</c> and <c>on</c> stay text there, so Norway stays a region.</summary>
internal static class YamlCore
{
    public static ScalarKind KindOf(string value) => value switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
        _ => IsInteger(value) ? ScalarKind.Integer : IsNumber(value) ? ScalarKind.Number : ScalarKind.Text,
    };

    private static bool IsInteger(string value)
    {
        if (value.StartsWith("0x", StringComparison.Ordinal))
            return value.Length > 2 && value.Skip(2).All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'));
        if (value.StartsWith("0o", StringComparison.Ordinal))
            return value.Length > 2 && value.Skip(2).All(c => c is >= '0' and <= '7');
        int start = value[0] is '+' or '-' ? 1 : 0;
        return value.Length > start && Digits(value, start) == value.Length;
    }

    private static bool IsNumber(string value)
    {
        int i = value[0] is '+' or '-' ? 1 : 0;
        if (value.Substring(i) is ".inf" or ".Inf" or ".INF" || value is ".nan" or ".NaN" or ".NAN")
            return true;
        int whole = Digits(value, i);
        int end = whole;
        if (end < value.Length && value[end] == '.')
            end = Digits(value, end + 1);
        if (end == i || (whole == i && end == i + 1))
            return false;
        if (end < value.Length && value[end] is 'e' or 'E')
        {
            int exponent = end + 1 < value.Length && value[end + 1] is '+' or '-' ? end + 2 : end + 1;
            end = Digits(value, exponent);
            if (end == exponent)
                return false;
        }

        return end == value.Length;
    }

    private static int Digits(string value, int start)
    {
        int end = start;
        while (end < value.Length && value[end] is >= '0' and <= '9')
            end++;
        return end;
    }
}

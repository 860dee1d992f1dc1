using System.Text;

namespace PrivacyAnalyzers.Model.Disclosures;

/// <summary>One line of the record: a classified member of a stored type, and what the code does with it.</summary>
/// <param name="DataClass"><see langword="null"/> where neither code nor statement says one.</param>
/// <param name="Member"><c>Namespace.Type.Member</c>.</param>
/// <param name="Retention">The rule's name; <see langword="null"/> where there is none.</param>
/// <param name="Purposes">For what code reads it, in ordinal order.</param>
/// <param name="Recipients">To whom code hands it, in ordinal order.</param>
internal sealed record RecordedDisclosure(
    string Category, string? DataClass, string Member, string? Retention, EquatableArray<string> Purposes, EquatableArray<string> Recipients)
{
    private const string None = "-";
    private const int Fields = 6;

    /// <summary>The line, the same for equal disclosures whatever the machine.</summary>
    public string ToLine() => string.Join(" | ", Escape(Category), Escape(DataClass), Escape(Member), Escape(Retention), List(Purposes), List(Recipients));

    /// <summary>The line, read; <see langword="null"/> where it is none.</summary>
    public static RecordedDisclosure? Parse(string line)
    {
        string[] fields = line.Split('|').Select(field => field.Trim()).ToArray();
        if (fields.Length != Fields || fields.Any(field => field.Length == 0) || fields[0] == None || fields[2] == None)
            return null;
        return new RecordedDisclosure(Unescape(fields[0])!, Unescape(fields[1]), Unescape(fields[2])!, Unescape(fields[3]), Names(fields[4]), Names(fields[5]));
    }

    public static EquatableArray<string> Sorted(IEnumerable<string> names) =>
        names.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();

    private static string List(EquatableArray<string> names) => names.Count == 0 ? None : string.Join(", ", names.Select(Escape));

    private static EquatableArray<string> Names(string field) =>
        field == None ? EquatableArray<string>.Empty : Sorted(field.Split(',').Select(name => Unescape(name.Trim())).OfType<string>().Where(name => name.Length > 0));

    /// <summary>Without a statement names are free: what would end a field or a line is written by its code.</summary>
    private static string Escape(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return None;
        var text = new StringBuilder(name!.Length);
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            bool isEdge = i == 0 || i == name.Length - 1;
            if (c is '|' or ',' or '%' || char.IsControl(c) || c is '\u2028' or '\u2029' || (isEdge && (char.IsWhiteSpace(c) || c == '#')) || (name == None))
                text.Append('%').Append(((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
            else
                text.Append(c);
        }

        return text.ToString();
    }

    private static string? Unescape(string field)
    {
        if (field == None)
            return null;
        if (field.IndexOf('%') < 0)
            return field;
        var text = new StringBuilder(field.Length);
        for (int i = 0; i < field.Length; i++)
        {
            if (field[i] == '%' && i + 4 < field.Length && ushort.TryParse(field.Substring(i + 1, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out ushort code))
            {
                text.Append((char)code);
                i += 4;
            }
            else
            {
                text.Append(field[i]);
            }
        }

        return text.ToString();
    }
}

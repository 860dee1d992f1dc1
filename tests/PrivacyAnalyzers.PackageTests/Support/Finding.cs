using System.Text.Json;
using System.Text.RegularExpressions;

namespace PrivacyAnalyzers.PackageTests.Support;

/// <summary>What the compiler says of one line: <c>error PRIV4001</c> at <c>privacy.yml</c>, line 7. Line 0: of no place.</summary>
internal sealed record Finding(string File, int Line, string Severity, string Id) : IComparable<Finding>
{
    public string Message { get; init; } = "";

    public bool Equals(Finding? other) =>
        other is not null && (File, Line, Severity, Id) == (other.File, other.Line, other.Severity, other.Id);

    public override int GetHashCode() => HashCode.Combine(File, Line, Severity, Id);

    public int CompareTo(Finding? other) =>
        other is null ? 1 : string.CompareOrdinal($"{File}|{Line:00000}|{Id}|{Severity}", $"{other.File}|{other.Line:00000}|{other.Id}|{other.Severity}");

    public override string ToString() => $"{File}({Line}): {Severity} {Id}";
}

/// <summary>Reads the compiler's own log of a project's findings.</summary>
internal static class Sarif
{
    /// <summary>All findings that are not suppressed, sorted; <see langword="null"/> where the compiler did not run.</summary>
    public static IReadOnlyList<Finding>? Read(string file)
    {
        if (!File.Exists(file))
            return null;
        using JsonDocument log = JsonDocument.Parse(File.ReadAllText(file));
        var findings = new List<Finding>();
        foreach (JsonElement result in log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray())
        {
            if (result.TryGetProperty("suppressions", out JsonElement suppressions) && suppressions.GetArrayLength() > 0)
                continue;
            (string path, int line) = Place(result);
            string severity = result.TryGetProperty("level", out JsonElement level) ? level.GetString()! : "warning";
            findings.Add(new Finding(Path.GetFileName(path), line, severity, result.GetProperty("ruleId").GetString()!)
            {
                Message = result.GetProperty("message").GetProperty("text").GetString()!,
            });
        }

        findings.Sort();
        return findings;
    }

    private static (string Path, int Line) Place(JsonElement result)
    {
        if (!result.TryGetProperty("locations", out JsonElement locations) || locations.GetArrayLength() == 0)
            return ("", 0);
        JsonElement place = locations[0].GetProperty("physicalLocation");
        string uri = place.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        return (Uri.UnescapeDataString(uri), place.GetProperty("region").GetProperty("startLine").GetInt32());
    }
}

/// <summary>Reads what a project's own files say is to be found there: <c>// expect: warning PRIV1001</c> at the end of the line.</summary>
internal static partial class Expectations
{
    /// <summary>Of the project's folder and everything in it, and of the statements above it.</summary>
    public static IReadOnlyList<Finding> Read(string folder)
    {
        var expected = new List<Finding>();
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Concat(StatementsAbove(folder)))
        {
            string relative = Path.GetRelativePath(folder, file);
            if (relative.Split(Path.DirectorySeparatorChar) is ["bin" or "obj", ..] || Path.GetExtension(file) is not (".cs" or ".yml" or ".txt"))
                continue;
            string[] lines = File.ReadAllLines(file);
            for (int i = 0; i < lines.Length; i++)
            {
                foreach (Match mark in Mark().Matches(lines[i]))
                {
                    string name = mark.Groups["nowhere"].Success ? "" : Path.GetFileName(file);
                    expected.Add(new Finding(name, name.Length == 0 ? 0 : i + 1, mark.Groups["severity"].Value, mark.Groups["id"].Value));
                }
            }
        }

        expected.Sort();
        return expected;
    }

    private static IEnumerable<string> StatementsAbove(string folder)
    {
        for (DirectoryInfo? above = Directory.GetParent(folder); above is not null; above = above.Parent)
        {
            string statement = Path.Combine(above.FullName, "privacy.yml");
            if (File.Exists(statement))
                yield return statement;
        }
    }

    [GeneratedRegex(@"expect(?<nowhere> nowhere)?: (?<severity>error|warning|note) (?<id>[A-Z]+[0-9]+)")]
    private static partial Regex Mark();
}

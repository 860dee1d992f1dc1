using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Model.Baselines;

/// <summary>A known finding: the rule, and three documentation ids, <c>-</c> for none. No line numbers, so that edits elsewhere change nothing.</summary>
/// <param name="Member">The member that the finding stands in, or is about.</param>
/// <param name="Source">The classified member.</param>
/// <param name="Sink">The member that takes the value.</param>
internal sealed record BaselineLine(string Rule, string Member, string Source, string Sink)
{
    private const int Fields = 4;

    public override string ToString() => $"{Rule} | {Member} | {Source} | {Sink}";

    public static BaselineLine? Parse(string line)
    {
        string[] fields = line.Split('|').Select(field => field.Trim()).ToArray();
        return fields.Length == Fields && fields.All(field => field.Length > 0) && IsRule(fields[0]) ? new BaselineLine(fields[0], fields[1], fields[2], fields[3]) : null;
    }

    private static bool IsRule(string id) => id.Length == 8 && id.StartsWith("PRIV", StringComparison.Ordinal) && id.Skip(4).All(c => c is >= '0' and <= '9');
}

/// <summary>
/// <c>privacy.baseline.txt</c>: findings that were there when the package came to an old code base. A set: a line covers every finding of its
/// rule with the same three names, so a second one of the same kind in the same member is not told apart.
/// </summary>
/// <param name="Path">The file's path.</param>
/// <param name="Text">Its text, for places in it.</param>
internal sealed record Baseline(string Path, SourceText Text, ImmutableDictionary<BaselineLine, int> Lines, ImmutableArray<int> Faults)
{
    public const string FileName = "privacy.baseline.txt";

    /// <summary>Keys of a diagnostic's properties, for <c>dotnet privacy baseline</c>.</summary>
    public const string MemberKey = "PrivacyMember";
    public const string SourceKey = "PrivacySource";
    public const string SinkKey = "PrivacySink";

    // Weak by text: nothing here outlives the file.
    private static readonly ConditionalWeakTable<SourceText, Baseline> Read = new();

    /// <summary>The project's baseline; <see langword="null"/> where it has none.</summary>
    public static Baseline? Load(AnalyzerOptions options, CancellationToken cancellation)
    {
        AdditionalText? file = options.AdditionalFiles
            .Where(each => StatementLocator.IsKind(each, options.AnalyzerConfigOptionsProvider, "baseline") || StatementLocator.IsNamed(each, FileName))
            .OrderBy(each => each.Path, StringComparer.Ordinal).FirstOrDefault();
        return file?.GetText(cancellation) is { } text ? Read.GetValue(text, content => Parse(file.Path, content)) : null;
    }

    public static Baseline Parse(string path, SourceText text)
    {
        var lines = ImmutableDictionary.CreateBuilder<BaselineLine, int>();
        var faults = ImmutableArray.CreateBuilder<int>();
        foreach (TextLine line in text.Lines)
        {
            string written = line.ToString().Trim(' ', '\t', '\r', '\uFEFF');
            if (written.Length == 0 || written[0] == '#')
                continue;
            if (BaselineLine.Parse(written) is { } parsed)
                lines[parsed] = line.LineNumber;
            else
                faults.Add(line.LineNumber);
        }

        return new Baseline(path, text, lines.ToImmutable(), faults.ToImmutable());
    }

    /// <summary>The file's text: ordinal order, each line once, LF.</summary>
    public static string Write(IEnumerable<BaselineLine> lines)
    {
        var text = new StringBuilder("# Findings that were known when this file was written: rule | member it stands in | classified member | sink\n");
        foreach (string line in lines.Select(line => line.ToString()).Distinct(StringComparer.Ordinal).OrderBy(line => line, StringComparer.Ordinal))
            text.Append(line).Append('\n');
        return text.ToString();
    }
}

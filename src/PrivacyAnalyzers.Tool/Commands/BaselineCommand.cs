using System.CommandLine;
using PrivacyAnalyzers.Model.Baselines;
using PrivacyAnalyzers.Tool.Input;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.Tool.Commands;

/// <summary>Writes the findings of compiler logs into baselines, so that an old code base adopts the rules for what is new.</summary>
internal static class BaselineCommand
{
    public static Command Create(ToolConsole console)
    {
        Argument<string[]> logs = CommonOptions.Files("logs", "Compiler logs (SARIF 2.1), and folders in which -p:PrivacyLog=true left some");
        Option<string?> output = CommonOptions.Output("The baseline to write; by default privacy.baseline.txt beside the project of each log");
        Option<bool> json = CommonOptions.Json();
        Command command = new("baseline", "List the findings that are known, so that only new ones are reported") { logs, output, json };
        command.Runs(console, parsed =>
        {
            Listed[] listed = console.WithProgress("Reading logs", progress => ProjectLogs.Group(parsed.GetValue(logs) ?? [], Baseline.FileName, parsed.GetValue(output)).Select(group =>
            {
                progress(group.Key);
                return new Listed(group.Key, [.. group.SelectMany(log => CompilerLog.Read(log).Results).Where(IsOurs)]);
            }).ToArray());
            foreach (Listed each in listed)
                Files.Write(each.File, Baseline.Write(each.Lines));
            string[] others = listed.SelectMany(each => each.Others).Select(result => $"{result.Rule}: {result.Message}").Distinct(StringComparer.Ordinal).ToArray();
            if (parsed.GetValue(json))
            {
                console.Data(new { baselines = listed.Select(each => new { output = each.File, lines = each.Lines.Length, findings = each.Count }), notListed = others });
                return ExitCodes.Done;
            }

            foreach (Listed each in listed)
                console.Line($"{each.File}: {Words.Count(each.Lines.Length, "line")} for {Words.Count(each.Count, "finding")}");
            foreach (string other in others)
                console.Line("not listed, mend it: " + other);
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>What belongs to the tool or to an old baseline is no finding.</summary>
    private static bool IsOurs(LogResult result) => result.Rule.StartsWith("PRIV", StringComparison.Ordinal) && result.Rule is not ("PRIV4009" or "PRIV4010") && !result.IsSuppressed;

    private static BaselineLine? LineOf(LogResult result) =>
        result.Properties.TryGetValue(Baseline.MemberKey, out string? member)
            ? new BaselineLine(result.Rule, member, result.Properties.GetValueOrDefault(Baseline.SourceKey) ?? "-", result.Properties.GetValueOrDefault(Baseline.SinkKey) ?? "-")
            : null;

    /// <summary>One project's findings.</summary>
    private sealed record Listed(string File, LogResult[] Results)
    {
        public BaselineLine[] Lines { get; } = [.. Results.Select(LineOf).OfType<BaselineLine>().Distinct()];

        public int Count => Results.Count(result => LineOf(result) is not null);

        public IEnumerable<LogResult> Others => Results.Where(result => LineOf(result) is null);
    }
}

using System.CommandLine;
using PrivacyAnalyzers.Model.Baselines;
using PrivacyAnalyzers.Tool.Input;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.Tool.Commands;

/// <summary>Writes the findings of a compiler log into a baseline, so that an old code base adopts the rules for what is new.</summary>
internal static class BaselineCommand
{
    public static Command Create(ToolConsole console)
    {
        Argument<string[]> logs = CommonOptions.Files("logs", "Compiler logs (SARIF 2.1) of one project");
        Option<string?> output = CommonOptions.Output("The baseline to write; privacy.baseline.txt by default");
        Option<bool> json = CommonOptions.Json();
        Command command = new("baseline", "List the findings that are known, so that only new ones are reported") { logs, output, json };
        command.Runs(console, parsed =>
        {
            LogResult[] results = console.WithProgress("Reading logs", progress => (parsed.GetValue(logs) ?? []).SelectMany(log =>
            {
                progress(log);
                return File.Exists(log) ? CompilerLog.Read(log).Results : throw new ToolFault($"{log} does not exist");
            }).Where(result => result.Rule.StartsWith("PRIV", StringComparison.Ordinal) && !result.IsSuppressed).ToArray());
            BaselineLine[] lines = results.Select(LineOf).OfType<BaselineLine>().Distinct().ToArray();
            string[] others = results.Where(result => LineOf(result) is null && result.Rule is not ("PRIV4009" or "PRIV4010")).Select(result => $"{result.Rule}: {result.Message}").Distinct(StringComparer.Ordinal).ToArray();
            string file = parsed.GetValue(output) ?? Baseline.FileName;
            Files.Write(file, Baseline.Write(lines));
            if (parsed.GetValue(json))
            {
                console.Line(Json.Write(new { output = file, lines = lines.Length, findings = results.Length, notListed = others }));
                return ExitCodes.Done;
            }

            console.Line($"{file}: {Words.Count(lines.Length, "line")} for {Words.Count(results.Count(result => LineOf(result) is not null), "finding")}");
            foreach (string other in others)
                console.Line("not listed, mend it: " + other);
            return ExitCodes.Done;
        });
        return command;
    }

    private static BaselineLine? LineOf(LogResult result) =>
        result.Properties.TryGetValue(Baseline.MemberKey, out string? member)
            ? new BaselineLine(result.Rule, member, result.Properties.GetValueOrDefault(Baseline.SourceKey) ?? "-", result.Properties.GetValueOrDefault(Baseline.SinkKey) ?? "-")
            : null;
}

using System.CommandLine;
using PrivacyAnalyzers.Tool.Export;
using PrivacyAnalyzers.Tool.Input;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.Tool.Commands;

internal static class ExportCommand
{
    private static readonly Dictionary<string, Func<Picture, string>> Formats = new(StringComparer.Ordinal)
    {
        ["fides"] = Fides.Write,
        ["dpv"] = Dpv.Write,
        ["ropa-csv"] = RopaCsv.Write,
    };

    public static Command Create(ToolConsole console)
    {
        Argument<string[]> assemblies = CommonOptions.Assemblies();
        Option<string[]> logs = CommonOptions.Logs();
        Option<string> format = new("--format") { Description = "fides, dpv or ropa-csv", Required = true };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        Option<string?> output = CommonOptions.Output("The file to write; standard output by default");
        Option<bool> json = CommonOptions.Json();
        Command command = new("export", "Write what the code holds in a format of other tools") { assemblies, logs, format, output, json };
        command.Runs(console, parsed =>
        {
            IReadOnlyList<Project> projects = CommonOptions.Read(console, parsed, assemblies, logs, needsUses: false);
            Picture picture = Picture.Of(projects);
            string text = Formats[parsed.GetValue(format)!](picture);
            string? file = parsed.GetValue(output);
            if (file is not null)
                Files.Write(file, text);
            if (parsed.GetValue(json))
                console.Data(new { format = parsed.GetValue(format), output = file, members = picture.Entries.Count, knowsUses = picture.KnowsUses, text = file is null ? text : null });
            else if (file is null)
                console.Output.Write(text);
            if (!picture.KnowsUses)
                console.Note("Purposes and recipients are incomplete: not every assembly has a compiler log; build with -p:PrivacyLog=true");
            return ExitCodes.Done;
        });
        return command;
    }
}

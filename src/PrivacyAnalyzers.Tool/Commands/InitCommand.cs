using System.CommandLine;
using System.Globalization;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Tool.Export;
using PrivacyAnalyzers.Tool.Input;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.Tool.Commands;

/// <summary>For a code base that has nothing yet: a first statement, and members that look like personal data.</summary>
internal static class InitCommand
{
    public static Command Create(ToolConsole console)
    {
        Argument<string[]> assemblies = CommonOptions.Files("assemblies", "Built assemblies of your own code");
        Option<string?> output = CommonOptions.Output("The statement to write; privacy.yml by default");
        Option<string?> effective = new("--effective") { Description = "From when the statement holds, such as 2026-01-08; today by default" };
        Option<bool> json = CommonOptions.Json();
        Command command = new("init", "Write a first privacy.yml and propose classifications") { assemblies, output, effective, json };
        command.Runs(console, parsed =>
        {
            string file = parsed.GetValue(output) ?? "privacy.yml";
            if (File.Exists(file))
                throw new ToolFault($"{file} is there already, and is not overwritten; name another file with --output");
            string[] paths = parsed.GetValue(assemblies) ?? [];
            if (Array.Find(paths, path => !File.Exists(path)) is { } missing)
                throw new ToolFault($"{missing} does not exist");
            DateOnly date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            if (parsed.GetValue(effective) is { } given && !DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
                throw new ToolFault($"'{given}' is not a date, such as 2026-01-08");
            CodeModel code = console.WithProgress("Reading assemblies", progress => CodeModel.Read(paths, progress));
            Files.Write(file, FirstStatement.Write(code, Path.GetFileNameWithoutExtension(paths[0]) + " privacy statement", date));
            FoundMember[] proposed = code.Members.Where(member => member.IsProposed).ToArray();
            if (parsed.GetValue(json))
                console.Data(new { output = file, classified = code.Members.Count - proposed.Length, proposed = proposed.Select(member => new { member.Type, member.Member, member.Category, attribute = Categories.AttributeOf(member.Category) }) });
            else
                Say(console, file, code.Members.Count - proposed.Length, proposed);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Say(ToolConsole console, string file, int classified, FoundMember[] proposed)
    {
        console.Line($"{file}: written; read it before you rely on it");
        console.Line($"{classified} members are classified already, {proposed.Length} look like personal data:");
        foreach (FoundMember member in proposed)
            console.Line($"  {member.Type}.{member.Member}: [{Categories.AttributeOf(member.Category)}]");
        if (proposed.Length > 0)
            console.Line("PRIV2002 stands at each; 'dotnet format analyzers --severity info --diagnostics PRIV2002' classifies them");
    }
}

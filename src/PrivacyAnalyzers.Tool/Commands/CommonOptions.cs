using System.CommandLine;
using PrivacyAnalyzers.Tool.Input;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.Tool.Commands;

/// <summary>Arguments and options that several commands share, each made anew: a symbol belongs to one command.</summary>
internal static class CommonOptions
{
    public static Argument<string[]> Assemblies() => Files("assemblies", "Built assemblies, folders of such, and compiler logs (.sarif)");

    /// <summary>One file or more. A misspelt option would else be taken for a file.</summary>
    public static Argument<string[]> Files(string name, string description)
    {
        var argument = new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore };
        argument.Validators.Add(result =>
        {
            foreach (string value in result.Tokens.Select(token => token.Value).Where(value => value.StartsWith('-')))
                result.AddError($"Unrecognized option '{value}'");
        });
        return argument;
    }

    public static Option<string[]> Logs() => new("--log")
    {
        Description = "Compiler logs with what code does with the data; by default the .privacy.sarif beside each assembly",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Option<bool> Json() => new("--json") { Description = "Answer as JSON on standard output" };

    public static Option<string[]> Records() => new("--record")
    {
        Description = "Recorded disclosures to compare with; by default the one that each project has",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Option<string?> Output(string description) => new("--output", "-o") { Description = description };

    public static IReadOnlyList<Project> Read(ToolConsole console, ParseResult parsed, Argument<string[]> assemblies, Option<string[]> logs, bool needsUses) =>
        console.WithProgress("Reading assemblies", progress => Inputs.Read(parsed.GetValue(assemblies) ?? [], parsed.GetValue(logs) ?? [], needsUses, progress));

    /// <summary>What a command does; a fault of its input is said and gives the exit code for it.</summary>
    public static void Runs(this Command command, ToolConsole console, Func<ParseResult, int> work) => command.SetAction(parsed =>
    {
        try
        {
            return work(parsed);
        }
        catch (ToolFault fault)
        {
            console.Note("dotnet privacy: " + fault.Message);
            return ExitCodes.BadInput;
        }
        catch (Exception unexpected) when (unexpected is not OutOfMemoryException)
        {
            // Never the code that means a drift, and never a page of stack for who gave a file.
            console.Note($"dotnet privacy: the input cannot be read, and this is a fault of the tool itself, please report it: {unexpected.GetType().Name}, {unexpected.Message}");
            return ExitCodes.BadInput;
        }
    });
}

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using PrivacyAnalyzers.Tool.Commands;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.Tool;

internal static class Program
{
    public static int Main(string[] args) => Run(args, new ToolConsole(Console.Out, Console.Error, !Console.IsErrorRedirected && !Console.IsOutputRedirected));

    /// <summary>Runs one command; wrong arguments are bad input like any other.</summary>
    public static int Run(IReadOnlyList<string> args, ToolConsole console)
    {
        RootCommand root = new("Reports, records and checks what .NET code stores about people")
        {
            InitCommand.Create(console),
            ReportCommand.Create(console),
            RecordCommand.Create(console),
            CheckCommand.Create(console),
            BaselineCommand.Create(console),
            ExportCommand.Create(console),
            SarifCommand.Create(console),
        };
        ParseResult parsed = root.Parse(args);
        if (parsed.Action is HelpAction)
        {
            // The library calls the program by its file; people call it as they run it.
            using var help = new StringWriter();
            parsed.Invoke(new InvocationConfiguration { Output = help, Error = console.Error });
            console.Output.Write(help.ToString().Replace(RootCommand.ExecutableName, "dotnet privacy", StringComparison.Ordinal));
            return ExitCodes.Done;
        }

        int code = parsed.Invoke(new InvocationConfiguration { Output = console.Output, Error = console.Error });
        return parsed.Action is ParseErrorAction ? ExitCodes.BadInput : code;
    }
}

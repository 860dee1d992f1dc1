using Spectre.Console;

namespace PrivacyAnalyzers.Tool.Output;

/// <summary>Where answers go: results to standard output, everything about the work to standard error.</summary>
internal sealed class ToolConsole(TextWriter output, TextWriter error, bool isInteractive)
{
    public TextWriter Output { get; } = output;

    public TextWriter Error { get; } = error;

    public void Line(string text) => Output.Write(text + "\n");

    public void Note(string text) => Error.Write(text + "\n");

    /// <summary>Shows what is worked on where somebody watches; else it is quiet.</summary>
    public T WithProgress<T>(string what, Func<Action<string>, T> work)
    {
        if (!isInteractive)
            return work(static _ => { });
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) });
        return console.Status().Start(Markup.Escape(what), status => work(step => status.Status($"{Markup.Escape(what)}: {Markup.Escape(step)}")));
    }
}

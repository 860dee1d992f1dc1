using Spectre.Console;

namespace PrivacyAnalyzers.Tool.Output;

/// <summary>Where answers go: results to standard output, everything about the work to standard error.</summary>
internal sealed class ToolConsole(TextWriter output, TextWriter error, bool isInteractive)
{
    public TextWriter Output { get; } = output;

    public TextWriter Error { get; } = error;

    /// <summary>One line of an answer, in which names stay names.</summary>
    public void Line(string text) => Output.Write(Escape.Terminal(text) + "\n");

    /// <summary>An answer for programs.</summary>
    public void Data<T>(T value) => Output.Write(Json.Write(value) + "\n");

    /// <summary>One line about the work.</summary>
    public void Note(string text) => Error.Write(Escape.Terminal(text) + "\n");

    /// <summary>Shows what is worked on where somebody watches; else it is quiet.</summary>
    public T WithProgress<T>(string what, Func<Action<string>, T> work)
    {
        if (!isInteractive)
            return work(static _ => { });
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) });
        return console.Status().Start(Markup.Escape(what), status => work(step => status.Status($"{Markup.Escape(what)}: {Markup.Escape(Escape.Terminal(step))}")));
    }
}

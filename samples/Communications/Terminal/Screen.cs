using Spectre.Console;
using Spectre.Console.Rendering;

namespace Fernhallow.Communications.Terminal;

/// <summary>
/// The terminal: colour where it has colour and <c>NO_COLOR</c> is unset, plain text where output goes to a file.
/// Nothing is wider than 100 columns, and everything fits into 80.
/// </summary>
internal sealed class Screen
{
    private readonly IAnsiConsole _console;

    public Screen()
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings());
        int width = Console.IsOutputRedirected ? 100 : _console.Profile.Width;
        _console.Profile.Width = Math.Clamp(width, 60, 100);
    }

    public int Width => _console.Profile.Width;

    public void Title(string text, string subtitle)
    {
        _console.WriteLine();
        _console.Write(new Markup($"[bold]{Markup.Escape(text)}[/]"));
        _console.WriteLine();
        Muted(subtitle);
    }

    public void Chapter(int number, string text)
    {
        _console.WriteLine();
        _console.Write(new Rule($"[bold teal]{number}  {Markup.Escape(text)}[/]") { Justification = Justify.Left, Style = Style.Parse("grey") });
        _console.WriteLine();
    }

    public void Line(string markup) => _console.MarkupLine(markup);

    public void Muted(string text) => _console.MarkupLine($"[grey]{Markup.Escape(text)}[/]");

    /// <summary>A path, which is never broken: where it does not fit it has a line of its own.</summary>
    public void Path(string before, string path)
    {
        if (before.Length + 1 + path.Length <= Width)
        {
            Muted(before + " " + path);
            return;
        }

        Muted(before);
        _console.Profile.Out.Writer.WriteLine(path);
    }

    /// <summary>A term and what there is to say about it, indented; long text wraps beneath itself.</summary>
    public void Item(string termMarkup, string markup, int termWidth = 24)
    {
        Grid grid = new Grid()
            .AddColumn(new GridColumn { Width = termWidth, NoWrap = true, Padding = new Padding(2, 0, 1, 0) })
            .AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        grid.AddRow(termMarkup, markup);
        _console.Write(grid);
    }

    public void Blank() => _console.WriteLine();

    public void Write(IRenderable renderable) => _console.Write(renderable);

    /// <summary>Runs a piece of work under a progress bar; without one where nobody watches.</summary>
    public async Task<T> WithProgressAsync<T>(string text, Func<IProgress<double>?, Task<T>> work)
    {
        if (!_console.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
            return await work(null);
        return await _console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(text), maxValue: 1);
                return await work(new Direct(task));
            });
    }

    /// <summary>Reports at once; <see cref="Progress{T}"/> would report on another thread, and late.</summary>
    private sealed class Direct(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }
}

using System.Globalization;
using PrivacyAnalyzers;
using Spectre.Console;

namespace Fernhallow.Communications.Terminal;

/// <summary>An erasure's preview or receipt, and a sweep's, as tables.</summary>
internal static class ReceiptView
{
    public static void WritePreview(Screen screen, ErasureReceipt preview)
    {
        screen.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"[bold]Preview[/]  would delete [green]{preview.Deleted}[/], anonymise [green]{preview.Anonymized}[/] and retain [yellow]{preview.Retained}[/] rows; nothing is changed yet"));
        WriteWithheld(screen, preview);
    }

    public static void Write(Screen screen, ErasureReceipt receipt)
    {
        Grid table = NewTable("Entity", "Deleted", "Anonymised", "Retained", "Rule");
        foreach (EntityErasure entity in receipt.Entities.Where(entity => entity.Deleted + entity.Anonymized + entity.Retained > 0))
            table.AddRow(Markup.Escape(entity.Entity), Figure(entity.Deleted, "green"), Figure(entity.Anonymized, "green"), Figure(entity.Retained, "yellow"), Muted(entity.Rule));
        table.AddRow("[bold]All[/]", Figure(receipt.Deleted, "bold"), Figure(receipt.Anonymized, "bold"), Figure(receipt.Retained, "bold"), "");
        screen.Write(table);
        screen.Blank();
        if (receipt.Withheld.Count > 0)
        {
            screen.Line("[bold]Withheld, and why[/]");
            WriteWithheld(screen, receipt);
        }

        if (receipt.Due.Count > 0)
        {
            screen.Blank();
            screen.Line("[bold]Due elsewhere[/] [grey](backups, replicas)[/]");
            foreach (ErasureDeadline due in receipt.Due)
            {
                screen.Item(
                    $"[yellow]{Number(due.Rows)} {Markup.Escape(due.Entity)}[/]",
                    string.Create(CultureInfo.InvariantCulture, $"from all systems by {due.DueBy:yyyy-MM-dd} [grey]({due.Rule}, {Words.Period(due.Within)})[/]"));
            }
        }
    }

    public static void Write(Screen screen, RetentionReceipt receipt)
    {
        Grid table = NewTable("Entity", "Deleted", "Anonymised", "Held", "Rule");
        foreach (EntityRetention entity in receipt.Entities)
        {
            table.AddRow(
                Markup.Escape(entity.Entity), Figure(entity.Deleted, "green"), Figure(entity.Anonymized, "green"), Figure(entity.Held, "yellow"),
                Muted($"{entity.Rule}, {Words.Period(entity.Keep)}"));
        }

        screen.Write(table);
    }

    private static void WriteWithheld(Screen screen, ErasureReceipt receipt)
    {
        foreach (WithheldData withheld in receipt.Withheld)
            screen.Item($"[yellow]{Number(withheld.Rows)} {Markup.Escape(withheld.Entity)}[/]", Why(withheld) + Members(withheld));
    }

    private static string Why(WithheldData withheld) => withheld.Reason switch
    {
        WithheldReason.LegalHold => "on legal hold, stays until the hold is lifted",
        WithheldReason.ByLaw => $"kept by law, ground {Markup.Escape(withheld.Ground)} [grey]({Markup.Escape(withheld.Rule ?? "")})[/]",
        _ => $"row stays because {Markup.Escape(withheld.RequiredBy ?? "")} refers to it",
    };

    private static string Members(WithheldData withheld) =>
        withheld.Members.Count == 0 ? "" : "[grey]: " + Markup.Escape(string.Join(", ", withheld.Members)) + "[/]";

    /// <summary>A table without lines: with them the longest rule's name would not fit into 80 columns.</summary>
    private static Grid NewTable(params string[] columns)
    {
        var table = new Grid();
        foreach (string column in columns)
        {
            bool isFigure = column is "Deleted" or "Anonymised" or "Retained" or "Held";
            table.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(2, 0, 0, 0), Alignment = isFigure ? Justify.Right : Justify.Left });
        }

        return table.AddRow([.. columns.Select(column => $"[bold]{column}[/]")]);
    }

    private static string Figure(int value, string style) => value == 0 ? "[grey]-[/]" : $"[{style}]{Number(value)}[/]";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Muted(string? text) => $"[grey]{Markup.Escape(text ?? "")}[/]";
}

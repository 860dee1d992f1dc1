using System.Globalization;
using Fernhallow.Communications.Privacy;
using PrivacyAnalyzers;
using Spectre.Console;

namespace Fernhallow.Communications.Terminal;

/// <summary>What the code collects, and what the statement says of it, as generated from both.</summary>
internal static class DisclosuresView
{
    public static void Write(Screen screen)
    {
        screen.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{Markup.Escape(PrivacyDisclosures.Statement ?? "")}, in force from {PrivacyDisclosures.Effective:d MMMM yyyy}"));
        screen.Blank();
        foreach (DisclosedCategory category in PrivacyDisclosures.Collected)
            WriteCategory(screen, category);

        screen.Line("[bold]How long it is kept[/]");
        foreach (ScheduledRetention scheduled in PrivacyDisclosures.RetentionSchedule)
        {
            screen.Item(
                $"[teal]{Markup.Escape(scheduled.Retention.Rule)}[/]",
                Markup.Escape(Words.Sentence(scheduled.Retention.Description)) + $"\n[grey]{Markup.Escape(string.Join(", ", scheduled.Types.Select(Words.SimpleName)))}[/]");
        }

        screen.Blank();
        screen.Line("[bold]Transfers[/]");
        foreach (DisclosedTransfer transfer in PrivacyDisclosures.Transfers)
        {
            string product = transfer.Product is null ? "" : $" [grey]({Markup.Escape(transfer.Product)} only)[/]";
            screen.Item($"[teal]{transfer.From} to {transfer.To}[/]{product}", Markup.Escape(string.Join(", ", transfer.Mechanisms)));
        }

        screen.Blank();
        screen.Line("[bold]In short[/]");
        screen.Item("Disclosed to others", Markup.Escape(Names(PrivacyDisclosures.DisclosedForBusinessPurposes)));
        screen.Item("Sold", PrivacyDisclosures.Sold.Count == 0 ? "[green]nothing[/]" : Markup.Escape(Names(PrivacyDisclosures.Sold)));
        screen.Item("Minimum age", string.Join(", ", PrivacyDisclosures.MinimumAges.Select(age => string.Create(CultureInfo.InvariantCulture, $"{age.Value} ({age.Key})"))));
    }

    private static void WriteCategory(Screen screen, DisclosedCategory category)
    {
        DisclosedMember[] members = [.. PrivacyDisclosures.Entries.Where(entry => entry.Category == category.Name)];
        string consent = category.Consent is null ? "" : $", [yellow]only with {Markup.Escape(category.Consent)}[/]";
        screen.Line($"[bold teal]{Markup.Escape(category.Name)}[/] [grey]in {members.Length.ToString(CultureInfo.InvariantCulture)} {(members.Length == 1 ? "member" : "members")}[/]{consent}");
        string[] classes = [.. members.Where(member => member.DataClass is not null).Select(member => $"{member.DataClass} ({Roles(member.Roles)})").Distinct()];
        screen.Item("[grey]class[/]", Markup.Escape(string.Join(", ", classes)), 10);
        if (category.Sources.Count > 0)
            screen.Item("[grey]from[/]", Markup.Escape(string.Join(", ", category.Sources)), 10);
        foreach (IGrouping<string, DisclosedPurpose> basis in category.Purposes.GroupBy(purpose => purpose.LegalBasis))
            screen.Item("[grey]for[/]", Markup.Escape(string.Join(", ", basis.Select(Purpose))) + $" [grey]({Markup.Escape(basis.Key)})[/]", 10);
        if (category.Purposes.Count == 0 && category.Recipients.Count == 0)
            screen.Item("[grey]for[/]", "the account itself; it is never disclosed or exported", 10);
        else
            screen.Item("[grey]goes to[/]", category.Recipients.Count == 0 ? "[green]nobody[/]" : Markup.Escape(string.Join(", ", category.Recipients.Select(recipient => recipient.Name))), 10);
        screen.Blank();
    }

    private static string Purpose(DisclosedPurpose purpose) =>
        purpose.OptOutWithin is { } within ? $"{purpose.Name} until opted out, effective within {Words.Period(within.ToString())}" : purpose.Name;

    private static string Roles(DisclosedRoles roles) => roles switch
    {
        DisclosedRoles.Controller => "controller",
        DisclosedRoles.Processor => "processor",
        _ => "controller or processor, by purpose",
    };

    private static string Names(IEnumerable<DisclosedCategory> categories) => string.Join(", ", categories.Select(category => category.Name));
}

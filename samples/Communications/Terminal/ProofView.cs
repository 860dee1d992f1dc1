using System.Globalization;
using PrivacyAnalyzers;
using Spectre.Console;

namespace Fernhallow.Communications.Terminal;

/// <summary>Holds what the bytes of the database file still have of a person against what the receipt says is withheld.</summary>
internal static class ProofView
{
    /// <returns>Whether the file has nothing but what the receipt lists.</returns>
    public static bool Write(Screen screen, ErasureReceipt receipt, IReadOnlyList<(SearchResult Before, SearchResult After)> searches)
    {
        bool holds = true;
        foreach ((SearchResult before, SearchResult after) in searches)
        {
            screen.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"[bold]{Markup.Escape(after.Text)}[/]  in the file {before.InFile} times before, {after.InFile} after"));
            foreach (Place place in after.Places)
            {
                WithheldData? listed = receipt.Withheld.FirstOrDefault(withheld => withheld.Entity == place.Entity && withheld.Members.Contains(place.Member));
                holds &= listed is not null;
                screen.Item(
                    string.Create(CultureInfo.InvariantCulture, $"{place.Occurrences} in {place.Entity}.{place.Member}"),
                    listed is null ? "[red]not in the receipt[/]" : $"[yellow]withheld: {Markup.Escape(listed.Reason == WithheldReason.LegalHold ? "legal hold" : listed.Ground)}[/]",
                    34);
            }

            if (after.Residue != 0)
            {
                holds = false;
                screen.Item(string.Create(CultureInfo.InvariantCulture, $"{after.Residue} outside any row"), "[red]left over from deleted rows[/]", 34);
            }
        }

        screen.Blank();
        screen.Line(holds
            ? "[bold green]The file holds nothing of the person but what the receipt lists.[/]"
            : "[bold red]The file holds more of the person than the receipt lists.[/]");
        return holds;
    }
}

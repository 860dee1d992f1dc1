using System.Globalization;
using System.Text;
using System.Text.Json;
using Fernhallow.Communications.Data;
using Fernhallow.Communications.Domain;
using Microsoft.EntityFrameworkCore;
using PrivacyAnalyzers.SampleTests.Support;

namespace PrivacyAnalyzers.SampleTests;

/// <summary>What <c>dotnet run --project samples/Communications</c> shows, writes and leaves behind.</summary>
public class WalkthroughTests(WalkthroughRun run) : IClassFixture<WalkthroughRun>
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private ErasureReceipt Receipt => JsonSerializer.Deserialize<ErasureReceipt>(run.Read("erasure-receipt.json"), Web)!;

    [Fact]
    public void It_ends_well_and_says_so()
    {
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("The file holds nothing of the person but what the receipt lists.", run.Output, StringComparison.Ordinal);
        string[] chapters = ["1  Disclosures", "2  Export", "3  Erasure", "4  Retention sweep", "5  Proof"];
        int[] places = [.. chapters.Select(chapter => run.Output.IndexOf(chapter, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Output_that_is_redirected_is_plain_text_of_bounded_width()
    {
        Assert.DoesNotContain('\u001b', run.Output);
        string folder = Path.GetRelativePath(Path.GetTempPath(), run.Directory);
        Assert.All(run.Output.Split('\n').Where(line => !line.Contains(folder, StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public async Task Every_run_shows_the_same()
    {
        using var other = new Folder();

        ProcessRun second = await WalkthroughRun.RunAsync(other.Path);

        Assert.Equal(Plain(run.Output, run.Directory), Plain(second.Output, other.Path));
    }

    [Fact]
    public void S27_the_disclosures_name_the_six_categories_and_no_sale()
    {
        string disclosures = string.Join(' ', Chapter(1).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Disclosed to others identifier, commercial, financial, electronic-activity, geolocation, professional Sold nothing", disclosures, StringComparison.Ordinal);
        Assert.Contains("Minimum age 13 (US), 16 (EEA)", disclosures, StringComparison.Ordinal);
        Assert.Contains("customer-relationship Kept 7 years after account-closed, then delete", disclosures, StringComparison.Ordinal);
        Assert.Contains("support-communications Kept 3 years after account-closed, then delete", disclosures, StringComparison.Ordinal);
        Assert.Contains("account-default Kept 60 days after account-closed, then anonymize", disclosures, StringComparison.Ordinal);
        Assert.Contains("then delete within 30 days", disclosures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S21_the_export_holds_every_classified_member_of_every_row_of_the_person()
    {
        using var fresh = new Folder();
        var seeded = new Database(fresh.Path);
        await seeded.RecreateAsync(CancellationToken.None);
        await using CommunicationsContext db = seeded.Open();
        await Seed.FillAsync(db, new DateTime(2026, 1, 15, 9, 0, 0, DateTimeKind.Utc), progress: null, CancellationToken.None);
        using JsonDocument export = JsonDocument.Parse(run.Read("export.json"));
        JsonElement entities = export.RootElement.GetProperty("entities");

        Assert.Equal(People.Sets.Count, entities.EnumerateObject().Count());
        foreach ((string set, Type type) in People.Sets)
        {
            JsonElement entity = entities.GetProperty(type == typeof(Customer) ? "Customer" : set);
            object[] rows = People.Rows(db, type, Protagonist.Id);
            Assert.NotEmpty(rows);
            Assert.Equal(rows.Length, entity.GetProperty("rows").GetArrayLength());
            foreach ((var member, string category) in People.Classified(type))
            {
                Assert.Equal(category, entity.GetProperty("members").GetProperty(member.Name).GetProperty("category").GetString());
                Assert.Equal(
                    rows.Select(row => Written(member.GetValue(row), category)).Order(StringComparer.Ordinal),
                    entity.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty(member.Name).ToString()).Order(StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public void S11_no_secret_is_exported()
    {
        string export = run.Read("export.json");
        Assert.DoesNotContain(Seed.Hash("fictional-secret-1"), export, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Seed.Hash("nobody signs in as these people"), export, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void S15_S19_S23_the_receipt_says_what_stays_and_why()
    {
        Assert.Equal(
            [
                "Customer: ByLaw, tax (BillingAddress)",
                "Invoice: ByLaw, tax (BilledTo, BillingAddress, TotalCents)",
                "InvoiceLine: ByLaw, tax (Product, Quantity, AmountCents)",
                "SubscriberRecord: ByLaw, anti-fraud (PhoneNumber, LegalName, ServiceAddress, ProofOfIdentity)",
                "SupportReply: LegalHold, legal-hold (Text)",
                "SupportTicket: LegalHold, legal-hold (Subject, ReplyTo)",
            ],
            Receipt.Withheld.Select(withheld => $"{withheld.Entity}: {withheld.Reason}, {withheld.Ground} ({string.Join(", ", withheld.Members)})").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["EmailEvent 2026-02-14", "EndUserDevice 2026-02-14", "Message 2026-02-14"],
            Receipt.Due.Select(due => due.Entity + due.DueBy.ToString(" yyyy-MM-dd", CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void S13_S14_S16_S19_the_sweep_ends_what_has_run_out_and_skips_what_is_held()
    {
        RetentionReceipt receipt = JsonSerializer.Deserialize<RetentionReceipt>(run.Read("retention-receipt.json"), Web)!;
        Dictionary<string, EntityRetention> entities = receipt.Entities.ToDictionary(entity => entity.Entity);
        Assert.Equal((0, 6, 1, "P60D"), (entities["Customer"].Deleted, entities["Customer"].Anonymized, entities["Customer"].Held, entities["Customer"].Keep));
        Assert.Equal((2, 0, 0, "P7Y"), (entities["CrmContact"].Deleted, entities["CrmContact"].Anonymized, entities["CrmContact"].Held, entities["CrmContact"].Keep));
        Assert.Equal((2, 0, 0, "P3Y"), (entities["SupportTicket"].Deleted, entities["SupportTicket"].Anonymized, entities["SupportTicket"].Held, entities["SupportTicket"].Keep));
    }

    [Fact]
    public async Task The_receipt_counts_what_is_in_the_database()
    {
        await using CommunicationsContext db = run.Database.Open();
        foreach (EntityErasure entity in Receipt.Entities)
        {
            Type type = People.Sets.Values.Single(type => type.Name == entity.Entity);
            int left = People.Rows(db, type, Protagonist.Id).Length;
            Assert.True((type == typeof(Customer) ? 1 : entity.Retained) == left, $"{entity}, and {left} rows are left");
        }
    }

    [Theory]
    [InlineData(Protagonist.Name)]
    [InlineData(Protagonist.Email)]
    [InlineData(Protagonist.Phone)]
    public async Task After_the_erasure_the_file_has_only_what_the_receipt_lists(string text)
    {
        int inFile = new[] { "communications.db", "communications.db-wal", "communications.db-journal" }
            .Select(file => Path.Combine(run.Directory, file)).Where(File.Exists).Sum(file => Occurrences(File.ReadAllBytes(file), text));
        await using CommunicationsContext db = run.Database.Open();
        int listed = 0;
        foreach (WithheldData withheld in Receipt.Withheld)
        {
            Type type = People.Sets.Values.Single(type => type.Name == withheld.Entity);
            foreach (object row in People.Rows(db, type, Protagonist.Id))
            {
                foreach (string member in withheld.Members)
                    listed += type.GetProperty(member)!.GetValue(row) is string value ? Occurrences(Encoding.UTF8.GetBytes(value), text) : 0;
            }
        }

        Assert.True(inFile > 0);
        Assert.Equal(listed, inFile);
    }

    [Fact]
    public async Task S19_what_is_on_hold_is_untouched()
    {
        await using CommunicationsContext db = run.Database.Open();
        SupportTicket held = await db.SupportTickets.Include(ticket => ticket.Replies).SingleAsync(ticket => ticket.CustomerId == Protagonist.Id);
        Assert.True(held.OnLegalHold);
        Assert.Equal("Claim about a lost order notice", held.Subject);
        Assert.Equal(2, held.Replies.Count);
    }

    private string Chapter(int number)
    {
        int start = run.Output.IndexOf(FormattableString.Invariant($"{number}  "), StringComparison.Ordinal);
        int end = run.Output.IndexOf(FormattableString.Invariant($"── {number + 1}  "), StringComparison.Ordinal);
        return run.Output[start..end];
    }

    /// <summary>Output without what differs from run to run: the folder.</summary>
    private static string Plain(string output, string folder) => output.Replace(Path.GetFileName(folder), "FOLDER", StringComparison.Ordinal);

    private static string Written(object? value, string category) => value switch
    {
        null => "",
        _ when category == "credential" => "withheld",
        DateTime time => JsonSerializer.SerializeToElement(time).ToString(),
        bool flag => flag.ToString(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static int Occurrences(ReadOnlySpan<byte> bytes, string text)
    {
        byte[] wanted = Encoding.UTF8.GetBytes(text);
        int count = 0;
        for (int at = bytes.IndexOf(wanted); at >= 0; at = bytes.IndexOf(wanted))
        {
            count++;
            bytes = bytes[(at + wanted.Length)..];
        }

        return count;
    }
}

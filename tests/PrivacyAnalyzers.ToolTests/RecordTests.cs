using System.Text.Json;
using PrivacyAnalyzers.ToolTests.Support;

namespace PrivacyAnalyzers.ToolTests;

public sealed class RecordTests
{
    [Fact]
    public void The_first_record_holds_what_the_code_discloses_and_a_second_run_changes_nothing()
    {
        using BuiltShop shop = BuiltShop.Build();
        string record = shop.PathOf("privacy.disclosures.txt");

        ToolRun first = ToolRun.Of("record", shop.Assembly, "--output", record);
        DateTime written = File.GetLastWriteTimeUtc(record);
        ToolRun second = ToolRun.Of("record", shop.Assembly, "--output", record);

        Assert.Equal((0, $"{record}: written, 3 changes\n"), (first.Code, first.Output));
        Assert.Equal((0, $"{record}: unchanged\n"), (second.Code, second.Output));
        Assert.Equal(BuiltShop.Record.ReplaceLineEndings("\n"), File.ReadAllText(record));
        Assert.Equal(written, File.GetLastWriteTimeUtc(record));
    }

    [Fact]
    public void A_change_under_the_same_date_is_refused_unless_a_reason_is_given_S32()
    {
        using BuiltShop shop = BuiltShop.Build();
        string record = shop.PathOf("privacy.disclosures.txt");
        const string Before = "# effective: 2026-03-01\n# ours\nidentifier | customer-account | Shop.Customer.Mail | account-default | marketing | mail-provider\n";
        File.WriteAllText(record, Before);

        ToolRun refused = ToolRun.Of("record", shop.Assembly, "-o", record);
        string untouched = File.ReadAllText(record);
        ToolRun reasoned = ToolRun.Of("record", shop.Assembly, "-o", record, "--same-date", "Mail was renamed");

        Assert.Equal(1, refused.Code);
        Assert.Equal($"{record}: refused: 4 changes since the record of 2026-03-01, and the statement is effective from 2026-03-01, not later; revise the statement and its date, or say with --same-date why it stays\n", refused.Output);
        Assert.Equal(Before, untouched);
        Assert.Equal(0, reasoned.Code);
        Assert.StartsWith("# effective: 2026-03-01\n# ours\n# same date: Mail was renamed\ngeolocation | ", File.ReadAllText(record), StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_date_is_enough()
    {
        using BuiltShop shop = BuiltShop.Build();
        string record = shop.PathOf("privacy.disclosures.txt");
        File.WriteAllText(record, "# effective: 2026-02-28\n# same date: once\n");

        ToolRun run = ToolRun.Of("record", shop.Assembly, "-o", record, "--json");

        JsonElement result = run.Json.GetProperty("records")[0];
        Assert.Equal(("written", 3, "2026-02-28", "2026-03-01"), (result.GetProperty("state").GetString(), result.GetProperty("changes").GetInt32(), result.GetProperty("recordedDate").GetString(), result.GetProperty("statementDate").GetString()));
        Assert.Equal(BuiltShop.Record.ReplaceLineEndings("\n"), File.ReadAllText(record));
    }

    [Fact]
    public void The_record_that_the_project_has_is_written()
    {
        using BuiltShop shop = BuiltShop.Build(record: "# effective: 2026-01-01\n");

        ToolRun run = ToolRun.Of("record", shop.Assembly);

        Assert.Equal((0, $"{shop.PathOf("Shop.disclosures.txt")}: written, 3 changes\n"), (run.Code, run.Output));
    }
}

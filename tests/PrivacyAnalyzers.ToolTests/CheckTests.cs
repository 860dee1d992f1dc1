using System.Text.Json;
using PrivacyAnalyzers.ToolTests.Support;

namespace PrivacyAnalyzers.ToolTests;

public sealed class CheckTests
{
    private const string Other = """
        using PrivacyAnalyzers;

        namespace Billing;

        [DataSubject, DataClass("customer-account"), Retention("unused")]
        public class Payer
        {
            public int Id { get; set; }

            [Financial]
            public string? Account { get; set; }
        }
        """;

    [Fact]
    public void What_is_recorded_ends_with_0_and_promises_that_no_code_has_are_said()
    {
        using BuiltShop shop = BuiltShop.Build(record: BuiltShop.Record);

        ToolRun run = ToolRun.Of("check", shop.Assembly);

        Assert.Equal(0, run.Code);
        Assert.Equal(
            "PRIV4004: the statement names the category 'financial', and nothing collects it\nPRIV4004: the statement names the retention rule 'unused', and nothing uses it\n3 members of 1 project as recorded\n",
            run.Output);
    }

    [Fact]
    public void Drift_ends_with_1_and_says_what_became_what()
    {
        using BuiltShop shop = BuiltShop.Build(record: BuiltShop.Record.Replace("marketing | mail-provider", "- | -", StringComparison.Ordinal));

        ToolRun run = ToolRun.Of("check", shop.Assembly);
        ToolRun json = ToolRun.Of("check", shop.Assembly, "--json");

        Assert.Equal(1, run.Code);
        Assert.StartsWith("PRIV4005: 'Shop.Customer.Email' (identifier) differs from the recorded disclosures: purposes '-' became 'marketing'; recipients '-' became 'mail-provider'\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, json.Code);
        Assert.True(json.Json.GetProperty("drift").GetBoolean());
        Assert.Equal("Shop.Customer.Email", json.Json.GetProperty("differences")[0].GetProperty("member").GetString());
    }

    [Fact]
    public void Several_projects_are_one_picture()
    {
        using BuiltShop shop = BuiltShop.Build(record: BuiltShop.Record);
        shop.Add(Other, record: "# effective: 2026-03-01\nfinancial | customer-account | Billing.Payer.Account | unused | - | -\n", name: "Billing");

        ToolRun run = ToolRun.Of("check", shop.Folder);

        Assert.Equal((0, "4 members of 2 projects as recorded\n"), (run.Code, run.Output));
    }

    [Fact]
    public void Records_can_be_named()
    {
        using BuiltShop shop = BuiltShop.Build();
        File.WriteAllText(shop.PathOf("a.txt"), BuiltShop.Record);

        Assert.Equal(0, ToolRun.Of("check", shop.Assembly, "--record", shop.PathOf("a.txt")).Code);
    }

    [Fact]
    public void What_cannot_be_used_ends_with_2_and_says_why()
    {
        using BuiltShop shop = BuiltShop.Build();
        using BuiltShop withoutLog = BuiltShop.Build(withLog: false);
        using BuiltShop twoStatements = BuiltShop.Build(record: BuiltShop.Record);
        twoStatements.Add(Other, BuiltShop.Statement.Replace("2026-03-01", "2026-04-01", StringComparison.Ordinal), "# effective: 2026-04-01\n", name: "Billing");
        using BuiltShop stale = BuiltShop.Build(record: BuiltShop.Record);
        stale.Add(BuiltShop.Code.Replace("[Geolocation,", "[Identifier,", StringComparison.Ordinal), withLog: false);
        using BuiltShop badRecord = BuiltShop.Build();
        File.WriteAllText(badRecord.PathOf("a.txt"), "<<<<<<< HEAD\n");

        AssertRefused("was built without recorded disclosures; write them with 'dotnet privacy record' beside the project and build again, or name them with --record", "check", shop.Assembly);
        AssertRefused("There is no compiler log for", "check", withoutLog.Assembly);
        AssertRefused("were built with different statements (2026-04-01, 2026-03-01)", "check", twoStatements.Folder);
        AssertRefused("is not of the build that made", "check", stale.Assembly);
        AssertRefused("a.txt(1): this is not a line of recorded disclosures", "check", badRecord.Assembly, "--record", badRecord.PathOf("a.txt"));
        AssertRefused("none.txt does not exist", "check", shop.Assembly, "--record", shop.PathOf("none.txt"));
        AssertRefused("none.dll does not exist", "check", shop.PathOf("none.dll"));
        AssertRefused("holds no privacy manifest", "check", typeof(CheckTests).Assembly.Location);
        AssertRefused("Required argument missing", "check");
        AssertRefused("Unrecognized option '--colour'", "check", shop.Assembly, "--colour");
    }

    [Theory]
    [InlineData("", "is not a SARIF log")]
    [InlineData("[]", "it has no 'runs'")]
    [InlineData("{\"runs\":[]}", "is not SARIF 2.1")]
    [InlineData("{\"version\":\"1.0.0\",\"runs\":[]}", "is not SARIF 2.1")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[{\"results\":[{}]}]}", "a result has no 'ruleId'")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[{\"results\":[{\"ruleId\":\"PRIV4010\"}]}]}", "its PRIV4010 carries no disclosures")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[{\"results\":[{\"ruleId\":\"PRIV4010\",\"properties\":{\"PrivacyAssembly\":\"Shop\",\"PrivacyDisclosures\":\"nonsense\"}}]}]}", "line 1 of the disclosures in it cannot be read")]
    public void A_broken_log_is_refused(string log, string message)
    {
        using BuiltShop shop = BuiltShop.Build();
        File.WriteAllText(shop.Log, log);

        AssertRefused(message, "check", shop.Assembly);
    }

    [Theory]
    [InlineData("", "cannot be read")]
    [InlineData("null", "is empty")]
    [InlineData("[]", "cannot be read")]
    [InlineData("{\"version\":2}", "has version 2, and this tool reads version 1")]
    [InlineData("{\"version\":1}", "lacks members")]
    [InlineData("{\"version\":1,\"assembly\":\"A\",\"subjects\":[],\"entries\":[{\"type\":\"A\"}]}", "lacks members")]
    [InlineData("{\"version\":1,\"assembly\":\"A\",\"subjects\":[],\"entries\":[],\"statement\":{\"title\":\"A\"}}", "lacks members")]
    public void A_broken_manifest_is_refused(string manifest, string message)
    {
        using BuiltShop shop = BuiltShop.Build($"[assembly: System.Reflection.AssemblyMetadata(\"PrivacyAnalyzers.Manifest\", {JsonSerializer.Serialize(manifest)})]", statement: null);

        AssertRefused(message, "check", shop.Assembly);
    }

    private static void AssertRefused(string message, params string[] args)
    {
        ToolRun run = ToolRun.Of(args);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Code);
    }
}

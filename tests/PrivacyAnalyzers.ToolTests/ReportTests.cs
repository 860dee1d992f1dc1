using AngleSharp;
using AngleSharp.Dom;
using PrivacyAnalyzers.Tool.Output;
using PrivacyAnalyzers.ToolTests.Support;

namespace PrivacyAnalyzers.ToolTests;

/// <summary>The page's structure: complete, by keyboard and screen reader, and nothing in it from elsewhere.</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task The_page_shows_what_is_held_where_it_goes_and_how_long_it_stays()
    {
        using BuiltShop shop = BuiltShop.Build(record: BuiltShop.Record.Replace("marketing | mail-provider", "- | -", StringComparison.Ordinal));
        IDocument page = await PageAsync(shop);

        Assert.Equal("Shop & <Sons> privacy statement", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            ["Customer.Town|geolocation|customer-account|relationship|–|–", "Customer.Email|identifier|customer-account|account-default|marketing|mail-provider", "Invoice.BillTo|identifier|customer-account|invoices|–|–"],
            Rows(page, "held"));
        Assert.Equal(["Customer.Email|identifier|differs from the recorded disclosures: purposes '-' became 'marketing'; recipients '-' became 'mail-provider'"], Rows(page, "differences"));
        Assert.Equal(
            ["invoices: as long as the law requires (tax), then delete, 1 member", "relationship: 7 years after account-closed, then delete, 1 member", "account-default: 60 days after account-closed, then delete, 1 member"],
            page.QuerySelectorAll(".line li").Select(line => $"{line.QuerySelector("strong")!.TextContent}: {line.QuerySelector("span")!.TextContent}"));
        string[] clauses = Rows(page, "clauses");
        Assert.Contains("financial|Category|○ Nothing in code|nothing collects it", clauses);
        Assert.Contains("mail-provider|Recipient|✓ Kept|service-provider; code hands it 1 member", clauses);
        Assert.Contains("personal data is not sold|Sale|✓ Kept|no code hands data to a buyer", clauses);
        Assert.Contains("EEA|Minimum age|· Checked in the build|16 years", clauses);
    }

    [Fact]
    public async Task The_map_leads_from_types_to_recipients_and_is_described_in_words()
    {
        using BuiltShop shop = BuiltShop.Build();
        IDocument page = await PageAsync(shop);
        IElement map = page.QuerySelector("svg")!;

        Assert.Equal("img", map.GetAttribute("role"));
        Assert.All(map.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotNull(page.GetElementById(id)));
        Assert.Equal("2 types with data of 2 categories, read for 1 purpose and handed to 1 recipient. The table of what is held says the same in text.", page.GetElementById("map-description")!.TextContent);
        Assert.Equal(["Customer: 2 members", "Invoice: 1 member", "geolocation", "identifier", "marketing: legitimate-interest", "mail-provider: service-provider, US, EEA"], map.QuerySelectorAll("g > title").Select(title => title.TextContent));
        Assert.Equal(5, map.QuerySelectorAll("path.way").Length);
    }

    [Fact]
    public async Task Keyboard_and_screen_reader_reach_all_of_it()
    {
        using BuiltShop shop = BuiltShop.Build();
        IDocument page = await PageAsync(shop);

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.Title!);
        Assert.Equal("#main", page.Body!.QuerySelector("a")!.GetAttribute("href"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("h1"));
        string[] ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
        Assert.All(page.QuerySelectorAll("section"), section => Assert.Equal("h2", page.GetElementById(section.GetAttribute("aria-labelledby")!)!.LocalName));
        Assert.NotEmpty(page.QuerySelectorAll("table"));
        Assert.All(page.QuerySelectorAll("table"), table =>
        {
            Assert.NotEmpty(table.QuerySelector("caption")!.TextContent);
            Assert.All(table.QuerySelectorAll("thead th"), cell => Assert.Equal("col", cell.GetAttribute("scope")));
            Assert.All(table.QuerySelectorAll("tbody tr"), row => Assert.Equal("row", row.FirstElementChild!.GetAttribute("scope")));
            Assert.All(table.QuerySelectorAll("tbody tr"), row => Assert.Equal(table.QuerySelectorAll("thead th").Length, row.ChildElementCount));
        });

        // What scrolls can be scrolled by keys, and says what it is.
        Assert.All(page.QuerySelectorAll(".scroll"), region => Assert.Equal(("0", "region", true), (region.GetAttribute("tabindex"), region.GetAttribute("role"), region.GetAttribute("aria-label")!.Length > 0)));

        // A state is never told by colour alone.
        Assert.All(page.QuerySelectorAll(".status"), status => Assert.NotEmpty(status.TextContent.Trim()));
    }

    [Fact]
    public async Task Nothing_comes_from_elsewhere_and_nothing_runs()
    {
        using BuiltShop shop = BuiltShop.Build();
        IDocument page = await PageAsync(shop);

        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, embed, video, audio, form, base, [src], [srcset], [background], [onload], [onclick]"));
        Assert.All(page.QuerySelectorAll("[href]"), link => Assert.StartsWith("#", link.GetAttribute("href"), StringComparison.Ordinal));
        string css = page.QuerySelector("style")!.TextContent;
        Assert.DoesNotContain("url(", css, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", css, StringComparison.Ordinal);
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'", page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content"));
        Assert.Contains("prefers-color-scheme:dark", css, StringComparison.Ordinal);
        Assert.Contains("@media print", css, StringComparison.Ordinal);
        Assert.Contains("width=device-width", page.QuerySelector("meta[name=viewport]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_from_code_and_statement_stay_text()
    {
        const string Evil = "<script>alert(1)</script>\" onload=\"x' | `*_[a](b) \u0001";
        using BuiltShop shop = BuiltShop.Build(BuiltShop.Code.Replace("Retention(\"invoices\")", $"Retention({System.Text.Json.JsonSerializer.Serialize(Evil)})", StringComparison.Ordinal), statement: null);
        IDocument page = await PageAsync(shop);

        Assert.Empty(page.QuerySelectorAll("script, [onload]"));
        Assert.Contains("<script>alert(1)</script>\" onload=\"x' | `*_[a](b)", page.QuerySelector("#held ~ div")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert\\(1\\)&lt;/script&gt;", await File.ReadAllTextAsync(shop.PathOf("report.md")), StringComparison.Ordinal);
        Assert.DoesNotContain("| `", await File.ReadAllTextAsync(shop.PathOf("report.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_and_json_says_the_same()
    {
        using BuiltShop shop = BuiltShop.Build();
        ToolRun first = ToolRun.Of("report", shop.Assembly, "-o", shop.PathOf("a.html"), "--json");
        ToolRun.Of("report", shop.Assembly, "-o", shop.PathOf("b.html"));

        Assert.Equal(File.ReadAllBytes(shop.PathOf("a.html")), File.ReadAllBytes(shop.PathOf("b.html")));
        Assert.Equal(3, first.Json.GetProperty("held").GetArrayLength());
        Assert.Equal("marketing", first.Json.GetProperty("held")[1].GetProperty("purposes")[0].GetString());
        Assert.Equal("kept", first.Json.GetProperty("clauses").EnumerateArray().First(clause => clause.GetProperty("name").GetString() == "identifier").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Without_a_log_the_page_says_what_it_does_not_know()
    {
        using BuiltShop shop = BuiltShop.Build(withLog: false);
        IDocument page = await PageAsync(shop);

        Assert.Contains("purposes and recipients are incomplete", page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No record was given to compare with", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P7Y", "7 years")]
    [InlineData("P1Y6M", "1 year 6 months")]
    [InlineData("P2W1D", "2 weeks 1 day")]
    [InlineData("PT5M", "PT5M")]
    [InlineData("nonsense", "nonsense")]
    [InlineData(null, "")]
    public void A_period_is_written_for_people(string? period, string words) => Assert.Equal(words, Words.Period(period));

    private static string[] Rows(IDocument page, string section) =>
        page.QuerySelectorAll($"section[aria-labelledby='{section}'] tbody tr").Select(row => string.Join("|", row.Children.Select(cell => cell.TextContent))).ToArray();

    private static async Task<IDocument> PageAsync(BuiltShop shop)
    {
        ToolRun run = ToolRun.Of("report", shop.Assembly, "-o", shop.PathOf("report.html"), "--markdown", shop.PathOf("report.md"));
        Assert.Equal(0, run.Code);
        string html = await File.ReadAllTextAsync(shop.PathOf("report.html"));
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using Deque.AxeCore.Commons;
using PrivacyAnalyzers.ToolTests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.ToolTests;

/// <summary>
/// The report as a browser shows it: every rule of an accessibility checker, nothing wider than the screen, and the keyboard goes down the page.
/// <c>PROOF_SCREENSHOTS</c> names a folder for pictures to look at.
/// </summary>
[Trait("Proof", "report")]
public sealed class ReportInBrowserTests(ITestOutputHelper output)
{
    /// <summary>
    /// What is asked of the page in the browser; the answer is left in the page. The checker cannot tell what lies behind the text of a drawing:
    /// there the contrast is worked out from the box that the text stands in.
    /// </summary>
    private const string Question = """
        const light = color => color.match(/[\d.]+/g).slice(0, 3).map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
          .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
        const contrast = (one, other) => (Math.max(light(one), light(other)) + 0.05) / (Math.min(light(one), light(other)) + 0.05);
        const behind = text => getComputedStyle(text.parentElement.querySelector(':scope > rect') ?? document.body);
        axe.run(document, { resultTypes: ['violations', 'incomplete', 'passes'] }).then(found => {
          const focusable = [...document.querySelectorAll('a[href], [tabindex]')];
          const skip = document.querySelector('.skip');
          skip.focus();
          const drawn = [...document.querySelectorAll('svg text')].map(text => contrast(getComputedStyle(text).fill, text.parentElement.querySelector(':scope > rect') ? behind(text).fill : behind(text).backgroundColor));
          const told = rules => rules.map(rule => rule.id + ': ' + rule.nodes.map(node => node.html.slice(0, 120)).join(' | ')).filter(line => !line.endsWith(': '));
          const decided = rule => ({ ...rule, nodes: rule.nodes.filter(node => rule.id !== 'color-contrast' || !node.html.startsWith('<text')) });
          const answer = document.createElement('pre');
          answer.id = 'answer';
          answer.textContent = JSON.stringify({
            violations: told(found.violations),
            incomplete: told(found.incomplete.map(decided)),
            contrast: Math.min(...drawn),
            passes: found.passes.length,
            wide: document.documentElement.scrollWidth - window.innerWidth,
            skip: skip.getBoundingClientRect().left,
            tops: focusable.slice(1).map(element => element.getBoundingClientRect().top + window.scrollY),
          });
          document.body.append(answer);
        });
        """;

    [Theory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task Everybody_can_read_it(int width, bool isDark)
    {
        if (!Browser.Exists)
        {
            output.WriteLine(Browser.Missing);
            return;
        }

        using BuiltShop shop = BuiltShop.Build(record: BuiltShop.Record.Replace("marketing | mail-provider", "- | -", StringComparison.Ordinal));
        string page = shop.PathOf("report.html");
        Assert.Equal(0, ToolRun.Of("report", shop.Assembly, "-o", page).Code);
        await ShootAsync(page, width, isDark);

        // The page forbids scripts; the copy that is asked does not.
        string html = await File.ReadAllTextAsync(page);
        string asked = Regex.Replace(html, "<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
            .Replace("</body>", $"<script>{new BundledAxeScriptProvider().GetScript()}</script><script>{Question}</script></body>", StringComparison.Ordinal);
        await File.WriteAllTextAsync(shop.PathOf("asked.html"), asked);
        string dom = await Browser.DomOfAsync(shop.PathOf("asked.html"), width, isDark);
        IDocument answered = await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(dom));
        JsonElement answer = JsonDocument.Parse(answered.GetElementById("answer")!.TextContent).RootElement;

        output.WriteLine(FormattableString.Invariant($"{width} pixels, {(isDark ? "dark" : "light")}: {answer.GetProperty("passes").GetInt32()} rules passed, {answer.GetProperty("violations").GetArrayLength()} violated, {answer.GetProperty("incomplete").GetArrayLength()} undecided, least contrast in the map {answer.GetProperty("contrast").GetDouble():0.0}"));
        Assert.Equal([], Strings(answer, "violations"));
        Assert.Equal([], Strings(answer, "incomplete"));
        Assert.True(answer.GetProperty("contrast").GetDouble() >= 4.5, answer.ToString());
        Assert.True(answer.GetProperty("wide").GetDouble() <= 0, answer.ToString());
        Assert.True(answer.GetProperty("skip").GetDouble() >= 0, answer.ToString());
        double[] tops = [.. answer.GetProperty("tops").EnumerateArray().Select(top => top.GetDouble())];
        Assert.Equal(tops.Order(), tops);
    }

    [Fact]
    public async Task It_prints()
    {
        if (!Browser.Exists)
        {
            output.WriteLine(Browser.Missing);
            return;
        }

        using BuiltShop shop = BuiltShop.Build();
        string page = shop.PathOf("report.html");
        Assert.Equal(0, ToolRun.Of("report", shop.Assembly, "-o", page).Code);
        string paper = Path.Combine(Environment.GetEnvironmentVariable("PROOF_SCREENSHOTS") ?? shop.Folder, "report.pdf");
        await Browser.PrintAsync(page, paper);

        Assert.StartsWith("%PDF-", await File.ReadAllTextAsync(paper, System.Text.Encoding.Latin1), StringComparison.Ordinal);
    }

    private static async Task ShootAsync(string page, int width, bool isDark)
    {
        if (Environment.GetEnvironmentVariable("PROOF_SCREENSHOTS") is { Length: > 0 } folder)
            await Browser.ShootAsync(page, width, isDark, Path.Combine(folder, FormattableString.Invariant($"report-{width}-{(isDark ? "dark" : "light")}.png")));
    }

    private static string[] Strings(JsonElement answer, string name) => [.. answer.GetProperty(name).EnumerateArray().Select(each => each.GetString()!)];
}

using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model.Baselines;
using PrivacyAnalyzers.Tests.Meta;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Rules.Statement;

/// <summary>The baseline: what it lists stays quiet whatever the rule, what is new does not, and a line whose finding is gone is said.</summary>
public class PRIV4009_BaselineLineGoneTests
{
    private const string Code = """
        using Microsoft.Extensions.Logging;
        using PrivacyAnalyzers;
        namespace Shop;
        public class Customer
        {
            public int Id { get; set; }
            [Identifier] public string? Email { get; set; }
            [Identifier] public string? Phone { get; set; }
            [Credential] public string? Password { get; set; }
            public string? BillingEmail { get; set; }
        }
        public class Orders(ILogger<Orders> logger)
        {
            public void Place(Customer c) { logger.LogInformation("{A}", c.Email); logger.LogInformation("{A}", c.Email); }
            public void Log(Customer c) => logger.LogInformation("{A}", c.Phone);
            public string? Last { set => logger.LogInformation("{A}", Held!.Email); }
            public Customer? Held;
            public void Leak(Customer c) => logger.LogInformation("{A}", c.Password);
        }
        """;

    private const string LogInformation = "M:Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(Microsoft.Extensions.Logging.ILogger,System.String,System.Object[])";

    [Fact]
    public async Task A_finding_carries_the_names_that_a_baseline_lists_it_by()
    {
        string[] lines = (await FindAsync(Code)).Select(LineOf).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(
            new[]
            {
                $"PRIV1001 | M:Shop.Orders.Log(Shop.Customer) | P:Shop.Customer.Phone | {LogInformation}",
                $"PRIV1001 | M:Shop.Orders.Place(Shop.Customer) | P:Shop.Customer.Email | {LogInformation}",
                $"PRIV1001 | P:Shop.Orders.Last | P:Shop.Customer.Email | {LogInformation}",
                $"PRIV1006 | M:Shop.Orders.Leak(Shop.Customer) | P:Shop.Customer.Password | {LogInformation}",
                "PRIV2001 | P:Shop.Customer.Email | P:Shop.Customer.Email | -",
                "PRIV2001 | P:Shop.Customer.Password | P:Shop.Customer.Password | -",
                "PRIV2001 | P:Shop.Customer.Phone | P:Shop.Customer.Phone | -",
                "PRIV2002 | P:Shop.Customer.BillingEmail | P:Shop.Customer.BillingEmail | -",
            },
            lines);
    }

    [Fact]
    public async Task What_is_listed_stays_quiet_also_errors_and_what_is_new_does_not()
    {
        string baseline = Baseline.Write((await FindAsync(Code)).Select(LineOf).OfType<string>().Where(line => !line.Contains("Phone", StringComparison.Ordinal)).Select(line => BaselineLine.Parse(line)!));

        ImmutableArray<Diagnostic> left = await FindAsync(Code, baseline);

        // The same leak twice in one member is one line: a set, not a count.
        Assert.Equal(["PRIV1001", "PRIV2001"], left.Select(diagnostic => diagnostic.Id).Where(id => id != "PRIV4008").Order(StringComparer.Ordinal));
        Assert.All(left.Where(diagnostic => diagnostic.Id != "PRIV4008"), diagnostic => Assert.Contains("Phone", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_whose_finding_is_gone_and_a_line_that_is_none_are_said_at_their_places()
    {
        const string Gone = "PRIV2001 | P:Shop.Customer.Fax | P:Shop.Customer.Fax | -";
        const string Listed = "PRIV2001 | P:Shop.Customer.Email | P:Shop.Customer.Email | -";

        string[] said = (await FindAsync(Code, $"# ours\r\n{Listed}\r\n{Gone}\r\n\r\nnonsense\r\nPRIV2001 | P:Shop.Customer.Email | -\r\n"))
            .Where(diagnostic => diagnostic.Id == "PRIV4009")
            .Select(diagnostic => $"{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(
            [
                $"3: The line '{Gone}' of the baseline silences nothing: its finding is gone; delete it",
                "5: The line 'nonsense' of the baseline silences nothing: it is not 'rule | member | classified member | sink'; delete it",
                "6: The line 'PRIV2001 | P:Shop.Customer.Email | -' of the baseline silences nothing: it is not 'rule | member | classified member | sink'; delete it",
            ],
            said);
    }

    [Fact]
    public void Rules_report_findings_in_one_place() =>
        Repository.ShouldBeNone(
            from file in Repository.Files("src/PrivacyAnalyzers/Rules", "*.cs")
            let name = Path.GetFileNameWithoutExtension(file)

            // What stands in files of ours, or nowhere, has no member that a baseline could name.
            where name is not ("Findings" or "DisclosureAnalyzer" or "PRIV4001_InvalidStatement" or "PRIV4001_ContradictedRetention" or "PRIV4002_UnknownCatalogName" or "PRIV4004_UnusedPromise" or
                "PRIV4007_UnjustifiedSuppression" or "PRIV4008_NoStatement" or "PRIV4009_BaselineLineGone")
            where File.ReadAllText(file).Contains(".ReportDiagnostic(", StringComparison.Ordinal)
            select Repository.Name(file),
            "These report past the baseline; use ReportFinding with Findings.At or Findings.Of:");

    private static string? LineOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(Baseline.MemberKey, out string? member) ? $"{diagnostic.Id} | {member} | {diagnostic.Properties[Baseline.SourceKey]} | {diagnostic.Properties[Baseline.SinkKey]}" : null;

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(string code, string? baseline = null)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Shop", [CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Latest))], References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        ImmutableArray<AdditionalText> files = baseline is null ? [] : [new MemoryText("privacy.baseline.txt", baseline)];
        ImmutableArray<Diagnostic> all = await compilation
            .WithAnalyzers([.. Meta.RuleSet.AnalyzerTypes.Select(Meta.RuleSet.Create)], new AnalyzerOptions(files))
            .GetAnalyzerDiagnosticsAsync();
        return [.. all.Where(diagnostic => diagnostic.Id != "PRIV4010" && diagnostic.Id != "PRIV1012")];
    }
}

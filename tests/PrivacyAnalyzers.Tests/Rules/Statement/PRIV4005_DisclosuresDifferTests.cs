using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Rules.Statement;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Rules.Statement;

/// <summary>The recorded disclosures, PRIV4005 and PRIV4006.</summary>
public class PRIV4005_DisclosuresDifferTests
{
    private const string Advice = "; record it with the fix or 'dotnet privacy record', so that the change is seen in review";
    private const string Customer = "[DataSubject, DataClass(\"customer-account\"), Retention(\"account-default\")] public class Customer { public int Id { get; set; } [Identifier] public string? Email { get; set; } }";
    private const string Mail = "[Recipient(\"mail-provider\")] public interface IMail { void Send(string? to); }";

    [Theory]
    [InlineData("", "-", "-")]
    [InlineData("[Purpose(\"marketing\")] class M { string? Read(Customer c) => c.Email; }", "marketing", "-")]
    [InlineData("class M { [Purpose(\"provide-service\"), Purpose(\"marketing\")] string? Read(Customer c) => c.Email; }", "marketing, provide-service", "-")]
    [InlineData("class M { [Purpose(\"marketing\")] List<string?> Read(IEnumerable<Customer> all) => all.Select(c => c.Email).ToList(); }", "marketing", "-")]
    [InlineData("[Purpose(\"marketing\")] class M { void Write(Customer c) { c.Email = null; } string N => nameof(Customer.Email); }", "-", "-")]
    [InlineData("class M { string? Read(Customer c) => c.Email; }", "-", "-")]
    [InlineData(Mail + " class M { void Send(IMail mail, Customer c) => mail.Send(c.Email); }", "-", "mail-provider")]
    [InlineData(Mail + " class M { void Send(IMail mail, Customer? c) => mail.Send($\"<{c?.Email ?? \"\"}>\"); }", "-", "mail-provider")]
    [InlineData(Mail + " class Own : IMail { public void Send(string? to) { } } class M { void Send(Own mail, Customer c) => mail.Send(c.Email); }", "-", "mail-provider")]
    [InlineData("class M { static void Hand([Recipient(\"scoring\")] object? a, object? b) { } void Send(Customer c) => Hand(c, null); }", "-", "scoring")]
    [InlineData("class M { static void Hand([Recipient(\"scoring\")] object? a, object? b) { } void Send(Customer c) => Hand(null, c.Email); }", "-", "-")]
    [InlineData("[Recipient(\"scoring\")] class Request { public string? Mail; public Request(string? a) { } } class M { object Send(Customer c) => new Request(c.Email); }", "-", "scoring")]
    [InlineData(Mail + " [Purpose(\"marketing\")] class M { void Send(IMail mail, Customer c) => mail.Send(c.Email); }", "marketing", "mail-provider")]
    [InlineData(Mail + " class M { void Send(IMail mail, Customer c) { string? to = Clean(c); Hand(mail, to); } static string? Clean(Customer c) => c.Email?.Trim(); static void Hand(IMail mail, string? to) => mail.Send(to); }", "-", "mail-provider")]
    [InlineData(Mail + " class M { void Send(IMail mail, Customer c) => mail.Send(System.Text.Json.JsonSerializer.Serialize(c)); }", "-", "mail-provider")]
    [InlineData(Mail + " class M { void Send(IMail mail, Customer c) => mail.Send(System.Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(c.Email!)))); }", "-", "mail-provider")]
    [InlineData(Mail + " class M { void Send(IMail mail, Customer c) => mail.Send(Mask(c.Email)); [Sanitizer] static string? Mask(string? a) => a; }", "-", "-")]
    [InlineData(Mail + " class M { void Send(IMail mail, Customer c) { c.Email = null; mail.Send(c.Email?.Length.ToString()); } }", "-", "-")]
    [InlineData(Mail + " class M { void Send(IMail mail, Customer c) => mail.Send(c.Id.ToString()); }", "-", "-")]
    [InlineData("class M { [Purpose(\"marketing\")] string? Read(Customer c) => Of(c); static string? Of(Customer c) => c.Email; }", "marketing", "-")]
    [InlineData("class M { void Run(Customer c) => Use(c.Email); [Purpose(\"marketing\")] static void Use(string? to) { } }", "marketing", "-")]
    [InlineData("[Purpose(\"marketing\")] class M { [Purpose(\"provide-service\")] string? Read(Customer c) => c.Email; }", "provide-service", "-")]
    [InlineData("[Purpose(\"marketing\")] abstract class Base { } class M : Base { string? Read(Customer c) => c.Email; class Inner { string? Read(Customer c) => c.Email; } }", "marketing", "-")]
    [InlineData("[Recipient(\"scoring\")] class Client { public class Request { public Request(string? a) { } } [Recipient(\"mail-provider\")] public class Letter { public Letter(string? a) { } } } class M { object Send(Customer c) => new Client.Letter(c.Email); }", "-", "mail-provider")]
    public async Task What_code_does_with_a_member_is_in_its_line(string code, string purposes, string recipients)
    {
        DisclosureRun run = await DisclosureRun.Of(DisclosureRun.Usings + "namespace Shop { " + Customer + code + " }");

        Assert.Equal($"# effective: 2026-03-01\nidentifier | customer-account | Shop.Customer.Email | account-default | {purposes} | {recipients}\n", run.Now);
        Assert.Empty(run.Findings);
    }

    [Fact]
    public async Task Every_classified_member_that_is_stored_has_a_line_and_no_other()
    {
        DisclosureRun run = await DisclosureRun.Of(DisclosureRun.Usings + """
            namespace Shop;
            [Retention("invoices")] public abstract class Person { public int Id { get; set; } [Identifier] public string? Name { get; set; } }
            [DataClass("customer-account")] public class Employee : Person { [Owned] public class Place { [Geolocation, Retention("account-default")] public string? Town { get; set; } } public Place? Home { get; set; } public string? Title { get; set; } }
            [Transient, Retention("invoices")] public class Form { [Identifier] public string? Name { get; set; } }
            public class Elsewhere { [Identifier] public string? Name { get; set; } }
            public class Db : DbContext { public DbSet<Employee> Employees => Set<Employee>(); }
            """);

        Assert.Equal("""
            # effective: 2026-03-01
            geolocation | customer-account | Shop.Employee.Home.Town | account-default | - | -
            identifier | customer-account | Shop.Employee.Name | invoices | - | -

            """.Replace("\r\n", "\n", StringComparison.Ordinal), run.Now);
    }

    [Fact]
    public async Task Types_of_another_assembly_are_recorded_there_and_what_is_added_here()
    {
        var other = new GeneratorTest("using PrivacyAnalyzers; namespace Models; [DataSubject, Retention(\"account-default\")] public class Customer { public int Id { get; set; } [Identifier] public string? Email { get; set; } [Identifier] public string? Phone { get; set; } } public class Plain { public int Id { get; set; } [Identifier] public string? Nick { get; set; } }") { AssemblyName = "Models" };
        const string Code = "namespace Shop; class M { [Purpose(\"marketing\")] object? Read(Models.Customer c) => c.Email; }";

        DisclosureRun here = await DisclosureRun.Of(DisclosureRun.Usings + Code, reference: other.ToReference());
        DisclosureRun stored = await DisclosureRun.Of(DisclosureRun.Usings + Code + " class Db : DbContext { public DbSet<Models.Customer> C => Set<Models.Customer>(); public DbSet<Models.Plain> P => Set<Models.Plain>(); }", reference: other.ToReference());

        Assert.Equal("# effective: 2026-03-01\nidentifier | customer-account | Models.Customer.Email | account-default | marketing | -\n", here.Now);
        Assert.Equal("# effective: 2026-03-01\nidentifier | customer-account | Models.Customer.Email | account-default | marketing | -\nidentifier | customer-account | Models.Plain.Nick | - | - | -\n", stored.Now);
    }

    [Fact]
    public async Task What_is_recorded_is_quiet_whatever_its_order_line_ends_and_comments()
    {
        const string Code = DisclosureRun.Usings + "namespace Shop; " + Customer + "[DataSubject, DataClass(\"customer-account\"), Retention(\"invoices\")] public class Z { public int Id { get; set; } [Geolocation] public string? Town { get; set; } }";

        DisclosureRun run = await DisclosureRun.Of(Code, "\uFEFF# ours\r\n# effective: 2026-03-01\r\n\r\nidentifier|customer-account|Shop.Customer.Email|account-default|-|-\r\ngeolocation | customer-account | Shop.Z.Town | invoices | - | -\r\n");

        Assert.Empty(run.Findings);
    }

    [Fact]
    public async Task What_is_new_other_and_gone_is_named_at_its_place()
    {
        DisclosureRun run = await DisclosureRun.Of(
            DisclosureRun.Usings + "namespace Shop; [DataSubject, Retention(\"invoices\")] public class Customer { public int Id { get; set; } [Identifier] public string? Email { get; set; } [Geolocation] public string? Town { get; set; } [Purpose(\"marketing\")] static object? Read(Customer c) => c.Email; }",
            "# effective: 2026-01-08\nidentifier | customer-account | Shop.Customer.Email | account-default | - | scoring\nidentifier | customer-account | Shop.Customer.Phone | account-default | - | -\n");

        Assert.Equal(
            [
                "PRIV4005 Email: 'Shop.Customer.Email' (identifier) differs from the recorded disclosures: retention 'account-default' became 'invoices'; purposes '-' became 'marketing'; recipients 'scoring' became '-'" + Advice,
                "PRIV4005 privacy.disclosures.txt(3): 'Shop.Customer.Phone' (identifier) is in the recorded disclosures, and no code stores it" + Advice,
                "PRIV4005 Town: 'Shop.Customer.Town' (geolocation) is not in the recorded disclosures" + Advice,
            ],
            run.Findings);
        Assert.All(run.Diagnostics.Where(diagnostic => diagnostic.Id == "PRIV4005"), diagnostic => Assert.Equal(
            "# effective: 2026-03-01\ngeolocation | customer-account | Shop.Customer.Town | invoices | - | -\nidentifier | customer-account | Shop.Customer.Email | invoices | marketing | -\n",
            diagnostic.Properties[PRIV4005_DisclosuresDiffer.RecordKey]));
    }

    [Theory]
    [InlineData("# effective: 2026-03-01\n", true)]
    [InlineData("# effective: 2026-03-02\n", true)]
    [InlineData("# effective: 2026-02-28\n", false)]
    [InlineData("", false)]
    public async Task A_change_needs_a_later_date_S32(string head, bool isTooEarly)
    {
        DisclosureRun run = await DisclosureRun.Of(DisclosureRun.Usings + "namespace Shop; " + Customer, head);

        string[] late = run.Findings.Where(finding => finding.StartsWith("PRIV4006", StringComparison.Ordinal)).ToArray();
        if (isTooEarly)
            Assert.Equal($"PRIV4006 privacy.yml(2): What the code discloses differs from what was recorded for {head[13..23]} ('Shop.Customer.Email' is not in the recorded disclosures), and the statement is effective from 2026-03-01, not later; revise the statement and its date first", Assert.Single(late));
        else
            Assert.Empty(late);
        Diagnostic difference = Assert.Single(run.Diagnostics, diagnostic => diagnostic.Id == "PRIV4005");
        Assert.Equal(!isTooEarly, difference.Properties.ContainsKey(PRIV4005_DisclosuresDiffer.RecordKey));
    }

    [Fact]
    public async Task A_line_that_is_none_is_said_at_its_place()
    {
        DisclosureRun run = await DisclosureRun.Of(
            DisclosureRun.Usings + "namespace Shop; " + Customer,
            "# effective: 2026-03-01\n<<<<<<< HEAD\n# effective: 30 February\nidentifier | customer-account | Shop.Customer.Email | account-default | - | -\n");

        Assert.Equal(
            ["PRIV4005 privacy.disclosures.txt(2): '<<<<<<< HEAD' (no category) is not a line of the record" + Advice, "PRIV4005 privacy.disclosures.txt(3): '# effective: 30 February' (no category) is not a line of the record" + Advice],
            run.Findings.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Default", 0)]
    [InlineData("None", 0)]
    [InlineData("Recommended", 1)]
    [InlineData("Strict", 1)]
    public async Task Without_a_record_the_mode_decides(string mode, int findings)
    {
        DisclosureRun run = await DisclosureRun.Of(DisclosureRun.Usings + "namespace Shop; " + Customer, mode: mode);

        Assert.Equal(Enumerable.Repeat("PRIV4005 Email: 'Shop.Customer.Email' (identifier) is stored, and no disclosures are recorded yet" + Advice, findings), run.Findings);
        Assert.Equal(mode == "None", run.Now is null);
    }

    [Fact]
    public async Task Without_a_statement_names_are_free_and_written_so_that_they_are_read_again()
    {
        DisclosureRun run = await DisclosureRun.Of(DisclosureRun.Usings + "namespace Shop; [DataSubject, Retention(\"a|b, 5%\\n\")] public class C { public int Id { get; set; } [Identifier] public string? Email { get; set; } }", statement: null);

        Assert.Equal("identifier | - | Shop.C.Email | a%007Cb%002C 5%0025%000A | - | -\n", run.Now);
        Assert.Empty((await DisclosureRun.Of(DisclosureRun.Usings + "namespace Shop; [DataSubject, Retention(\"a|b, 5%\\n\")] public class C { public int Id { get; set; } [Identifier] public string? Email { get; set; } }", run.Now, statement: null)).Findings);
    }

    [Theory]
    [InlineData("namespace Shop; [DataSubject, Retention(] public class { [Identifier] public string? Email { get; } [Purpose(] void M( => ;")]
    [InlineData("class Product { public int Id { get; set; } }")]
    [InlineData("")]
    public async Task Broken_code_and_code_without_people_are_quiet(string code) =>
        Assert.DoesNotContain((await DisclosureRun.Of(DisclosureRun.Usings + code, mode: "Strict")).Findings, finding => !finding.Contains("Email", StringComparison.Ordinal));
}

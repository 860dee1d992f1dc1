using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Statement;
using PrivacyAnalyzers.ToolTests.Support;

namespace PrivacyAnalyzers.ToolTests;

public sealed class InitTests
{
    private const string Old = """
        namespace Old;

        public class Customer
        {
            public int Id { get; set; }

            public string? Email { get; set; }

            public string? PasswordHash { get; set; }

            public decimal Balance { get; set; }
        }

        public class Product
        {
            public int Id { get; set; }

            public string? Name { get; set; }
        }
        """;

    [Fact]
    public void Code_that_knows_nothing_of_the_package_gets_a_valid_statement_and_proposals()
    {
        using BuiltShop old = BuiltShop.Build(Old, statement: null, name: "Old");

        ToolRun run = ToolRun.Of("init", old.PathOf("Old.dll"), "-o", old.PathOf("privacy.yml"), "--effective", "2026-05-01");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("  Old.Customer.Email: [Identifier]\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Product", run.Output, StringComparison.Ordinal);
        string text = File.ReadAllText(old.PathOf("privacy.yml"));
        StatementFile read = StatementReader.Read("privacy.yml", SourceText.From(text), CancellationToken.None);
        Assert.Empty(read.Errors);
        Assert.Equal("Old privacy statement", read.Statement!.Title);
        Assert.Equal(new StatementDate(2026, 5, 1), read.Statement.Effective);
        Assert.NotNull(read.Statement.FindCategory("identifier"));
    }

    [Fact]
    public void Names_that_code_uses_already_are_in_the_statement()
    {
        using BuiltShop shop = BuiltShop.Build(BuiltShop.Code.Replace("Retention(\"invoices\")", "Retention(\"Not A Name: {\")", StringComparison.Ordinal), statement: null);

        ToolRun run = ToolRun.Of("init", shop.Assembly, "-o", shop.PathOf("privacy.yml"), "--json");

        StatementFile read = StatementReader.Read("privacy.yml", SourceText.From(File.ReadAllText(shop.PathOf("privacy.yml"))), CancellationToken.None);
        Assert.Empty(read.Errors);
        Assert.Equal(["account-default", "relationship"], read.Statement!.Retention.Select(rule => rule.Name));
        Assert.Equal(["mail-provider"], read.Statement.Recipients.Select(recipient => recipient.Name));
        Assert.Equal(["marketing"], read.Statement.Purposes.Select(purpose => purpose.Name));
        Assert.Equal(3, run.Json.GetProperty("classified").GetInt32());
        Assert.Equal(0, run.Json.GetProperty("proposed").GetArrayLength());
    }

    [Fact]
    public void Nothing_is_overwritten_and_bad_input_is_refused()
    {
        using BuiltShop shop = BuiltShop.Build();
        string statement = shop.PathOf("privacy.yml");
        File.WriteAllText(statement, "mine");
        File.WriteAllText(shop.PathOf("text.dll"), "no assembly");

        ToolRun exists = ToolRun.Of("init", shop.Assembly, "-o", statement);
        ToolRun date = ToolRun.Of("init", shop.Assembly, "-o", shop.PathOf("other.yml"), "--effective", "tomorrow");
        ToolRun text = ToolRun.Of("init", shop.PathOf("text.dll"), "-o", shop.PathOf("other.yml"));
        ToolRun missing = ToolRun.Of("init", shop.PathOf("none.dll"), "-o", shop.PathOf("other.yml"));

        Assert.Equal([2, 2, 2, 2], new[] { exists.Code, date.Code, text.Code, missing.Code });
        Assert.Contains("is there already", exists.Error, StringComparison.Ordinal);
        Assert.Contains("'tomorrow' is not a date", date.Error, StringComparison.Ordinal);
        Assert.Contains("is no .NET assembly", text.Error, StringComparison.Ordinal);
        Assert.Contains("does not exist", missing.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(statement));
        Assert.False(File.Exists(shop.PathOf("other.yml")));
    }
}

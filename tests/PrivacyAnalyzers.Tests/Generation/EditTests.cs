using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Generation.Disclosure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Generation.Vocabulary;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation;

/// <summary>What an edit must change, wherever it is made, and what it need not touch.</summary>
public class EditTests
{
    private const string Context = "using Microsoft.EntityFrameworkCore; namespace Shop; public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }";

    private const string Customer = """
        using PrivacyAnalyzers; namespace Shop;
        [DataSubject, Retention("account-default"), DataClass("customer-account")] public class Customer { public int Id { get; set; } [Identifier] public string? Email { get; set; } }
        """;

    private static readonly IIncrementalGenerator[] Generators = [new VocabularyGenerator(), new ExportGenerator(), new DisclosureGenerator()];

    [Fact]
    public void A_member_added_in_another_file_than_the_contexts_is_exported()
    {
        GeneratorEdit edit = Edit(1, Customer.Replace("public int Id", "[Identifier] public string? Phone { get; set; } public int Id", StringComparison.Ordinal));

        Assert.DoesNotContain("Phone", edit.Before, StringComparison.Ordinal);
        Assert.Contains("Describe_Customer_Phone", edit.After, StringComparison.Ordinal);
        Assert.Equal(["PrivacyDisclosures.g.cs", "Shop.Db.Export.g.cs"], edit.ChangedFiles);
    }

    [Fact]
    public void A_context_that_loses_its_base_loses_its_export()
    {
        GeneratorEdit edit = Edit(0, "using Microsoft.EntityFrameworkCore; namespace Shop; public class Db { public DbSet<Customer> Customers => null!; }");

        // The customer is then a subject of no context, and exports itself.
        Assert.Contains("ExportCustomerAsync", edit.Before, StringComparison.Ordinal);
        Assert.DoesNotContain("ExportCustomerAsync", edit.After, StringComparison.Ordinal);
        Assert.Contains("ToPersonalDataExport", edit.After, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_changed_in_the_statement_changes_what_is_said_of_it()
    {
        GeneratorEdit edit = Test().Edit(Generators, statement: Statements.Example.Replace("P60D", "P90D", StringComparison.Ordinal));

        Assert.Contains("Kept P60D after account-closed", edit.Before, StringComparison.Ordinal);
        Assert.Contains("Kept P90D after account-closed", edit.After, StringComparison.Ordinal);
        Assert.DoesNotContain("P60D", edit.After, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_in_the_statement_changes_no_model_and_no_file()
    {
        GeneratorEdit edit = Test().Edit(Generators, statement: "# a comment\n" + Statements.Example);

        Assert.Empty(edit.ChangedFiles);
        Assert.Contains("Contexts", edit.Unchanged);
    }

    [Fact]
    public void A_method_added_to_the_model_emits_nothing_again()
    {
        GeneratorEdit edit = Edit(1, Customer.Replace("public int Id", "public int Twice() => 2; public int Id", StringComparison.Ordinal));

        Assert.Empty(edit.ChangedFiles);
        Assert.True(edit.AllOutputsCached);
    }

    private static GeneratorTest Test() => new(Context, Customer) { Statement = Statements.Example };

    private static GeneratorEdit Edit(int source, string text) => Test().Edit(Generators, source, text);
}

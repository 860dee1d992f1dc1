using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Generation.Vocabulary;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Vocabulary;

/// <summary>The statement's names as constants.</summary>
public class VocabularyTests
{
    [Fact]
    public void Emits_a_constant_for_every_name_with_what_the_statement_says_of_it() =>
        new GeneratorTest("") { Statement = Statements.Example }.Run(new VocabularyGenerator()).MatchSnapshot();

    [Fact]
    public void Constants_mean_what_the_text_means_also_to_generators_of_the_same_project()
    {
        const string Code = """
            using System;
            using Microsoft.EntityFrameworkCore;
            using PrivacyAnalyzers;
            using Shop.Privacy;
            namespace Shop;
            [DataSubject, DataClass({0}), Retention({1})] public class Customer { public int Id { get; set; } [Identifier] public string? Email { get; set; } }
            public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }
            public static class Use { public static string Name() => Retentions.AccountDefault + " " + Clocks.AccountClosed; }
            """;
        GeneratorResult constants = Run("DataClasses.CustomerAccount", "Privacy.Retentions.AccountDefault");
        GeneratorResult text = Run("\"customer-account\"", "\"account-default\"");

        Assert.Equal(text.Text, constants.Text);
        Assert.Contains("\"account-default\", \"Kept P60D after account-closed, then anonymize\"", constants.Text, StringComparison.Ordinal);
        Assert.Equal("account-default account-closed", constants.Call<string>("Shop.Use", "Name"));

        static GeneratorResult Run(string dataClass, string retention) =>
            new GeneratorTest(Code.Replace("{0}", dataClass, StringComparison.Ordinal).Replace("{1}", retention, StringComparison.Ordinal)) { Statement = Statements.Example }
                .Run(new VocabularyGenerator(), new ExportGenerator());
    }

    [Theory]
    [InlineData(null, "Shop", "Shop.Privacy")]
    [InlineData("Contoso.Names", "Shop", "Contoso.Names")]
    [InlineData(null, "My-App.2nd.class", "My_App._2nd.@class.Privacy")]
    [InlineData(null, "", "Privacy")]
    [InlineData(null, null, "Some_Assembly.Privacy")]
    [InlineData("  ", "Köln.東京", "Köln.東京.Privacy")]
    public void Constants_stand_in_the_projects_namespace(string? chosen, string? root, string expected)
    {
        var test = new GeneratorTest("") { Statement = Statements.Example, AssemblyName = "Some Assembly" };
        test.Properties.Clear();
        if (chosen is not null)
            test.Properties["PrivacyNamespace"] = chosen;
        if (root is not null)
            test.Properties["RootNamespace"] = root;

        string text = test.Run(new VocabularyGenerator()).Files.Single().Value;

        Assert.Contains($"\nnamespace {expected}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Awkward_names_still_compile()
    {
        const string Statement = """
            statement: Awkward
            effective: 2026-01-08
            retention:
              retentions: { keep: P1Y, after: equals, then: delete }
              3-years: { keep: P3Y, after: to-string, then: delete }
              clé-à-garder: { keep: by-law, ground: tax, then: delete }
            purposes:
              '<b> & "c"': { basis: contract }
            """;

        string text = new GeneratorTest("") { Statement = Statement }.Run(new VocabularyGenerator()).Text;

        Assert.Contains("const string _3Years = \"3-years\";", text, StringComparison.Ordinal);
        Assert.Contains("public new const string Equals = \"equals\";", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("statement: Nothing else\neffective: 2026-01-08\n")]
    [InlineData("[ this is : no { yaml")]
    [InlineData("\0\0\0")]
    public void Without_names_there_is_no_file(string? statement) =>
        Assert.Empty(new GeneratorTest("") { Statement = statement }.Run(new VocabularyGenerator()).Files);

    [Fact]
    public void A_faulty_statement_still_gives_the_names_that_can_be_read()
    {
        // One dangling name must not turn every constant in the project into an error of its own.
        string faulty = Statements.Example.Replace("after: account-closed, then: anonymize", "after: account-closed, then: vanish", StringComparison.Ordinal);

        string text = new GeneratorTest("") { Statement = faulty }.Run(new VocabularyGenerator()).Text;

        Assert.Contains("const string CustomerRelationship = \"customer-relationship\";", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_statement_gives_the_same_text_in_any_project_order()
    {
        string one = new GeneratorTest("class A;", "class B;") { Statement = Statements.Example }.Run(new VocabularyGenerator()).Text;
        string two = new GeneratorTest("class B;", "class A;") { Statement = Statements.Example }.Run(new VocabularyGenerator()).Text;
        Assert.Equal(one, two);
    }
}

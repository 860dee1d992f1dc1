using PrivacyAnalyzers.Generation.Retention;
using PrivacyAnalyzers.Tests.Generation.Erasure;
using PrivacyAnalyzers.Tests.Model.Subjects;

namespace PrivacyAnalyzers.Tests.Generation.Retention;

/// <summary>What of a collection a later sweep has to find, and when: the periods that have to end, and what is looked for until then.</summary>
public class DueLaterTests
{
    private const string ByLaw = "[Identifier, Retention(\"invoices\")] public string? Payer { get; set; } ";
    private const string Support = "[Identifier, Retention(\"support\")] public string? Number { get; set; } ";
    private const string Relation = "[FreeText, Retention(\"customer-relationship\")] public string? Remark { get; set; } ";
    private const string NoRule = "[FreeText] public string? Note { get; set; } ";

    private const string Rows = "b.Entity<Call>().OwnsMany(c => c.Parts, p => { p.ToTable(\"Parts\"); p.HasKey(x => x.Line); });";
    private const string Json = "b.Entity<Call>().ComplexCollection(c => c.Parts, p => p.ToJson());";

    [Theory]
    // One rule, several, none.
    [InlineData(Support, "support: Parts")]
    [InlineData(Support + Relation, "support+customer-relationship: Parts")]
    [InlineData(NoRule, "never: Parts")]
    // What has no rule goes with the rest.
    [InlineData(Support + NoRule, "support: Parts")]
    [InlineData(NoRule + Support + Relation, "support+customer-relationship: Parts")]
    // What a law keeps is not looked for, and the rest of the item is, value by value.
    [InlineData(ByLaw, "")]
    [InlineData(ByLaw + Support, "support: Parts.Number")]
    [InlineData(ByLaw + Support + Relation, "support+customer-relationship: Parts.Number, Parts.Remark")]
    [InlineData(ByLaw + NoRule, "never: Parts.Note")]
    // What has no rule stays with what a law keeps.
    [InlineData(ByLaw + Support + NoRule, "never: Parts.Number, Parts.Note")]
    // What cannot be replaced in an item is not looked for there, nor is a key.
    [InlineData(ByLaw + Support + "[Identifier, Retention(\"support\"), Anonymize(With = 5)] public string Site { get; set; } = \"\";", "support: Parts.Number")]
    [InlineData(ByLaw + "[Identifier, Retention(\"support\"), Anonymize(With = 5)] public string Site { get; set; } = \"\";", "support: Parts")]
    [InlineData(ByLaw + "[Key, Identifier, Retention(\"support\")] public string Line { get; set; } = \"\";" + Support, "support: Parts.Number")]
    public void Of_items_that_are_rows(string members, string expected) => Assert.Equal(expected, Later(members, Rows));

    [Theory]
    [InlineData(Support, "support: Parts")]
    [InlineData(ByLaw, "")]
    // No query reads a value of it, so all of it is looked for.
    [InlineData(ByLaw + Support, "support: Parts")]
    public void Of_items_in_json(string members, string expected) => Assert.Equal(expected, Later(members, Json));

    private static string Later(string members, string configuration)
    {
        string line = members.Contains(" Line ", StringComparison.Ordinal) || configuration == Json ? "" : "public int Line { get; set; } ";
        SweepPlan plan = SweepPlanner.Plan(ContextModelTests.Read(
            $$"""
            [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
            public class Call { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } public List<Part> Parts { get; set; } = new(); }
            public class Part { {{line}}{{members}} }
            public class Db : DbContext
            {
                public DbSet<Customer> Customers => Set<Customer>();
                public DbSet<Call> Calls => Set<Call>();
                protected override void OnModelCreating(ModelBuilder b) { {{configuration}} }
            }
            """,
            Shop.Statement));
        return string.Join("; ", plan.Entities.Single(static entity => entity.Name == "Call").Later.Select(Text));
    }

    private static string Text(DueLater later)
    {
        string ends = later.Ends.Count == 0 ? "never" : string.Join('+', later.Ends.Select(static path => path.Clock.Rule.Name));
        IEnumerable<string> data = later.Data is null
            ? ["cannot be told"]
            : [.. later.Data.Values.Select(static value => value.Name), .. later.Data.Collections.Select(static collection => collection.Name), .. later.Data.Items.SelectMany(static items => items.Values).Select(static value => value.Name)];
        return $"{ends}: {string.Join(", ", data)}";
    }
}

namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>A row that a hold keeps refers to a person and could do without: it stays as it is, and so does what it refers to.</summary>
public class HeldReferenceTests
{
    [Fact]
    public async Task The_receipt_says_that_the_person_stays_for_the_hold()
    {
        string text = await LiveModel.RunAsync(
            """
            [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } }
            [Retention("support")] public class Note { public int Id { get; set; } public int? CustomerId { get; set; } public Customer? Customer { get; set; } [LegalHold] public bool OnHold { get; set; } [FreeText] public string? Text { get; set; } }
            public class Db(DbContextOptions<Db> options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Note> Notes => Set<Note>(); }
            """,
            """
            Sql("INSERT INTO Customers (Id, Name) VALUES (1, 'Jane'), (2, 'Joe')");
            Sql("INSERT INTO Notes (Id, CustomerId, OnHold, Text) VALUES (1, 1, 1, 'called'), (2, 2, 0, 'called')");
            await using Db db = Open();
            var texts = new List<string>();
            foreach (int id in new[] { 1, 2 })
            {
                ErasureReceipt receipt = await db.EraseCustomerAsync(await Verified<Customer>(id));
                texts.Add(Figures(receipt) + ": " + string.Join("; ", receipt.Withheld.DefaultIfEmpty<object>("nothing")));
            }

            return string.Join("\n", texts) + "\n" + Rows("SELECT Id, Name FROM Customers") + "\n" + Rows("SELECT Id, CustomerId, Text FROM Notes");
            """);

        Assert.Equal(
            """
            0/1/1: 1 Note (Text), legal hold; 1 Customer, required by Note: legal-hold
            2/0/0: nothing
            1|NULL
            1|1|called
            """,
            text);
    }
}

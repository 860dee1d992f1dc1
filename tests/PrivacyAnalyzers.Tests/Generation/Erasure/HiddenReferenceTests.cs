namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>Rows that a tenant's filter hides refer to rows that would go: nobody could tell whether they keep them.</summary>
public class HiddenReferenceTests
{
    private const string Refusal = "NotSupportedException: Nothing was changed: rows of Invoice that a query filter hides here refer to rows of Customer that would be deleted; use a context whose filters show them";

    private static string Model(string reference, string customer = "") => $$"""
        [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } public int Tenant { get; set; } public bool Deleted { get; set; } [Identifier] public string? Name { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
        [Retention("invoices")] public class Invoice { public int Id { get; set; } public int Tenant { get; set; } {{reference}} public Customer? Customer { get; set; } [Financial] public string? BilledTo { get; set; } }
        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public int Tenant => 1;
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Invoice> Invoices => Set<Invoice>();
            protected override void OnModelCreating(ModelBuilder b)
            {
                b.Entity<Customer>().HasQueryFilter("gone", c => !c.Deleted);
                {{customer}}
                b.Entity<Invoice>().HasQueryFilter("tenant", i => i.Tenant == Tenant);
            }
        }
        """;

    private const string Script = """
        Sql("INSERT INTO Customers (Id, Tenant, Deleted, Name, ClosedAt) VALUES (1, 1, 0, 'Jane', '2010-01-01'), (2, 1, 1, 'Joe', NULL), (3, 1, 0, 'Jill', '2010-01-01'), (4, 2, 0, 'Jack', '2010-01-01')");
        Sql("INSERT INTO Invoices (Id, Tenant, CustomerId, BilledTo) VALUES (1, 2, 1, 'Jane'), (2, 1, 3, 'Jill'), (3, 2, 3, 'Jill'), (4, 2, 4, 'Jack')");
        await using Db db = Open();
        var texts = new List<string>();
        foreach (int id in new[] { 1, 2, 3, 4 })
            texts.Add(await Refused(async () => texts.Add(Figures(await db.PreviewCustomerErasureAsync(await Verified<Customer>(id))) + " " + Figures(await db.EraseCustomerAsync(await Verified<Customer>(id))))));
        texts.Add(await Refused(async () => texts.Add(Figures(await db.SweepRetentionAsync(Now)))));
        texts.Add(await Refused(async () => texts.Add(Figures(await db.SweepRetentionAsync(Now, 1)))));
        texts.Add(Rows("SELECT Id, Name FROM Customers") + " " + Rows("SELECT Id, CustomerId FROM Invoices"));
        return string.Join("\n", texts.Where(text => text != "not refused"));
        """;

    [Fact]
    public async Task Rows_of_another_tenant_that_require_a_person_are_not_taken_along()
    {
        string text = await LiveModel.RunAsync(Model("public int CustomerId { get; set; }"), Script);

        // The third one stays in any case, for what this tenant has to keep.
        Assert.Equal($"{Refusal}\n1/0/0 1/0/0\n0/1/1 0/1/1\n{Refusal}\n{Refusal}\n{Refusal}\n1|Jane;3|NULL;4|Jack 1|1;2|3;3|3;4|4", text);
    }

    [Fact]
    public async Task Nor_is_a_reference_of_theirs_left_that_leads_nowhere()
    {
        string text = await LiveModel.RunAsync(Model("public int? CustomerId { get; set; }"), Script);

        Assert.Equal($"{Refusal}\n1/0/0 1/0/0\n{Refusal}\n{Refusal}\n{Refusal}\n{Refusal}\n1|Jane;3|Jill;4|Jack 1|1;2|3;3|3;4|4", text);
    }

    [Fact]
    public async Task People_behind_the_same_filter_are_their_tenants_own()
    {
        string text = await LiveModel.RunAsync(Model("public int CustomerId { get; set; }", "b.Entity<Customer>().HasQueryFilter(\"tenant\", c => c.Tenant == Tenant);"), Script.Replace("(1, 2, 1, 'Jane')", "(1, 1, 1, 'Jane')").Replace("(3, 2, 3, 'Jill')", "(3, 1, 3, 'Jill')"));

        Assert.Equal("0/1/1 0/1/1\n1/0/0 1/0/0\n0/1/2 0/1/2\n0/0/0 0/0/0\n0/0/0\n0/0/0\n1|NULL;3|NULL;4|Jack 1|1;2|3;3|3;4|4", text);
    }
}

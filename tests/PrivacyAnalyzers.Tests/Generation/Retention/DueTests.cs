namespace PrivacyAnalyzers.Tests.Generation.Retention;

/// <summary>The sweep's conditions in queries of the user's own. That they are the sweep's own, row by row, the canary shows on random models.</summary>
public class DueTests
{
    private const string Model = """
        [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } [LegalHold] public bool Held { get; set; } [RetentionClock("account-closed")] public CLOCK? ClosedAt { get; set; } }
        [Retention("support")] public class Ticket { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } public bool IsDeleted { get; set; } }
        [Retention("invoices")] public class Invoice { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [Financial] public string BilledTo { get; set; } = ""; }
        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Ticket> Tickets => Set<Ticket>();
            public DbSet<Invoice> Invoices => Set<Invoice>();
            protected override void OnModelCreating(ModelBuilder b) => b.Entity<Ticket>().HasQueryFilter(t => !t.IsDeleted);
        }
        """;

    [Theory]
    [InlineData("DateTime", "new DateTime(2020, 1, 1)")]
    [InlineData("DateOnly", "new DateOnly(2020, 1, 1)")]
    [InlineData("DateTimeOffset", "new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)")]
    public async Task A_query_finds_what_a_sweep_would_change(string clock, string ended)
    {
        string text = await LiveModel.RunAsync(Model.Replace("CLOCK", clock, StringComparison.Ordinal), $$"""
            await using Db db = Open();
            db.Add(new Customer { Id = 1, Name = "Jane", ClosedAt = {{ended}} });
            db.Add(new Customer { Id = 2, Name = "Open" });
            db.Add(new Customer { Id = 3, Name = "Held", ClosedAt = {{ended}}, Held = true });
            db.Add(new Customer { Id = 4, Name = "Billed", ClosedAt = {{ended}} });
            db.Add(new Customer { Id = 5, ClosedAt = {{ended}} });
            for (int i = 1; i <= 4; i++)
                db.Add(new Ticket { Id = i, CustomerId = i, Text = i == 4 ? "last" : "first", IsDeleted = i == 4 });
            db.Add(new Invoice { Id = 1, CustomerId = 4 });
            db.Add(new Invoice { Id = 2, CustomerId = 5 });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            async Task<string> Due() => $"{string.Join(";", await db.Customers.Where(await db.CustomerIsDueAsync(Now)).Select(c => c.Id).OrderBy(id => id).ToListAsync())} {string.Join(";", await db.Tickets.Where(await db.TicketIsDueAsync(Now)).Select(t => t.Id).OrderBy(id => id).ToListAsync())}";
            string early = $"{await db.Tickets.CountAsync(await db.TicketIsDueAsync(Now.AddYears(-4)))}";
            string mine = $"{await db.Tickets.Where(t => t.Text == "last").CountAsync(await db.TicketIsDueAsync(Now))}";
            string before = await Due();
            string figures = Figures(await db.SweepRetentionAsync(Now));
            return $"{early} {mine} {before} [{figures}] [{await Due()}] {Rows("SELECT Id FROM Customers")}";
            """);

        Assert.Equal("0 1 1;4 1;4 [3/1/2] [ ] 2;3;4;5", text);
    }

    [Fact]
    public void What_no_sweep_changes_has_no_condition() =>
        Assert.DoesNotContain("InvoiceIsDueAsync", LiveModel.Compile(Model.Replace("CLOCK", "DateTime", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
}

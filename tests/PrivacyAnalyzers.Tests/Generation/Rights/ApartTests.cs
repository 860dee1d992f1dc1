using PrivacyAnalyzers.Tests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Generation.Rights;

/// <summary>Corrections and choices that stand in parts of a row: in a table of their own, or in a complex type of a row that is found by another.</summary>
public class ApartTests(ITestOutputHelper output)
{
    private const string Model = """
        public class Address { [Identifier] public string? Street { get; set; } [Identifier] public string? Zip { get; set; } }
        public class Preferences { [OptOut("service")] public bool IsQuiet { get; set; } public int Colour { get; set; } }
        [DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } public Address Home { get; set; } = new(); public Preferences Mine { get; set; } = new(); }
        public class Account { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } }
        public class Device { public int Id { get; set; } public int AccountId { get; set; } public Account? Account { get; set; } public Preferences Push { get; set; } = new(); }
        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Account> Accounts => Set<Account>();
            public DbSet<Device> Devices => Set<Device>();
            protected override void OnModelCreating(ModelBuilder b)
            {
                b.Entity<Customer>().OwnsOne(c => c.Home, home => home.ToTable("Homes"));
                b.Entity<Customer>().OwnsOne(c => c.Mine, mine => mine.ToTable("Mine"));
                b.Entity<Device>().ComplexProperty(d => d.Push);
            }
        }
        """;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task They_are_written_on_every_database(string kind)
    {
        if (Postgres.IsMissing(output, kind))
            return;
        string text = await LiveModel.RunAsync(
            Model,
            """
            await using (Db filled = Open())
            {
                foreach (int id in new[] { 1, 2 })
                    filled.AddRange(new Customer { Id = id, Name = "n", Home = new() { Street = "Elm", Zip = "1" } }, new Account { Id = id, CustomerId = id }, new Device { Id = id, AccountId = id });
                await filled.SaveChangesAsync();
            }
            await using Db db = Open();
            RightsReceipt corrected = await db.CorrectCustomerAsync(await Verified<Customer>(1), new() { Home_Street = "Oak", Name = "m" });
            RightsReceipt quiet = await db.OptOutCustomerAsync(await Verified<Customer>(1), "service");
            RightsReceipt again = await db.OptOutCustomerAsync(await Verified<Customer>(1), "service");
            string Figures(RightsReceipt receipt) => string.Join(" ", receipt.Entities.Select(entity => $"{entity.Entity} {entity.Recorded}"));
            return string.Join(", ", new[] { corrected, quiet, again }.Select(Figures)) + "\n" + Rows("SELECT \"Name\" FROM \"Customers\" ORDER BY \"Id\"") + " " + Rows("SELECT \"Street\", \"Zip\" FROM \"Homes\" ORDER BY \"CustomerId\"") + " " +
                Rows("SELECT CAST(\"IsQuiet\" AS int) FROM \"Mine\" ORDER BY \"CustomerId\"") + " " + Rows("SELECT CAST(\"Push_IsQuiet\" AS int) FROM \"Devices\" ORDER BY \"Id\"");
            """,
            kind: kind);

        Assert.Equal("Customer 1, Device 1 Customer 1, Device 0 Customer 0\nm;n Oak|1;Elm|1 1;0 1;0", text);
    }
}

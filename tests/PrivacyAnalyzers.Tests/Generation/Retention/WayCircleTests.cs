using PrivacyAnalyzers.Generation.Retention;
using PrivacyAnalyzers.Tests.Generation.Erasure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Retention;

/// <summary>Rows of two people that refer to each other: the way to each person leads through the other's, round in a circle.</summary>
public class WayCircleTests
{
    private static string Model(string receiver = "") => $$"""
        [DataSubject, Retention("support")] public class Agent { public int Id { get; set; } [Identifier] public string? Name { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
        [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
        public class Order { public int Id { get; set; } public int? CustomerId { get; set; } public Customer? Customer { get; set; } public int? ShipmentId { get; set; } public Shipment? Shipment { get; set; } }
        public class Shipment { public int Id { get; set; } public int? AgentId { get; set; } public Agent? Agent { get; set; } public int? OrderId { get; set; } public Order? Order { get; set; } {{receiver}} }
        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Agent> Agents => Set<Agent>();
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<Shipment> Shipments => Set<Shipment>();
            protected override void OnModelCreating(ModelBuilder b)
            {
                b.Entity<Order>().HasOne(o => o.Shipment).WithMany().HasForeignKey(o => o.ShipmentId);
                b.Entity<Shipment>().HasOne(s => s.Order).WithMany().HasForeignKey(s => s.OrderId);
            }
        }
        """;

    private const string Script = """
        Sql("INSERT INTO Agents (Id, Name, ClosedAt) VALUES (1, 'Ann', '2021-01-01')");
        Sql("INSERT INTO Customers (Id, Name, ClosedAt) VALUES (1, 'Jane', '2010-01-01'), (2, 'Joe', NULL)");
        Sql("PRAGMA foreign_keys = OFF");
        Sql("INSERT INTO Orders (Id, CustomerId, ShipmentId) VALUES (1, 1, 1), (2, 2, 1)");
        Sql("INSERT INTO Shipments (Id, AgentId, OrderId) VALUES (1, 1, 1)");
        Sql("PRAGMA foreign_keys = ON");
        await using Db db = Open();
        string figures = Figures(await db.SweepRetentionAsync(Now)) + " " + Figures(await db.SweepRetentionAsync(Now, 1));
        return figures + "\n" + Rows("SELECT Id, Name FROM Agents") + "\n" + Rows("SELECT Id, Name FROM Customers") + "\n" + Rows("SELECT * FROM Orders");
        """;

    [Fact]
    public async Task Where_nothing_is_due_later_the_people_go() =>
        Assert.Equal("2/0/0 0/0/0\n\n2|Joe\n1|NULL|1;2|2|1", await LiveModel.RunAsync(Model(), Script));

    [Fact]
    public async Task Where_something_is_the_way_to_it_stays() =>
        Assert.Equal("0/2/0 0/0/0\n1|NULL\n1|NULL;2|Joe\n1|1|1;2|2|1", await LiveModel.RunAsync(Model("[Identifier, Retention(\"customer-relationship\")] public string? Receiver { get; set; }"), Script.Replace("(Id, AgentId, OrderId) VALUES (1, 1, 1)", "(Id, AgentId, OrderId, Receiver) VALUES (1, 1, 1, 'Jill')")));

    /// <summary>
    /// A row of entities between two people, each of which refers to both its neighbours. A way to a person comes by each once; of six there would be 1.7 million
    /// characters otherwise, and of twelve 206 million.
    /// </summary>
    [Fact]
    public void Text_does_not_double_with_each_entity_that_refers_both_ways() => Assert.InRange(Sweep(12).Length, Sweep(6).Length, 4 * Sweep(6).Length);

    private static string Sweep(int count)
    {
        IEnumerable<string> entities = Enumerable.Range(1, count).Select(i => $$"""
            public class E{{i}} { public int Id { get; set; } public int? DownId { get; set; } public {{(i == 1 ? "Agent" : $"E{i - 1}")}}? Down { get; set; } public int? UpId { get; set; } public {{(i == count ? "Customer" : $"E{i + 1}")}}? Up { get; set; } {{(i == count / 2 ? "[Identifier, Retention(\"customer-relationship\")] public string? Name { get; set; }" : "")}} }
            """);
        string model = $$"""
            using System; using Microsoft.EntityFrameworkCore; using PrivacyAnalyzers; namespace Shop;
            [DataSubject, Retention("support")] public class Agent { public int Id { get; set; } [Identifier] public string? Name { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
            [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
            {{string.Concat(entities)}}
            public class Db(DbContextOptions<Db> options) : DbContext(options)
            {
                {{string.Concat(Enumerable.Range(1, count).Select(static i => $"public DbSet<E{i}> E{i}s => Set<E{i}>(); "))}}
                protected override void OnModelCreating(ModelBuilder b)
                {
                    {{string.Concat(Enumerable.Range(1, count).Select(static i => $"b.Entity<E{i}>().HasOne(e => e.Down).WithMany().HasForeignKey(e => e.DownId); b.Entity<E{i}>().HasOne(e => e.Up).WithMany().HasForeignKey(e => e.UpId); "))}}
                }
            }
            """;
        return new GeneratorTest(model) { Statement = Shop.Statement, IsBroken = true }.Run(new RetentionGenerator()).Text;
    }
}

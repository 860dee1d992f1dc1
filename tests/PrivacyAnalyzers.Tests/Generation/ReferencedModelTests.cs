using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation;

/// <summary>A context over models of another project: an editor refers to that by its code, a build by its assembly, and both must generate and say the same.</summary>
public class ReferencedModelTests
{
    private const string Models = """
        using System; using System.Collections.Generic; using System.ComponentModel.DataAnnotations; using PrivacyAnalyzers;
        namespace Models;
        [DataSubject, Retention("account-default"), DataClass("customer-account")]
        public partial class Customer
        {
            private string? _nickname;
            private Customer() { }
            public Customer(int id) => Id = id;
            public int Id { get; private set; }
            [Identifier] public string? Name { get; init; }
            [Identifier] public string Mail { get; protected set; } = "";
            [Identifier] public string? Nickname { get => _nickname; set => _nickname = value; }
            [Identifier] internal string? Hidden { get; set; }
            [Identifier] public string Display => Name + Mail;
            [Geolocation] public Place? Home { get; set; }
            [RetentionClock("account-closed")] public DateTimeOffset? ClosedAt { get; private set; }
            [NotPersonal("a shop's mark")] public string? Mark { get; set; }
            [FreeText] public object? Anything { get; set; }
            public List<Order> Orders { get; } = new();
        }
        public partial class Customer { [ElectronicActivity] public string? LastAgent { get; set; } }
        public record Place([property: Geolocation] double Latitude, [property: Geolocation] double Longitude);
        public abstract class Entry { [Key] public Guid Number { get; private set; } [ElectronicActivity] public string? Address { get; private set; } protected string? Kept { get; set; } }
        [Retention("account-default"), DataClass("customer-account")]
        public class Order : Entry { public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Note { get; set; } public Line[] Lines { get; set; } = []; }
        [Retention("account-default"), DataClass("customer-account")]
        public sealed class Gift : Order { [Identifier] public required string Receiver { get; set; } }
        public struct Line { public int Count { get; set; } public string? Article { get; set; } }
        [Retention("account-default"), DataClass("customer-account")]
        public record Visit(int Id, [property: ElectronicActivity] string Agent, int CustomerId);
        """;

    private const string Context = """
        using Microsoft.EntityFrameworkCore; using Models;
        namespace Shop;
        public class Db : DbContext
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<Gift> Gifts => Set<Gift>();
            public DbSet<Visit> Visits => Set<Visit>();
            protected override void OnModelCreating(ModelBuilder b) { b.Entity<Customer>().OwnsOne(c => c.Home); b.Entity<Order>().Ignore(o => o.Lines); b.Entity<Visit>().HasOne<Customer>().WithMany().HasForeignKey(v => v.CustomerId); }
        }
        """;

    [Fact]
    public void Generators_write_the_same()
    {
        string[] texts = [.. Both().Select(reference => Of(reference).Run([.. Meta.RuleSet.GeneratorTypes.Select(type => (IIncrementalGenerator)Activator.CreateInstance(type)!)]).Text)];

        Assert.Contains("Receiver", texts[0], StringComparison.Ordinal);
        Assert.Equal(texts[0], texts[1]);
    }

    [Fact]
    public async Task Rules_say_the_same()
    {
        var said = new List<string[]>();
        foreach (MetadataReference reference in Both())
        {
            CompilationWithAnalyzers run = Of(reference).Compile("class Desk(Microsoft.Extensions.Logging.ILogger<Desk> log) { void Show(Models.Gift gift, Models.Visit visit) { Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(log, \"{V} {M} {@G}\", visit, gift.Customer!.Mail, gift); } }").WithAnalyzers([.. Meta.RuleSet.AnalyzerTypes.Select(Meta.RuleSet.Create)], new AnalyzerOptions([new MemoryText("privacy.yml", Statements.Example), new MemoryText("privacy.disclosures.txt", "effective: 2026-01-01\n")]));
            said.Add([.. (await run.GetAnalyzerDiagnosticsAsync()).Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal)]);
        }

        Assert.Equal(["PRIV1001", "PRIV1005", "PRIV3005", "PRIV4005"], said[0].Select(message => message[..8]).Distinct());
        Assert.Equal(said[0], said[1]);
    }

    private static IEnumerable<MetadataReference> Both() => BuiltLibrary.BothOf(Models, "Models");

    private static GeneratorTest Of(MetadataReference models) => new(Context) { Statement = Statements.Example, References = [.. Support.References.All, models] };
}

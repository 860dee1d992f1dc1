using System.Text.RegularExpressions;
using PrivacyAnalyzers.Generation.Retention;
using PrivacyAnalyzers.Tests.Generation.Erasure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Retention;

/// <summary>What a sweep locks on PostgreSQL: the text, since SQLite takes none of it.</summary>
public partial class SweepLockTests
{
    private const string Model = """
        using System;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;
        namespace Shop;
        [DataSubject, Retention("customer-relationship")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } [LegalHold] public bool OnHold { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
        [Retention("customer-relationship")] public class Visit { public int Id { get; set; } public Customer? Customer { get; set; } [ElectronicActivity] public string? Ip { get; set; } }
        [Retention("customer-relationship")] public class Click { public int Id { get; set; } public Visit? Visit { get; set; } [ElectronicActivity] public string? At { get; set; } }
        public class Db(DbContextOptions<Db> options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Visit> Visits => Set<Visit>(); public DbSet<Click> Clicks => Set<Click>(); }
        """;

    [Fact]
    public void What_refers_to_deleted_rows_is_locked_with_what_it_is_judged_by()
    {
        string sweep = new GeneratorTest(Model) { Statement = Shop.Statement, IsBroken = true }.Run(new RetentionGenerator()).Text;
        string[] lines = [.. sweep.Split('\n').Select(static line => line.Trim()).Where(static line => line.Contains("judging", StringComparison.Ordinal))];

        Assert.Equal(
            """
            global::System.Linq.IQueryable<global::Shop.Click> judging1 = db.Set<global::Shop.Click>().IgnoreQueryFilters().Where(other => batch.Any(row => other.Visit!.Id == row.Id));
            await LockAsync(db, db.Set<global::Shop.Customer>().IgnoreQueryFilters().Where(above2 => db.Set<global::Shop.Visit>().Any(above1 => above1.Customer!.Id == above2.Id && judging1.Any(row => row.Visit!.Id == above1.Id))).Select(row => row.Id), db.Model.FindEntityType(typeof(global::Shop.Customer)), new string[] { "Id" }, "NO KEY UPDATE", true, cancellationToken).ConfigureAwait(false);
            await LockAsync(db, db.Set<global::Shop.Visit>().IgnoreQueryFilters().Where(above1 => judging1.Any(row => row.Visit!.Id == above1.Id)).Select(row => row.Id), db.Model.FindEntityType(typeof(global::Shop.Visit)), new string[] { "Id" }, "NO KEY UPDATE", true, cancellationToken).ConfigureAwait(false);
            await LockAsync(db, judging1.Select(row => row.Id), db.Model.FindEntityType(typeof(global::Shop.Click)), new string[] { "Id" }, "UPDATE", true, cancellationToken).ConfigureAwait(false);
            global::System.Linq.IQueryable<global::Shop.Visit> judging2 = db.Set<global::Shop.Visit>().IgnoreQueryFilters().Where(other => batch.Any(row => other.Customer!.Id == row.Id));
            await LockAsync(db, db.Set<global::Shop.Customer>().IgnoreQueryFilters().Where(above1 => judging2.Any(row => row.Customer!.Id == above1.Id)).Select(row => row.Id), db.Model.FindEntityType(typeof(global::Shop.Customer)), new string[] { "Id" }, "NO KEY UPDATE", true, cancellationToken).ConfigureAwait(false);
            await LockAsync(db, judging2.Select(row => row.Id), db.Model.FindEntityType(typeof(global::Shop.Visit)), new string[] { "Id" }, "UPDATE", true, cancellationToken).ConfigureAwait(false);
            """,
            string.Join("\n", lines));
    }

    private const string Hold = "[LegalHold] public bool OnHold { get; set; } ";

    /// <summary>What refers to a row and can do without is judged where a hold may keep the reference: its own, or that of anything on its way to a person.</summary>
    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("", "", Hold, "Note")]
    [InlineData("", Hold, "", "Note, Visit")]
    [InlineData(Hold, "", "", "Note, Visit")]
    [InlineData(Hold, Hold, Hold, "Note, Visit")]
    public void What_may_be_held_is_judged_though_nothing_of_it_is_due_later(string customer, string visit, string note, string expected) => Assert.Equal(expected, Judged(Sweep(
        $$"""
        [DataSubject, Retention("customer-relationship")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } {{customer}}[RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
        [Retention("customer-relationship")] public class Visit { public int Id { get; set; } public Customer? Customer { get; set; } {{visit}}[ElectronicActivity] public string? Ip { get; set; } }
        public class Note { public int Id { get; set; } public Visit? Visit { get; set; } {{note}}public string? Text { get; set; } }
        public class Db(DbContextOptions<Db> options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Visit> Visits => Set<Visit>(); public DbSet<Note> Notes => Set<Note>(); }
        """)));

    /// <summary>What is due later is found only through what refers to the row, so that is judged with all that leads there.</summary>
    [Fact]
    public void What_is_due_later_is_judged_with_the_way_to_it() => Assert.Equal("Visit, Click, Tap", Judged(Sweep(
        """
        [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
        public class Visit { public int Id { get; set; } public Customer? Customer { get; set; } }
        public class Click { public int Id { get; set; } public Visit? Visit { get; set; } }
        [Retention("customer-relationship")] public class Tap { public int Id { get; set; } public Click? Click { get; set; } [ElectronicActivity] public string? At { get; set; } }
        public class Db(DbContextOptions<Db> options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Visit> Visits => Set<Visit>(); public DbSet<Click> Clicks => Set<Click>(); public DbSet<Tap> Taps => Set<Tap>(); }
        """)));

    /// <summary>A row by whose clock others are judged is locked before these, though no hold may stand on it.</summary>
    [Fact]
    public void A_clock_is_locked_before_what_is_judged_by_it() => Assert.Equal(
        "Customer NO KEY UPDATE; Visit NO KEY UPDATE; Customer NO KEY UPDATE; Customer NO KEY UPDATE; Visit UPDATE; Customer UPDATE",
        string.Join("; ", Locked().Matches(Sweep(
            """
            [DataSubject, Retention("customer-relationship")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
            [Retention("customer-relationship")] public class Visit { public int Id { get; set; } public Customer? Customer { get; set; } [ElectronicActivity] public string? Ip { get; set; } }
            public class Db(DbContextOptions<Db> options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Visit> Visits => Set<Visit>(); }
            """)).Select(static match => match.Groups[1].Value + " " + match.Groups[2].Value)));

    private static string Sweep(string types) => new GeneratorTest("using System; using Microsoft.EntityFrameworkCore; using PrivacyAnalyzers; namespace Shop; " + types) { Statement = Shop.Statement, IsBroken = true }.Run(new RetentionGenerator()).Text;

    private static string Judged(string sweep) => string.Join(", ", Judging().Matches(sweep).Select(static match => match.Groups[1].Value));

    [GeneratedRegex("IQueryable<global::Shop.([A-Za-z]+)> judging[0-9]+ = ")]
    private static partial Regex Judging();

    [GeneratedRegex("LockAsync\\(db, .*typeof\\(global::Shop.([A-Za-z]+)\\).*\"([A-Z ]+)\", ")]
    private static partial Regex Locked();
}

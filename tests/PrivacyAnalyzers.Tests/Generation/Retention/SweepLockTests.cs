using PrivacyAnalyzers.Generation.Retention;
using PrivacyAnalyzers.Tests.Generation.Erasure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Retention;

/// <summary>What a sweep locks on PostgreSQL: the text, since SQLite takes none of it.</summary>
public class SweepLockTests
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
}

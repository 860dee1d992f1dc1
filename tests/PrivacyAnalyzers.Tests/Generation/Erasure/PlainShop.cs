using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>One model, compiled twice: as EF Core's, and for a store of a hundred lines of plain ADO.NET. Both work on the same tables.</summary>
internal static class PlainShop
{
    public const string Model = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using PrivacyAnalyzers;

        namespace Shop;

        [DataSubject, Retention("customer-relationship")]
        public class Customer
        {
            public int Id { get; set; }
            [Identifier] public string Name { get; set; } = "";
            [Identifier] public string? Phone { get; set; }
            [Identifier, Anonymize(With = "somewhere")] public string City { get; set; } = "";
            [LegalHold] public bool OnHold { get; set; }
        }

        [Retention("support")]
        public class Ticket
        {
            public int Id { get; set; }
            public int CustomerId { get; set; }
            public int? ParentId { get; set; }
            public Ticket? Parent { get; set; }
            [FreeText] public string Body { get; set; } = "";
            [LegalHold] public bool OnHold { get; set; }
        }

        [Retention("support")]
        public class Note
        {
            public int Id { get; set; }
            public int TicketId { get; set; }
            [FreeText] public string? Text { get; set; }
        }

        [Retention("usage-records")]
        public class Share
        {
            public int Id { get; set; }
            [SubjectLink(typeof(Customer))] public int CustomerId { get; set; }
            public int TicketId { get; set; }
            [FreeText] public string? Comment { get; set; }
        }

        [Retention("invoices")]
        public class Invoice
        {
            public int Id { get; set; }
            public int CustomerId { get; set; }
            [Financial] public string BilledTo { get; set; } = "";
            [FreeText, Retention("support")] public string? Remark { get; set; }
        }

        [Retention("support")]
        public class Line
        {
            [Key] public int InvoiceId { get; set; }
            [Key] public int Number { get; set; }
            public Invoice? Invoice { get; set; }
            [FreeText] public string? Wish { get; set; }
        }

        [Retention("support")]
        public class Remark
        {
            public int Id { get; set; }
            public int InvoiceId { get; set; }
            public int Number { get; set; }
            [System.ComponentModel.DataAnnotations.Schema.ForeignKey("InvoiceId,Number")] public Line? Line { get; set; }
            [FreeText] public string? Text { get; set; }
        }

        [Retention("account-default")]
        public class Review
        {
            public int Id { get; set; }
            public int? CustomerId { get; set; }
            [Identifier] public string? Author { get; set; }
        }
        """;

    public const string Context = """
        using Microsoft.EntityFrameworkCore;

        namespace Shop;

        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Customer> Customer => Set<Customer>();
            public DbSet<Ticket> Ticket => Set<Ticket>();
            public DbSet<Note> Note => Set<Note>();
            public DbSet<Share> Share => Set<Share>();
            public DbSet<Invoice> Invoice => Set<Invoice>();
            public DbSet<Line> Line => Set<Line>();
            public DbSet<Remark> Remark => Set<Remark>();
            public DbSet<Review> Review => Set<Review>();

            protected override void OnModelCreating(ModelBuilder builder)
            {
                builder.Entity<Line>().HasKey(line => new { line.InvoiceId, line.Number });
                builder.Entity<Remark>().HasOne(remark => remark.Line).WithMany().HasForeignKey(remark => new { remark.InvoiceId, remark.Number }).OnDelete(DeleteBehavior.Restrict);
                builder.Entity<Ticket>().HasOne(ticket => ticket.Parent).WithMany().OnDelete(DeleteBehavior.Restrict);
                builder.Entity<Ticket>().HasOne<Customer>().WithMany().HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Restrict);
                builder.Entity<Note>().HasOne<Ticket>().WithMany().HasForeignKey(row => row.TicketId).OnDelete(DeleteBehavior.Restrict);
                builder.Entity<Share>().HasOne<Ticket>().WithMany().HasForeignKey(row => row.TicketId).OnDelete(DeleteBehavior.Restrict);
                builder.Entity<Share>().HasOne<Customer>().WithMany().HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Restrict);
                builder.Entity<Invoice>().HasOne<Customer>().WithMany().HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Restrict);
                builder.Entity<Review>().HasOne<Customer>().WithMany().HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Restrict);
            }
        }

        public static class Script
        {
            public static async System.Threading.Tasks.Task<int> Create(Microsoft.Data.Sqlite.SqliteConnection connection)
            {
                await using var db = new Db(new DbContextOptionsBuilder<Db>().UseSqlite(connection).Options);
                await db.Database.EnsureCreatedAsync();
                return 0;
            }

            public static async System.Threading.Tasks.Task<PrivacyAnalyzers.ErasureReceipt> Erase(Microsoft.Data.Sqlite.SqliteConnection connection, PrivacyAnalyzers.IRequestVerifier verifier, int id, System.TimeProvider time)
            {
                await using var db = new Db(new DbContextOptionsBuilder<Db>().UseSqlite(connection).Options);
                return await db.EraseCustomerAsync(await PrivacyAnalyzers.VerifiedRequest.VerifyAsync<Customer>(verifier, id, timeProvider: time));
            }

            public static async System.Threading.Tasks.Task<PrivacyAnalyzers.ErasureReceipt> Preview(Microsoft.Data.Sqlite.SqliteConnection connection, PrivacyAnalyzers.IRequestVerifier verifier, int id, System.TimeProvider time)
            {
                await using var db = new Db(new DbContextOptionsBuilder<Db>().UseSqlite(connection).Options);
                return await db.PreviewCustomerErasureAsync(await PrivacyAnalyzers.VerifiedRequest.VerifyAsync<Customer>(verifier, id, timeProvider: time));
            }
        }
        """;

    public const string Script = """
        using System;
        using System.Threading.Tasks;
        using PrivacyAnalyzers;

        namespace Shop;

        public static class Script
        {
            public static async Task<ErasureReceipt> Erase(IPersonalDataStore store, IRequestVerifier verifier, int id, TimeProvider time) =>
                await store.EraseCustomerAsync(await VerifiedRequest.VerifyAsync<Customer>(verifier, id, timeProvider: time));

            public static async Task<ErasureReceipt> EraseWith(IPersonalDataStore store, IRequestVerifier verifier, int id, IErasureStep[] steps) =>
                await store.EraseCustomerAsync(await VerifiedRequest.VerifyAsync<Customer>(verifier, id), steps: steps);

            public static async Task<ErasureReceipt> Preview(IPersonalDataStore store, IRequestVerifier verifier, int id, TimeProvider time) =>
                await store.PreviewCustomerErasureAsync(await VerifiedRequest.VerifyAsync<Customer>(verifier, id, timeProvider: time));
        }
        """;

    private static readonly Lazy<GeneratorResult> WithContext = new(() => Generate(Support.References.All, [new ErasureGenerator(), new ExportGenerator()], Model, Context));
    private static readonly Lazy<GeneratorResult> WithoutContext = new(() => Generate(Support.References.Without("Microsoft.EntityFrameworkCore"), [new ErasureGenerator()], Model, Script));

    public static GeneratorResult EfCore => WithContext.Value;

    public static GeneratorResult Plain => WithoutContext.Value;

    public static GeneratorResult Generate(System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.MetadataReference> references, Microsoft.CodeAnalysis.IIncrementalGenerator[] generators, params string[] sources) =>
        new GeneratorTest(sources) { Statement = Shop.Statement, References = references }.Run(generators);
}

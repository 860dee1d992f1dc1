using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Generation.Retention;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>The text of generated erasures, and where there is none.</summary>
public class ErasureGeneratorTests
{
    private const string Small = """
        using System;
        using System.Collections.Generic;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;

        namespace Shop;

        [DataSubject, Retention("customer-relationship")]
        public class Customer
        {
            public Guid Id { get; set; }
            [Identifier] public string? Name { get; set; }
            [LegalHold] public bool OnHold { get; set; }
        }

        [Retention("invoices")]
        public class Invoice
        {
            public int Id { get; set; }
            public Guid CustomerId { get; set; }
            public Customer? Customer { get; set; }
            [Financial] public string BilledTo { get; set; } = "";
        }

        [Retention("usage-records")]
        public class Visit
        {
            public int Id { get; set; }
            public Customer? Customer { get; set; }
            [ElectronicActivity] public string? Ip { get; set; }
        }

        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Invoice> Invoices => Set<Invoice>();
            public DbSet<Visit> Visits => Set<Visit>();
        }
        """;

    [Fact]
    public void The_text_of_a_small_model() =>
        new GeneratorTest(Small) { Statement = Shop.Statement, IsBroken = true }.Run(new ErasureGenerator(), new RetentionGenerator()).MatchSnapshot(); // The export's part of the class is not here.

    [Fact]
    public void Nothing_is_generated_without_the_relational_part_of_EF_Core_or_our_runtime_types_or_a_subject()
    {
        var sources = new[] { Small };
        Assert.Empty(new GeneratorTest(sources) { Statement = Shop.Statement, IsBroken = true, References = References.Without("Microsoft.EntityFrameworkCore.Relational") }.Run(new ErasureGenerator()).Files);
        Assert.Empty(new GeneratorTest(sources) { Statement = Shop.Statement, IsBroken = true, References = References.Without("PrivacyAnalyzers.Annotations") }.Run(new ErasureGenerator()).Files);
        Assert.Empty(Shop.Generate(Small.Replace("[DataSubject, ", "[", StringComparison.Ordinal)).Files);
    }

    /// <summary>What goes before the row by the very reference to it is not asked for again, row by row.</summary>
    [Fact]
    public void Of_what_goes_along_nothing_is_asked()
    {
        string erasure = Erasure("""[Retention("customer-relationship")]""");

        Assert.Contains("goneNote", erasure, StringComparison.Ordinal);
        Assert.DoesNotContain("db.Set<global::Shop.Note>().Any(", erasure, StringComparison.Ordinal);
        Assert.Contains("db.Set<global::Shop.Note>().Any(", Erasure("""[Retention("invoices")]"""), StringComparison.Ordinal);

        static string Erasure(string rule) => new GeneratorTest($$"""
            using Microsoft.EntityFrameworkCore;
            using PrivacyAnalyzers;
            namespace Shop;
            [DataSubject, Retention("customer-relationship")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } }
            {{rule}} public class Note { public int Id { get; set; } public int CustomerId { get; set; } public Customer Customer { get; set; } = null!; [FreeText] public string? Text { get; set; } }
            public class Db(DbContextOptions<Db> options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Note> Notes => Set<Note>(); }
            """) { Statement = Shop.Statement, IsBroken = true }.Run(new ErasureGenerator()).Text;
    }

    [Fact]
    public void Broken_code_does_not_break_the_generator()
    {
        for (int length = Small.Length - 1; length > 0; length -= 97)
            Assert.NotNull(new GeneratorTest(Small[..length]) { Statement = Shop.Statement, IsBroken = true }.Run(new ErasureGenerator()));
    }
}

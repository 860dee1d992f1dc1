using PrivacyAnalyzers.Generation.Disclosure;
using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Generation.Manifest;
using PrivacyAnalyzers.Generation.Platform;
using PrivacyAnalyzers.Generation.Retention;
using PrivacyAnalyzers.Generation.Rights;
using PrivacyAnalyzers.Generation.Vocabulary;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation;

/// <summary>Names that were chosen to break generated code: it compiles with all of them, without a warning.</summary>
[Trait("Proof", "hostile")]
public class HostileNameTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;

        """;

    private const string Clock = "[RetentionClock(\"account-closed\")] public DateTime? ClosedAt { get; set; }";

    [Fact]
    public void Members_named_as_words_that_mean_something_only_sometimes() => Run($$"""
        namespace Shop;
        [DataSubject, Retention("support")]
        public class Customer
        {
            public int Id { get; set; } {{Clock}}
            {{string.Concat(new[] { "await", "async", "field", "value", "var", "dynamic", "nameof", "when", "yield", "partial", "required", "record", "global", "file", "scoped", "allows", "extension", "_", "__", "nint", "with", "and", "or", "not", "select", "from", "where", "init", "get", "set", "args", "this_", "unmanaged", "notnull", "managed", "alias" }
                .Select(name => $"[Identifier, Retention(\"account-default\")] public string? @{name} {{ get; set; }} "))}}
        }
        public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }
        """);

    [Fact]
    public void Members_named_as_what_generated_code_declares() => Run($$"""
        namespace Shop;
        [DataSubject, Retention("support")]
        public class Customer
        {
            public int Id { get; set; } {{Clock}}
            {{string.Concat(new[] { "Row", "Rows", "Export", "Erase", "Members", "Member", "Context", "context", "cancellationToken", "CancellationToken", "options", "Options", "now", "today", "receipt", "Receipt", "request", "plan", "step", "Subject", "subject", "result", "item", "held", "number", "transaction", "sql", "query", "source", "db", "row", "key", "keys", "writer", "Value", "Current", "Anonymize", "Count", "json" }
                .Select(name => $"[Identifier, Retention(\"account-default\")] public string? {name} {{ get; set; }} "))}}
            public List<Order> Orders { get; } = new();
        }
        [Retention("support")]
        public class Order { public int Id { get; set; } public int key { get; set; } [ForeignKey("key")] public Customer? customer { get; set; } [Identifier, Retention("account-default")] public string? row { get; set; } [Identifier, Retention("account-default")] public string? db { get; set; } }
        public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Order> Orders => Set<Order>(); }
        """);

    [Theory]
    [InlineData("ExportJson")]
    [InlineData("ExportedMember")]
    [InlineData("ExportOptions")]
    [InlineData("ErasureReceipt")]
    [InlineData("VerifiedRequest")]
    [InlineData("PrivacyDisclosures")]
    [InlineData("CustomerPrivacy")]
    [InlineData("CustomerRow")]
    [InlineData("CustomerExport")]
    [InlineData("Guid")]
    [InlineData("String")]
    [InlineData("Object")]
    [InlineData("Nullable")]
    [InlineData("List")]
    [InlineData("Enumerable")]
    [InlineData("CancellationToken")]
    [InlineData("DbContext2")]
    [InlineData("Customer_Name")]
    public void Entities_named_as_our_types_and_the_platforms(string name) => Run($$"""
        namespace Shop
        {
            [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier, Retention("account-default")] public string? Name { get; set; } {{Clock}} [LegalHold] public bool Held { get; set; } }
            [Retention("support")] public class {{name}} { public int Id { get; set; } public int? CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText, Retention("account-default")] public string? Text { get; set; } }
            public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<{{name}}> Others => Set<{{name}}>(); }
        }
        """);

    [Fact]
    public void Members_that_are_one_when_names_are_put_together() => Run($$"""
        namespace Shop;
        [DataSubject, Retention("support")] public class X { public int Id { get; set; } [Identifier, Retention("account-default")] public string? Y_Z { get; set; } [Identifier, Retention("account-default")] public string? y_z { get; set; } {{Clock}} public List<X_Y> Ys { get; } = new(); }
        [Retention("support")] public class X_Y { public int Id { get; set; } public int XId { get; set; } public X? X { get; set; } [Identifier, Retention("account-default")] public string? Z { get; set; } [Identifier, Retention("account-default")] public string? z { get; set; } }
        [Retention("support")] public class x { public int Id { get; set; } public int XId { get; set; } public X? X { get; set; } [Identifier, Retention("account-default")] public string? Y_Z { get; set; } }
        public class Db : DbContext { public DbSet<X> Xs => Set<X>(); public DbSet<X_Y> XYs => Set<X_Y>(); public DbSet<x> xs => Set<x>(); }
        """);

    [Fact]
    public void An_entity_named_as_a_part_of_another() => Run($$"""
        namespace Shop;
        [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier, Retention("account-default")] public string? Name { get; set; } {{Clock}} public Address Home { get; set; } = new(); }
        [Owned] public class Address { [Identifier, Retention("account-default")] public string? Street { get; set; } }
        [Retention("support")] public class Customer_Home { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [Identifier, Retention("account-default")] public string? Street { get; set; } }
        public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Customer_Home> Homes => Set<Customer_Home>(); }
        """);

    [Fact]
    public void Nested_types_that_share_their_names() => Run($$"""
        namespace A { public class Outer { public class Note { public int Id { get; set; } public int CustomerId { get; set; } public Shop.Customer? Customer { get; set; } [FreeText, Retention("account-default")] public string? Text { get; set; } } } }
        namespace A.Outer_ { public class Note { public int Id { get; set; } public int CustomerId { get; set; } public Shop.Customer? Customer { get; set; } [FreeText, Retention("account-default")] public string? Text { get; set; } } }
        namespace Shop
        {
            [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier, Retention("account-default")] public string? Name { get; set; } {{Clock}} }
            public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<A.Outer.Note> One => Set<A.Outer.Note>(); public DbSet<A.Outer_.Note> Two => Set<A.Outer_.Note>(); }
        }
        """);

    [Fact]
    public void Escapes_in_identifiers_and_letters_that_look_alike() => Run("""
        namespace Sh\u006fp;
        [DataSubject, Retention("support")] public class C\u0075stomer { public int Id { get; set; } [Identifier, Retention("account-default")] public string? N\u0061me { get; set; } [Identifier, Retention("account-default")] public string? Nаme { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
        public class D\u0062 : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }
        """);

    [Fact]
    public void Generics_inside_generics_and_partial_records() => Run($$"""
        namespace Shop;
        public abstract class Row<TKey, TValue> where TKey : struct { public TKey Id { get; set; } [FreeText, Retention("account-default")] public TValue? Text { get; set; } [NotMapped] public Dictionary<string, List<(TKey, TValue?)>>? Cache { get; set; } }
        [DataSubject, Retention("support")] public partial record Customer : Person<Guid>;
        public abstract record Person<T> { public T Id { get; set; } = default!; [Identifier, Retention("account-default")] public string? Name { get; set; } {{Clock}} }
        public partial record Customer { [Identifier, Retention("account-default")] public string? Email { get; init; } }
        [Retention("support")] public class Note : Row<long, string> { public Guid CustomerId { get; set; } public Customer? Customer { get; set; } }
        public class Outer<T> { public class Inner { public class Deep { [Identifier] public T? Name { get; set; } } } }
        public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Note> Notes => Set<Note>(); }
        """);

    /// <summary>Names in strings: generated literals and comments end where they should.</summary>
    [Fact]
    public void Statement_names_and_titles_are_literals_whatever_they_hold() =>
        Run($$"""
            namespace Shop;
            [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier, Retention("account-default"), Anonymize(With = "\"\\\u2028*/\n{0}")] public string Name { get; set; } = ""; {{Clock}} }
            public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }
            """, Erasure.Shop.Statement.Replace(Erasure.Shop.Statement.Split('\n').Single(line => line.StartsWith("statement:", StringComparison.Ordinal)), "statement: \"*/ </summary> {0} \\\" \\\\ \\u2028 \\r \\n #if \\U0001F642\"", StringComparison.Ordinal));

    private static void Run(string code, string? statement = null)
    {
        GeneratorResult result = new GeneratorTest(Usings + code) { Statement = statement ?? Erasure.Shop.Statement }
            .Run(new VocabularyGenerator(), new ExportGenerator(), new DisclosureGenerator(), new ErasureGenerator(), new RetentionGenerator(), new RightsGenerator(), new PlatformGenerator(), new ManifestGenerator());
        Assert.Contains("SweepRetentionAsync", result.Text, StringComparison.Ordinal);
    }
}

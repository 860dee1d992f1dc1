using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Generation.Disclosure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Generation.Vocabulary;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation;

/// <summary>Names, shapes and places that code may have: what is generated compiles with all of them.</summary>
public class AwkwardCodeTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.ComponentModel.DataAnnotations.Schema;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;

        """;

    [Fact]
    public void Keywords_nested_types_unicode_and_the_global_namespace()
    {
        GeneratorResult result = Run("""
            [DataSubject]
            public class @class
            {
                public int Id { get; set; }
                [Identifier] public string? @event { get; set; }
                [Identifier] public string? row { get; set; }
                [Identifier] public string? db { get; set; }
                [Identifier] public string? key { get; set; }
                [Identifier] public string? writer { get; set; }
                [Identifier] public string? Straße { get; set; }
                [Identifier] public string? 名前 { get; set; }
                public List<Outer.@struct> @in { get; } = new();
            }
            public class Outer
            {
                public class @struct { public int Id { get; set; } public int ownerId { get; set; } [ForeignKey("ownerId")] public @class? owner { get; set; } [FreeText] public string? @string { get; set; } }
                public class Db : DbContext { public DbSet<@class> @namespace => Set<@class>(); public DbSet<@struct> @struct => Set<Outer.@struct>(); }
            }
            """);

        Assert.Equal(["Outer-Db.Export.g.cs", "PrivacyDisclosures.g.cs", "PrivacyVocabulary.g.cs"], result.Files.Keys);
        Assert.Contains("Export" + "class" + "Async", result.Files["Outer-Db.Export.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Same_names_in_two_namespaces_and_two_contexts()
    {
        GeneratorResult result = Run("""
            namespace A.@internal { [DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } } }
            namespace B { [DataSubject] public class Customer { public Guid Id { get; set; } [Identifier] public string? Name { get; set; } } }
            namespace C
            {
                public class One : DbContext { public DbSet<A.@internal.Customer> As => Set<A.@internal.Customer>(); public DbSet<B.Customer> Bs => Set<B.Customer>(); }
                public class Two : DbContext { public DbSet<B.Customer> Customers => Set<B.Customer>(); }
                internal class Three : DbContext { public DbSet<B.Customer> Customers => Set<B.Customer>(); }
            }
            """);

        Assert.Contains("ExportA_internal_CustomerAsync", result.Files["C.One.Export.g.cs"], StringComparison.Ordinal);
        Assert.Contains("ExportB_CustomerAsync", result.Files["C.One.Export.g.cs"], StringComparison.Ordinal);
        Assert.Contains(" ExportCustomerAsync", result.Files["C.Two.Export.g.cs"], StringComparison.Ordinal);
        Assert.Contains("internal static partial class ThreePrivacy", result.Files["C.Three.Export.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_value_can_be_written()
    {
        Run("""
            namespace Shop;
            public enum Kind : byte { A }
            public readonly record struct CustomerId(int Value) { public override string ToString() => Value.ToString(); }
            public class Money { public decimal Amount; public override string ToString() => Amount.ToString(); }
            [DataSubject, Identifier]
            public class Customer
            {
                public int Id { get; set; }
                public bool A { get; set; } public bool? A2 { get; set; }
                public byte B { get; set; } public sbyte C { get; set; } public short D { get; set; } public ushort E { get; set; } public uint F { get; set; } public uint? F2 { get; set; }
                public long G { get; set; } public ulong H { get; set; } public float I { get; set; } public double? J { get; set; } public decimal K { get; set; }
                public char L { get; set; } public char? L2 { get; set; } public Guid M { get; set; } public Guid? M2 { get; set; }
                public DateTime N { get; set; } public DateTimeOffset? O { get; set; } public DateOnly P { get; set; } public DateOnly? P2 { get; set; } public TimeOnly Q { get; set; } public TimeSpan? R { get; set; }
                public Kind S { get; set; } public Kind? S2 { get; set; } public byte[] T { get; set; } = []; public byte[]? T2 { get; set; }
                public Uri? U { get; set; } public System.Net.IPAddress V { get; set; } = null!; public System.Numerics.BigInteger W { get; set; } public Int128 X { get; set; }
                public List<string> Y { get; set; } = new(); public string?[]? Z { get; set; } public List<Kind?> Aa { get; set; } = new(); public HashSet<DateOnly>? Ab { get; set; } public List<Guid> Ac { get; set; } = new();
                public object? Ad { get; set; } public Dictionary<string, int>? Ae { get; set; } public (int, string) Af { get; set; } public ImmutableArray<int> Ag { get; set; } public List<byte[]?> Ah { get; set; } = new();
                public System.Text.Json.JsonDocument? Ai { get; set; } public IReadOnlyList<int>? Aj { get; set; } public CustomerId Ak { get; set; } public CustomerId? Al { get; set; }
                [Credential] public Guid Token { get; set; } [Credential] public byte[] Hash { get; set; } = []; [Credential] public int? Pin { get; set; } [Credential] public List<string>? Codes { get; set; }
                [Obsolete("old")] public string? Old { get; set; }
                [NotMapped] public Money? Price { get; set; }
            }
            public class Db : DbContext
            {
                public DbSet<Customer> Customers => Set<Customer>();
            }
            """);
    }

    [Fact]
    public void What_cannot_be_named_is_passed_by()
    {
        GeneratorResult result = Run("""
            namespace Shop;
            public class Host
            {
                [DataSubject] private class Hidden { public int Id { get; set; } [Identifier] public string? Name { get; set; } }
                private class PrivateDb : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }
            }
            [DataSubject] public class Generic<T> { public int Id { get; set; } [Identifier] public T? Name { get; set; } }
            [DataSubject] public static class Static { }
            [DataSubject] file class Local { public int Id { get; set; } [Identifier] public string? Name { get; set; } }
            public class GenericDb<T> : DbContext where T : class { public DbSet<T> Rows => Set<T>(); }
            public abstract class AbstractDb : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }
            [DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } [Identifier] private string? Secret { get; set; } [Identifier] protected string? Guarded { get; set; } }
            """);

        // No context is left that stores the customer: the object itself has the methods.
        Assert.Equal(["PrivacyDisclosures.g.cs", "PrivacyVocabulary.g.cs", "Shop.Customer.Export.g.cs"], result.Files.Keys);
        Assert.DoesNotContain("Secret", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_context_in_three_files_gives_one_model()
    {
        GeneratorResult result = new GeneratorTest(
            Usings + "namespace Shop; public partial class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }",
            Usings + "namespace Shop; public partial class Db : DbContext { public DbSet<Order> Orders => Set<Order>(); } [DataSubject] public partial class Customer { public int Id { get; set; } }",
            Usings + "namespace Shop; public partial class Db { protected override void OnModelCreating(ModelBuilder b) => b.Entity<Order>().HasOne(o => o.Buyer).WithMany().HasForeignKey(o => o.Who); } public partial class Customer { [Identifier] public string? Name { get; set; } }",
            Usings + "namespace Shop; public class Order { public int Id { get; set; } public int Who { get; set; } public Customer? Buyer { get; set; } [Commercial] public string? What { get; set; } }")
            .Run(new ExportGenerator());

        string text = Assert.Single(result.Files).Value;
        Assert.Contains("row.Who == key", text, StringComparison.Ordinal);
        Assert.Contains("Describe_Customer_Name", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_in_another_assembly_is_exported_with_its_attributes()
    {
        MetadataReference model = new GeneratorTest(Usings + """
            namespace Models;
            [DataSubject, Retention("account-default"), DataClass("customer-account")] public record Customer(Guid Id, [Identifier] string Name, [property: Credential] string? Hash) { public List<Order> Orders { get; } = new(); }
            public class Order { public int Id { get; set; } public Guid CustomerId { get; set; } [Commercial] public string? What { get; set; } internal string? Hidden { get; set; } }
            """) { AssemblyName = "Models" }.ToReference();

        GeneratorResult result = new GeneratorTest(Usings + "namespace Shop; public class Db : DbContext { public DbSet<Models.Customer> Customers => Set<Models.Customer>(); }")
        {
            References = References.All.Add(model),
            Statement = Statements.Example,
        }.Run(new ExportGenerator(), new DisclosureGenerator());

        string text = result.Files["Shop.Db.Export.g.cs"];
        Assert.Contains("row.CustomerId == key", text, StringComparison.Ordinal);
        Assert.Contains("Describe_Customer_Name = new(\"Name\", \"identifier\", \"customer-account\"", text, StringComparison.Ordinal);
        Assert.Contains("row.Hash is null ? null : global::PrivacyAnalyzers.ExportedMember.Withheld", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("namespace Shop; [DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } public class Db : DbContext { public DbSet<Customer> C => ")]
    [InlineData("[DataSubject] class { [Identifier] public string Name } class Db : DbContext { DbSet<> X; DbSet<Missing> Y { get; set; } DbSet<Customer Z }")]
    [InlineData("[DataSubject] class A : A { public int Id { get; set; } [Identifier] public B? X { get; set; } } class Db : DbContext { public DbSet<A> As => Set<A>(); }")]
    [InlineData("[DataSubject, Retention(Missing.Name), DataClass(1 + )] class A { [Key] public int Id { get; set; } [SubjectLink(typeof(Nope))] public int X { get; set; } [Identifier, Anonymize(With = Nope)] public string? N { get; set; } } class Db : DbContext { public DbSet<A> As => Set<A>(); }")]
    [InlineData("class Db : DbContext { public DbSet<A> As { get; set; } protected override void OnModelCreating(ModelBuilder b) { b.Entity<A>(a => { a.HasKey(x => ); a.HasOne().WithMany(; b.Entity<>().HasIndex(; b.ApplyConfiguration(); b.ApplyConfiguration(new Nope()); a.HasQueryFilter(); a.HasMany(x => x.Nope).WithOne(y => \").HasForeignKey(); } } [DataSubject] class A { public int Id; [Identifier] public string? N { get; set; } }")]
    [InlineData("class Db : Db { } class E : F { } class F : E { public DbSet<E> Es { get; set; } }")]
    [InlineData("[DataSubject] class C { public int Id { get; set; } [Identifier] public C? Self { get; set; } [Identifier] public List<C>? Selves { get; set; } [Identifier] public Node N { get; set; } } class Node { [Identifier] public Node? Next { get; set; } [Identifier] public string? V { get; set; } }")]
    public void Broken_code_and_loops_stop_nothing(string code) =>
        Assert.NotNull(new GeneratorTest(Usings + code) { IsBroken = true, Statement = Statements.Example }.Run(new VocabularyGenerator(), new ExportGenerator(), new DisclosureGenerator()).Files);

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore")]
    [InlineData("PrivacyAnalyzers.Annotations")]
    [InlineData("Microsoft.EntityFrameworkCore", "PrivacyAnalyzers.Annotations", "Microsoft.Extensions.Compliance")]
    public void Missing_packages_stop_nothing(params string[] missing)
    {
        const string Code = "namespace Shop; [DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } } public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }";
        GeneratorResult result = new GeneratorTest(Usings + Code) { IsBroken = true, References = References.Without(missing), Statement = Statements.Example }
            .Run(new VocabularyGenerator(), new ExportGenerator(), new DisclosureGenerator());

        Assert.Contains("PrivacyVocabulary.g.cs", result.Files.Keys);
        Assert.DoesNotContain("Shop.Db.Export.g.cs", result.Files.Keys);
    }

    [Fact]
    public void Code_without_any_model_gets_no_export_and_no_disclosure()
    {
        ImmutableArray<string> files = [.. new GeneratorTest("namespace Shop; public class Plain { public int Id { get; set; } }").Run(new ExportGenerator(), new DisclosureGenerator()).Files.Keys];
        Assert.Empty(files);
    }

    private static GeneratorResult Run(string code) =>
        new GeneratorTest(Usings + code) { Statement = Statements.Example }.Run(new VocabularyGenerator(), new ExportGenerator(), new DisclosureGenerator());
}

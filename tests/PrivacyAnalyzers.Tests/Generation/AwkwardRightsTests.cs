using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Generation.Retention;
using PrivacyAnalyzers.Generation.Rights;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation;

/// <summary>As <see cref="AwkwardCodeTests"/>, for the methods that change rows.</summary>
public class AwkwardRightsTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;

        """;

    [Fact]
    public void Keywords_nested_types_and_the_global_namespace() => Run("""
        [DataSubject, Retention("support")]
        public class @class
        {
            public int @int { get; set; }
            [Key] public int @long { get; set; }
            [Identifier] public string? @event { get; set; }
            [Identifier, Retention("account-default")] public string row { get; set; } = "";
            [Identifier, Retention("account-default")] public string? db { get; set; }
            [Consent("survey")] public bool @is { get; set; }
            [OptOut("marketing")] public DateTime? @as { get; set; }
            [Restriction] public bool @lock { get; set; }
            [LegalHold] public bool? @fixed { get; set; }
            [RetentionClock("account-closed")] public DateTime? @default { get; set; }
            public List<Outer.@struct> @in { get; } = new();
            public Outer.@ref @out { get; set; } = new();
        }
        public class Outer
        {
            [Owned] public class @ref { [Identifier] public string? @readonly { get; set; } }
            [Retention("support")] public class @struct { [Key] public int @else { get; set; } public int ownerId { get; set; } [ForeignKey("ownerId")] public @class? owner { get; set; } [FreeText, Retention("account-default")] public string? @string { get; set; } [FreeText] public List<string>? @params { get; set; } }
            public class Db : DbContext { public DbSet<@class> @namespace => Set<@class>(); public DbSet<@struct> @struct => Set<Outer.@struct>(); }
        }
        """);

    [Fact]
    public void Namespaces_that_are_keywords_or_named_as_what_generated_code_uses() => Run("""
        namespace @namespace.@class
        {
            [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier, Retention("account-default")] public string? Name { get; set; } [Restriction] public bool R { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
            public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }
        }
        namespace Shop.System { public class Nothing { } }
        namespace Shop.Microsoft { public class Nothing { } }
        namespace Shop.PrivacyAnalyzers { public class Nothing { } }
        namespace Shop.EF { public class Nothing { } }
        namespace Shop
        {
            [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier, Retention("account-default")] public string? Name { get; set; } [Restriction] public bool R { get; set; } [RetentionClock("account-closed")] public DateTimeOffset? ClosedAt { get; set; } }
            public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }
        }
        """);

    [Theory]
    [InlineData("System")]
    [InlineData("Microsoft")]
    [InlineData("EF")]
    [InlineData("PrivacyAnalyzers")]
    [InlineData("Task")]
    [InlineData("Queryable")]
    [InlineData("Erasure")]
    public void Entities_named_as_what_generated_code_uses(string name) => Run($$"""
        namespace Shop
        {
            [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier, Retention("account-default")] public string? Name { get; set; } [RetentionClock("account-closed")] public DateTimeOffset? ClosedAt { get; set; } [LegalHold] public bool Held { get; set; } }
            [Retention("support")] public class {{name}} { public int Id { get; set; } public int? CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText, Retention("account-default")] public string? Text { get; set; } }
            public class Db : global::Microsoft.EntityFrameworkCore.DbContext { public global::Microsoft.EntityFrameworkCore.DbSet<Customer> Customers => Set<Customer>(); public global::Microsoft.EntityFrameworkCore.DbSet<{{name}}> Others => Set<{{name}}>(); }
        }
        """);

    [Fact]
    public void Records_closed_generics_and_nested_contexts() => Run("""
        namespace Shop;
        [DataSubject, Retention("support")] public record Customer(Guid Id, [Identifier, Retention("account-default")] string? Name) { [RetentionClock("account-closed")] public DateOnly? ClosedAt { get; init; } [Restriction] public DateTime? R { get; set; } }
        public abstract record Row<TKey> { public TKey Id { get; init; } = default!; }
        [Retention("support")] public record Note : Row<long> { public Guid CustomerId { get; init; } public Customer? Customer { get; init; } [FreeText, Retention("account-default")] public string Text { get; init; } = ""; }
        public static class Host { public class Inner { public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Note> Notes => Set<Note>(); } } }
        """);

    private static void Run(string code)
    {
        GeneratorResult result = new GeneratorTest(Usings + code) { Statement = Erasure.Shop.Statement }
            .Run(new ExportGenerator(), new ErasureGenerator(), new RetentionGenerator(), new RightsGenerator());
        Assert.Contains("SweepRetentionAsync", result.Text, StringComparison.Ordinal);
    }
}

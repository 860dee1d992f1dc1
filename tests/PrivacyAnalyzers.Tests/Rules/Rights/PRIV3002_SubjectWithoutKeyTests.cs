using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Rights.PRIV3002_SubjectWithoutKey>;

namespace PrivacyAnalyzers.Tests.Rules.Rights;

public class PRIV3002_SubjectWithoutKeyTests
{
    [Fact]
    public Task The_message_names_the_type_and_the_remedy() => Run(
        "[DataSubject] class {|#0:Customer|} { public string? Name { get; set; } }",
        new DiagnosticResult("PRIV3002", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            "'Customer' is a data subject and has no key that a request could name it by; add a property 'Id', or mark the key with [SubjectKey]"));

    [Theory]
    [InlineData("[DataSubject] class [|C|] { }")]
    [InlineData("[DataSubject] class [|C|] { private int Id { get; set; } }")]
    [InlineData("[DataSubject] class [|C|] { public int Id; }")]
    [InlineData("[DataSubject] class [|C|] { public static int Id { get; set; } }")]
    [InlineData("[DataSubject] class [|C|] { [NotMapped] public int Id { get; set; } }")]
    [InlineData("[DataSubject] class [|C|] { public int OrderId { get; set; } }")]
    [InlineData("[DataSubject] abstract class Person { } class [|Customer|] : Person { } class Member : Person { public int Id { get; set; } }")]
    [InlineData("[DataSubject] class [|Person|] { } class Customer : Person { public int Id { get; set; } }")]
    [InlineData("[DataSubject] class [|C|] { public string? Name { get; set; } } class Db : DbContext { public DbSet<C> Cs => Set<C>(); protected override void OnModelCreating(ModelBuilder b) => b.Entity<C>().HasNoKey(); }")]
    public Task Data_subjects_without_a_key(string code) => Run(code);

    [Theory]
    [InlineData("[DataSubject] class C { public int Id { get; set; } }")]
    [InlineData("[DataSubject] class C { public int id { get; set; } }")]
    [InlineData("[DataSubject] class C { public int CId { get; set; } }")]
    [InlineData("[DataSubject] class C { [Key] public string Number { get; set; } = \"\"; }")]
    [InlineData("[DataSubject, PrimaryKey(nameof(A), nameof(B))] class C { public int A { get; set; } public int B { get; set; } }")]
    [InlineData("[DataSubject] class C { [SubjectKey] public string Number { get; set; } = \"\"; }")]
    [InlineData("[DataSubject] class C { [SubjectKey] public int Number; }")]
    [InlineData("[DataSubject] record C([SubjectKey] string Number);")]
    [InlineData("abstract class Entity { public int Id { get; set; } } [DataSubject] class C : Entity { }")]
    [InlineData("[DataSubject] abstract class Person { } class Customer : Person { public int Id { get; set; } }")]
    [InlineData("[DataSubject] class C { public int Number { get; set; } } class Db : DbContext { public DbSet<C> Cs => Set<C>(); protected override void OnModelCreating(ModelBuilder b) => b.Entity<C>().HasKey(c => c.Number); }")]
    [InlineData("[DataSubject] class C { public int Number { get; set; } } class Config : IEntityTypeConfiguration<C> { public void Configure(EntityTypeBuilder<C> b) => b.HasKey(nameof(C.Number)); } class Db : DbContext { public DbSet<C> Cs => Set<C>(); protected override void OnModelCreating(ModelBuilder b) => b.ApplyConfiguration(new Config()); }")]
    [InlineData("class NoSubject { }")]
    [InlineData("class Host { [DataSubject] private class C { } }")]
    public Task Keys_however_they_are_said_and_types_that_another_rule_reports(string code) => Run(code);

    private static Task Run(string code, params DiagnosticResult[] expected) => Test.RunAsync(
        "using System.ComponentModel.DataAnnotations; using System.ComponentModel.DataAnnotations.Schema; using Microsoft.EntityFrameworkCore; using Microsoft.EntityFrameworkCore.Metadata.Builders; using PrivacyAnalyzers; " + code,
        null, expected);
}

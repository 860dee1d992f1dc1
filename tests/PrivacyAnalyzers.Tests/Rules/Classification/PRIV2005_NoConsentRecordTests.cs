using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Classification.PRIV2005_NoConsentRecord>;

namespace PrivacyAnalyzers.Tests.Rules.Classification;

public class PRIV2005_NoConsentRecordTests
{
    private const string Gender = "[ProtectedCharacteristic] public string? Gender { get; set; }";
    private const string Marked = "[ProtectedCharacteristic] public string? [|Gender|] { get; set; }";
    private const string Consent = "[Consent(\"survey-opt-in\")] public bool OptIn { get; set; }";
    private const string Id = "public int Id { get; set; }";

    [Fact]
    public Task The_message_names_member_category_consent_and_remedy() => Run(
        "[Retention(\"account-default\")] class Answer { [ProtectedCharacteristic] public string? {|#0:Gender|} { get; set; } }",
        new DiagnosticResult("PRIV2005", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "'Answer.Gender' is protected-characteristic, which the statement collects only with the consent 'survey-opt-in', and neither 'Answer' nor its data subject records that consent; " +
            "mark the bool or date member that does with [Consent(\"survey-opt-in\")]"));

    [Theory]
    [InlineData($"[DataSubject] class C {{ {Id} {Marked} }}")]
    [InlineData($"[DataSubject] class C {{ {Id} {Marked} [Consent(\"other\")] public bool OptIn {{ get; set; }} }}")]
    [InlineData($"[DataSubject] class C {{ {Id} }} [Retention(\"account-default\")] class A {{ {Marked} public int CId {{ get; set; }} }}")]
    [InlineData($"[DataSubject] class C {{ {Id} public List<O> Os {{ get; }} = new(); }} [Retention(\"account-default\")] class A {{ {Marked} public int CId {{ get; set; }} }} [Retention(\"account-default\")] class O {{ {Consent} }} ")]
    [InlineData("[Retention(\"account-default\")] record A([ProtectedCharacteristic] string [|Gender|]);")]
    [InlineData($"[DataSubject] public class C {{ {Id} }} public class A {{ {Id} {Marked} public C? C {{ get; set; }} }} public class Db : DbContext {{ public DbSet<C> Cs => Set<C>(); public DbSet<A> As => Set<A>(); }}")]
    public Task Nobody_records_the_consent(string code) => Run(code);

    [Theory]
    [InlineData($"[DataSubject] class C {{ {Id} {Gender} {Consent} }}")]
    [InlineData($"[DataSubject] class C {{ {Id} {Gender} [Consent(\"survey-opt-in\")] public System.DateTime? At {{ get; set; }} }}")]
    [InlineData($"class B {{ {Consent} }} [DataSubject] class C : B {{ {Id} {Gender} }}")]
    [InlineData($"[DataSubject] class C {{ {Id} {Consent} }} [Retention(\"account-default\")] class A {{ {Gender} public int CId {{ get; set; }} }}")]
    [InlineData($"[DataSubject] class C {{ {Id} public P? P {{ get; set; }} }} [Retention(\"account-default\")] class A {{ {Gender} public int CId {{ get; set; }} }} class P {{ {Consent} }}")]
    [InlineData($"[DataSubject] public class C {{ {Id} {Consent} }} public class A {{ {Id} {Gender} public C? C {{ get; set; }} }} public class Db : DbContext {{ public DbSet<C> Cs => Set<C>(); public DbSet<A> As => Set<A>(); }}")]
    [InlineData($"[DataSubject] public class C {{ {Id} public O? O {{ get; set; }} {Consent} }} [Owned] public class O {{ {Gender} }} public class Db : DbContext {{ public DbSet<C> Cs => Set<C>(); }}")]
    [InlineData($"[DataSubject] public class C {{ {Id} {Gender} }} public class P {{ {Id} public int CId {{ get; set; }} public C? C {{ get; set; }} {Consent} }} public class Db : DbContext {{ public DbSet<C> Cs => Set<C>(); public DbSet<P> Ps => Set<P>(); protected override void OnModelCreating(ModelBuilder b) => b.Entity<P>().HasOne(p => p.C).WithOne().HasForeignKey<P>(p => p.CId); }}")]
    [InlineData($"[Transient] class Form {{ {Gender} }}")]
    [InlineData($"class Unmarked {{ {Gender} }}")]
    [InlineData("[DataSubject] class C { public int Id { get; set; } [Identifier] public string? Name { get; set; } }")]
    [InlineData("[Retention(\"account-default\")] record A([ProtectedCharacteristic] string Gender, [Consent(\"survey-opt-in\")] bool OptIn);")]
    public Task Type_subject_or_what_it_has_one_of_records_it(string code) => Run(code);

    [Fact]
    public Task Without_a_statement_no_category_needs_consent() => Test.RunAsync($"using PrivacyAnalyzers; [DataSubject] class C {{ {Id} {Gender} }}");

    private static Task Run(string code, params DiagnosticResult[] expected) =>
        Test.RunAsync("using System.Collections.Generic; using Microsoft.EntityFrameworkCore; using PrivacyAnalyzers; " + code, Statements.Example, expected);
}

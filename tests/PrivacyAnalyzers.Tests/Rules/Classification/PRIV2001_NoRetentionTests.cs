using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Classification.PRIV2001_NoRetention>;

namespace PrivacyAnalyzers.Tests.Rules.Classification;

public class PRIV2001_NoRetentionTests
{
    [Fact]
    public Task The_message_names_member_category_and_remedies() => Run(
        "class Customer { [Identifier] public string? {|#0:Email|} { get; set; } }",
        new DiagnosticResult("PRIV2001", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "'Customer.Email' is personal data (identifier) and has no retention rule; add [Retention] to it or to 'Customer', or [Transient] if 'Customer' is never stored"));

    [Theory]
    [InlineData("class T { [Identifier] public string? [|M|] { get; set; } }")]
    [InlineData("class T { [Identifier] public string? [|M|]; [Identifier] private string? [|other|]; }")]
    [InlineData("class T { [Identifier] public string? [|A|], [|B|]; }")]
    [InlineData("struct T { [Identifier] public string? [|M|] { get; init; } }")]
    [InlineData("class T { [Identifier] public string? [|M|] { get; } }")]
    [InlineData("record T([Identifier] string [|M|]);")]
    [InlineData("record struct T([property: Identifier] string [|M|], int N);")]
    [InlineData("class T { [field: Identifier] public string? [|M|] { get; set; } }")]
    [InlineData("record T([field: Identifier] string [|M|]);")]
    [InlineData("[Identifier] record T(string [|M|], int Id);")]
    [InlineData("[Identifier] record T([SubjectKey] string Key, string [|M|]);")]
    [InlineData("[Identifier] class T { public string? [|M|] { get; set; } public int Id { get; set; } public T? Parent { get; set; } }")]
    [InlineData("interface I { [Identifier] string? M { get; } } class T : I { public string? [|M|] { get; set; } }")]
    [InlineData("interface I { [Identifier] string? M { get; } } class T : I { string? I.[|M|] { get; } }")]
    [InlineData("abstract class B { [Identifier] public abstract string? M { get; set; } } class T : B { public override string? [|M|] { get; set; } }")]
    [InlineData("class O { private class T { [Identifier] public string? [|M|] { get; set; } } }")]
    [InlineData("class T<X> { [Identifier] public X? [|M|] { get; set; } }")]
    [InlineData("class T { string? m; [Identifier] public string? [|M|] { get => m; set => m = value; } }")]
    [InlineData("[Identifier] class T { string? _m; public string? [|M|] { get => _m; set => _m = value; } }")]
    [InlineData("class T { [Microsoft.AspNetCore.Identity.PersonalData] public string? [|M|] { get; set; } }")]
    public Task Personal_data_without_a_rule(string code) => Run(code);

    [Theory]
    [InlineData("class T { [Identifier, Retention(\"r\")] public string? M { get; set; } }")]
    [InlineData("class T { [field: Identifier, Retention(\"r\")] public string? M { get; set; } }")]
    [InlineData("[Retention(\"r\")] class T { [Identifier] public string? M { get; set; } }")]
    [InlineData("[Retention(\"r\")] class B; class T : B { [Identifier] public string? M { get; set; } }")]
    [InlineData("record T([Identifier, Retention(\"r\")] string M);")]
    [InlineData("record T([Identifier] [property: Retention(\"r\")] string M);")]
    [InlineData("class B { [Identifier, Retention(\"r\")] public virtual string? M { get; set; } } class T : B { public override string? M { get; set; } }")]
    [InlineData("interface I { [Identifier, Retention(\"r\")] string? M { get; } } class T : I { public string? M { get; set; } }")]
    public Task A_rule_on_member_type_or_base_covers(string code) => Run(code);

    [Theory]
    [InlineData("[Transient] class T { [Identifier] public string? M { get; set; } }")]
    [InlineData("[Transient] class B; class T : B { [Identifier] public string? M { get; set; } }")]
    [InlineData("interface T { [Identifier] string? M { get; set; } }")]
    [InlineData("abstract class T { [Identifier] public abstract string? M { get; set; } }")]
    [InlineData("class T { [Identifier] public static string? M { get; set; } [Identifier] public const string N = \"\"; }")]
    [InlineData("static class T { [Identifier] static string? M; static string? N() => M; }")]
    [InlineData("class T { public string? First { get; set; } [Identifier] public string? M => First; [Identifier] public string? N { get { return First; } } }")]
    [InlineData("class T { [Identifier] public string? this[int i] { get => null; set { } } }")]
    [InlineData("class T { void M([Identifier] string a) { } [return: Identifier] string N() => \"\"; }")]
    [InlineData("class T([Identifier] string a) { public int Length => a.Length; }")]
    [InlineData("class T { public string? M { get; set; } [NotPersonal(\"a colour\")] public string? N { get; set; } }")]
    [InlineData("class T : System.Attribute { [Identifier] public string? M { get; set; } }")]
    [InlineData("class T : System.ArgumentException { [Identifier] public string? M { get; set; } }")]
    [InlineData("ref struct T { [Identifier] public string? M { get; set; } }")]
    [InlineData("[Identifier] record T { public int Id { get; set; } }")]
    public Task What_is_not_stored_needs_none(string code) => Run(code);

    [Theory]
    [InlineData("[Microsoft.EntityFrameworkCore.Owned] class Address { [Identifier] public string? Street { get; set; } } [Retention(\"r\")] class Customer { public Address? Home { get; set; } }")]
    [InlineData("[System.ComponentModel.DataAnnotations.Schema.ComplexType] class Address { [Identifier] public string? Street { get; set; } } [Retention(\"r\")] class Customer { public Address? Home { get; set; } }")]
    [InlineData("[Microsoft.EntityFrameworkCore.Owned] class Address { [Identifier] public string? Street { get; set; } } class Customer { [Retention(\"r\")] public System.Collections.Generic.List<Address> Homes { get; } = new(); }")]
    [InlineData("[Microsoft.EntityFrameworkCore.Owned] class Geo { [Geolocation] public double Lat { get; set; } } [Microsoft.EntityFrameworkCore.Owned] class Address { public Geo? Geo { get; set; } } [Retention(\"r\")] class Customer { public Address? Home { get; set; } }")]
    [InlineData("[Microsoft.EntityFrameworkCore.Owned] class Address { [Identifier] public string? Street { get; set; } } [Transient] class Form { public Address? Home { get; set; } } [Retention(\"r\")] class Customer { public Address? Home { get; set; } }")]
    public Task An_owned_type_is_covered_by_its_owners(string code) => Run(code);

    [Theory]
    [InlineData("[Microsoft.EntityFrameworkCore.Owned] class Address { [Identifier] public string? [|Street|] { get; set; } }")]
    [InlineData("[Microsoft.EntityFrameworkCore.Owned] class Address { [Identifier] public string? [|Street|] { get; set; } } class Customer { public Address? Home { get; set; } }")]
    [InlineData("[Microsoft.EntityFrameworkCore.Owned] class Address { [Identifier] public string? [|Street|] { get; set; } } [Retention(\"r\")] class Customer { public Address? Home { get; set; } } class Shop { public Address? At { get; set; } }")]
    [InlineData("[Microsoft.EntityFrameworkCore.Owned] class Node { [Identifier] public string? [|Name|] { get; set; } public Node? Next { get; set; } }")]
    [InlineData("class Address { [Identifier] public string? [|Street|] { get; set; } } [Retention(\"r\")] class Customer { public Address? Home { get; set; } }")]
    public Task But_only_if_all_of_them_have_a_rule_and_it_is_owned(string code) => Run(code);

    [Theory]
    [InlineData("OwnsOne(c => c.Home)")]
    [InlineData("OwnsOne(c => c.Home!)")]
    [InlineData("OwnsOne(\"Address\", nameof(Customer.Home))")]
    [InlineData("OwnsOne(typeof(Address), \"Home\")")]
    [InlineData("ComplexProperty(c => c.Home)")]
    public Task Ownership_that_the_model_configures_counts(string call) => Run($$"""
        using Microsoft.EntityFrameworkCore;
        class Address { [Identifier] public string? Street { get; set; } }
        [Retention("r")] class Customer { public int Id { get; set; } public Address Home { get; set; } = new(); }
        class Db : DbContext
        {
            protected override void OnModelCreating(ModelBuilder model) => model.Entity<Customer>().{{call}};
        }
        """);

    [Theory]
    [InlineData("model.Owned<Address>()")]
    [InlineData("model.Owned(typeof(Address))")]
    public Task Ownership_of_a_whole_type_counts(string call) => Run($$"""
        using Microsoft.EntityFrameworkCore;
        class Address { [Identifier] public string? Street { get; set; } }
        [Retention("r")] class Customer { public int Id { get; set; } public Address? Home { get; set; } }
        class Db : DbContext
        {
            protected override void OnModelCreating(ModelBuilder model) => {{call}};
        }
        """);

    [Fact]
    public Task Configuration_of_another_member_does_not_count() => Run("""
        using Microsoft.EntityFrameworkCore;
        class Address { [Identifier] public string? [|Street|] { get; set; } }
        class Plan { public string? Name { get; set; } }
        [Retention("r")] class Customer { public int Id { get; set; } public Address? Home { get; set; } public Plan? Plan { get; set; } }
        class Db : DbContext
        {
            protected override void OnModelCreating(ModelBuilder model) => model.Entity<Customer>().OwnsOne(c => c.Plan);
        }
        """);

    [Theory]
    [InlineData("abstract class B { [Content] public string? M { get; set; } } [Retention(\"a\")] class T : B; [Retention(\"b\")] class U : B;")]
    [InlineData("abstract class B { [Content] public string? M { get; set; } } abstract class C : B; [Retention(\"a\")] class T : C; [Transient] class U : B;")]
    [InlineData("abstract class B { [Content] public string? [|M|] { get; set; } } [Retention(\"a\")] class T : B; class U : B;")]
    [InlineData("abstract class B { [Content] public string? [|M|] { get; set; } }")]
    [InlineData("class B { [Content] public string? [|M|] { get; set; } } [Retention(\"a\")] class T : B;")]
    [InlineData("abstract class B<X> { [Content] public X? M { get; set; } } [Retention(\"a\")] class T : B<string>;")]
    public Task An_abstract_type_is_covered_by_what_derives_from_it(string code) => Run(code);

    [Fact]
    public Task What_comes_from_another_assembly_is_reported_once_at_the_type() => Run(
        "class {|#0:AppUser|} : Microsoft.AspNetCore.Identity.IdentityUser; class Other : AppUser;",
        new DiagnosticResult("PRIV2001", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "'AppUser' inherits personal data: IdentityUser.PasswordHash (credential), IdentityUser.SecurityStamp (credential), IdentityUser.Email (identifier) and 8 more" +
            " and has no retention rule; add [Retention] to it, or [Transient] if 'AppUser' is never stored"));

    [Fact]
    public Task Or_nowhere_if_the_type_has_a_rule() => Run("[Retention(\"r\")] class AppUser : Microsoft.AspNetCore.Identity.IdentityUser;");

    [Fact]
    public async Task A_rule_in_the_other_assembly_counts()
    {
        var test = Create("class {|#0:T|} : Library.Bare; class U : Library.Ruled; class V : Library.RuledMember;");
        test.TestState.AdditionalProjects["Library"].Sources.Add("""
            using PrivacyAnalyzers;
            namespace Library;
            public class Bare { [Identifier] public string? M { get; set; } }
            [Retention("r")] public class Ruled { [Identifier] public string? M { get; set; } }
            public class RuledMember { [Identifier, Retention("r")] public string? M { get; set; } }
            """);
        test.TestState.AdditionalProjects["Library"].AdditionalReferences.AddRange(References.All);
        test.TestState.AdditionalProjectReferences.Add("Library");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PRIV2001", DiagnosticSeverity.Warning).WithSpan("/Library/Test0.cs", 3, 49, 3, 50).WithMessage(
            "'Bare.M' is personal data (identifier) and has no retention rule; add [Retention] to it or to 'Bare', or [Transient] if 'Bare' is never stored"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PRIV2001", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "'T' inherits personal data: Bare.M (identifier) and has no retention rule; add [Retention] to it, or [Transient] if 'T' is never stored"));
        await test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task A_partial_class_in_three_files()
    {
        Test test = Create("partial class T { [Identifier] public string? A { get; set; } }");
        test.TestState.Sources.Add("using PrivacyAnalyzers; partial class T { [Identifier] public string? B { get; set; } }");
        test.TestState.Sources.Add("using PrivacyAnalyzers; [Retention(\"r\")] partial class T { }");
        return test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task A_taxonomy_s_attribute_gets_its_category() => Run(
        """
        namespace Contoso { class PrivateDataAttribute() : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute(new("a", "b")); }
        class T { [Contoso.PrivateData] public string? {|#0:M|} { get; set; } }
        """,
        Statements.Example,
        new DiagnosticResult("PRIV2001", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "'T.M' is personal data (identifier) and has no retention rule; add [Retention] to it or to 'T', or [Transient] if 'T' is never stored"));

    [Fact]
    public Task Broken_code_is_left_to_the_compiler()
    {
        Test test = Create("class T : T, Missing { [Identifier] public Missing [|M|] { get; set; } [Identifier] public } record R(,[Identifier] string class");
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync(CancellationToken.None);
    }

    private static Test Create(string code) => new() { TestCode = Usings(code) };

    // Usings of the code itself come first.
    private static string Usings(string code) => "using PrivacyAnalyzers;\n" + code;

    private static Task Run(string code, params DiagnosticResult[] expected) => Run(code, null, expected);

    private static Task Run(string code, string? statement, params DiagnosticResult[] expected) =>
        Test.RunAsync(Usings(code), statement, expected);
}

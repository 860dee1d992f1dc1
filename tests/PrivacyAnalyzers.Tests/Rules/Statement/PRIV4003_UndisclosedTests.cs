using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Statement.PRIV4003_Undisclosed>;

namespace PrivacyAnalyzers.Tests.Rules.Statement;

public class PRIV4003_UndisclosedTests
{
    [Theory]
    [InlineData(
        "[DataClass(\"customer-account\")] class C { [Biometric] public string? {|#0:Voice|} { get; set; } }",
        "'C.Voice' stores biometric, a category that the privacy statement does not disclose; declare it under 'categories', or do not store it")]
    [InlineData(
        "[DataClass(\"customer-content\")] class C { [Identifier] public string? {|#0:Name|} { get; set; } }",
        "'C.Name' stores identifier in the data class 'customer-content', where the privacy statement discloses it in customer-account, customer-usage only; name the class under 'categories.identifier.classes', or keep the data elsewhere")]
    [InlineData(
        "[Retention(\"account-default\")] class {|#0:C|} { [Identifier] public string? Name { get; set; } }",
        "'C' stores personal data and does not say in which data class, though the privacy statement has several; add [DataClass] with one of customer-account, customer-usage, customer-content")]
    public Task The_message_names_what_is_not_disclosed_and_what_to_do(string code, string message) =>
        Run(code, new DiagnosticResult("PRIV4003", DiagnosticSeverity.Error).WithLocation(0).WithMessage(message));

    [Theory]
    [InlineData("[DataClass(\"customer-account\")] class C { [Identifier, DataClass(\"customer-content\")] public string? [|Name|] { get; set; } }")]
    [InlineData("[DataClass(\"customer-account\")] record C([Sensory] string [|Face|]);")]
    [InlineData("[DataSubject] public class [|C|] { public int Id { get; set; } [Identifier] public string? Name { get; set; } }")]
    [InlineData("public class [|C|] { public int Id { get; set; } [Identifier] public string? Name { get; set; } } public class Db : DbContext { public DbSet<C> Cs => Set<C>(); }")]
    [InlineData("public class C { public int Id { get; set; } [Identifier, DataClass(\"customer-account\")] public string? Name { get; set; } [Sensory, DataClass(\"customer-account\")] public byte[]? [|Face|] { get; set; } } public class Db : DbContext { public DbSet<C> Cs => Set<C>(); }")]
    [InlineData("[DataClass(\"customer-content\")] class [|User|] : Microsoft.AspNetCore.Identity.IdentityUser { [Content] public string? [|Bio|] { get; set; } } ", true)]
    [InlineData("[Owned] public class A { [Identifier] public string? [|Street|] { get; set; } } [DataClass(\"customer-content\")] public class C { public int Id { get; set; } public A? A { get; set; } } public class Db : DbContext { public DbSet<C> Cs => Set<C>(); }")]
    public Task Stored_and_not_disclosed(string code, bool isIdentity = false) => isIdentity ? Identity(code) : Run(code);

    [Theory]
    [InlineData("[DataClass(\"customer-account\")] class C { [Identifier] public string? Name { get; set; } [Credential] public string? Key { get; set; } }")]
    [InlineData("[DataClass(\"customer-account\")] class B { } class C : B { [Identifier] public string? Name { get; set; } }")]
    [InlineData("[Retention(\"account-default\")] class C { [Identifier, DataClass(\"customer-usage\")] public string? Name { get; set; } }")]
    [InlineData("[Retention(\"account-default\")] class C { [Credential] public string? Key { get; set; } }")]
    [InlineData("[Retention(\"account-default\")] class C { public string? Colour { get; set; } }")]
    [InlineData("[Transient] class C { [Biometric] public string? Voice { get; set; } }")]
    [InlineData("class C { [Biometric] public string? Voice { get; set; } }")]
    [InlineData("[DataClass(\"no-such-class\")] class C { [Identifier] public string? Name { get; set; } }")]
    [InlineData("[Owned] public class A { [Identifier] public string? Street { get; set; } } [DataClass(\"customer-account\")] public class C { public int Id { get; set; } public A? A { get; set; } } public class Db : DbContext { public DbSet<C> Cs => Set<C>(); }")]
    [InlineData("class X : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute { public X() : base(new(\"T\", \"P\")) { } } [DataClass(\"customer-account\")] class C { [X] public string? Name { get; set; } }")]
    public Task Disclosed_or_not_stored(string code) => Run(code);

    [Theory]
    [InlineData("statement: S\neffective: 2026-01-08\ndataClasses: { only: { role: controller } }\ncategories: { identifier: { classes: [only] } }\n")]
    [InlineData("statement: S\neffective: 2026-01-08\ndataClasses: { a: { role: controller }, only: { role: controller } }\ncategories: { identifier: { } }\n", "[DataClass(\"only\")]")]
    [InlineData("statement: S\neffective: 2026-01-08\ncategories: [identifier]\n")]
    public Task One_class_any_class_and_a_section_that_cannot_be_read(string statement, string mark = "[Retention(\"r\")]") =>
        Test.RunAsync($"using PrivacyAnalyzers; {mark} class C {{ [Identifier] public string? Name {{ get; set; }} }}", statement);

    [Fact]
    public Task Without_a_statement_nothing_is_disclosed_or_not() =>
        Test.RunAsync("using PrivacyAnalyzers; [Retention(\"r\")] class C { [Identifier] public string? Name { get; set; } }");

    private static Task Identity(string code) => Test.RunAsync(
        "using Microsoft.EntityFrameworkCore; using PrivacyAnalyzers; " + code.Replace("class [|User|]", "class {|#0:User|}", StringComparison.Ordinal),
        Statements.Example,
        [.. new[] { "Email", "EmailConfirmed", "PhoneNumber", "PhoneNumberConfirmed", "TwoFactorEnabled", "UserName", "Id", "NormalizedEmail", "NormalizedUserName" }.Order(StringComparer.Ordinal).Select(_ => new DiagnosticResult("PRIV4003", DiagnosticSeverity.Error).WithLocation(0))]);

    private static Task Run(string code, params DiagnosticResult[] expected) =>
        Test.RunAsync("using Microsoft.EntityFrameworkCore; using PrivacyAnalyzers; " + code, Statements.Example, expected);
}

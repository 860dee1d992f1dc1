using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Rights.PRIV3005_CannotBeExported>;

namespace PrivacyAnalyzers.Tests.Rules.Rights;

public class PRIV3005_CannotBeExportedTests
{
    private const string Usings = "using System; using System.Collections.Generic; using Microsoft.EntityFrameworkCore; using PrivacyAnalyzers;\n";
    private const string Types = " public class Money { public decimal Amount; public override string ToString() => Amount.ToString(); } public record Pair(int A, int B);";

    [Fact]
    public Task The_message_names_the_member_its_category_and_its_type() => Run(
        "[DataSubject] public class Customer { public int Id { get; set; } [Identifier] public System.Text.Json.JsonDocument? {|#0:Names|} { get; set; } }",
        new DiagnosticResult("PRIV3005", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "'Customer.Names' (identifier) is exported as the text of its type 'System.Text.Json.JsonDocument?', which does not tell its value; use a type that does, such as text, a number, a date or a list of these, or override ToString"));

    [Theory]
    [InlineData("[Identifier] public object? [|A|] { get; set; }", true)]
    [InlineData("[Identifier] public System.Collections.IList? [|A|] { get; set; }", true)]
    [InlineData("[Identifier] public System.Text.Json.JsonDocument? [|A|] { get; set; }", true)]
    [InlineData("[Consent(\"survey-opt-in\")] public object? [|A|] { get; set; }", true)]
    [InlineData("[Identifier] public string? A { get; set; } [Identifier] public List<DateOnly>? B { get; set; } [Identifier] public Money? C { get; set; } [Identifier] public Uri? D { get; set; } [Identifier] public byte[]? E { get; set; } [Identifier] public (int, string) F { get; set; } [Identifier] public Dictionary<string, int>? G { get; set; } [Identifier] public Pair? H { get; set; }", false)]
    [InlineData("[Credential] public object? A { get; set; }", false)]
    [InlineData("public object? A { get; set; }", false)]
    public async Task Types_that_do_not_tell_their_value_by_the_generators_own_measure(string member, bool isReported)
    {
        await Run($"[DataSubject] public class Customer {{ public int Id {{ get; set; }} {member} }}{Types}");

        string model = $"namespace Shop; [DataSubject] public class Customer {{ public int Id {{ get; set; }} {member} }}{Types}";
        string text = new GeneratorTest(Usings + model.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)) { Statement = Statements.Example }.Run(new ExportGenerator()).Text;
        Assert.Equal(isReported, text.Contains("row.A?.ToString()", StringComparison.Ordinal) || text.Contains("row.A.ToString()", StringComparison.Ordinal));
    }

    [Fact]
    public Task Entities_are_reported_once_with_the_members_of_their_components() => Run("""
        [DataSubject] public class Customer { public int Id { get; set; } public Address? Home { get; set; } [Identifier] public object? [|Any|] { get; set; } }
        public class Member : Customer { }
        [Owned] public class Address { [Identifier] public object? [|Street|] { get; set; } }
        public class Elsewhere { public int Id { get; set; } [Identifier] public object? Any { get; set; } }
        public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Member> Members => Set<Member>(); public DbSet<Elsewhere> Others => Set<Elsewhere>(); }
        public class Second : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }
        """);

    [Fact]
    public Task Broken_code_stops_nothing() => new Test
    {
        TestCode = Usings + "[DataSubject] class Customer { public int Id { get; set; } [Identifier] public Missing<object>? A { get; set; } [Identifier] public ",
        Statement = Statements.Example,
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync(CancellationToken.None);

    private static Task Run(string code, params DiagnosticResult[] expected) => Test.RunAsync(Usings + code, Statements.Example, expected);
}

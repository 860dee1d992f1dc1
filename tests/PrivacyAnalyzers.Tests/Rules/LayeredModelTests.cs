using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Rules.Classification;
using PrivacyAnalyzers.Rules.Rights;
using PrivacyAnalyzers.Rules.Statement;
using PrivacyAnalyzers.Tests.Support;
using DiagnosticResult = Microsoft.CodeAnalysis.Testing.DiagnosticResult;

namespace PrivacyAnalyzers.Tests.Rules;

/// <summary>
/// A program in layers: a library with the models, which does not know EF Core, and another one with the context, which sees of the models only what
/// an assembly shows of itself.
/// </summary>
public class LayeredModelTests
{
    private const string Usings = "using System; using System.Collections.Generic; using PrivacyAnalyzers;\n";

    private const string Hidden = "[DataSubject, Retention(\"r\")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; init; } } ";

    [Theory]
    [InlineData("[DataSubject, Retention(\"r\")] public class Customer { private Customer() { } public Customer(int id) => Id = id; public int Id { get; private set; } [Identifier] public string? Name { get; private set; } }")]
    [InlineData("[DataSubject, Retention(\"r\")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; init; } } [Retention(\"r\")] public class Note { protected Note() { } public Note(int id) => Id = id; public int Id { get; set; } }")]
    [InlineData(Hidden + "namespace A.B { namespace C { public partial class Outer<T> { public partial class Note { } [DataClass(\"d\")] public partial class Note { protected Note() { } } } } }")]
    [InlineData(Hidden + "namespace @event.B { [DataClass(\"d\")] public record @class { private @class() { } } }")]
    [InlineData(Hidden + "public struct S { [DataClass(\"d\")] public sealed class Note { Note() { } public Note(int id) { } } }")]
    public Task A_model_that_is_made_for_a_mapper_need_not_be_set_by_generated_code(string code) => WithoutEfCore<PRIV3004_CannotBeAnonymized>(code);

    [Theory]
    [InlineData("[DataSubject, Retention(\"r\")] public class Customer { public int Id { get; set; } [Identifier] public string? [|Name|] { get; private set; } }")]
    [InlineData("[DataSubject, Retention(\"r\")] public class Customer { public int Id { get; set; } [Identifier] public string? [|Name|] { get; init; } } public class Clock { private Clock() { } public static Clock One { get; } = new(); }")]
    [InlineData("[DataSubject, Retention(\"r\")] public class Customer { internal Customer() { } public int Id { get; set; } [Identifier] public string? [|Name|] { get; init; } }")]
    [InlineData("[DataSubject, Retention(\"r\")] public class Customer { static Customer() { } private Customer(int id) { } public int Id { get; set; } [Identifier] public string? [|Name|] { get; init; } }")]
    [InlineData("[DataSubject, Retention(\"r\")] public class Customer { public int Id { get; set; } [Identifier] public string? [|Name|] { get; init; } } [DataClass(\"d\")] public abstract class Note { protected Note() { } } [DataClass(\"d\")] public static class Notes { private class One { private One() { } } }")]
    public Task Any_other_has_to_be(string code) => WithoutEfCore<PRIV3004_CannotBeAnonymized>(code);

    [Fact]
    public Task Where_EF_Core_is_at_hand_a_context_would_be_here() =>
        AnalyzerTest<PRIV3004_CannotBeAnonymized>.RunAsync(Usings + "[DataSubject, Retention(\"r\")] public class Customer { private Customer() { } public int Id { get; set; } [Identifier] public string? [|Name|] { get; private set; } }");

    [Theory]
    [InlineData("[Identifier] public record Name(string Given, string Family); [DataSubject, Retention(\"r\")] public class Customer { public int Id { get; set; } public Name Name { get; set; } = null!; }")]
    [InlineData("[Identifier] public readonly record struct Mail(string Value); [DataSubject] public class Customer { public int Id { get; set; } [Retention(\"r\")] public Mail? Mail { get; set; } } public record Registered(Mail Mail);")]
    [InlineData("public class Address { [Identifier] public string Street { get; set; } = \"\"; } [Retention(\"r\")] public class Customer { public int Id { get; set; } public List<Address> Homes { get; } = new(); } [Transient] public record Form(Address Home);")]
    public Task A_value_without_a_key_has_the_rule_of_the_row_that_holds_it(string code) => WithoutEfCore<PRIV2001_NoRetention>(code);

    [Theory]
    [InlineData("[Identifier] public record Name(string {|#0:Given|}); public class Customer { public int Id { get; set; } public Name Name { get; set; } = null!; }")]
    [InlineData("public class Address { [Identifier] public string {|#0:Street|} { get; set; } = \"\"; } [Retention(\"r\")] public class Customer { public int Id { get; set; } public Address? Home { get; set; } } public class Shop { public int Id { get; set; } public Address? At { get; set; } }")]
    [InlineData("public class Note { public int Id { get; set; } [Identifier] public string {|#0:Text|} { get; set; } = \"\"; } [Retention(\"r\")] public class Customer { public int Id { get; set; } public Note? Note { get; set; } }")]
    [InlineData("public class Address { [Identifier] public string {|#0:Street|} { get; set; } = \"\"; }")]
    public Task But_all_rows_that_hold_it_need_one(string code) =>
        WithoutEfCore<PRIV2001_NoRetention>(code, new DiagnosticResult("PRIV2001", DiagnosticSeverity.Warning).WithLocation(0));

    [Fact]
    public Task Nor_does_it_have_to_say_its_data_class() => WithoutEfCore<PRIV4003_Undisclosed>(
        "[Identifier, Retention(\"account-default\")] public readonly record struct Mail(string Value); [DataSubject, DataClass(\"customer-account\")] public class Customer { public int Id { get; set; } [Retention(\"account-default\")] public Mail? Mail { get; set; } }");

    [Theory]
    [InlineData("public class MailOptions { public string Host { get; set; } = \"\"; [Credential] public string? Password { get; set; } }")]
    [InlineData("public class SmtpSettings { [Credential] public string? Password { get; set; } }")]
    public Task A_secret_in_settings_is_no_data_about_anybody(string code) => AnalyzerTest<PRIV2001_NoRetention>.RunAsync(Usings + code);

    [Theory]
    [InlineData("public class MailOptions { [Identifier] public string? [|Sender|] { get; set; } }")]
    [InlineData("public class UserSettings { public int Id { get; set; } [Credential] public string? [|Token|] { get; set; } }")]
    [InlineData("public class Account { [Credential] public string? [|Password|] { get; set; } }")]
    public Task What_else_there_is(string code) => AnalyzerTest<PRIV2001_NoRetention>.RunAsync(Usings + code);

    private const string Model = """
        using System; using PrivacyAnalyzers;
        namespace Model;
        [DataSubject, Retention("account-default")] public class Customer
        {
            public int Id { get; private set; }
            [Identifier] public string? Name { get; private set; }
            [RetentionClock("account-closed")] public DateTimeOffset? ClosedAt { get; private set; }
            public string Computed => "x";
        }
        """;

    [Fact]
    public async Task A_clock_with_a_private_setter_in_the_models_assembly_is_stored()
    {
        var test = new AnalyzerTest<PRIV3006_NoClock>
        {
            TestCode = Usings + "using Microsoft.EntityFrameworkCore; using Model; public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }",
            Statement = Statements.Example,
        };
        test.TestState.AdditionalReferences.Add(BuiltLibrary.Of(Model, "Model"));
        await test.RunAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("Guid?", "Guid")]
    [InlineData("string", "String")]
    public Task A_marked_link_of_another_type_than_the_key_is_told_and_not_written_into_code(string type, string name) => AnalyzerTest<PRIV3001_ModelDoesNotFit>.RunAsync(
        Usings + $$"""
            using Microsoft.EntityFrameworkCore;
            public readonly record struct CustomerId(Guid Value);
            [DataSubject] public class Customer { public CustomerId Id { get; set; } [Identifier, Retention("account-default")] public string? Name { get; set; } }
            public class Entry { public int Id { get; set; } [SubjectLink(typeof(Customer))] public {{type}} {|#0:Subject|} { get; set; } = default!; [ElectronicActivity] public string? Agent { get; set; } }
            public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Entry> Entries => Set<Entry>(); }
            """,
        null,
        new DiagnosticResult("PRIV3001", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            $"'Entry' is linked to a data subject, and its data can be neither exported nor erased because 'Subject' is of type '{name}' and 'Customer.Id' of type 'CustomerId'; give it the type of the key"));

    [Theory]
    [InlineData("int", "long?")]
    [InlineData("long", "int")]
    public Task Whole_numbers_of_other_sizes_are_compared(string key, string link) => AnalyzerTest<PRIV3001_ModelDoesNotFit>.RunAsync(
        Usings + $$"""
            using Microsoft.EntityFrameworkCore;
            [DataSubject] public class Customer { public {{key}} Id { get; set; } }
            public class Entry { public int Id { get; set; } [SubjectLink(typeof(Customer))] public {{link}} Subject { get; set; } }
            public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Entry> Entries => Set<Entry>(); }
            """);

    private static Task WithoutEfCore<TRule>(string code, params DiagnosticResult[] expected)
        where TRule : class, new()
    {
        var test = new AnalyzerTest<TRule> { TestCode = Usings + code, Statement = Statements.Example };
        test.TestState.AdditionalReferences.Clear();
        test.TestState.AdditionalReferences.AddRange(References.Without("Microsoft.EntityFrameworkCore"));
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(CancellationToken.None);
    }
}

using PrivacyAnalyzers.CodeFixes;
using Test = PrivacyAnalyzers.Tests.Support.FixTest<PrivacyAnalyzers.Rules.Exposure.ExposureRules, PrivacyAnalyzers.CodeFixes.PRIV1001_PersonalDataInLogFix>;

namespace PrivacyAnalyzers.Tests.CodeFixes;

/// <summary>The key instead of the person, chosen members instead of the whole, and the same fixes for every sink.</summary>
[Trait("Proof", "fix")]
public class ExposedValueFixTests
{
    private static string Code(string body) => """
        using System;
        using System.Diagnostics;
        using System.Text.Json;
        using Microsoft.Extensions.Compliance.Redaction;
        using Microsoft.Extensions.Logging;
        using PrivacyAnalyzers;

        class Customer { public int Id { get; set; } [Identifier] public string Email { get; set; } = ""; [Identifier] public string Phone { get; set; } = ""; public int Orders { get; set; } public string Plan { get; set; } = ""; }
        class Account { [SubjectKey] public Guid Number { get; set; } [Credential] public string Token { get; set; } = ""; }
        class Person { public int Id { get; set; } [ProtectedCharacteristic] public DateOnly Born { get; set; } [ElectronicActivity] public System.Net.IPAddress? Address { get; set; } }
        record Note(int Id, [property: FreeText] string Text);
        class Mail { public string Id { get; set; } = ""; [Identifier] public string To { get; set; } = ""; }
        class Owner { [Identifier] public string Id { get; set; } = ""; [Identifier] public string Name { get; set; } = ""; }

        class C
        {

        """ + body + "\n}\n";

    [Theory]
    [InlineData("void M(ILogger l, Customer c) => l.LogInformation(\"Signed in: {Email}\", {|PRIV1001:c.Email|});", "void M(ILogger l, Customer c) => l.LogInformation(\"Signed in: {CustomerId}\", c.Id);")]
    [InlineData("void M(ILogger l, Customer? c) => l.LogInformation(\"{Email,10} {Count}\", {|PRIV1001:c?.Email|}, 1);", "void M(ILogger l, Customer? c) => l.LogInformation(\"{CustomerId,10} {Count}\", c?.Id, 1);")]
    [InlineData("void M(ILogger l, Customer c) => l.LogInformation(\"{@Customer}\", {|PRIV1005:c|});", "void M(ILogger l, Customer c) => l.LogInformation(\"{CustomerId}\", c.Id);")]
    [InlineData("void M(ILogger l, Account a) => l.LogInformation(\"{Token}\", {|PRIV1006:a.Token|});", "void M(ILogger l, Account a) => l.LogInformation(\"{AccountNumber}\", a.Number);")]
    [InlineData("void M(Activity s, Customer c) => s.SetTag(\"who\", {|PRIV1002:c.Email|});", "void M(Activity s, Customer c) => s.SetTag(\"who\", c.Id);")]
    [InlineData("void M(Activity s, Customer c) => s.AddBaggage(\"who\", {|PRIV1002:c.Email|});", "void M(Activity s, Customer c) => s.AddBaggage(\"who\", c.Id.ToString());")]
    [InlineData("void M(Activity s, Mail m) => s.AddBaggage(\"who\", {|PRIV1002:m.To|});", "void M(Activity s, Mail m) => s.AddBaggage(\"who\", m.Id);")]
    [InlineData("void M(Customer c) => throw new Exception($\"No mail to {{|PRIV1003:c.Email|}}\");", "void M(Customer c) => throw new Exception($\"No mail to {c.Id}\");")]
    [InlineData("void M(Customer c) => Console.WriteLine(\"new: \" + {|PRIV1004:c.Email|});", "void M(Customer c) => Console.WriteLine(\"new: \" + c.Id);")]
    [InlineData("Uri M(Customer c) => new Uri(\"https://x/\" + {|PRIV1007:c.Email|});", "Uri M(Customer c) => new Uri(\"https://x/\" + c.Id);")]
    [InlineData("void M(ILogger l, Customer c) => l.LogInformation(\"{Email}, {Phone}, {Count}\", {|PRIV1001:c.Email|}, {|PRIV1001:c.Phone|}, 1);", "void M(ILogger l, Customer c) => l.LogInformation(\"{CustomerId}, {Count}\", c.Id, 1);")]
    [InlineData("void M(Customer c) => Console.WriteLine({|PRIV1004:c.Email|} + {|PRIV1004:c.Phone|});", "void M(Customer c) => Console.WriteLine(c.Id.ToString() + c.Id.ToString());")]
    [InlineData("void M(ILogger l, Customer? c) => l.LogInformation(\"{@Customer}\", {|PRIV1005:c|});", "void M(ILogger l, Customer? c) => l.LogInformation(\"{CustomerId}\", c?.Id);")]
    [InlineData("void M(Customer c) => System.IO.File.WriteAllText(\"c.txt\", {|PRIV1017:c.Email|});", "void M(Customer c) => System.IO.File.WriteAllText(\"c.txt\", c.Id.ToString());")]
    public Task The_key_is_written_instead(string before, string after)
    {
        var test = new Test { TestCode = Code(before), FixedCode = Code(after), CodeActionEquivalenceKey = PRIV1001_PersonalDataInLogFix.KeyKey };

        // Two values of one call: one fix after another names the key twice, Fix All once.
        if (before.Contains("{Phone}", StringComparison.Ordinal))
            test.CodeFixTestBehaviors = Microsoft.CodeAnalysis.Testing.CodeFixTestBehaviors.None;
        return test.RunAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("void M(Customer c) => Console.WriteLine({|PRIV1005:JsonSerializer.Serialize(c)|});", "void M(Customer c) => Console.WriteLine(JsonSerializer.Serialize(new { c.Id, c.Orders, c.Plan }));")]
    [InlineData("void M(ILogger l, Customer c) => l.LogInformation(\"{@Customer}\", {|PRIV1005:c|});", "void M(ILogger l, Customer c) => l.LogInformation(\"{@Customer}\", new { c.Id, c.Orders, c.Plan });")]
    [InlineData("void M(Note n) => Console.WriteLine($\"Note: {{|PRIV1005:n|}}\");", "void M(Note n) => Console.WriteLine($\"Note: {new { n.Id }}\");")]
    [InlineData("void M(Account a) => Console.WriteLine({|PRIV1006:JsonSerializer.Serialize(a)|});", "void M(Account a) => Console.WriteLine(JsonSerializer.Serialize(new { a.Number }));")]
    public Task Of_a_whole_object_what_is_no_personal_data_is_written(string before, string after) => Test.RunAsync(Code(before), Code(after), PRIV1001_PersonalDataInLogFix.ChooseKey);

    [Theory]
    [InlineData("void M(Customer c) => throw new Exception($\"No mail to {{|PRIV1003:c.Email|}}\");", "void M(Customer c) => throw new Exception($\"No mail to\");")]
    [InlineData("void M(ILogger l, Account a) => l.LogInformation(\"Wrong token {Token} given\", {|PRIV1006:a.Token|});", "void M(ILogger l, Account a) => l.LogInformation(\"Wrong token given\");")]
    [InlineData("void M(Customer c) => throw new Exception($\"{{|PRIV1003:c.Email|}} has no mail\");", "void M(Customer c) => throw new Exception($\"has no mail\");")]
    [InlineData("void M(ILogger l, Customer c) => l.LogInformation(\n    \"Signed in {Email} as {Id}\",\n    {|PRIV1001:c.Email|}, // who\n    c.Id);", "void M(ILogger l, Customer c) => l.LogInformation(\n    \"Signed in as {Id}\",\n    c.Id);")]
    [InlineData("void M(ILogger l, Customer c) => l.LogInformation(\n    \"{Id} signed in {Email}\",\n    c.Id,\n    {|PRIV1001:c.Email|});", "void M(ILogger l, Customer c) => l.LogInformation(\n    \"{Id} signed in\",\n    c.Id);")]
    public Task A_value_is_left_out_of_any_message(string before, string after) => Test.RunAsync(Code(before), Code(after), PRIV1001_PersonalDataInLogFix.DropKey);

    [Theory]
    [InlineData("void M(Activity s, Customer c, Redactor r) => s.SetTag(\"who\", {|PRIV1002:c.Email|});", "void M(Activity s, Customer c, Redactor r) => s.SetTag(\"who\", r.Redact(c.Email));")]
    [InlineData("void M(Customer c, Redactor r) => throw new Exception({|PRIV1003:c.Email|});", "void M(Customer c, Redactor r) => throw new Exception(r.Redact(c.Email));")]
    [InlineData("void M(Customer c, Redactor r) => Console.WriteLine({|PRIV1004:c.Email|});", "void M(Customer c, Redactor r) => Console.WriteLine(r.Redact(c.Email));")]
    public Task A_redactor_in_scope_serves_every_text(string before, string after) => Test.RunAsync(Code(before), Code(after), PRIV1001_PersonalDataInLogFix.RedactKey);

    [Theory]
    [InlineData("void M(Owner o) => Console.WriteLine({|PRIV1004:o.Name|});")]
    [InlineData("void M([Identifier] string name) => Console.WriteLine({|PRIV1004:name|});")]
    [InlineData("void M(Func<Customer> next) => Console.WriteLine({|PRIV1004:next().Email|});")]
    [InlineData("void M(Customer[] all) => Console.WriteLine({|PRIV1005:JsonSerializer.Serialize(all)|});")]
    [InlineData("void M(Customer c) => Console.WriteLine({|PRIV1005:JsonSerializer.Serialize<Customer>(c)|});")]
    [InlineData("void M(Customer c) => Console.WriteLine({|PRIV1005:JsonSerializer.Serialize(c, typeof(Customer))|});")]
    [InlineData("void M(Customer c, System.Text.Json.Serialization.Metadata.JsonTypeInfo<Customer> t) => Console.WriteLine({|PRIV1005:JsonSerializer.Serialize(c, t)|});")]
    [InlineData("void M(Customer? c) => Console.WriteLine({|PRIV1005:JsonSerializer.Serialize(c)|});")]
    [InlineData("static void Log([Sink(SinkKind.Log)] DateOnly day) { } void M(Person p) => Log({|PRIV1001:p.Born|});")]
    [InlineData("static void Log([Sink(SinkKind.Log)] System.Net.IPAddress? from) { } void M(Person p) => Log({|PRIV1001:p.Address|});")]
    [InlineData("void M(Customer c) => Console.WriteLine({|PRIV1004:c.Email ?? \"none\"|});")]
    public Task Where_there_is_no_key_and_nothing_to_choose_nothing_is_offered(string body)
    {
        var test = new Test { TestCode = Code(body), FixedCode = Code(body) };
        test.FixedState.InheritanceMode = Microsoft.CodeAnalysis.Testing.StateInheritanceMode.Explicit;
        test.FixedState.MarkupHandling = Microsoft.CodeAnalysis.Testing.MarkupMode.Allow;
        test.FixedState.AdditionalReferences.AddRange(Support.References.All);
        return test.RunAsync(CancellationToken.None);
    }
}

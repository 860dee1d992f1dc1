using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>The text of what another project of the same program declares: records, structs that are records, and values that are personal as a whole.</summary>
public class OtherAssemblyTextTests
{
    private const string Model = """
        using PrivacyAnalyzers;
        namespace Library;
        public record Person(int Id, [Identifier] string Name);
        public record Worker(int Id, string Name, [Professional] string Post) : Person(Id, Name);
        public readonly record struct Place([Geolocation] double Latitude, [Geolocation] double Longitude);
        public readonly record struct Key(int Value);
        public record Home(string Area, [Identifier] string City);
        public record Quiet(int Id, [Identifier] string Name) { public override string ToString() => "person " + Id; }
        public record Sealed { public sealed override string ToString() => "x"; }
        public record InSealed(int Id, [Identifier] string Name) : Sealed;
        public class Account { public int Id { get; set; } [Identifier] public string Mail { get; set; } = ""; public override string ToString() => "account " + Id; }
        [Identifier] public sealed record Name(string Given, string Family) { public string? Middle { get; init; } public void Deconstruct(out string given, out string? middle, out string family) => (given, middle, family) = (Given, Middle, Family); }
        public struct Plain { [Identifier] public string Mail { get; set; } }
        [Identifier] public readonly record struct Address { public Address(string value) => Value = value; public string Value { get; } public override string ToString() => Value; }
        [Identifier] public sealed class Phone { public string Digits { get; init; } = ""; [NotPersonal("a country")] public string Country => ""; public override string ToString() => "+" + Digits; }
        [Identifier] public sealed class NoText { public string Digits { get; init; } = ""; }
        """;

    [Theory]
    [InlineData("void M(Person p) => logger.LogInformation(\"{P}\", {|PRIV1005:p|});")]
    [InlineData("void M(Worker p) => logger.LogInformation($\"{{|PRIV1005:p|}}\");")]
    [InlineData("void M(Place p) => logger.LogInformation(\"{P}\", {|PRIV1005:p|});")]
    [InlineData("void M(Place? p) => logger.LogInformation(\"{P}\", {|PRIV1005:p|});")]
    [InlineData("void M() { var p = new Person(1, \"x\") with { Name = Read() }; logger.LogInformation(\"{P}\", {|PRIV1005:p|}); } [return: Identifier] string Read() => \"\";")]
    [InlineData("void M(Address a) => logger.LogInformation(\"{A}\", {|PRIV1005:a|});")]
    [InlineData("void M(Address a) => logger.LogInformation(\"to \" + {|PRIV1005:a|});")]
    [InlineData("void M(Phone? p) => logger.LogInformation(\"{P}\", {|PRIV1005:p?.ToString() ?? \"none\"|});")]
    [InlineData("void M(Phone p) => throw new InvalidOperationException($\"no {{|PRIV1005:p|}}\");")]
    [InlineData("void M(object?[] all) { if (all.OfType<Person>().FirstOrDefault() is { } p) logger.LogInformation(\"{P}\", {|PRIV1005:p|}); }")]
    [InlineData("void M(List<object> all) { foreach (var p in all.OfType<Own>()) logger.LogInformation(\"{P}\", {|PRIV1005:p|}); } record Own([Identifier] string Name);")]
    public Task Shows_what_it_holds(string members) => RunAsync(members);

    [Theory]
    [InlineData("void M(Person p) { var (id, name) = p; logger.LogInformation(\"{I} {N}\", id, {|PRIV1001:name|}); }")]
    [InlineData("void M(Place p) { (double latitude, _) = p; logger.LogInformation(\"{L}\", {|PRIV1001:latitude|}); }")]
    [InlineData("void M(object o) { if (o is Person(var id, var name)) logger.LogInformation(\"{I} {N}\", id, {|PRIV1001:name|}); }")]
    [InlineData("void M(Worker w) { if (w is (var id, var name, _)) logger.LogInformation(\"{I} {N}\", id, {|PRIV1001:name|}); }")]
    [InlineData("void M(Name n) { if (n is var (given, _, family)) logger.LogInformation(\"{G} {F}\", {|PRIV1001:given|}, {|PRIV1001:family|}); }")]
    [InlineData("void M(Own o) { if (o is var (mail, plan)) logger.LogInformation(\"{M} {P}\", {|PRIV1001:mail|}, plan); } class Own { [Identifier] public string Mail { get; set; } = \"\"; public string Plan { get; set; } = \"\"; public void Deconstruct(out string mail, out string plan) => (mail, plan) = (Mail, Plan); }")]
    public Task Taken_apart(string members) => RunAsync(members);

    [Theory]
    [InlineData("void M(Key k) => logger.LogInformation(\"{K}\", k);")]
    [InlineData("void M(Quiet p) => logger.LogInformation(\"{P}\", p);")]
    [InlineData("void M(InSealed p) => logger.LogInformation(\"{P}\", p);")]
    [InlineData("void M(Account a) => logger.LogInformation(\"{A} {B}\", a, a.ToString());")]
    [InlineData("void M(Plain p) => logger.LogInformation(\"{P}\", p);")]
    [InlineData("void M(NoText p) => logger.LogInformation(\"{P}\", p);")]
    [InlineData("void M(Phone p) => logger.LogInformation(\"{P}\", p.Country);")]
    [InlineData("void M(Person p) => logger.LogInformation(\"{P}\", p.Id);")]
    [InlineData("void Show(Form f) => logger.BeginScope(new Dictionary<string, object?> { [\"A\"] = f.Home.Area }); void M(Form f) => Show(f); record Form(Home Home);")]
    [InlineData("void Show(Form f) => logger.BeginScope(new Dictionary<string, object?> { [\"A\"] = f.Home.Area }); Action<Form> M() => Show; record Form(Home Home);")]
    [InlineData("void Show(Home h) { object area = h.Area; logger.LogInformation(\"{A}\", area); } void M(Home h) => Show(h);")]
    public Task Shows_nothing(string members) => RunAsync(members);

    private static async Task RunAsync(string members)
    {
        foreach (MetadataReference reference in BuiltLibrary.BothOf(Model))
        {
            var test = new AnalyzerTest<ExposureRules>
            {
                TestCode = "using System; using System.Collections.Generic; using System.Linq; using Library; using Microsoft.Extensions.Logging; using PrivacyAnalyzers;\nclass C(ILogger<C> logger) { " + members + " }",
            };
            test.TestState.AdditionalReferences.Add(reference);
            await test.RunAsync(CancellationToken.None);
        }
    }
}

using PrivacyAnalyzers.Tests.Flow.Corpus;
using PrivacyAnalyzers.Tests.Meta;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Robustness.Determinism;

/// <summary>Code that is analysed again and again under other conditions. Paths are relative, with slashes.</summary>
internal sealed record DeterministicProgram(string Name, IReadOnlyList<(string Path, string Text)> Files, IReadOnlyList<(string Path, string Text)> Additional)
{
    /// <summary>As the SDK gives them to a web project.</summary>
    private const string ImplicitUsings = """
        global using System; global using System.IO; global using System.Linq; global using System.Collections.Generic; global using System.Net.Http; global using System.Net.Http.Json;
        global using System.Threading; global using System.Threading.Tasks; global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Routing; global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;
        """;

    /// <summary>One type and one context, each written in several files, whose order the compiler takes for that of their members.</summary>
    private static readonly DeterministicProgram Parts = new(
        "Parts",
        [
            ("a/Customer.cs", "using PrivacyAnalyzers; namespace Shop; [DataSubject, Retention(\"account-default\"), DataClass(\"customer-account\")] public partial class Customer { public int Id { get; set; } [Identifier] public string? Phone { get; set; } }"),
            ("b/Customer.cs", "using PrivacyAnalyzers; namespace Shop; public partial class Customer { [Identifier] public string? Email { get; set; } [Commercial] public string? Plan { get; set; } public Address Home { get; set; } = new(); }"),
            ("Address.1.cs", "using PrivacyAnalyzers; namespace Shop; [Microsoft.EntityFrameworkCore.Owned] public partial class Address { [Identifier] public string? Street { get; set; } }"),
            ("Address.2.cs", "using PrivacyAnalyzers; namespace Shop; public partial class Address { [Identifier] public string? City { get; set; } }"),
            ("Db.cs", "using Microsoft.EntityFrameworkCore; namespace Shop; public partial class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }"),
            ("Db.Orders.cs", "using Microsoft.EntityFrameworkCore; namespace Shop; public partial class Db { public DbSet<Order> Orders => Set<Order>(); public DbSet<Note> Notes => Set<Note>(); }"),
            ("Order.cs", "using PrivacyAnalyzers; namespace Shop; [Retention(\"account-default\"), DataClass(\"customer-account\")] public class Order { public int Id { get; set; } public Customer? Customer { get; set; } public int CustomerId { get; set; } [Commercial] public string? Item { get; set; } }"),
            ("Note.cs", "using PrivacyAnalyzers; namespace Shop; [Retention(\"account-default\"), DataClass(\"customer-account\")] public class Note { public int Id { get; set; } public Order? Order { get; set; } public int OrderId { get; set; } [Identifier] public string? Text { get; set; } }"),
            ("Log.1.cs", "using Microsoft.Extensions.Logging; namespace Shop; public partial class Log(ILogger log) { public void First(Customer c) { log.LogInformation(\"{A} {B}\", c.Email, c.Home); Second(c.Phone + c.Plan); } }"),
            ("Log.2.cs", "using Microsoft.Extensions.Logging; namespace Shop; public partial class Log { public void Second(string? text) => log.LogInformation(text); public string? Kept; public void Third(Customer c) { Kept = c.Email; log.LogWarning(\"{@C}\", c); } public void Fourth() => log.LogError(Kept); }"),
        ],
        [("privacy.yml", Statements.Example)]);

    public static IEnumerable<DeterministicProgram> All =>
    [
        Sample("Communications"),
        Sample("LeakyCommunications"),
        new("Corpus", [("Prelude.cs", CorpusGroup.Prelude), .. Cases().Select((each, i) => ($"Case{i}.cs", each.Code))], []),
        Parts,
    ];

    public static DeterministicProgram Of(string name) => All.Single(program => program.Name == name);

    /// <summary>Every eighth case, or all of them. Of two with one name, and so with one namespace, the first.</summary>
    private static IEnumerable<CorpusCase> Cases() => CorpusGroup.All.SelectMany(group => group.Cases).Where(each => !each.IsNewestOnly).DistinctBy(each => each.Name)
        .Where((_, i) => i % 8 == 0 || Environment.GetEnvironmentVariable("PROOF_SCALE") == "full");

    private static DeterministicProgram Sample(string name)
    {
        string folder = "samples/" + name;
        return new DeterministicProgram(name, [.. Read("*.cs"), ("obj/Usings.cs", ImplicitUsings)], [.. Read("privacy.*")]);

        IEnumerable<(string, string)> Read(string pattern) =>
            Repository.Files(folder, pattern).Select(file => (Path.GetRelativePath(Repository.PathOf(folder), file).Replace('\\', '/'), Repository.Read(file)));
    }
}

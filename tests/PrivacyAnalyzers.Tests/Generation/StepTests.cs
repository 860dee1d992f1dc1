using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation;

/// <summary>Every step of every generator: from the cache where an edit does not concern it, made anew where one does.</summary>
[Trait("Proof", "incremental")]
public class StepTests
{
    private const string Context = "using Microsoft.EntityFrameworkCore; namespace Shop; public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }";

    private const string Customer = """
        using PrivacyAnalyzers; namespace Shop;
        [DataSubject, Retention("account-default"), DataClass("customer-account")] public class Customer { public int Id { get; set; } [Identifier] public string? Email { get; set; } }
        """;

    private const string Elsewhere = """
        using PrivacyAnalyzers; namespace Shop;
        [DataSubject, Retention("account-default"), DataClass("customer-account")] public class Visitor { public int Id { get; set; } [Identifier] public string? Name { get; set; } }
        [Retention("account-default"), DataClass("customer-account")] public class Visit { public int Id { get; set; } [DataSubject(typeof(Visitor))] public int VisitorId { get; set; } [Identifier] public string? Address { get; set; } }
        """;

    private static readonly string[] Sources = [Context, Customer, Elsewhere];

    /// <summary>What is edited: a source by its number, the statement, or the root namespace.</summary>
    private static readonly (string Name, int Source, string Old, string New)[] Related =
    [
        ("a member of an entity", 1, "public int Id", "[Identifier] public string? Phone { get; set; } public int Id"),
        ("a context that is none any more", 0, ": DbContext { public DbSet<Customer> Customers => Set<Customer>(); }", ": System.IDisposable { public void Dispose() { } }"),
        ("a member of what no context stores", 2, "public string? Name { get; set; }", "public string? Name { get; set; } [Identifier] public string? Nick { get; set; }"),
        ("a mark that goes", 2, "[DataSubject, Retention(\"account-default\"), DataClass(\"customer-account\")] ", ""),
        ("marks of what is no person that go", 2, "[Retention(\"account-default\"), DataClass(\"customer-account\")] public class Visit ", "public class Visit "),
        ("a rule of the statement", Statement, "P60D", "P90D"),
        ("a name of the statement", Statement, "fraud-scoring", "fraud-checks"),
        ("the root namespace", RootNamespace, "", "Store"),
    ];

    private static readonly (string Name, int Source, string Old, string New)[] Unrelated =
    [
        ("a comment in a model", 1, "public int Id", "/* the key */ public int Id"),
        ("a method in a model", 1, "public int Id", "public int Twice() => 2; public int Id"),
        ("a class beside a model", 2, "namespace Shop;", "namespace Shop; public class Unrelated { public int One; }"),
        ("a method in a context", 0, "public DbSet", "public int Twice() => 2; public DbSet"),
        ("another spelling in the statement", Statement, "receives: [identifier], ", "receives: [ identifier ], "),
        ("a comment above the statement", Statement, "statement: Example", "# a comment\n\nstatement: Example"),
    ];

    private const int Statement = -1;
    private const int RootNamespace = -2;

    [Fact]
    public void Each_step_is_made_anew_by_an_edit_that_concerns_it()
    {
        var steps = new HashSet<string>(StringComparer.Ordinal);
        var recomputed = new HashSet<string>(StringComparer.Ordinal);
        foreach ((_, int source, string old, string @new) in Related)
        {
            GeneratorEdit edit = Edit(source, old, @new);
            steps.UnionWith(edit.Steps);
            recomputed.UnionWith(edit.Recomputed);
        }

        Assert.Equal(Meta.RuleSet.GeneratorTypes.Select(type => type.Name).Order(StringComparer.Ordinal), steps.Select(step => step.Split(':')[0]).Distinct().Order(StringComparer.Ordinal));
        Meta.Repository.ShouldBeNone(steps.Except(recomputed).Order(StringComparer.Ordinal), "steps that no edit concerned:");
    }

    [Fact]
    public void No_step_is_made_anew_by_an_edit_that_concerns_none()
    {
        Meta.Repository.ShouldBeNone(
            Unrelated.SelectMany(each => Edit(each.Source, each.Old, each.New).Recomputed.Select(step => $"{each.Name}: {step}")), "made anew:");
    }

    private static GeneratorEdit Edit(int source, string old, string @new)
    {
        string before = source switch { Statement => Statements.Example, RootNamespace => "", _ => Sources[source] };
        string after = source == RootNamespace ? @new : before.Replace(old, @new, StringComparison.Ordinal);
        Assert.NotEqual(before, after);
        var test = new GeneratorTest(Sources) { Statement = Statements.Example, IsBroken = true };
        IIncrementalGenerator[] generators = [.. Meta.RuleSet.GeneratorTypes.Select(type => (IIncrementalGenerator)Activator.CreateInstance(type)!)];
        return source switch
        {
            Statement => test.Edit(generators, statement: after),
            RootNamespace => test.Edit(generators, rootNamespace: after),
            _ => test.Edit(generators, source, after),
        };
    }
}

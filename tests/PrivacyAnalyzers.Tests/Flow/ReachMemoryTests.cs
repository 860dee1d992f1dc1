using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Rules;
using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Flow.Corpus;
using PrivacyAnalyzers.Tests.Meta;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>What is kept from one keystroke to the next, and that it never shows.</summary>
public class ReachMemoryTests
{
    private const string Model = "using PrivacyAnalyzers; public class Customer { [Identifier] public string Email { get; set; } = \"\"; }";

    private const string Program = """
        using Microsoft.Extensions.Logging;
        public class A(ILogger log, B b)
        {
            public void First(Customer c) => log.LogInformation(b.Text(c));
            public void Second(Customer c) { int n = 1; log.LogInformation(b.Other(c)); }
        }
        """;

    private const string Library = """
        public class B
        {
            public string Text(Customer c) => Inner(c);
            public string Other(Customer c) { string text = "other"; return text; }
            private string Inner(Customer c) => c.Email.Trim();
        }
        """;

    /// <summary>Six bodies: two methods here, three in the library that they run, the model's initialiser.</summary>
    [Theory]
    [InlineData("int n = 1", "int n = 1 + 2", 1, "First")]
    [InlineData("\"other\"", "\"another\"", 1, "First")]
    [InlineData("string text = \"other\"", "string text = c.Email", 1, "First Second")]
    [InlineData("c.Email.Trim()", "\"\"", 1, "")]
    [InlineData("=> Inner(c)", "=> Other(c)", 1, "")]
    [InlineData("int n = 1", "int n = 1; var x = new Customer()", 1, "First")]
    [InlineData("private string Inner", "internal string Inner", 6, "First")]
    [InlineData("[Identifier] public", "public", 6, "")]
    [InlineData("[Identifier] public", "[Identifier] /* the person's */ public", 0, "First")]
    public void An_edit_in_a_body_makes_only_that_body_be_read_again(string old, string @new, int read, string worthwhile)
    {
        CSharpCompilation before = Compile(Model, Program, Library);
        Assert.Equal((6, "First"), Ask(before));

        CSharpCompilation after = Edit(before, old, @new);

        Assert.Equal((read, worthwhile), Ask(after));
        Assert.Equal((0, worthwhile), Ask(after.WithOptions(after.Options)));
    }

    /// <summary>As a person types: what the statement before last said is not taken for what this one says.</summary>
    [Fact]
    public void One_edit_after_another()
    {
        CSharpCompilation compilation = Compile(Model, Program, Library);
        Ask(compilation);
        foreach ((string old, string @new, string worthwhile) in new[]
        {
            ("int n = 1;", "var n = new { Length = 1 };", "First"), ("var n = new { Length = 1 };", "int n = 1;", "First"), ("\"other\"", "c.Email", "First Second"), ("return text", "text = \"\"; return text", "First"), ("text = \"\"; return text", "return text", "First Second"), ("int n = 1;", "int n = 1;\n\n", "First Second"),
            ("log.LogInformation(b.Other(c))", "log.LogInformation(\"\")", "First"), ("= c.Email", "= \"x\"", "First"), ("log.LogInformation(\"\")", "log.LogInformation(b.Other(c))", "First"),
        })
        {
            compilation = Edit(compilation, old, @new);
            Assert.Equal((1, worthwhile), Ask(compilation) with { Read = 1 });
        }
    }

    [Theory]
    [InlineData("public string? Text;", "? Text;", "? Text = new Customer().Email;")]
    [InlineData("public string Text = \"none\";", "\"none\"", "new Customer().Email")]
    [InlineData("public C() { } public string Text { get; set; } = \"none\";", "\"none\"", "new Customer().Email")]
    public void What_a_body_makes_elsewhere_is_seen_elsewhere(string members, string old, string @new)
    {
        string users = "using Microsoft.Extensions.Logging; public class D { public void M(ILogger log) => log.LogInformation(new C().Text); }";
        CSharpCompilation before = Compile(Model, "public class C { " + members + " }", users);
        Ask(before);

        CSharpCompilation after = Edit(before, old, @new);

        Assert.Equal(Ask(Compile([.. after.SyntaxTrees.Select(tree => tree.ToString())])).Worthwhile, Ask(after).Worthwhile);
    }

    /// <summary>A body that was solved and showed nothing is solved again where the edit reaches it, by whatever way.</summary>
    [Theory]
    [InlineData("interface I { string Get(); } class A : I { public string Get() => \"none\"; } class X { void Check(string s) { } void M(ILogger log, Customer c, I i) { Check(c.Email); log.LogInformation(i.Get()); } }", "\"none\"", "new Customer().Email")]
    [InlineData("class X { string kept = \"\"; void Check(string s) { } void M(ILogger log, Customer c) { Check(c.Email); log.LogInformation(kept); } void Keep(Customer c) { _ = 1; } }", "_ = 1", "kept = c.Email")]
    [InlineData("class B(Customer c) { public string Text = \"none\" + (c is null); } class X { void Check(string s) { } void M(ILogger log, Customer c) { Check(c.Email); log.LogInformation(new B(c).Text); } }", "\"none\" + (c is null)", "c.Email")]
    [InlineData("class A(System.Action act) { System.Action Act => act; } class B : A { public B(ILogger log, Customer c) : base(() => { log.LogInformation(\"none\"); }) { } }", "\"none\"", "c.Email")]
    [InlineData("class A(System.Action act) { System.Action Act => act; } class B(ILogger log, Customer c) : A(() => { log.LogInformation(\"none\"); }) { }", "\"none\"", "c.Email")]
    [InlineData("class Bad(string t) : System.Exception(\"bad\") { public object N => t.Length; } class X { void M(Customer c) => throw new Bad(c.Email); }", "t.Length", "t")]
    [InlineData("class Bad : System.Exception { object N; public Bad(string t) : base(\"bad\") { N = t.Length; } } class X { void M(Customer c) => throw new Bad(c.Email); }", "t.Length", "t")]
    [InlineData("record R(int Id) { public Customer C { get; init; } = new(); public string L => \"none\"; } class X { void Check(string s) { } void M(ILogger log, R r, Customer c) { Check(c.Email); log.LogInformation(\"{R}\", r); } }", "\"none\"", "C.Email")]
    public async Task An_edit_is_seen_from_afar(string code, string old, string @new)
    {
        CSharpCompilation before = Compile(Model, "using Microsoft.Extensions.Logging; using PrivacyAnalyzers;\n" + code, "class Last { }");
        Assert.Empty(await FindAsync(before));
        CSharpCompilation after = Edit(before, old, @new);

        string[] found = await FindAsync(after);

        Assert.Equal(await FindAsync(Compile([.. after.SyntaxTrees.Select(tree => tree.ToString())])), found);
        Assert.NotEmpty(found);
    }

    /// <summary>The compilation before may still be asked when this one is: what it says of a body that changed is not taken over.</summary>
    [Fact]
    public void Two_compilations_at_once()
    {
        CSharpCompilation before = Compile(Model, Program, Library);
        var first = new FlowEngine(before, new MemberClassifier(null), FlowCatalog.Shipped);
        first.Reach(CancellationToken.None);
        CSharpCompilation after = Edit(before, "string text = \"other\"", "string text = c.Email");
        var second = new FlowEngine(after, new MemberClassifier(null), FlowCatalog.Shipped);
        second.Reach(CancellationToken.None);

        Assert.Equal("First", AskOf(first, before).Worthwhile);
        Assert.Equal("First Second", AskOf(second, after).Worthwhile);
    }

    /// <summary>A brace too few, and then it is there again.</summary>
    [Fact]
    public void What_was_known_before_a_slip_is_known_after_it()
    {
        CSharpCompilation before = Compile(Model, Program, Library);
        Ask(before);
        CSharpCompilation slip = Edit(before, "{ int n = 1;", "int n = 1;");
        Ask(slip);

        Assert.Equal((0, "First"), Ask(Edit(slip, "int n = 1;", "{ int n = 1;")));
    }

    /// <summary>An accessor that says <c>field</c> gives its property a field of its own.</summary>
    [Theory]
    [InlineData("class C { string P { get { return \"\"; } } }", "return \"\"", "return field")]
    [InlineData("class C { string P => field ?? \"\"; }", "field ?? ", "")]
    [InlineData("class C { int f; }", "f;", "f = 1;")]
    [InlineData("class C { int f() => 1; }", "f()", "g()")]
    [InlineData("class C { const int F = 1; }", "= 1", "= 2")]
    [InlineData("class C { int f = 1; const int F = 1; }", "F = 1", "F = 2")]
    [InlineData("class C { int f = 1; enum E { A = 1 } }", "A = 1", "A = 2")]
    [InlineData("class C { int f = 1; void M(string text = \"a\") { } }", "\"a\"", "\"b\"")]
    public void Such_an_edit_changes_more_than_a_body(string code, string old, string @new)
    {
        SyntaxTree before = CSharpSyntaxTree.ParseText(code);

        Assert.Null(EditedTree.Compare(before, CSharpSyntaxTree.ParseText(code.Replace(old, @new, StringComparison.Ordinal)), CancellationToken.None));
    }

    /// <summary>Each statement of the benchmark is taken out and put back; each time what is found is what a fresh start finds.</summary>
    [Theory]
    [Trait("Proof", "incremental")]
    [MemberData(nameof(CorpusTests.Groups), MemberType = typeof(CorpusTests))]
    public async Task What_is_found_does_not_depend_on_what_was_there_before(string name)
    {
        CSharpCompilation compilation = CorpusRunner.Compile(CorpusGroup.All.Single(each => each.ToString() == name));
        await FindAsync(compilation);
        (int Tree, TextSpan Span)[] statements = compilation.SyntaxTrees.SelectMany((tree, i) =>
            tree.GetRoot().DescendantNodes().OfType<ExpressionStatementSyntax>().Select(statement => (i, statement.Span))).Skip(1).ToArray();
        int step = Environment.GetEnvironmentVariable("PROOF_SCALE") == "full" ? 1 : Math.Max(1, statements.Length / 2);
        for (int i = 0; i < statements.Length; i += step)
        {
            SyntaxTree tree = compilation.SyntaxTrees[statements[i].Tree];
            CSharpCompilation edited = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(tree.GetText().WithChanges(new TextChange(statements[i].Span, ";"))));
            CSharpCompilation fresh = edited.RemoveAllSyntaxTrees().AddSyntaxTrees(edited.SyntaxTrees.Select(each => CSharpSyntaxTree.ParseText(each.ToString(), (CSharpParseOptions)each.Options, each.FilePath)));

            Assert.Equal(await FindAsync(fresh), await FindAsync(edited));
        }
    }

    [Fact]
    public void Nothing_keeps_a_compilation()
    {
        CSharpCompilation first = Compile(Model, Program, Library);
        WeakReference kept = AskAndForget(first.SyntaxTrees);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(kept.IsAlive);
        GC.KeepAlive(first);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference AskAndForget(ImmutableArray<SyntaxTree> trees)
    {
        CSharpCompilation compilation = Compile(trees);
        Ask(compilation);
        return new WeakReference(compilation);
    }

    private static async Task<string[]> FindAsync(CSharpCompilation compilation)
    {
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers([new PrivacyRules(new ExposureRules())]).GetAnalyzerDiagnosticsAsync();
        Repository.ShouldBeNone(found.Where(diagnostic => diagnostic.Id == "AD0001").Select(diagnostic => diagnostic.GetMessage() + diagnostic.Descriptor.Description), "crashes:");
        return found.Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal).ToArray();
    }

    /// <summary>How many bodies are read when all are asked about, and which are to be solved.</summary>
    private static (int Read, string Worthwhile) Ask(CSharpCompilation compilation) => AskOf(new FlowEngine(compilation, new MemberClassifier(null), FlowCatalog.Shipped), compilation);

    private static (int Read, string Worthwhile) AskOf(FlowEngine engine, CSharpCompilation compilation)
    {
        ReachIndex reach = engine.Reach(CancellationToken.None);
        var worthwhile = new List<string>();
        foreach (ISymbol member in SourceTypes.Of(compilation.Assembly).SelectMany(type => type.GetMembers()))
        {
            if (SourceBodies.OperationOf(member, compilation, CancellationToken.None) is { } root &&
                reach.IsWorthwhile(root.ChildOperations.Any(child => child is Microsoft.CodeAnalysis.Operations.IBlockOperation) ? [.. root.ChildOperations] : [root], member, CancellationToken.None))
            {
                worthwhile.Add(member.Name);
            }
        }

        return (reach.Read, string.Join(' ', worthwhile));
    }

    private static CSharpCompilation Compile(params string[] files) => Compile(files.Select((file, i) => CSharpSyntaxTree.ParseText(file, path: $"{i}.cs")).ToImmutableArray());

    private static CSharpCompilation Compile(ImmutableArray<SyntaxTree> trees)
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Memory", trees, References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, string old, string @new)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(each => each.ToString().Contains(old, StringComparison.Ordinal));
        SourceText text = tree.GetText();
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(text.ToString().IndexOf(old, StringComparison.Ordinal), old.Length), @new))));
    }
}

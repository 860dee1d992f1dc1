using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Tests.Flow.Corpus;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>Which bodies are not solved at all, because nothing can be found in them.</summary>
public class ReachTests
{
    private const string Head = "using PrivacyAnalyzers; using Microsoft.Extensions.Logging; using System; using System.Collections.Generic; class Customer { [Identifier] public string Email { get; set; } = \"\"; }\n";

    [Theory]
    [InlineData("void M(ILogger log, Customer c) => log.LogInformation(c.Email);")]
    [InlineData("void M(ILogger log, Customer c) => log.LogInformation(\"{@C}\", c);")]
    [InlineData("void M(ILogger log, Customer c) => log.LogInformation(System.Text.Json.JsonSerializer.Serialize(c));")]
    [InlineData("void M(ILogger log, Customer c) => Log(log, c.Email); void Log(ILogger log, string text) => log.LogInformation(text);")]
    [InlineData("void M(ILogger log, Customer c) => log.LogInformation(Of(c)); string Of(Customer c) => Inner(c); string Inner(Customer c) => c.Email;")]
    [InlineData("void M(ILogger log, object o) => log.LogInformation(o is Customer { Email: var text } ? text : \"\");")]
    [InlineData("string kept = \"\"; void M(ILogger log) => log.LogInformation(kept); void Keep(Customer c) => kept = c.Email;")]
    [InlineData("readonly string kept; C(Customer c) => kept = c.Email; void M(ILogger log) => log.LogInformation(kept);")]
    [InlineData("readonly List<string> kept = new(); void M(ILogger log) => log.LogInformation(kept[0]); void Keep(Customer c) => kept.Add(c.Email);")]
    [InlineData("interface I { string Get(); } class A(Customer c) : I { public string Get() => c.Email; } void M(ILogger log, I i) => log.LogInformation(i.Get());")]
    [InlineData("class A { public Customer C = new(); public override string ToString() => C.Email; } void M(ILogger log, A a) => log.LogInformation($\"{a}\");")]
    [InlineData("class A { public string Text = new Customer().Email; } void M(ILogger log) => log.LogInformation(new A().Text);")]
    [InlineData("class A { public string Text = \"\"; public static A operator +(A a, A b) { a.Text = new Customer().Email; return a; } } void M(ILogger log, A a) => log.LogInformation((a + a).Text);")]
    [InlineData("class A(List<string> all) : IDisposable { public void Dispose() => all.Add(new Customer().Email); } void M(ILogger log, List<string> all) { using (new A(all)) { } log.LogInformation(all[0]); }")]
    [InlineData("string kept = \"\"; void Keep(Customer c) => kept = c.Email; string Kept() => kept; void M(ILogger log) => log.LogInformation(Kept());")]
    [InlineData("void Run(Action<string> action, Customer c) => action(c.Email); void M(ILogger log, Customer c) => Run(text => log.LogInformation(text), c);")]
    [InlineData("object Of(Customer c) => c; void M(ILogger log, Customer c) => log.LogInformation(\"{@C}\", Of(c));")]
    [InlineData("void Check(Customer c) { if (c.Email == \"\") throw new InvalidOperationException(c.Email); } void M(ILogger log, Customer c) { try { Check(c); } catch (Exception e) { log.LogInformation(e.Message); } }")]
    [InlineData("void M(Customer c) => new List<string> { c.Email }.ForEach(Console.WriteLine);")]
    [InlineData("void M(Customer c) => throw new InvalidOperationException(c.Email);")]
    [InlineData("class A { public void Deconstruct(out string a, out string b) { a = new Customer().Email; b = \"\"; } } void M(ILogger log, A a) { var (x, _) = a; log.LogInformation(x); }")]
    [InlineData("class A { public void Deconstruct(out string a, out string b) { a = new Customer().Email; b = \"\"; } } void M(ILogger log, A a) { if (a is (var x, _)) log.LogInformation(x); }")]
    [InlineData("abstract class Message { } class Mail(Customer c) : Message { public override string ToString() => $\"to {c.Email}\"; } Message Make(Customer c) => new Mail(c); void M(ILogger log, Customer c) => log.LogInformation(\"{Message}\", Make(c));")]
    [InlineData("class Mail(Customer c) { public override string ToString() => $\"to {c.Email}\"; } record R(Mail Mail); R Make(Customer c) => new R(new Mail(c)); void M(ILogger log, Customer c) => log.LogInformation(\"{Message}\", Make(c));")]
    [InlineData("class D { [Identifier] public Guid Id { get; set; } } Guid kept; void Keep(D d) => kept = d.Id; void M(ILogger log) => log.LogInformation(\"{Id}\", kept);")]
    [InlineData("string kept = \"\"; void Keep(Customer c) => kept = c.Email; static string Text(C c) => c.kept; void M(ILogger log) => log.LogInformation(Text(this));")]
    [InlineData("string kept = \"\"; void Keep(Customer c) => kept = c.Email; void M(ILogger log) { var self = this; log.LogInformation(self.kept); }")]
    [InlineData("class A { public void Deconstruct(out string a, out string b) { a = new Customer().Email; b = \"\"; } } void M(ILogger log, List<A> all) { foreach (var (a, b) in all) log.LogInformation(a); }")]
    [InlineData("[Recipient(\"mail\")] void Send(Customer c) { } void M(List<Customer> all) => all.ForEach(Send);")]
    [InlineData("class A(string text) { protected string Text { get; } = text; } class B(Customer c) : A(c.Email) { public void N(ILogger log) => log.LogInformation(Text); } void M(ILogger log, B b) => b.N(log);", "B", "N")]
    [InlineData("class A { protected readonly string text; protected A(string text) => this.text = text; } class B : A { public B(Customer c) : base(c.Email) { } public void N(ILogger log) => log.LogInformation(text); } void M(ILogger log, B b) => b.N(log);", "B", "N")]
    public void A_body_that_has_to_do_with_a_source_and_a_sink_is_solved(string members, string? type = null, string method = "M") => Assert.True(IsWorthwhile(members, type, method));

    [Theory]
    [InlineData("void M(ILogger log, Customer c) => log.LogInformation(\"started\");")]
    [InlineData("void M(ILogger log, Customer c) => log.LogInformation(\"{A} {B}\", 1, nameof(c));")]
    [InlineData("void M(ILogger log, string text) => log.LogInformation(text);")]
    [InlineData("void M(ILogger log, Customer c) => log.LogInformation(\"{C}\", c);")]
    [InlineData("string M(Customer c) => c.Email;")]
    [InlineData("void M(ILogger log) => log.LogInformation(Of()); string Of() => Inner(); string Inner() => \"\";")]
    [InlineData("readonly string kept = \"\"; void M(ILogger log) => log.LogInformation(kept); string Of(Customer c) => c.Email;")]
    [InlineData("readonly ILogger log; C(ILogger log) => this.log = log; void M(string text) => log.LogInformation(text); string Of(Customer c) => c.Email;")]
    [InlineData("void M(ILogger log, int n) { if (n > 0) N(log, n - 1); } void N(ILogger log, int n) { log.LogInformation(\"{N}\", n); M(log, n); }")]
    [InlineData("class A { public static A operator +(A a, A b) { Console.WriteLine(new Customer().Email); return a; } } void M(A a) { var b = a + a; }")]
    [InlineData("class A : IDisposable { public void Dispose() => Console.WriteLine(new Customer().Email); } void M() { using var a = new A(); }")]
    [InlineData("void M(ILogger log, Customer c) { Check(c); log.LogInformation(Name()); } void Check(Customer c) => Console.WriteLine(c.Email); string Name() => nameof(M) + 1;")]
    [InlineData("void M(ILogger log, Customer c, string text) { if (IsKnown(c)) log.LogInformation(text); } bool IsKnown(Customer c) => c.Email.Length > 0;")]
    public void A_body_that_cannot_is_not(string members) => Assert.False(IsWorthwhile(members));

    [Fact]
    public void A_chain_of_calls_may_be_as_long_as_the_program()
    {
        var code = new StringBuilder("void M(ILogger log) => log.LogInformation(F0());\n");
        for (int i = 0; i < 3000; i++)
            code.Append($"string F{i}() => F{i + 1}();\n");

        Assert.False(IsWorthwhile(code + "string F3000() => \"\";"));
        Assert.True(IsWorthwhile(code + "string F3000() => new Customer().Email;"));
    }

    /// <summary>Whoever is on a circle with one that reaches a source reaches it, in whatever order they are asked.</summary>
    [Fact]
    public void A_circle_has_one_answer()
    {
        const string code = "void M(ILogger log) => log.LogInformation(A()); string A() => B() + C1(); string B() => A(); string C1() => D() + B(); string D() => C1() + E(); string E() => new Customer().Email; string F() => F() + G(); string G() => F();";
        (FlowEngine engine, CSharpCompilation compilation) = Compile(code);
        INamedTypeSymbol type = compilation.GetTypeByMetadataName("C")!;

        Assert.Equal(
            ["A True", "B True", "C1 True", "D True", "E True", "F False", "G False", "M True"],
            type.GetMembers().OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary).Reverse()
                .Select(method => $"{method.Name} {engine.Reach(CancellationToken.None).SeesLabel(method, CancellationToken.None)}").Order(StringComparer.Ordinal));
    }

    /// <summary>What is left out is left out rightly: solved all the same, it shows nothing.</summary>
    [Theory]
    [MemberData(nameof(CorpusTests.Groups), MemberType = typeof(CorpusTests))]
    public void Nothing_is_found_in_a_body_that_is_left_out(string name)
    {
        CSharpCompilation compilation = CorpusRunner.Compile(CorpusGroup.All.Single(each => each.ToString() == name));
        var engine = new FlowEngine(compilation, new MemberClassifier(null), FlowCatalog.Shipped);
        int solved = 0;
        foreach (ISymbol member in SourceTypes.Of(compilation.Assembly).SelectMany(type => type.GetMembers()))
        {
            if (SourceBodies.OperationOf(member, compilation, CancellationToken.None) is not { } root || SourceBodies.GraphOf(member, compilation, CancellationToken.None) is not { } graph)
                continue;
            ImmutableArray<IOperation> blocks = root is IMethodBodyOperation or IConstructorBodyOperation ? [.. root.ChildOperations] : [root];
            bool isWorthwhile = engine.Reach(CancellationToken.None).IsWorthwhile(blocks, member, CancellationToken.None);
            solved += isWorthwhile ? 1 : 0;

            string[] found = engine.Analyze(root, member, () => graph, CancellationToken.None).Findings.Select(finding => finding.Node.ToString()).ToArray();
            Assert.True(isWorthwhile || found.Length == 0, $"{member.ToDisplayString()}: {string.Join(", ", found)}");
        }

        Assert.InRange(solved, 1, int.MaxValue);
    }

    private static bool IsWorthwhile(string members, string? type = null, string name = "M")
    {
        (FlowEngine engine, CSharpCompilation compilation) = Compile(members);
        IMethodSymbol method = compilation.GetTypeByMetadataName(type is null ? "C" : "C+" + type)!.GetMembers(name).OfType<IMethodSymbol>().Single();
        SyntaxNode declaration = method.DeclaringSyntaxReferences[0].GetSyntax();
        var body = (IMethodBodyOperation)compilation.GetSemanticModel(declaration.SyntaxTree).GetOperation((MethodDeclarationSyntax)declaration)!;
        return engine.Reach(CancellationToken.None).IsWorthwhile(ImmutableArray.Create<IOperation>(body.BlockBody ?? body.ExpressionBody!), method, CancellationToken.None);
    }

    private static (FlowEngine Engine, CSharpCompilation Compilation) Compile(string members)
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Reach", [CSharpSyntaxTree.ParseText(Head + "class C {\n" + members + "\n}")], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return (new FlowEngine(compilation, new MemberClassifier(null), FlowCatalog.Shipped), compilation);
    }
}

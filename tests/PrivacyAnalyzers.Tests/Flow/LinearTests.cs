using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>The engine's work grows with the code, not with its square: counted in steps, so that the machine does not matter.</summary>
[Trait("Proof", "linear")]
public class LinearTests
{
    internal const string Head = "using PrivacyAnalyzers; using Microsoft.Extensions.Logging; using System; class Customer { [Identifier] public string Email { get; set; } = \"\"; } static class P {\n";

    [Theory]
    [InlineData("straight line")]
    [InlineData("branches")]
    [InlineData("guarded")]
    [InlineData("methods")]
    public void Steps_grow_with_the_call_sites(string shape)
    {
        long small = Steps(CallSites(shape, 250));
        long large = Steps(CallSites(shape, 4000));

        Assert.InRange(large, small, small * 16 * 1.1);
    }

    [Fact]
    public void Steps_grow_with_the_length_of_a_chain()
    {
        long small = Steps(Chain(10));
        long large = Steps(Chain(200));

        Assert.InRange(large, small, small * 20 * 1.1);
    }

    [Fact]
    public void Steps_grow_with_the_depth_of_loops_by_a_fixed_factor()
    {
        long one = Steps(Loops(1));
        long six = Steps(Loops(6));

        Assert.InRange(six, one, one * 6 * 4);
    }

    [Fact]
    public void Steps_grow_with_the_calls_among_methods_that_all_call_each_other()
    {
        long small = Steps(Ring(6));
        long large = Steps(Ring(18));

        Assert.InRange(large, small, small * 9 * 2);
    }

    [Fact]
    public void Steps_grow_with_the_links_of_objects_that_are_written_out()
    {
        long small = Steps(Links(6));
        long large = Steps(Links(18));

        Assert.InRange(large, small, small * 9 * 2);
    }

    /// <summary>What a body throws, gives to delegates and hands to sinks are sets: a body that calls itself adds nothing to them from round to round.</summary>
    [Theory]
    [InlineData("throw new System.InvalidOperationException(text); ")]
    [InlineData("log.LogInformation(text); ")]
    [InlineData("then(text); ")]
    public void Steps_grow_with_the_calls_that_a_body_makes_of_itself(string effect)
    {
        long small = Steps(SelfCalls(2, effect));
        long large = Steps(SelfCalls(16, effect));

        Assert.InRange(large, small, small * 8 * 2);
    }

    /// <summary>Objects that hold each other have ways into them without end; a body that walks them tells of the first step only.</summary>
    [Fact]
    public void Steps_grow_with_the_members_that_lead_to_an_object_of_the_same_type()
    {
        long small = Steps(Trees(2));
        long large = Steps(Trees(8));

        Assert.InRange(large, small, small * 16 * 4);
    }

    /// <summary>Lambdas that share a variable, and objects that are got in the rounds of a loop.</summary>
    [Theory]
    [InlineData("static (Action<string> Set, Func<string> Get) Cell() { string v = \"\"; return (t => v = t, () => v); }", "var (set, get) = Cell(); set(c.Email); log.LogInformation(get());")]
    [InlineData("class Dto { public string Mail = \"\"; } ", "foreach (var x in c.Email) { var d = Activator.CreateInstance<Dto>(); log.LogInformation(d.Mail); d.Mail = c.Email; log.LogInformation(d.Mail); }")]
    public void Steps_grow_with_what_is_made_at_a_call(string members, string call)
    {
        long small = Steps(Repeated(members, call, 100));
        long large = Steps(Repeated(members, call, 1600));

        Assert.InRange(large, small, small * 16 * 1.1);
    }

    private static string Repeated(string members, string call, int count) =>
        Head + members + "static void M(ILogger log, Customer c) {\n" + string.Concat(Enumerable.Repeat("{ " + call + " }\n", count)) + "} }";

    [Fact]
    public void Steps_grow_with_a_chain_of_virtual_properties_that_compute()
    {
        long small = Steps(Properties(25));
        long large = Steps(Properties(400));

        Assert.InRange(large, small, small * 16 * 1.1);
    }

    /// <summary>What each gives back is worked out to the chain's end, once.</summary>
    [Fact]
    public void Steps_grow_with_the_square_of_a_chain_of_delegates_that_a_constructor_gives()
    {
        long small = Steps(Delegates(20));
        long large = Steps(Delegates(160));

        Assert.InRange(large, small, small * 64 * 1.1);
    }

    private static string Properties(int count)
    {
        var code = new StringBuilder(Head + "static void M(ILogger log, Customer c, A a) { a.Text = c.Email; log.LogInformation(a.P0); } }\nclass A { public string Text = \"\";\n");
        for (int i = 0; i < count; i++)
            code.Append($"public virtual string P{i} => P{i + 1} + \"x\";\n");
        return code.Append($"public virtual string P{count} => Text; }}\nclass B : A {{ public override string P{count} => Text + Text; }}").ToString();
    }

    private static string Delegates(int count)
    {
        var code = new StringBuilder(Head + "static void M(ILogger log, Customer c, A a) => log.LogInformation(a.Run(c.Email)); }\nclass A { public string Run(string text) => _f0(text);\n");
        for (int i = 0; i <= count; i++)
            code.Append($"private readonly Func<string, string> _f{i};\n");
        code.Append("public A() {\n");
        for (int i = 0; i < count; i++)
            code.Append($"_f{i} = text => _f{i + 1}(text) + \"x\";\n");
        return code.Append($"_f{count} = text => text; }} }}").ToString();
    }

    /// <summary>Where any of many bodies may run, what they do is put together once, not at each call.</summary>
    [Fact]
    public void Steps_grow_with_the_calls_of_what_many_classes_implement()
    {
        long small = Steps(Handlers(classes: 40, calls: 8));
        long more = Steps(Handlers(classes: 160, calls: 8));
        long large = Steps(Handlers(classes: 160, calls: 32));

        Assert.InRange(more, small, small * 4 * 2);
        Assert.InRange(large, more, more * 2);
    }

    /// <summary>All that an operation made in earlier rounds of a loop is looked for at once, not for each object by itself.</summary>
    [Fact]
    public void Steps_grow_with_the_objects_that_a_call_in_a_loop_makes()
    {
        long small = Steps(Made(8));
        long large = Steps(Made(64));

        Assert.InRange(large, small, small * 8 * 2);
    }

    /// <summary>Bodies that call each other have one budget together, and whoever is left without says so.</summary>
    [Fact]
    public void Steps_of_bodies_that_call_each_other_end()
    {
        const int Bodies = 120;
        FlowEngine engine = Solve(Circle(Bodies, members: 40), out SolvedBody[] bodies);

        Assert.Contains(bodies, static body => body.Summary.IsSpent);
        Assert.InRange(engine.Steps, 500_000, 500_000 + (Bodies * 10_000 * 2));
    }

    private static string Circle(int bodies, int members)
    {
        var code = new StringBuilder(Head + "class Node {\n");
        for (int i = 0; i < members; i++)
            code.Append($"public string F{i} = \"\";\n");
        code.Append("}\n");
        for (int i = 0; i < bodies; i++)
        {
            code.Append($"static Node W{i}(ILogger log, Node n, int d) {{ log.LogInformation(n.F{i % members}); if (d == {i}) return n;\n");
            for (int j = 0; j < bodies; j++)
                code.Append($"n.F{j % members} = W{j}(log, new Node {{ F{(i + j) % members} = n.F{i % members} }}, d).F{(i + 1) % members};\n");
            code.Append("return n; }\n");
        }

        return code.Append("static void M(ILogger log, Customer c) => W0(log, new Node { F0 = c.Email }, 3); }").ToString();
    }

    private static string Handlers(int classes, int calls)
    {
        var code = new StringBuilder(Head.Replace("static class P {", "interface IHandler { string Handle(ILogger log, string text); }", StringComparison.Ordinal));
        for (int i = 0; i < classes; i++)
            code.Append($"class H{i} : IHandler {{ public string Handle(ILogger log, string text) {{ log.LogInformation(text); return text + \"{i}\"; }} }}\n");
        code.Append("static class P { static void M(IHandler handler, ILogger log, Customer c) {\n");
        for (int i = 0; i < calls; i++)
            code.Append("handler.Handle(log, c.Email);\n");
        return code.Append("} }").ToString();
    }

    private static string Made(int count)
    {
        var code = new StringBuilder(Head + "class Node { public string Text = \"\"; public Node Next = null!; }\nstatic Node Make(string text, Node before) {\nvar n = before;\n");
        for (int i = 0; i < count; i++)
            code.Append("n = new Node { Text = text, Next = n };\n");
        return code.Append("return n; }\nstatic void M(ILogger log, Customer c, string[] all) { Node n = null!; foreach (var x in all) n = Make(c.Email, n); log.LogInformation(n.Text); } }").ToString();
    }

    private static string SelfCalls(int count, string effect)
    {
        var code = new StringBuilder(Head + "static string Walk(ILogger log, string text, System.Action<string> then, int depth) {\n");
        code.Append("if (depth > 9) { ").Append(effect).Append("}\ntry {\n");
        for (int i = 0; i < count; i++)
            code.Append($"text += Walk(log, text, then, depth + {i + 1});\n");
        return code.Append("} catch (System.Exception) { throw; }\nreturn text; }\nstatic void M(ILogger log, Customer c) => Walk(log, c.Email, t => log.LogInformation(t), 0); }").ToString();
    }

    private static string Trees(int count)
    {
        var code = new StringBuilder(Head + "class Node {\npublic string Text = \"\"; public string[] Tags = System.Array.Empty<string>();\n");
        for (int i = 0; i < count; i++)
            code.Append($"public Node Link{i} = null!; public System.Collections.Generic.List<Node> Links{i} = new();\n");
        code.Append("}\nstatic Node Walk(ILogger log, Node node) {\n");
        for (int i = 0; i < count; i++)
        {
            code.Append($"node.Link{i} = Walk(log, node.Link{(i + 1) % count}); node.Link{i}.Tags = new[] {{ node.Text }};\n");
            code.Append($"foreach (Node next in node.Links{i}) {{ Walk(log, next); next.Text = node.Link{i}.Text; node.Links{i}.Add(next.Link{i}); }}\n");
        }

        return code.Append("log.LogInformation(node.Text); return node; }\nstatic void M(ILogger log, Customer c) { Walk(log, new Node { Text = c.Email }); } }").ToString();
    }

    private static string CallSites(string shape, int count)
    {
        var code = new StringBuilder(Head + "static string Pass(string text) => text + \"!\";\n");
        if (shape != "methods")
            code.Append("static void M(ILogger log, Customer c, int n) {\n").Append(shape == "guarded" ? "try {\n" : "");
        for (int i = 0; i < count; i++)
        {
            string call = $"{{ var t = Pass(c.Email); log.LogInformation(t); }}\n";
            code.Append(shape switch
            {
                "branches" => $"if (n == {i}) {call}",
                "methods" => $"static void M{i}(ILogger log, Customer c) {call}",
                _ => call,
            });
        }

        if (shape == "guarded")
            code.Append("} catch (Exception e) { log.LogError(e, \"x\"); }\n");
        return code.Append(shape == "methods" ? "}" : "} }").ToString();
    }

    private static string Chain(int length)
    {
        var code = new StringBuilder(Head + "static void M(ILogger log, Customer c) => log.LogInformation(F0(c.Email));\n");
        for (int i = 0; i < length; i++)
            code.Append($"static string F{i}(string text) => F{i + 1}(text + \"{i}\");\n");
        return code.Append($"static string F{length}(string text) => text;\n}}").ToString();
    }

    private static string Ring(int count)
    {
        var code = new StringBuilder(Head);
        for (int i = 0; i < count; i++)
        {
            code.Append($"static string F{i}(ILogger log, Customer c, int n) {{ if (n == {i}) log.LogInformation(c.Email); return \"\"");
            for (int j = 0; j < count; j++)
                code.Append($" + F{j}(log, c, n - 1)");
            code.Append("; }\n");
        }

        return code.Append('}').ToString();
    }

    private static string Links(int count)
    {
        var code = new StringBuilder(Head + "class Node { public System.Collections.Generic.List<Node> Next { get; } = new(); public string Text { get; set; } = \"\"; }\nstatic void M(ILogger log, Customer c) {\n");
        for (int i = 0; i < count; i++)
            code.Append($"var n{i} = new Node();\n");
        for (int i = 0; i < count * count; i++)
            code.Append($"n{i / count}.Next.Add(n{i % count});\n");
        return code.Append("n1.Text = c.Email; log.LogInformation(\"{@Nodes}\", n0); } }").ToString();
    }

    private static string Loops(int depth)
    {
        var code = new StringBuilder(Head + "static void M(ILogger log, Customer c, string[] all) { string t = \"\";\n");
        for (int i = 0; i < depth; i++)
            code.Append($"foreach (var x{i} in all) {{ t += x{i};\n");
        return code.Append("t += c.Email; log.LogInformation(t);").Append('}', depth).Append("} }").ToString();
    }

    /// <summary>Solves every method as the analyzer does, and counts.</summary>
    private static long Steps(string code) => Solve(code).Steps;

    internal static FlowEngine Solve(string code)
    {
        FlowEngine engine = Solve(code, out SolvedBody[] bodies);
        Assert.DoesNotContain(bodies, static body => body.Summary.IsSpent);
        Assert.Contains(bodies, static body => !body.Findings.IsEmpty);
        return engine;
    }

    internal static FlowEngine Solve(string code, out SolvedBody[] bodies)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(code);
        CSharpCompilation compilation = CSharpCompilation.Create("Linear", [tree], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var engine = new FlowEngine(compilation, new MemberClassifier(null), FlowCatalog.Shipped);
        SemanticModel model = compilation.GetSemanticModel(tree);
        bodies = [.. tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(static method => method.Body is not null || method.ExpressionBody is not null).Select(method =>
        {
            var body = (IMethodBodyOperation)model.GetOperation(method)!;
            return engine.Analyze(body, model.GetDeclaredSymbol(method)!, () => ControlFlowGraph.Create(body), CancellationToken.None);
        })];
        return engine;
    }
}

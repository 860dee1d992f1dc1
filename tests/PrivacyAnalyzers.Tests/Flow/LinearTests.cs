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
    private const string Head = "using PrivacyAnalyzers; using Microsoft.Extensions.Logging; using System; class Customer { [Identifier] public string Email { get; set; } = \"\"; } static class P {\n";

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
    private static long Steps(string code)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(code);
        CSharpCompilation compilation = CSharpCompilation.Create("Linear", [tree], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var engine = new FlowEngine(compilation, new MemberClassifier(null), FlowCatalog.Shipped);
        SemanticModel model = compilation.GetSemanticModel(tree);
        bool found = false;
        foreach (MethodDeclarationSyntax method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            SolvedBody solved = engine.Analyze(ControlFlowGraph.Create((IMethodBodyOperation)model.GetOperation(method)!), model.GetDeclaredSymbol(method)!, CancellationToken.None);
            Assert.False(solved.Summary.IsSpent, $"{method.Identifier} was not solved to its end");
            found |= !solved.Findings.IsEmpty;
        }

        Assert.True(found, "The leak was not found");
        return engine.Steps;
    }
}

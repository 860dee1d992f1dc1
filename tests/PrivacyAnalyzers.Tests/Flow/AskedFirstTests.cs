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

/// <summary>Bodies that call each other are solved in rounds, from whichever is asked for first: what is found is the same from each.</summary>
public class AskedFirstTests
{
    private const string Head = """
        using PrivacyAnalyzers; using Microsoft.Extensions.Logging; using System;
        class Customer { [Identifier] public string Email { get; set; } = ""; [Identifier] public string Phone { get; set; } = ""; public string Name { get; set; } = ""; }

        """;

    /// <summary>A lambda that a callee makes says more in a later round, of sinks alone.</summary>
    private const string Lambda = Head + """
        class P(ILogger log)
        {
            void Write(string text, int n) { if (n > 0) Use(new Customer(), n - 1); log.LogInformation(text); }
            Action<string> Make(int n) => text => Write(text, n);
            void Use(Customer c, int n) => Make(n)(c.Email);
        }
        """;

    /// <summary>What a callee leaves is replaced in a later round: as much as before, but another label.</summary>
    private const string Replaced = Head + """
        class P(ILogger log)
        {
            Customer Pick(Customer c) { Show(c); return c; }
            void Show(Customer c) { Fill(c); log.LogInformation(c.Name); }
            void Fill(Customer c) { c.Name = c.Email; Pick(c).Name = c.Phone; }
        }
        """;

    /// <summary>Code without parameters is run in a later round.</summary>
    private const string Called = Head + """
        class P(ILogger log)
        {
            void Run(Action then, int n) { if (n > 0) Start(new Customer(), n - 1); then(); }
            void Start(Customer c, int n) => Run(() => log.LogInformation(c.Email), n);
        }
        """;

    [Theory]
    [InlineData(Lambda, "Use: Email")]
    [InlineData(Replaced, "Show: Phone")]
    [InlineData(Called, "Start: Email")]
    public void What_is_found_does_not_depend_on_which_is_asked_for_first(string code, string expected)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(code);
        CSharpCompilation compilation = CSharpCompilation.Create("First", [tree], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        SemanticModel model = compilation.GetSemanticModel(tree);
        MethodDeclarationSyntax[] methods = [.. tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()];
        foreach (MethodDeclarationSyntax first in methods)
        {
            var engine = new FlowEngine(compilation, new MemberClassifier(null), FlowCatalog.Shipped);
            var found = new List<string>();
            foreach (MethodDeclarationSyntax method in methods.OrderByDescending(method => method == first))
            {
                var body = (IMethodBodyOperation)model.GetOperation(method)!;
                SolvedBody solved = engine.Analyze(body, model.GetDeclaredSymbol(method)!, () => ControlFlowGraph.Create(body), CancellationToken.None);
                found.AddRange(solved.Findings.Select(finding => $"{method.Identifier}: {finding.Source.Member.Name}"));
            }

            Assert.Equal([expected], found.Distinct());
        }
    }
}

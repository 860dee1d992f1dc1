using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Rules.Exposure;

namespace PrivacyAnalyzers.Benchmarks;

/// <summary>Our source generators on a project: the first run, and the one after an edit inside a method.</summary>
internal static class GeneratorRuns
{
    public static (Cost First, Cost AfterEdit) Measure(CodeBase code, int repetitions)
    {
        var first = new List<Cost>();
        var after = new List<Cost>();
        for (int i = -1; i < repetitions; i++)
        {
            CSharpCompilation compilation = code.Fresh();
            GeneratorDriver driver = CSharpGeneratorDriver.Create(Ours(), parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options);
            Cost fresh = Cost.Of(() => driver = driver.RunGenerators(compilation));
            SyntaxTree tree = code.Written[code.Written.Count / 2];
            BlockSyntax? body = tree.GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>().Select(method => method.Body).OfType<BlockSyntax>().FirstOrDefault();
            var change = new TextChange(new TextSpan(body?.OpenBraceToken.Span.End ?? 0, 0), " ");
            CSharpCompilation edited = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(tree.GetText().WithChanges(change)));
            Cost again = Cost.Of(() => driver = driver.RunGenerators(edited));
            if (i < 0)
                continue;
            first.Add(fresh);
            after.Add(again);
        }

        return (Cost.Median(first), Cost.Median(after));
    }

    private static IEnumerable<ISourceGenerator> Ours() => typeof(ExposureRules).Assembly.GetTypes()
        .Where(type => typeof(IIncrementalGenerator).IsAssignableFrom(type) && !type.IsAbstract)
        .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator());
}

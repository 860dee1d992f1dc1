using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace PrivacyAnalyzers.Benchmarks;

/// <summary>From an edit in one method to that file's diagnostics: what a developer waits for.</summary>
internal static class SingleEdit
{
    /// <summary>Milliseconds for each file, by the key of the set; the compiler alone has the empty one.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<(string File, double Milliseconds)>> Measure(CodeBase code, IReadOnlyList<AnalyzerSet> sets, AnalyzerOptions options, int files, int repetitions)
    {
        CSharpCompilation before = code.Fresh();
        _ = before.GetDiagnostics();
        var times = new Dictionary<string, IReadOnlyList<(string, double)>>();
        (SyntaxTree Tree, BlockSyntax Body)[] chosen = Choose(code, files);
        foreach (AnalyzerSet? set in sets.Cast<AnalyzerSet?>().Prepend(null))
        {
            var of = new List<(string, double)>();
            foreach ((SyntaxTree tree, BlockSyntax body) in chosen)
                of.Add((tree.FilePath, Cost.Median(Enumerable.Range(-1, repetitions + 1).Select(i => Once(before, tree, body, i, set, options)).Skip(1))));
            times.Add(set?.Key ?? "", of);
        }

        return times;
    }

    private static double Once(CSharpCompilation before, SyntaxTree tree, BlockSyntax body, int number, AnalyzerSet? set, AnalyzerOptions options)
    {
        var change = new TextChange(new TextSpan(body.OpenBraceToken.Span.End, 0), $" int edited{number + 1} = {number}; ");
        long start = Stopwatch.GetTimestamp();
        SyntaxTree edited = tree.WithChangedText(tree.GetText().WithChanges(change));
        CSharpCompilation after = before.ReplaceSyntaxTree(tree, edited);
        if (set is null)
        {
            _ = after.GetSemanticModel(edited).GetDiagnostics();
        }
        else
        {
            CompilationWithAnalyzers run = set.On(after, options);
            SemanticModel model = run.Compilation.GetSemanticModel(edited);
            _ = model.GetDiagnostics();
            _ = run.GetAnalysisResultAsync(edited, CancellationToken.None).GetAwaiter().GetResult();
            _ = run.GetAnalysisResultAsync(model, filterSpan: null, CancellationToken.None).GetAwaiter().GetResult();
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Files spread evenly over the project, the largest among them; of each, its longest method.</summary>
    private static (SyntaxTree Tree, BlockSyntax Body)[] Choose(CodeBase code, int count)
    {
        (SyntaxTree Tree, BlockSyntax Body)[] all = [.. code.Written.OrderBy(tree => tree.FilePath, StringComparer.Ordinal)
            .Select(tree => (tree, tree.GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>().Select(method => method.Body).OfType<BlockSyntax>().MaxBy(body => body.Span.Length)))
            .Where(pair => pair.Item2 is { Statements.Count: > 1 })!];
        if (all.Length <= count)
            return all;
        return [.. Enumerable.Range(0, count - 1).Select(i => all[(int)((i + 0.5) * all.Length / (count - 1))]).Append(all.MaxBy(pair => pair.Tree.Length)).Distinct()];
    }
}

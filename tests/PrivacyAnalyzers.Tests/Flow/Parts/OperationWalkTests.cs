using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Tests.Flow.Parts;

/// <summary>A walk comes by each operation once, whatever other walks do.</summary>
public class OperationWalkTests
{
    private static readonly ImmutableArray<IOperation> Blocks = Read("int M(int a) { int b = a + 1; return b * a; } int P => 3 + Q(4);");
    private static readonly ImmutableArray<IOperation> Others = Read("void N() { System.Console.WriteLine(); }");

    [Fact]
    public void Each_operation_is_there_once() => Assert.Equal(All(Blocks), Walked(Blocks));

    [Fact]
    public void A_walk_that_is_broken_off_leaves_nothing_to_the_next()
    {
        foreach (IOperation _ in new OperationWalk(Blocks))
            break;

        Assert.Equal(All(Others), Walked(Others));
    }

    [Fact]
    public void A_walk_inside_another_is_its_own()
    {
        var outer = new List<string>();
        var inner = new List<string>();
        foreach (IOperation operation in new OperationWalk(Blocks))
        {
            outer.Add(Text(operation));
            if (outer.Count == 3)
                inner = Walked(Others);
        }

        Assert.Equal(All(Blocks), outer.Order(StringComparer.Ordinal));
        Assert.Equal(All(Others), inner);
    }

    private static List<string> Walked(ImmutableArray<IOperation> blocks)
    {
        var walked = new List<string>();
        foreach (IOperation operation in new OperationWalk(blocks))
            walked.Add(Text(operation));
        return [.. walked.Order(StringComparer.Ordinal)];
    }

    private static List<string> All(ImmutableArray<IOperation> blocks) =>
        [.. blocks.SelectMany(static block => block.DescendantsAndSelf()).Select(Text).Order(StringComparer.Ordinal)];

    private static string Text(IOperation operation) => $"{operation.Kind} {operation.Syntax}";

    private static ImmutableArray<IOperation> Read(string members)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText("class W { int Q(int a) => a; " + members + " }");
        SemanticModel model = FlowSymbols.Compilation.AddSyntaxTrees(tree).GetSemanticModel(tree);
        return [.. tree.GetRoot().DescendantNodes().Where(static node => node is BlockSyntax or ArrowExpressionClauseSyntax).Select(node => model.GetOperation(node)!)];
    }
}

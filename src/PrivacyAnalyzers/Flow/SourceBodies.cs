using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Flow;

/// <summary>The bodies of methods and initialisers that are written in a compilation, in whatever tree.</summary>
internal static class SourceBodies
{
    /// <summary>The control-flow graph of a method or an initialiser; <see langword="null"/> where there is no body to look into.</summary>
    public static ControlFlowGraph? GraphOf(ISymbol owner, Compilation compilation, CancellationToken cancellation) => OperationOf(owner, compilation, cancellation) switch
    {
        IMethodBodyOperation body => ControlFlowGraph.Create(body, cancellation),
        IConstructorBodyOperation body => ControlFlowGraph.Create(body, cancellation),
        IFieldInitializerOperation body => ControlFlowGraph.Create(body, cancellation),
        IPropertyInitializerOperation body => ControlFlowGraph.Create(body, cancellation),
        IBlockOperation block => ControlFlowGraph.Create(block, cancellation),
        _ => null,
    };

    /// <summary>The root operation of such a body, or of a local function, which has no graph of its own.</summary>
    public static IOperation? OperationOf(ISymbol owner, Compilation compilation, CancellationToken cancellation)
    {
        if (owner.IsAbstract || owner.IsExtern)
            return null;
        foreach (SyntaxReference reference in owner.DeclaringSyntaxReferences)
        {
            if (!compilation.ContainsSyntaxTree(reference.SyntaxTree) || BodyOf(reference.GetSyntax(cancellation)) is not { } node)
                continue;
            if (At(node, compilation, cancellation) is (IMethodBodyOperation or IConstructorBodyOperation or ILocalFunctionOperation or IFieldInitializerOperation or IPropertyInitializerOperation or IBlockOperation { Parent: null }) and { } operation)
                return operation;
        }

        return null;
    }

    /// <summary>What stands behind <c>return ref</c>, each side of a choice by itself.</summary>
    public static IOperation[] PlacesReturnedBy(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        var places = new List<IOperation>();
        var pending = new Stack<IOperation?>(OperationOf(method, compilation, cancellation)?.Descendants().OfType<IReturnOperation>().Select(static returned => returned.ReturnedValue) ?? []);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case IConditionalOperation choice:
                    pending.Push(choice.WhenTrue);
                    pending.Push(choice.WhenFalse);
                    break;
                case { } place:
                    places.Add(place);
                    break;
            }
        }

        return places.ToArray();
    }

    /// <summary>The operation at a node of any tree of the compilation. An editor shows the code of other projects, which is none of it: <see langword="null"/> there.</summary>
    public static IOperation? At(SyntaxNode node, Compilation compilation, CancellationToken cancellation) =>
        !compilation.ContainsSyntaxTree(node.SyntaxTree) ? null :
#pragma warning disable RS1030 // Do not invoke Compilation.GetSemanticModel() in a diagnostic analyzer: a callee stands in any tree, and the driver's model is for the tree at hand only.
        compilation.GetSemanticModel(node.SyntaxTree).GetOperation(node, cancellation);
#pragma warning restore RS1030

    /// <summary>A <c>Deconstruct</c> of the program that is an extension; a graph's operations have no model to ask.</summary>
    public static IMethodSymbol? ExtensionOf(AssignmentExpressionSyntax deconstruction, Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
#pragma warning disable RS1030 // Do not invoke Compilation.GetSemanticModel() in a diagnostic analyzer: as above.
        IMethodSymbol? method = compilation.GetSemanticModel(deconstruction.SyntaxTree).GetDeconstructionInfo(deconstruction).Method;
#pragma warning restore RS1030
        return (method?.ReducedFrom ?? method) is { IsExtensionMethod: true, DeclaringSyntaxReferences.IsEmpty: false } extension ? extension : null;
    }

    /// <summary>Whether a field or property is written with a value.</summary>
    public static bool HasInitializer(ISymbol member)
    {
        foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null } or PropertyDeclarationSyntax { Initializer: not null })
                return true;
        }

        return false;
    }

    private static SyntaxNode? BodyOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax field => field.Initializer,
        PropertyDeclarationSyntax property => property.Initializer,
        EventDeclarationSyntax or EnumMemberDeclarationSyntax => null,
        _ => declaration,
    };
}

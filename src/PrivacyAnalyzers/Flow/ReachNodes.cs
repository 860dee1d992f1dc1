using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>Which symbol of a compilation a <see cref="ReachNode"/> is, and the other way round.</summary>
/// <param name="places">For each tree that was edited, the positions that its declarations are known by.</param>
internal sealed class ReachNodes(Compilation compilation, ImmutableDictionary<int, IReadOnlyDictionary<int, int>> places)
{
    private const int Outside = -1;

    private readonly ConcurrentDictionary<ISymbol, ReachNode?> _nodes = new(SymbolKeys.Comparer);
    private readonly ConcurrentDictionary<ReachNode, ISymbol> _symbols = new();
    private readonly ImmutableArray<SyntaxTree> _trees = ((CSharpCompilation)compilation).SyntaxTrees;
    private Dictionary<SyntaxTree, int>? _index;

    /// <summary>Whether only an assembly that is referred to declares it.</summary>
    public static bool IsOutside(ReachNode node) => node.Tree == Outside;

    /// <summary>
    /// As it is declared, and of a partial method the part that has a body; <see langword="null"/> for what has no code here. Of what others
    /// declare only calls are pieces: their places may be taken here.
    /// </summary>
    public ReachNode? Of(ISymbol symbol, ReachKind kind)
    {
        ISymbol definition = symbol.OriginalDefinition;
        definition = (definition as IMethodSymbol)?.PartialImplementationPart ?? definition;
        if (!_nodes.TryGetValue(definition, out ReachNode? known))
            known = _nodes.GetOrAdd(definition, Find(definition));
        if (known is not { } place || (place.Tree == Outside && kind != ReachKind.OpenCall))
            return null;
        ReachNode node = place with { Kind = kind };
        _symbols.TryAdd(node, definition);
        return node;
    }

    /// <summary>The symbol of a piece; <see langword="null"/> where the compilation has none such.</summary>
    public ISymbol? SymbolOf(ReachNode node, CancellationToken cancellation)
    {
        if (_symbols.TryGetValue(node, out ISymbol? symbol))
            return symbol;

        // It was met in an earlier compilation, and not in this one yet.
        if (node.Tree == Outside)
            return null;
        SyntaxTree tree = _trees[node.Tree];
#pragma warning disable RS1030 // Do not invoke Compilation.GetSemanticModel() in a diagnostic analyzer: the piece stands in any tree.
        SemanticModel model = compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
        if (PositionOf(node) is not { } position)
            return null;
        for (SyntaxNode? around = tree.GetRoot(cancellation).FindToken(position).Parent; around is not null; around = around.Parent)
        {
            if (around is not TypeDeclarationSyntax declaration || model.GetDeclaredSymbol(declaration, cancellation) is not { } type)
                continue;
            foreach (ISymbol member in type.GetMembers().Add(type))
            {
                if (Of(member, node.Kind) is { } found && found.Equals(node))
                    return _symbols[node];
            }
        }

        return null;
    }

    private int? PositionOf(ReachNode node)
    {
        if (!places.TryGetValue(node.Tree, out IReadOnlyDictionary<int, int>? known))
            return node.Position;
        foreach (KeyValuePair<int, int> place in known)
        {
            if (place.Value == node.Position)
                return place.Key;
        }

        return null;
    }

    private ReachNode? Find(ISymbol definition)
    {
        // An anonymous type is declared in a body, and nobody else knows it.
        if ((definition.IsImplicitlyDeclared && definition.DeclaringSyntaxReferences.IsEmpty) || definition is INamedTypeSymbol { IsAnonymousType: true } || definition.ContainingType is { IsAnonymousType: true })
            return null;
        foreach (SyntaxReference reference in definition.DeclaringSyntaxReferences)
        {
            if (!Index.TryGetValue(reference.SyntaxTree, out int tree))
                continue;
            int position = reference.Span.Start;
            if (places.TryGetValue(tree, out IReadOnlyDictionary<int, int>? known) && !known.TryGetValue(position, out position))
                return null;
            return new ReachNode(tree, position, definition.Name.GetHashCode(), default);
        }

        // Another project's code in an editor has no token.
        int token = definition.MetadataToken;
        return new ReachNode(
            Outside,
            token == 0 ? definition.GetDocumentationCommentId()?.GetHashCode() ?? 0 : token,
            unchecked((definition.Name.GetHashCode() * 31) ^ (definition.ContainingAssembly?.Name.GetHashCode() ?? 0)),
            default);
    }

    private Dictionary<SyntaxTree, int> Index
    {
        get
        {
            if (_index is { } known)
                return known;
            var index = new Dictionary<SyntaxTree, int>(_trees.Length);
            for (int i = 0; i < _trees.Length; i++)
                index.Add(_trees[i], i);
            return _index = index;
        }
    }
}

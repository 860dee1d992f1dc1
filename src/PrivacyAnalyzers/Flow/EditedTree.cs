using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrivacyAnalyzers.Flow;

/// <summary>A file before and after an edit inside bodies: where each declaration stood, and which bodies changed.</summary>
internal sealed class EditedTree
{
    private readonly Dictionary<int, int> _places = [];
    private readonly HashSet<int> _changed = [];

    private EditedTree()
    {
    }

    /// <summary>Where the declarations stood whose bodies changed.</summary>
    public IReadOnlyCollection<int> Changed => _changed;

    /// <summary>Where each declaration stood, by where it starts now.</summary>
    public IReadOnlyDictionary<int, int> Places => _places;

    /// <summary>Whether a changed body may configure what a context stores.</summary>
    public bool MayConfigure { get; private set; }

    /// <summary><see langword="null"/> where more than bodies changed: what other files say may then mean something else.</summary>
    public static EditedTree? Compare(SyntaxTree before, SyntaxTree after, CancellationToken cancellation)
    {
        if (!before.Options.Equals(after.Options) || !SyntaxFactory.AreEquivalent(before, after, topLevel: true))
            return null;
        var edit = new EditedTree();
        using IEnumerator<SyntaxNode> now = Declarations(after.GetRoot(cancellation)).GetEnumerator();
        foreach (SyntaxNode node in Declarations(before.GetRoot(cancellation)))
        {
            cancellation.ThrowIfCancellationRequested();

            // A field with an initialiser where there was none runs code where there was none.
            if (!now.MoveNext() || now.Current.RawKind != node.RawKind)
                return null;
            edit._places[now.Current.SpanStart] = node.SpanStart;
            if (!IsBody(node) || SyntaxFactory.AreEquivalent(node, now.Current, topLevel: false))
                continue;
            if (IsConstant(node) || MakesField(node) || MakesField(now.Current))
                return null;
            edit.MayConfigure |= NamesBuilder(node) || NamesBuilder(now.Current);

            // Whose body it is: what stands in a constructor's initialiser, or in its type's list of bases, is the constructor's.
            for (SyntaxNode? around = node; around is not null; around = around is TypeDeclarationSyntax ? null : around.Parent)
                edit._changed.Add(around.SpanStart);
        }

        return now.MoveNext() ? null : edit;
    }

    private static IEnumerable<SyntaxNode> Declarations(SyntaxNode root) =>
        root.DescendantNodesAndSelf(static node => !IsBody(node) && node is not (AttributeListSyntax or TypeSyntax));

    private static bool IsBody(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax;

    /// <summary>Constants, values of enums and defaults of parameters mean something elsewhere. Not every version of the compiler counts all of them as declarations.</summary>
    private static bool IsConstant(SyntaxNode body) => body is EqualsValueClauseSyntax && body.Parent switch
    {
        PropertyDeclarationSyntax => false,
        VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax field } => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        VariableDeclaratorSyntax => false,
        _ => true,
    };

    /// <summary>An accessor that says <c>field</c> gives its property a field of its own, which shows elsewhere.</summary>
    private static bool MakesField(SyntaxNode body) =>
        body.FirstAncestorOrSelf<BasePropertyDeclarationSyntax>() is not null && body.DescendantTokens().Any(static token => token.Text == "field");

    /// <summary>The model is configured through objects called builders, which stand among the member's parameters or its locals.</summary>
    private static bool NamesBuilder(SyntaxNode body) =>
        body.FirstAncestorOrSelf<MemberDeclarationSyntax>()!.DescendantTokens().Any(static token => token.Text.EndsWith("Builder", StringComparison.Ordinal));
}

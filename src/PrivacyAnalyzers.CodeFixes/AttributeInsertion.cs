using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Puts an attribute on a declaration the way a person would: after the others, on a line of its own where those have one.</summary>
internal static class AttributeInsertion
{
    /// <summary>The declaration that a diagnostic at a member, a positional parameter or a type's name points to.</summary>
    public static SyntaxNode? TargetAt(SyntaxNode root, TextSpan span) =>
        root.FullSpan.Contains(span)
            ? root.FindNode(span).FirstAncestorOrSelf<SyntaxNode>(node => node is ParameterSyntax or BasePropertyDeclarationSyntax or FieldDeclarationSyntax or TypeDeclarationSyntax)
            : null;

    /// <param name="attribute">The attribute as code, such as <c>Retention("invoices")</c>.</param>
    public static SyntaxNode Add(SyntaxNode declaration, string attribute, SyntaxTrivia lineEnd)
    {
        // Parsed, not made: what is made is elastic, and then the formatter decides about the spaces around it.
        AttributeListSyntax list = SyntaxFactory.ParseMemberDeclaration($"[{attribute}] int x;")!.AttributeLists[0].WithoutTrivia();
        SyntaxList<AttributeListSyntax> lists = ListsOf(declaration);
        if (lists.Count > 0)
            return WithLists(declaration, lists.Add(After(list, lists.Last(), lineEnd)));

        SyntaxTriviaList leading = declaration.GetLeadingTrivia();
        if (declaration is ParameterSyntax || !BeginsLine(declaration))
        {
            return WithLists(
                declaration.WithoutLeadingTrivia(),
                SyntaxFactory.SingletonList(list.WithLeadingTrivia(leading).WithTrailingTrivia(SyntaxFactory.Space)));
        }

        SyntaxNode indented = declaration.WithLeadingTrivia(Indentation(leading));
        return WithLists(indented, SyntaxFactory.SingletonList(list.WithLeadingTrivia(leading).WithTrailingTrivia(lineEnd)));
    }

    /// <summary>Takes an attribute away, with its list where it stands alone there; what stood above the list stays.</summary>
    public static SyntaxNode Remove(SyntaxNode declaration, AttributeSyntax attribute)
    {
        SyntaxList<AttributeListSyntax> lists = ListsOf(declaration);
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
            return WithLists(declaration, lists.Replace(list, list.WithAttributes(list.Attributes.Remove(attribute))));
        SyntaxNode changed = WithLists(declaration, lists.Remove(list));
        return lists[0] == list ? changed.WithLeadingTrivia(list.GetLeadingTrivia()) : changed;
    }

    /// <summary>How code at the position can write one of our attributes; <see langword="null"/> where only an import is missing.</summary>
    /// <param name="name">The attribute's name without its ending.</param>
    /// <param name="space">Where it is from.</param>
    public static string? VisibleName(SemanticModel model, int position, string name, string space = PrivacyAttributes.Namespace)
    {
        ImmutableArray<ISymbol> found = model.LookupNamespacesAndTypes(position, name: name + "Attribute");
        if (found.IsEmpty)
            return null;
        return found.Length == 1 && found[0] is INamedTypeSymbol type && type.ContainingNamespace.ToDisplayString() == space ? name : $"global::{space}.{name}";
    }

    /// <summary>The line end that the file uses.</summary>
    public static SyntaxTrivia LineEnd(SyntaxNode root)
    {
        SyntaxTrivia first = root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return first.IsKind(SyntaxKind.EndOfLineTrivia) ? SyntaxFactory.EndOfLine(first.ToString()) : SyntaxFactory.ElasticCarriageReturnLineFeed;
    }

    private static AttributeListSyntax After(AttributeListSyntax list, AttributeListSyntax last, SyntaxTrivia lineEnd) =>
        last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
            ? list.WithLeadingTrivia(Indentation(last.GetLeadingTrivia())).WithTrailingTrivia(lineEnd)
            : list.WithLeadingTrivia(last.GetTrailingTrivia().Count == 0 ? SyntaxTriviaList.Create(SyntaxFactory.Space) : default).WithTrailingTrivia(SyntaxFactory.Space);

    private static SyntaxTriviaList Indentation(SyntaxTriviaList leading) =>
        leading.Count > 0 && leading.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxTriviaList.Create(leading.Last()) : default;

    private static bool BeginsLine(SyntaxNode declaration)
    {
        SyntaxToken before = declaration.GetFirstToken().GetPreviousToken();
        return before.IsKind(SyntaxKind.None) || before.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) || declaration.GetLeadingTrivia().Any(SyntaxKind.EndOfLineTrivia);
    }

    public static SyntaxList<AttributeListSyntax> ListsOf(SyntaxNode? declaration) => declaration switch
    {
        ParameterSyntax parameter => parameter.AttributeLists,
        MemberDeclarationSyntax member => member.AttributeLists,
        _ => default,
    };

    private static SyntaxNode WithLists(SyntaxNode declaration, SyntaxList<AttributeListSyntax> lists) => declaration switch
    {
        ParameterSyntax parameter => parameter.WithAttributeLists(lists),
        MemberDeclarationSyntax member => member.WithAttributeLists(lists),
        _ => declaration,
    };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PrivacyAnalyzers.Tests.Robustness;

/// <summary>Breaks code as typing does: tokens dropped, doubled, swapped, replaced; members gone; statements half typed.</summary>
internal static class Mutator
{
    private static readonly string[] Pieces = ["{", "}", "(", ")", ";", ",", ".", "=>", "=", "<", "[", "]", "\"", "$\"{", "/*", "#if", "@", "?", "async ", "await ", "static ", "partial ", "record ", "new ", "var ", "yield return ", "[Identifier] ", "default", "null", "x => x", "where T : ", "in ", "out ", "ref "];

    /// <summary>One change of the file, or none where it is empty. The same seed makes the same change.</summary>
    public static TextChange Mutate(SyntaxTree tree, int seed)
    {
        var random = new Random(seed);
        SyntaxNode root = tree.GetRoot();
        SyntaxToken token = root.FindToken(random.Next(root.FullSpan.Length));
        SyntaxToken next = token.GetNextToken();
        return random.Next(9) switch
        {
            0 => new TextChange(token.Span, ""),
            1 => new TextChange(new TextSpan(token.Span.End, 0), " " + token.Text),
            2 when !next.IsKind(SyntaxKind.None) => new TextChange(TextSpan.FromBounds(token.SpanStart, next.Span.End), next.Text + " " + token.Text),
            3 => new TextChange(token.Span, root.FindToken(random.Next(root.FullSpan.Length)).Text),
            4 => new TextChange(new TextSpan(token.SpanStart, 0), Pieces[random.Next(Pieces.Length)]),
            5 => new TextChange(token.Span, Pieces[random.Next(Pieces.Length)]),
            6 when Around<MemberDeclarationSyntax>(token) is { } member => new TextChange(member.FullSpan, ""),
            7 when Around<MemberDeclarationSyntax>(token) is { } member => new TextChange(new TextSpan(member.FullSpan.End, 0), member.ToFullString()),
            _ => HalfTyped(tree, token),
        };
    }

    /// <summary>From the token to the end of its line nothing has been typed yet.</summary>
    private static TextChange HalfTyped(SyntaxTree tree, SyntaxToken token) =>
        new(TextSpan.FromBounds(token.SpanStart, Math.Max(token.SpanStart, tree.GetText().Lines.GetLineFromPosition(token.SpanStart).End)), "");

    private static T? Around<T>(SyntaxToken token)
        where T : SyntaxNode => token.Parent?.FirstAncestorOrSelf<T>();
}

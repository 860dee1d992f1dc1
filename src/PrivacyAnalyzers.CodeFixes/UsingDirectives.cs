using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Adds a namespace's import where it belongs among a file's own: in order, after <c>System</c> and global ones, below the file's header.</summary>
internal static class UsingDirectives
{
    public static CompilationUnitSyntax Add(CompilationUnitSyntax root, string space, SyntaxTrivia lineEnd)
    {
        UsingDirectiveSyntax added = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(space))
            .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(lineEnd);
        return root.Usings.Count == 0 && root.Externs.Count == 0 ? First(root, added, lineEnd) : Sorted(root, added, space);
    }

    private static CompilationUnitSyntax Sorted(CompilationUnitSyntax root, UsingDirectiveSyntax added, string space)
    {
        int index = 0;
        for (; index < root.Usings.Count; index++)
        {
            UsingDirectiveSyntax each = root.Usings[index];
            bool stays = !each.GlobalKeyword.IsKind(SyntaxKind.None) || IsSystem(each) ||
                (IsPlain(each) && string.CompareOrdinal(each.Name!.ToString(), space) < 0);
            if (!stays)
                break;
        }

        if (index == 0 && root.Externs.Count == 0)
        {
            UsingDirectiveSyntax first = root.Usings[0];
            root = root.WithUsings(root.Usings.Replace(first, first.WithoutLeadingTrivia()));
            added = added.WithLeadingTrivia(first.GetLeadingTrivia());
        }

        return root.WithUsings(root.Usings.Insert(index, added));
    }

    /// <summary>The file's first import stands below its header and directives, and above the first declaration's own comment.</summary>
    private static CompilationUnitSyntax First(CompilationUnitSyntax root, UsingDirectiveSyntax added, SyntaxTrivia lineEnd)
    {
        SyntaxToken token = root.GetFirstToken(includeZeroWidth: true);
        SyntaxTriviaList leading = token.LeadingTrivia;
        int header = 0;
        for (int i = 0; i < leading.Count; i++)
        {
            // A blank line or a directive ends what belongs to the file.
            bool blankLine = leading[i].IsKind(SyntaxKind.EndOfLineTrivia) && (i == 0 || leading[i - 1].IsKind(SyntaxKind.EndOfLineTrivia) || leading[i - 1].IsDirective);
            if (blankLine || leading[i].IsDirective)
                header = i + 1;
        }

        IEnumerable<SyntaxTrivia> rest = leading.Skip(header);
        root = root.ReplaceToken(token, token.WithLeadingTrivia(new[] { lineEnd }.Concat(rest)));
        return root.WithUsings(SyntaxFactory.SingletonList(added.WithLeadingTrivia(leading.Take(header))));
    }

    private static bool IsPlain(UsingDirectiveSyntax directive) =>
        directive is { Alias: null, Name: not null } && directive.StaticKeyword.IsKind(SyntaxKind.None);

    private static bool IsSystem(UsingDirectiveSyntax directive) =>
        IsPlain(directive) && (directive.Name!.ToString() == "System" || directive.Name.ToString().StartsWith("System.", StringComparison.Ordinal));
}

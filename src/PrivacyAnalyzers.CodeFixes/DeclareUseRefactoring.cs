using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>
/// Marks a method or a type as what hands data to a recipient, or uses it for a purpose, of the project's statement. No rule can know that
/// of code, so it is offered where the name of the declaration is chosen, in two entries that hold the names.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(DeclareUseRefactoring))]
[Shared]
public sealed class DeclareUseRefactoring : CodeRefactoringProvider
{
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        foreach ((string title, ImmutableArray<CodeAction> marks) in await FindAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false))
            context.RegisterRefactoring(CodeAction.Create(title, marks, isInlinable: false));
    }

    /// <summary>The entries for the declaration whose name stands there, each with what it holds.</summary>
    internal static async Task<ImmutableArray<(string Title, ImmutableArray<CodeAction> Marks)>> FindAsync(Document document, TextSpan span, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root ||
            root.FindToken(span.Start) is not { RawKind: (int)SyntaxKind.IdentifierToken } token || !token.Span.Contains(span) ||
            token.Parent is not (MethodDeclarationSyntax or ClassDeclarationSyntax or InterfaceDeclarationSyntax or RecordDeclarationSyntax or StructDeclarationSyntax) ||
            StatementLocator.Load(document.Project.AnalyzerOptions, cancellation)?.Statement is not { } statement ||
            await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model ||
            model.Compilation.GetTypesByMetadataName(PrivacyAttributes.MetadataName("RecipientAttribute")).IsEmpty ||
            model.GetDeclaredSymbol(token.Parent, cancellation) is not { } symbol)
        {
            return ImmutableArray<(string, ImmutableArray<CodeAction>)>.Empty;
        }

        return ImmutableArray.Create(
                ("It hands data to a recipient", Actions(document, token.Parent, symbol, "Recipient", StatementNames.Of(statement, NameKind.Recipient))),
                ("It uses data for a purpose", Actions(document, token.Parent, symbol, "Purpose", StatementNames.Of(statement, NameKind.Purpose))))
            .RemoveAll(static entry => entry.Item2.IsEmpty);
    }

    private static ImmutableArray<CodeAction> Actions(Document document, SyntaxNode declaration, ISymbol symbol, string attribute, IReadOnlyList<string> names)
    {
        var written = new HashSet<string>(PrivacyAttributes.NamesOf(symbol, attribute + "Attribute").Select(name => name.Text), StringComparer.Ordinal);
        return names.Where(name => !written.Contains(name))
            .Select(name => CodeAction.Create($"Mark [{attribute}({SyntaxFactory.Literal(name)})]", token => MarkAsync(document, declaration, attribute, name, token), $"{attribute}:{name}"))
            .ToImmutableArray();
    }

    private static async Task<Document> MarkAsync(Document document, SyntaxNode declaration, string attribute, string name, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root ||
            await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
        {
            return document;
        }

        var mark = new Mark(attribute, Arguments: $"({SyntaxFactory.Literal(name)})");
        return document.WithSyntaxRoot(Marks.Write(root, model, new Dictionary<SyntaxNode, Mark[]> { [declaration] = [mark] }));
    }
}

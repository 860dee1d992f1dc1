using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>
/// A class that gets what it needs through its only constructor, and can get a provider of redactors so too. A container finds the new
/// argument; code that calls the constructor does not, a derived class among it, so where there is some, there is no injection.
/// </summary>
/// <param name="Constructor">The constructor, or the class that has a primary one.</param>
/// <param name="Member">What the class's code calls the provider.</param>
internal sealed record RedactorInjection(ClassDeclarationSyntax Class, SyntaxNode Constructor, string Member)
{
    private const string Namespace = "Microsoft.Extensions.Compliance.Redaction";
    private const string Provider = "IRedactorProvider";
    private const string Parameter = "redactors";

    /// <summary>A value that is to be redacted.</summary>
    internal sealed record Use(ExpressionSyntax Value, string Category);

    /// <summary>The injection for code at a place; <see langword="null"/> where it cannot be made.</summary>
    public static async Task<RedactorInjection?> FindAsync(Document document, SyntaxNode root, SemanticModel model, int position, CancellationToken cancellation)
    {
        if (root.FindToken(position).Parent is not { } node || node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not ClassDeclarationSyntax declaration ||
            model.Compilation.GetTypeByMetadataName($"{Namespace}.{Provider}") is null || RedactorInScope.IsStatic(model.GetEnclosingSymbol(position, cancellation)) ||
            model.GetDeclaredSymbol(declaration, cancellation) is not { InstanceConstructors: [{ DeclaringSyntaxReferences: [var reference] } constructor] } type ||
            !IsResolved(constructor) || reference.SyntaxTree != root.SyntaxTree)
        {
            return null;
        }

        SyntaxNode written = await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false);
        bool isPrimary = written is ClassDeclarationSyntax;
        string member = isPrimary || type.GetMembers().Any(static each => each is IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Private } field && field.Name[0] != '_') ? Parameter : "_" + Parameter;

        // The field is not set yet while the constructor runs, and a name that means something else stays what it is.
        if ((!isPrimary && node.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not null) || !model.LookupSymbols(position, name: member).IsEmpty)
            return null;
        IEnumerable<ReferencedSymbol> callers = await SymbolFinder.FindReferencesAsync(constructor, document.Project.Solution, cancellation).ConfigureAwait(false);
        IEnumerable<INamedTypeSymbol> derived = await SymbolFinder.FindDerivedClassesAsync(type, document.Project.Solution, transitive: false, cancellationToken: cancellation).ConfigureAwait(false);
        return derived.Any() || callers.Any(static caller => caller.Locations.Any()) ? null : new RedactorInjection(declaration, written, member);
    }

    /// <summary>Redacts the values with providers that are injected once a class.</summary>
    public static async Task<Document> ApplyAsync(Document document, IReadOnlyList<Use> uses, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var injected = new HashSet<SyntaxNode>();
        foreach (Use use in uses)
        {
            if (await FindAsync(document, editor.OriginalRoot, editor.SemanticModel, use.Value.SpanStart, cancellation).ConfigureAwait(false) is not { } injection ||
                RedactorInScope.FromProvider(injection.Member, editor.SemanticModel.Compilation, use.Category) is not { } redactor)
            {
                continue;
            }

            if (injected.Add(injection.Constructor))
                injection.Inject(editor);
            editor.ReplaceNode(use.Value, RedactorInScope.Redacted(use.Value, redactor));
        }

        SyntaxNode changed = editor.GetChangedRoot();
        bool isVisible = injected.All(node => !editor.SemanticModel.LookupNamespacesAndTypes(node.SpanStart, name: Provider).IsEmpty);
        return document.WithSyntaxRoot(isVisible ? changed : UsingDirectives.Add((CompilationUnitSyntax)changed, Namespace, AttributeInsertion.LineEnd(changed)));
    }

    /// <summary>A container can make every argument: none is text or a number, and one is a service by its interface.</summary>
    private static bool IsResolved(IMethodSymbol constructor) =>
        constructor.Parameters.Any(static parameter => parameter.Type.TypeKind == TypeKind.Interface) &&
        constructor.Parameters.All(static parameter => parameter is { RefKind: RefKind.None, IsParams: false, IsOptional: false, Type: { IsReferenceType: true, SpecialType: SpecialType.None, TypeKind: not (TypeKind.Array or TypeKind.Delegate) } });

    private void Inject(DocumentEditor editor)
    {
        SyntaxTrivia lineEnd = AttributeInsertion.LineEnd(editor.OriginalRoot);
        ParameterListSyntax parameters = Constructor switch
        {
            ConstructorDeclarationSyntax constructor => constructor.ParameterList,
            _ => Class.ParameterList!,
        };
        editor.ReplaceNode(parameters, WithProvider(parameters));
        if (Constructor is not ConstructorDeclarationSyntax declared)
            return;
        SyntaxTriviaList indentation = Indentation(declared);
        MemberDeclarationSyntax field = SyntaxFactory.ParseMemberDeclaration($"private readonly {Provider} {Member};")!.WithTrailingTrivia(lineEnd);
        if (Class.Members.OfType<FieldDeclarationSyntax>().LastOrDefault(each => each.SpanStart < declared.SpanStart) is { } last)
            editor.InsertAfter(last, field.WithLeadingTrivia(Indentation(last)));
        else
            editor.InsertBefore(declared, field.WithLeadingTrivia(indentation).WithTrailingTrivia(lineEnd, lineEnd));
        editor.ReplaceNode(declared, (current, _) => WithAssignment((ConstructorDeclarationSyntax)current, indentation, lineEnd));
    }

    /// <summary>The last parameter, on a line of its own where the others have one.</summary>
    private static ParameterListSyntax WithProvider(ParameterListSyntax list)
    {
        ParameterSyntax last = list.Parameters.Last();
        ParameterSyntax added = ((ParameterListSyntax)SyntaxFactory.ParseParameterList($"({Provider} {Parameter})")).Parameters[0]
            .WithLeadingTrivia(last.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))).WithTrailingTrivia(last.GetTrailingTrivia());
        SyntaxToken comma = list.Parameters.SeparatorCount > 0 ? list.Parameters.GetSeparator(0) : SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        IEnumerable<SyntaxNodeOrToken> all = list.Parameters.Replace(last, last.WithTrailingTrivia()).GetWithSeparators().Append(comma).Append(added);
        return list.WithParameters(SyntaxFactory.SeparatedList<ParameterSyntax>(all));
    }

    private ConstructorDeclarationSyntax WithAssignment(ConstructorDeclarationSyntax constructor, SyntaxTriviaList indentation, SyntaxTrivia lineEnd)
    {
        string target = Member == Parameter ? "this." + Member : Member;
        StatementSyntax assignment = SyntaxFactory.ParseStatement($"{target} = {Parameter};");
        if (constructor.Body is { } body)
        {
            SyntaxTriviaList leading = body.Statements.Count > 0 ? Indentation(body.Statements.Last()) : indentation.Add(SyntaxFactory.Whitespace("    "));
            return constructor.WithBody(body.AddStatements(assignment.WithLeadingTrivia(leading).WithTrailingTrivia(lineEnd)));
        }

        StatementSyntax first = SyntaxFactory.ExpressionStatement(constructor.ExpressionBody!.Expression.WithoutTrivia());
        SyntaxTriviaList inner = indentation.Add(SyntaxFactory.Whitespace("    "));
        BlockSyntax block = SyntaxFactory.Block(
            SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(indentation).WithTrailingTrivia(lineEnd),
            SyntaxFactory.List([first.WithLeadingTrivia(inner).WithTrailingTrivia(lineEnd), assignment.WithLeadingTrivia(inner).WithTrailingTrivia(lineEnd)]),
            SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(indentation).WithTrailingTrivia(lineEnd));
        return constructor.WithExpressionBody(null).WithSemicolonToken(default).WithParameterList(constructor.ParameterList.WithTrailingTrivia(lineEnd)).WithBody(block);
    }

    private static SyntaxTriviaList Indentation(SyntaxNode node) =>
        node.GetLeadingTrivia() is { Count: > 0 } leading && leading.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxTriviaList.Create(leading.Last()) : default;
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Finds a redactor of Microsoft.Extensions.Compliance that code at a place can use.</summary>
internal static class RedactorInScope
{
    /// <summary>An expression that gives a redactor for the category, such as <c>_redactor</c> or <c>redactors.GetRedactor(…)</c>; <see langword="null"/> where none is in scope.</summary>
    public static string? Find(SemanticModel model, int position, string category)
    {
        string? fromProvider = null;
        bool isStatic = IsStatic(model.GetEnclosingSymbol(position));
        foreach (ISymbol symbol in model.LookupSymbols(position).OrderBy(symbol => symbol.Name, StringComparer.Ordinal))
        {
            ITypeSymbol? type = symbol switch
            {
                IFieldSymbol field => field.Type,
                IPropertySymbol property => property.Type,
                IParameterSymbol parameter => parameter.Type,
                ILocalSymbol local when local.DeclaringSyntaxReferences is [var declaration] && declaration.Span.End < position => local.Type,
                _ => null,
            };
            if (type is null || (isStatic && symbol is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false }))
                continue;
            if (IsRedactor(type))
                return TypeNames.Escape(symbol.Name);
            if (type is INamedTypeSymbol { Name: "IRedactorProvider" })
                fromProvider ??= FromProvider(symbol.Name, model.Compilation, category);
        }

        return fromProvider;
    }

    /// <summary>The expression that asks a provider; <see langword="null"/> for a category that has no name of ours.</summary>
    public static string? FromProvider(string provider, Compilation compilation, string category) =>
        Classification(compilation, category) is { } classification ? $"{TypeNames.Escape(provider)}.GetRedactor({classification})" : null;

    /// <summary>The value, redacted.</summary>
    public static ExpressionSyntax Redacted(ExpressionSyntax expression, string redactor)
    {
        ExpressionSyntax call = SyntaxFactory.ParseExpression($"{redactor}.Redact({expression.WithoutTrivia()})");
        return call
            .ReplaceNodes(
                call.DescendantNodes().OfType<MemberAccessExpressionSyntax>(),
                static (_, access) => access.WithAdditionalAnnotations(Simplifier.Annotation))
            .WithTriviaFrom(expression);
    }

    /// <summary>The category as code; <see langword="null"/> for one of somebody else's taxonomy, which has no name of ours.</summary>
    private static string? Classification(Compilation compilation, string category)
    {
        string name = Model.Vocabulary.ToIdentifier(category);
        bool exists = compilation.GetTypesByMetadataName("PrivacyAnalyzers.PrivacyTaxonomy").Any(type => type.GetMembers(name).Any(member => member is IPropertySymbol));
        return exists ? "global::PrivacyAnalyzers.PrivacyTaxonomy." + name : null;
    }

    /// <summary>Whether code there has no <c>this</c>: a static member, an initialiser, or something inside one.</summary>
    public static bool IsStatic(ISymbol? enclosing)
    {
        for (; enclosing is not (null or INamedTypeSymbol); enclosing = enclosing.ContainingSymbol)
        {
            if (enclosing.IsStatic || enclosing is IFieldSymbol)
                return true;
        }

        return false;
    }

    private static bool IsRedactor(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Redactor", ContainingNamespace: { Name: "Redaction", ContainingNamespace.Name: "Compliance" } })
                return true;
        }

        return false;
    }
}

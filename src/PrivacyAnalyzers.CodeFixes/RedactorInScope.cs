using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Finds a redactor of Microsoft.Extensions.Compliance that code at a place can use.</summary>
internal static class RedactorInScope
{
    /// <summary>An expression that gives a redactor for the category, such as <c>_redactor</c> or <c>redactors.GetRedactor(…)</c>; <see langword="null"/> where none is in scope.</summary>
    public static string? Find(SemanticModel model, int position, string category)
    {
        string? fromProvider = null;
        string? classification = Classification(model.Compilation, category);
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
            if (classification is not null && type is INamedTypeSymbol { Name: "IRedactorProvider" })
                fromProvider ??= $"{TypeNames.Escape(symbol.Name)}.GetRedactor({classification})";
        }

        return fromProvider;
    }

    /// <summary>The category as code; <see langword="null"/> for one of somebody else's taxonomy, which has no name of ours.</summary>
    private static string? Classification(Compilation compilation, string category)
    {
        string name = Model.Vocabulary.ToIdentifier(category);
        bool exists = compilation.GetTypesByMetadataName("PrivacyAnalyzers.PrivacyTaxonomy").Any(type => type.GetMembers(name).Any(member => member is IPropertySymbol));
        return exists ? "global::PrivacyAnalyzers.PrivacyTaxonomy." + name : null;
    }

    /// <summary>Whether code there has no <c>this</c>: a static member, an initialiser, or something inside one.</summary>
    private static bool IsStatic(ISymbol? enclosing)
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

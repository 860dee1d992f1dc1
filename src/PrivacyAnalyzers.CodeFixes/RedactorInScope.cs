using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Finds a redactor of Microsoft.Extensions.Compliance that code at a place can use.</summary>
internal static class RedactorInScope
{
    /// <summary>An expression that gives a redactor for the category, such as <c>_redactor</c> or <c>redactors.GetRedactor(…)</c>; <see langword="null"/> where none is in scope.</summary>
    public static string? Find(SemanticModel model, int position, string category)
    {
        string? fromProvider = null;
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
            if (type is null)
                continue;
            if (IsRedactor(type))
                return symbol.Name;
            if (type is INamedTypeSymbol { Name: "IRedactorProvider" } && model.Compilation.GetTypeByMetadataName("PrivacyAnalyzers.PrivacyTaxonomy") is not null)
                fromProvider ??= $"{symbol.Name}.GetRedactor(global::PrivacyAnalyzers.PrivacyTaxonomy.{Model.Vocabulary.ToIdentifier(category)})";
        }

        return fromProvider;
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

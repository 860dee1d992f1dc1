using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>An attribute that gives a declaration a name of the statement, such as <c>[Retention("invoices")]</c>: each name is a fix of its own.</summary>
/// <param name="prefix">What the equivalence keys begin with; the name follows.</param>
/// <param name="attribute">The attribute's name, without its ending.</param>
internal sealed class NamedAttribute(string prefix, string attribute, NameKind kind)
{
    /// <summary>One offer for each name that the project's statement has; none where the attribute cannot be written.</summary>
    public async Task<ImmutableArray<(string Key, string Title)>> OffersAsync(Document document, CancellationToken cancellation)
    {
        if (StatementLocator.Load(document.Project.AnalyzerOptions, cancellation)?.Statement is not { } statement ||
            await document.Project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation ||
            compilation.GetTypesByMetadataName(PrivacyAttributes.MetadataName(attribute + "Attribute")).IsEmpty)
        {
            return ImmutableArray<(string, string)>.Empty;
        }

        return StatementNames.Of(statement, kind).Select(name => (prefix + name, $"Add [{attribute}({SyntaxFactory.Literal(name)})]")).ToImmutableArray();
    }

    /// <summary>Puts the attribute on the declarations that the findings stand at.</summary>
    /// <param name="key">The chosen offer.</param>
    public async Task<Document> AddAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        if (key?.StartsWith(prefix, StringComparison.Ordinal) != true || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root ||
            await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
        {
            return document;
        }

        // Several fields of one declaration share its attributes.
        var mark = new Mark(attribute, Arguments: $"({SyntaxFactory.Literal(key.Substring(prefix.Length))})");
        Dictionary<SyntaxNode, Mark[]> marks = diagnostics.Select(diagnostic => AttributeInsertion.TargetAt(root, diagnostic.Location.SourceSpan)).OfType<SyntaxNode>().Distinct()
            .ToDictionary(target => target, _ => new[] { mark });
        return document.WithSyntaxRoot(Marks.Write(root, model, marks));
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>
/// The names that <c>using Rule = PrivacyAnalyzers.RetentionAttribute</c> gives to attributes whose argument is a name of the statement.
/// Read from syntax, at first need: a cheap test before binding, which then decides.
/// </summary>
internal sealed class NameAttributeAliases(Compilation compilation)
{
    private ImmutableHashSet<string>? _names;

    public bool MayBe(string written, CancellationToken cancellation)
    {
        ImmutableHashSet<string> names = _names ??= Find(cancellation);
        return !names.IsEmpty && (names.Contains(written) || names.Contains(written + "Attribute"));
    }

    /// <summary>The last part of a name as it is written.</summary>
    public static string LastName(NameSyntax? name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    private ImmutableHashSet<string> Find(CancellationToken cancellation) =>
        compilation.SyntaxTrees
            .Select(tree => tree.GetRoot(cancellation)).OfType<CompilationUnitSyntax>()
            .SelectMany(root => root.Usings.Concat(root.Members.SelectMany(Nested)))
            .Where(directive => directive.Alias is not null && NameAttributes.MayBe(LastName(directive.Name)))
            .Select(directive => directive.Alias!.Name.Identifier.ValueText)
            .ToImmutableHashSet();

    private static IEnumerable<UsingDirectiveSyntax> Nested(MemberDeclarationSyntax member) =>
        member is BaseNamespaceDeclarationSyntax space ? space.Usings.Concat(space.Members.SelectMany(Nested)) : Enumerable.Empty<UsingDirectiveSyntax>();
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>
/// Whether an attribute can be one of those that a rule looks for, by what is written, also through an alias
/// (<c>using Rule = PrivacyAnalyzers.RetentionAttribute</c>). A cheap test before binding, which then decides.
/// </summary>
/// <param name="compilation">Its aliases are read at first need, from syntax.</param>
/// <param name="isWanted">Whether a name, with or without <c>Attribute</c> at its end, is one of those.</param>
internal sealed class AttributeNames(Compilation compilation, Func<string, bool> isWanted)
{
    private ImmutableHashSet<string>? _aliases;

    public bool MayBe(AttributeSyntax attribute, CancellationToken cancellation)
    {
        string written = LastName(attribute.Name);
        if (isWanted(written))
            return true;
        ImmutableHashSet<string> aliases = _aliases ??= FindAliases(cancellation);
        return !aliases.IsEmpty && (aliases.Contains(written) || aliases.Contains(written + "Attribute"));
    }

    private ImmutableHashSet<string> FindAliases(CancellationToken cancellation) =>
        compilation.SyntaxTrees
            .Select(tree => tree.GetRoot(cancellation)).OfType<CompilationUnitSyntax>()
            .SelectMany(root => root.Usings.Concat(root.Members.SelectMany(Usings)))
            .Where(directive => directive.Alias is not null && isWanted(LastName(directive.Name)))
            .Select(directive => directive.Alias!.Name.Identifier.ValueText)
            .ToImmutableHashSet();

    private static IEnumerable<UsingDirectiveSyntax> Usings(MemberDeclarationSyntax member) =>
        member is BaseNamespaceDeclarationSyntax space ? space.Usings.Concat(space.Members.SelectMany(Usings)) : Enumerable.Empty<UsingDirectiveSyntax>();

    private static string LastName(NameSyntax? name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}

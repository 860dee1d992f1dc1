using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// A library without EF Core whose models are made for a mapper all the same: a context in a project that refers to it stores them. Of the context
/// nothing is known here; that a model has a constructor without parameters which no caller of the type can use tells of the mapper.
/// </summary>
internal static class MappedElsewhere
{
    /// <summary>
    /// For each tree, the metadata names of the classes with such a constructor. To ask a type for its constructors makes all its members, for
    /// each type anew after each edit: what is written is asked first. Weak by tree, which an editor keeps while the file is unchanged.
    /// </summary>
    private static readonly ConditionalWeakTable<SyntaxTree, IReadOnlyList<string>> Written = new();

    public static bool AreModelsOf(Compilation compilation, CancellationToken cancellation) =>
        compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary && !EfCore.IsReferenced(compilation) &&
        compilation.SyntaxTrees.Any(tree => Candidates(tree, cancellation).Any(name => compilation.Assembly.GetTypeByMetadataName(name) is { IsStatic: false, IsAbstract: false } type && StoredData.HasMark(type)));

    private static IReadOnlyList<string> Candidates(SyntaxTree tree, CancellationToken cancellation)
    {
        if (Written.TryGetValue(tree, out IReadOnlyList<string>? known))
            return known;
        var found = new List<string>();
        Add(tree.GetRoot(cancellation), "", found);
        return Written.GetValue(tree, _ => found);
    }

    private static void Add(SyntaxNode node, string outer, List<string> found)
    {
        foreach (SyntaxNode child in node.ChildNodes())
        {
            switch (child)
            {
                case BaseNamespaceDeclarationSyntax space:
                    Add(space, outer + string.Concat(space.Name.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText + ".")), found);
                    break;
                case TypeDeclarationSyntax type:
                    string name = outer + type.Identifier.ValueText + (type.TypeParameterList is { Parameters.Count: > 0 and var count } ? "`" + count : "");
                    if (type is ClassDeclarationSyntax or RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not (int)SyntaxKind.StructKeyword } && type.Members.Any(IsHidden))
                        found.Add(name);
                    Add(type, name + "+", found);
                    break;
            }
        }
    }

    /// <summary>Private, said or not, or protected.</summary>
    private static bool IsHidden(MemberDeclarationSyntax member) =>
        member is ConstructorDeclarationSyntax { ParameterList.Parameters.Count: 0 } constructor &&
        !constructor.Modifiers.Any(static modifier => modifier.RawKind is (int)SyntaxKind.PublicKeyword or (int)SyntaxKind.InternalKeyword or (int)SyntaxKind.StaticKeyword);
}

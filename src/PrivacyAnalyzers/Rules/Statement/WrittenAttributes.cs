using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>Attributes as they are written, found from declaration to declaration without going through the code of bodies.</summary>
internal static class WrittenAttributes
{
    /// <summary>All of a file but those on local functions and lambdas.</summary>
    public static IEnumerable<AttributeSyntax> In(SyntaxNode root)
    {
        var pending = new Stack<SyntaxNode>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            SyntaxNode node = pending.Pop();
            foreach (AttributeSyntax attribute in Of(node))
                yield return attribute;
            foreach (MemberDeclarationSyntax member in MembersOf(node))
                pending.Push(member);
            if (node is EnumDeclarationSyntax @enum)
            {
                foreach (EnumMemberDeclarationSyntax member in @enum.Members)
                    pending.Push(member);
            }
        }
    }

    /// <summary>Those of one declaration and of its parameters, type parameters and accessors.</summary>
    public static IEnumerable<AttributeSyntax> Of(SyntaxNode declaration)
    {
        SyntaxList<AttributeListSyntax> own = declaration switch
        {
            CompilationUnitSyntax unit => unit.AttributeLists,
            MemberDeclarationSyntax member => member.AttributeLists,
            LocalFunctionStatementSyntax function => function.AttributeLists,
            LambdaExpressionSyntax lambda => lambda.AttributeLists,
            _ => default,
        };
        foreach (AttributeSyntax attribute in own.SelectMany(list => list.Attributes))
            yield return attribute;
        foreach (SyntaxNode part in PartsOf(declaration))
        {
            SyntaxList<AttributeListSyntax> lists = part switch
            {
                BaseParameterSyntax parameter => parameter.AttributeLists,
                TypeParameterSyntax parameter => parameter.AttributeLists,
                AccessorDeclarationSyntax accessor => accessor.AttributeLists,
                _ => default,
            };
            foreach (AttributeSyntax attribute in lists.SelectMany(list => list.Attributes))
                yield return attribute;
        }
    }

    private static SyntaxList<MemberDeclarationSyntax> MembersOf(SyntaxNode node) => node switch
    {
        CompilationUnitSyntax unit => unit.Members,
        BaseNamespaceDeclarationSyntax space => space.Members,
        TypeDeclarationSyntax type => type.Members,
        _ => default,
    };

    private static IEnumerable<SyntaxNode> PartsOf(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax method => method.ParameterList.Parameters.Concat<SyntaxNode>(TypeParameters((method as MethodDeclarationSyntax)?.TypeParameterList)),
        IndexerDeclarationSyntax indexer => indexer.ParameterList.Parameters.Concat<SyntaxNode>(Accessors(indexer)),
        BasePropertyDeclarationSyntax property => Accessors(property),
        TypeDeclarationSyntax type => TypeParameters(type.TypeParameterList).Concat<SyntaxNode>(type.ParameterList?.Parameters ?? default),
        DelegateDeclarationSyntax @delegate => @delegate.ParameterList.Parameters.Concat<SyntaxNode>(TypeParameters(@delegate.TypeParameterList)),
        LocalFunctionStatementSyntax function => function.ParameterList.Parameters.Concat<SyntaxNode>(TypeParameters(function.TypeParameterList)),
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters,
        _ => [],
    };

    private static SeparatedSyntaxList<TypeParameterSyntax> TypeParameters(TypeParameterListSyntax? list) => list?.Parameters ?? default;

    private static SyntaxList<AccessorDeclarationSyntax> Accessors(BasePropertyDeclarationSyntax property) => property.AccessorList?.Accessors ?? default;
}

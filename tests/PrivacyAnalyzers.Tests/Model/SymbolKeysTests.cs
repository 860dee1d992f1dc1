using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Model;

/// <summary>Keys of tables: what is equal to the compiler is equal, and anonymous types in each other have hashes of their own.</summary>
public class SymbolKeysTests
{
    [Fact]
    public void Anonymous_types_in_each_other_have_hashes_of_their_own()
    {
        ITypeSymbol[] types = Types("new { A = " + string.Concat(Enumerable.Repeat("new { A = ", 99)) + "1" + new string('}', 99) + " }");

        Assert.Equal(100, types.Length);
        Assert.Single(types.Select(SymbolEqualityComparer.Default.GetHashCode).Distinct());
        Assert.Equal(100, types.Select(SymbolKeys.Comparer.GetHashCode).Distinct().Count());
        Assert.Equal(100, types.Select(static type => SymbolKeys.Comparer.GetHashCode(type.GetMembers("A")[0])).Distinct().Count());
    }

    [Fact]
    public void Equal_types_have_equal_hashes()
    {
        ITypeSymbol[] types = Types("(new { A = 1, B = new { A = 2 } }, new { A = 3, B = new { A = 4 } }, new { A = \"\", B = new { A = 2 } })");

        Assert.Equal(6, types.Length);
        foreach (ITypeSymbol left in types)
        {
            foreach (ITypeSymbol right in types)
            {
                Assert.Equal(SymbolEqualityComparer.Default.Equals(left, right), SymbolKeys.Comparer.Equals(left, right));
                if (SymbolKeys.Comparer.Equals(left, right))
                    Assert.Equal(SymbolKeys.Comparer.GetHashCode(left), SymbolKeys.Comparer.GetHashCode(right));
            }
        }

        Assert.True(SymbolKeys.Comparer.Equals(types[0], types[2]));
        Assert.False(SymbolKeys.Comparer.Equals(types[0], types[4]));
    }

    [Fact]
    public void Other_symbols_have_the_compilers_hash()
    {
        INamedTypeSymbol text = CSharpCompilation.Create("Keys", references: References.All).GetSpecialType(SpecialType.System_String);

        Assert.Equal(SymbolEqualityComparer.Default.GetHashCode(text), SymbolKeys.Comparer.GetHashCode(text));
        Assert.Equal(SymbolEqualityComparer.Default.GetHashCode(text.GetMembers("Length")[0]), SymbolKeys.Comparer.GetHashCode(text.GetMembers("Length")[0]));
    }

    /// <summary>The anonymous types of an expression, outer before inner.</summary>
    private static ITypeSymbol[] Types(string expression)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText("class P { object M() => " + expression + "; }");
        SemanticModel model = CSharpCompilation.Create("Keys", [tree], References.All).GetSemanticModel(tree);
        return [.. tree.GetRoot().DescendantNodes().OfType<AnonymousObjectCreationExpressionSyntax>().Select(made => model.GetTypeInfo(made).Type!)];
    }
}

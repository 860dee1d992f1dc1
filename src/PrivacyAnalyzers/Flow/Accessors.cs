using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrivacyAnalyzers.Flow;

/// <summary>Getters and setters that run code of the program, whether or not a field stands behind the property.</summary>
internal static class Accessors
{
    public static bool HasBody(IMethodSymbol accessor)
    {
        accessor = accessor.PartialImplementationPart ?? accessor;
        foreach (SyntaxReference reference in accessor.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is not AccessorDeclarationSyntax { Body: null, ExpressionBody: null } and not ParameterSyntax)
                return true;
        }

        return false;
    }
}

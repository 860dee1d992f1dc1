using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>A whole object, and in its place those of its members that are no personal data.</summary>
internal sealed record ChosenMembers(ExpressionSyntax Whole, ExpressionSyntax Chosen)
{
    /// <param name="value">The object, or a call that makes text of it, such as <c>JsonSerializer.Serialize(customer)</c>.</param>
    public static ChosenMembers? Find(SemanticModel model, ExpressionSyntax value, MemberClassifier classifier, CancellationToken cancellation)
    {
        ExpressionSyntax whole = value is InvocationExpressionSyntax { Expression: not GenericNameSyntax and not MemberAccessExpressionSyntax { Name: GenericNameSyntax }, ArgumentList.Arguments: { Count: > 0 } arguments }
            ? arguments[0].Expression
            : value;
        if (!KeyInstead.IsPlain(whole) || whole is ThisExpressionSyntax || model.GetTypeInfo(whole, cancellation) is not { Type: INamedTypeSymbol { IsAnonymousType: false, IsTupleType: false } type } known ||
            TypeShapes.IsScalar(type) || MemberShape.ElementType(type) is not null || !TakesAnything(model, whole, known.ConvertedType, cancellation))
        {
            return null;
        }

        string[] members = new TypeShapes(classifier).PartsOf(type, RenderMode.Serialized)
            .Where(part => TypeShapes.IsScalar(part.Type) && classifier.Classify(part.Member) is null)
            .Select(part => $"{whole.WithoutTrivia()}.{TypeNames.Escape(part.Member.Name)}").ToArray();
        return members.Length == 0 ? null : new ChosenMembers(whole, SyntaxFactory.ParseExpression($"new {{ {string.Join(", ", members)} }}").WithTriviaFrom(whole));
    }

    /// <summary>Whether an object of another type may stand there.</summary>
    private static bool TakesAnything(SemanticModel model, ExpressionSyntax whole, ITypeSymbol? converted, CancellationToken cancellation)
    {
        if (converted?.SpecialType == SpecialType.System_Object || whole.Parent is InterpolationSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression })
            return true;
        return whole.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument &&
            model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { OriginalDefinition: { } method } && list.Arguments.IndexOf(argument) is var index &&
            index < method.Parameters.Length && method.Parameters[index].Type.TypeKind == TypeKind.TypeParameter;
    }
}

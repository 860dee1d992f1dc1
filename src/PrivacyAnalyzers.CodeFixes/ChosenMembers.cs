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
        if (!KeyInstead.IsPlain(whole) || whole is ThisExpressionSyntax || model.GetTypeInfo(whole, cancellation) is not { Type: INamedTypeSymbol { IsAnonymousType: false, IsTupleType: false } type, Nullability.FlowState: not NullableFlowState.MaybeNull } known ||
            TypeShapes.IsScalar(type) || MemberShape.ElementType(type) is not null || !TakesAnything(model, whole, known.ConvertedType, cancellation))
        {
            return null;
        }

        string[] members = new TypeShapes(classifier, model.Compilation).PartsOf(type, RenderMode.Serialized)
            .Where(part => TypeShapes.IsScalar(part.Type) && classifier.Classify(part.Member) is null)
            .Select(part => $"{whole.WithoutTrivia()}.{TypeNames.Escape(part.Member.Name)}").ToArray();
        return members.Length == 0 ? null : new ChosenMembers(whole, SyntaxFactory.ParseExpression($"new {{ {string.Join(", ", members)} }}").WithTriviaFrom(whole));
    }

    /// <summary>Whether an object of another type may stand there: none that another argument says the type of.</summary>
    private static bool TakesAnything(SemanticModel model, ExpressionSyntax whole, ITypeSymbol? converted, CancellationToken cancellation)
    {
        if (whole.Parent is InterpolationSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression })
            return true;
        if (whole.Parent is not ArgumentSyntax { Parent: BaseArgumentListSyntax { Parent: { } call } list } argument || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { OriginalDefinition: { } method })
            return converted?.SpecialType == SpecialType.System_Object;
        if (method.Parameters.Any(static parameter => parameter.Type is { Name: "Type", ContainingNamespace.Name: "System" }))
            return false;
        return converted?.SpecialType == SpecialType.System_Object ||
            (list.Arguments.IndexOf(argument) is var index && index < method.Parameters.Length && method.Parameters[index].Type is ITypeParameterSymbol given &&
                method.Parameters.All(parameter => parameter.Ordinal == index || !Mentions(parameter.Type, given)));
    }

    private static bool Mentions(ITypeSymbol type, ITypeParameterSymbol parameter) => type switch
    {
        INamedTypeSymbol named => named.TypeArguments.Any(argument => Mentions(argument, parameter)),
        IArrayTypeSymbol array => Mentions(array.ElementType, parameter),
        _ => SymbolEqualityComparer.Default.Equals(type, parameter),
    };
}

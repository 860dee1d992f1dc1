using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>The key of the object that a value belongs to: who may, finds the person by it, and nobody else does.</summary>
/// <param name="Expression">What stands in the value's place.</param>
/// <param name="Name">What a template calls it, such as <c>CustomerId</c>.</param>
internal sealed record KeyInstead(ExpressionSyntax Expression, string Name)
{
    public static KeyInstead? Find(SemanticModel model, ExpressionSyntax value, MemberClassifier classifier, CancellationToken cancellation)
    {
        (ExpressionSyntax Owner, string Dot) = value switch
        {
            ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax } access => (access.Expression, "?."),
            MemberAccessExpressionSyntax access when model.GetSymbolInfo(access, cancellation).Symbol is IPropertySymbol { IsStatic: false } or IFieldSymbol { IsStatic: false } &&
                FindKey(model.GetTypeInfo(access, cancellation).Type, classifier) is null => (access.Expression, "."),
            _ => (value, "."),
        };
        if (model.GetTypeInfo(Owner, cancellation).Type is not { } type || FindKey(type, classifier) is not { } key || !IsPlain(Owner))
            return null;
        ITypeSymbol kept = MemberShape.TypeOf(key)!;
        if (Owner == value && model.GetTypeInfo(Owner, cancellation).Nullability.FlowState == NullableFlowState.MaybeNull)
            Dot = "?.";
        string text = $"{Owner.WithoutTrivia()}{Dot}{TypeNames.Escape(key.Name)}";
        if (!BecomesText(value) && model.GetTypeInfo(value, cancellation).ConvertedType is { } wanted)
        {
            if (wanted.SpecialType == SpecialType.System_String)
                text += kept.SpecialType == SpecialType.System_String ? "" : ".ToString()";
            else if (!model.Compilation.ClassifyConversion(kept, wanted).IsImplicit)
                return null;
        }

        return new KeyInstead(
            SyntaxFactory.ParseExpression(text).WithTriviaFrom(value),
            key.Name.StartsWith(type.Name, StringComparison.Ordinal) ? key.Name : type.Name + key.Name);
    }

    /// <summary>Whether a key of any type is made text there: in a hole, or beside what surely is text. Two keys would be added up.</summary>
    private static bool BecomesText(ExpressionSyntax value) => value.Parent is InterpolationSyntax ||
        (value.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum &&
            (sum.Left == value ? sum.Right : sum.Left) is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or BinaryExpressionSyntax { Left: LiteralExpressionSyntax } or BinaryExpressionSyntax { Right: LiteralExpressionSyntax });

    /// <summary>A key that says nothing about the person by itself.</summary>
    private static ISymbol? FindKey(ITypeSymbol? type, MemberClassifier classifier)
    {
        if (type is null || TypeShapes.IsScalar(type) || MemberShape.ElementType(type) is not null)
            return null;
        ISymbol? found = null;
        for (ITypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is not (IPropertySymbol { GetMethod: not null, IsIndexer: false } or IFieldSymbol) || member.IsStatic || member.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal) ||
                    MemberShape.TypeOf(member) is not { } kept || !TypeShapes.IsScalar(kept) || classifier.Classify(member) is not null)
                {
                    continue;
                }

                if (PrivacyAttributes.FindOnMember(member, "SubjectKeyAttribute") is not null)
                    return member;
                if (member.Name == "Id" || member.Name == type.Name + "Id")
                    found ??= member;
            }
        }

        return found;
    }

    /// <summary>Names and members alone: what is called might do something.</summary>
    public static bool IsPlain(ExpressionSyntax expression) => expression is IdentifierNameSyntax or ThisExpressionSyntax || (expression is MemberAccessExpressionSyntax access && IsPlain(access.Expression));
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <param name="Value">What it is.</param>
/// <param name="Place">The expression that gives it.</param>
internal readonly record struct SourceConstant(object Value, SyntaxNode Place)
{
    public bool IsNumber => Value is IConvertible and not (string or char);
}

/// <summary>The constants that a value may be, also through a local that is set once, a fallback, or a change of form.</summary>
internal static class SourceConstants
{
    private const int MaxDepth = 8;

    /// <summary>Those that could be a secret: text, characters, bytes and numbers; not <see langword="null"/>, empty or zero, no flag and no name of an enum.</summary>
    public static IEnumerable<SourceConstant> In(IOperation value, CancellationToken cancellation) => In(value, value.Syntax, 0, cancellation);

    /// <summary>Whether it is worth asking: what most values are, a parameter, a member, a call, gives none.</summary>
    public static bool MayBeIn(IOperation value)
    {
        while (value is IConversionOperation { ConstantValue.HasValue: false } conversion)
            value = conversion.Operand;
        if (value.ConstantValue is { HasValue: true, Value: var constant })
            return value.Type?.TypeKind != TypeKind.Enum && Says(constant);
        return value is IUtf8StringOperation or ICoalesceOperation or IConditionalOperation or ISwitchExpressionOperation or IArrayCreationOperation { Initializer: not null } or ILocalReferenceOperation or IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: true } } ||
            (value is IInvocationOperation invocation && (ChangesForm(invocation.TargetMethod) || FallbackOf(invocation) is not null));
    }

    private static IEnumerable<SourceConstant> In(IOperation value, SyntaxNode place, int depth, CancellationToken cancellation)
    {
        if (depth > MaxDepth)
            return [];
        if (value.ConstantValue is { HasValue: true, Value: var constant })
            return value.Type?.TypeKind != TypeKind.Enum && Says(constant) ? [new SourceConstant(constant!, place)] : [];
        switch (value)
        {
            case IConversionOperation conversion:
                return In(conversion.Operand, place, depth + 1, cancellation);
            case IUtf8StringOperation { Value: { Length: > 0 } text }:
                return [new SourceConstant(text, place)];
            case ICoalesceOperation coalesce:
                return In(coalesce.WhenNull, coalesce.WhenNull.Syntax, depth + 1, cancellation);
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return In(conditional.WhenTrue, conditional.WhenTrue.Syntax, depth + 1, cancellation).Concat(In(otherwise, otherwise.Syntax, depth + 1, cancellation));
            case ISwitchExpressionOperation @switch:
                return @switch.Arms.SelectMany(arm => In(arm.Value, arm.Value.Syntax, depth + 1, cancellation));
            case IArrayCreationOperation { Initializer.ElementValues: { Length: > 0 } elements }:
                return elements.All(element => element.ConstantValue.HasValue) && elements.Any(element => Says(element.ConstantValue.Value)) ? [new SourceConstant(elements, place)] : [];
            case IInvocationOperation invocation when FallbackOf(invocation) is { } fallback:
                return In(fallback, fallback.Syntax == invocation.Syntax ? place : fallback.Syntax, depth + 1, cancellation);
            case IInvocationOperation invocation when ChangesForm(invocation.TargetMethod):
                return invocation.Instance is { ConstantValue.HasValue: true } text2
                    ? In(text2, place, depth + 1, cancellation)
                    : invocation.Arguments.Take(1).SelectMany(argument => In(argument.Value, place, depth + 1, cancellation));
            case ILocalReferenceOperation reference:
                return InitializerOf(reference, cancellation) is { } initializer ? In(initializer, place, depth + 1, cancellation) : [];
            case IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: true } field }:
                return LiteralOf(field, cancellation) is { } literal ? [new SourceConstant(literal, place)] : [];
            default:
                return [];
        }
    }

    private static bool Says(object? constant) => constant switch
    {
        null or bool => false,
        string text => text.Trim().Length > 0,
        char character => character != '\0',
        IConvertible number => Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture) is not 0,
        _ => true,
    };

    /// <summary>What a library gives where there is no value: <c>configuration.GetValue("Key", "fallback")</c> and its like.</summary>
    private static IOperation? FallbackOf(IInvocationOperation invocation) =>
        MetadataNames.IsOfPlatform(invocation.TargetMethod)
            ? invocation.Arguments.FirstOrDefault(argument => argument is { Parameter.Name: "defaultValue", ArgumentKind: ArgumentKind.Explicit })?.Value
            : null;

    /// <summary>The same secret, as bytes or characters.</summary>
    private static bool ChangesForm(IMethodSymbol method) =>
        method.Name is "GetBytes" or "FromBase64String" or "FromHexString" or "ToCharArray" or "AsSpan" or "Trim" &&
        method.ContainingType is { Name: "Encoding" or "Convert" or "String" or "MemoryExtensions" };

    /// <summary>The value of a local that nothing but its declaration sets.</summary>
    private static IOperation? InitializerOf(ILocalReferenceOperation reference, CancellationToken cancellation)
    {
        IOperation root = reference;
        while (root.Parent is { } parent)
            root = parent;
        IOperation? initializer = null;
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            cancellation.ThrowIfCancellationRequested();
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Is(declarator.Symbol, reference):
                    initializer = declarator.GetVariableInitializer()?.Value;
                    break;
                case IAssignmentOperation { Target: ILocalReferenceOperation target } when Is(target.Local, reference):
                case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref, Value: ILocalReferenceOperation given } when Is(given.Local, reference):
                    return null;
            }
        }

        return initializer;
    }

    private static bool Is(ILocalSymbol local, ILocalReferenceOperation reference) => SymbolEqualityComparer.Default.Equals(local, reference.Local);

    private static object? LiteralOf(IFieldSymbol field, CancellationToken cancellation) =>
        field.DeclaringSyntaxReferences.Length == 1 &&
        field.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax { Token.Value: { } value } } && Says(value)
            ? value
            : null;
}

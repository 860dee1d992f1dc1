using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Rules.Obligations.Choices;

/// <content>What a pattern says of what it is matched with.</content>
internal sealed partial class ChoiceFlow
{
    /// <summary>True where it matches. Variables that it declares hold what they are matched with.</summary>
    private ChoiceValue Pattern(ChoiceValue value, IPatternOperation pattern)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return EqualTo(value, constant.InputType, constant.Value.ConstantValue);
            case INegatedPatternOperation negated:
                return Pattern(value, negated.Pattern).Not();
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return And(Pattern(value, both.LeftPattern), Pattern(value, both.RightPattern));
            case IBinaryPatternOperation either:
                return And(Pattern(value, either.LeftPattern).Not(), Pattern(value, either.RightPattern).Not()).Not();
            case IDeclarationPatternOperation { MatchesNull: true } any:
                Declare(any.DeclaredSymbol, value, any.InputType);
                return Answer(FactSet.None, FactSet.Impossible);
            case IDeclarationPatternOperation declaration:
                Declare(declaration.DeclaredSymbol, value, declaration.MatchedType);
                return Answer(value.WhenNotNull, FactSet.None);
            case IDiscardPatternOperation:
                return Answer(FactSet.None, FactSet.Impossible);
            case IRecursivePatternOperation recursive:
                return Recursive(value, recursive);
            case IRelationalPatternOperation:
                return Compared(value, ChoiceValue.Unknown);
            case ITypePatternOperation:
                return Answer(value.WhenNotNull, FactSet.None);
            default:
                return ChoiceValue.Unknown;
        }
    }

    private ChoiceValue Recursive(ChoiceValue value, IRecursivePatternOperation recursive)
    {

        // A variable that is null has no member that could be read afterwards: what is said of its members then does no harm.
        bool isVariable = value.Alias is { Steps.IsEmpty: true } && !recursive.PropertySubpatterns.IsEmpty;
        ChoiceValue matched = Answer(value.WhenNotNull, isVariable ? FactSet.Impossible : value.WhenNull);
        bool isOnly = true;
        foreach (IPropertySubpatternOperation part in recursive.PropertySubpatterns)
        {
            if (part.Member is not IMemberReferenceOperation { Member: { } member } reference)
                continue;
            ChoiceValue inner = value.Alias is { } alias
                ? MemberOf(alias.Then(member)) with { Pending = ReadOf(reference, member, alias, ChoiceValue.Unknown) }
                : new ChoiceValue { Pending = ReadOf(reference, member, null, ChoiceValue.Unknown) };
            matched = And(matched, Pattern(NonNull(inner, (reference as IPropertyReferenceOperation)?.Type), part.Pattern));
            isOnly = false;
        }

        Declare(recursive.DeclaredSymbol, value, recursive.MatchedType);

        // Not matching says "null" only where nothing else could fail.
        bool isPlain = isOnly && recursive.DeconstructionSubpatterns.IsEmpty && SymbolEqualityComparer.Default.Equals(recursive.MatchedType, Stripped(recursive.InputType));
        return isPlain || !isOnly ? matched : matched with { WhenFalse = FactSet.None };
    }

    private ChoiceValue MemberOf(AccessPath path) =>
        _state.Values.TryGetValue(path, out ChoiceValue? assigned) ? assigned.Alias is { } alias ? ChoiceValue.At(alias) : assigned with { Alias = path } : ChoiceValue.At(path);

    private static ChoiceValue And(ChoiceValue left, ChoiceValue right) => Answer(left.WhenTrue.And(right.WhenTrue), left.WhenFalse.Or(left.WhenTrue.And(right.WhenFalse)));

    private void Declare(ISymbol? declared, ChoiceValue value, ITypeSymbol? type)
    {
        if (declared is ILocalSymbol local)
            _state = Costing(local).Assign(local, type, value with { WhenNull = FactSet.Impossible });
    }

    private static ITypeSymbol Stripped(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}

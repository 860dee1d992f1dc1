using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>What is at hand as a value of each type parameter of generic code that is written elsewhere.</summary>
internal sealed class TypeParameterValues
{
    private List<(ITypeParameterSymbol Parameter, Value Value)>? _values;

    public bool IsEmpty => _values is null;

    public Value this[ITypeParameterSymbol parameter] => IndexOf(parameter) is var index and >= 0 ? _values![index].Value : Value.Unknown;

    public void Add(ITypeParameterSymbol parameter, Value value) => Set(parameter, this[parameter].Join(value));

    public void Set(ITypeParameterSymbol parameter, Value value)
    {
        int index = IndexOf(parameter);
        if (index >= 0)
            _values![index] = (parameter, value);
        else if (!value.IsEmpty)
            (_values ??= []).Add((parameter, value));
    }

    /// <summary>Whether there is anything of which a value of the type could be made.</summary>
    public bool AreIn(ITypeSymbol type, int depth = 0) => !IsEmpty && type switch
    {
        ITypeParameterSymbol parameter => IndexOf(parameter) >= 0,
        IArrayTypeSymbol array => AreIn(array.ElementType, depth),
        INamedTypeSymbol { TypeKind: not TypeKind.Delegate } named => depth < Generics.MaxDepth && named.TypeArguments.Any(argument => AreIn(argument, depth + 1)),
        _ => false,
    };

    private int IndexOf(ITypeParameterSymbol parameter)
    {
        for (int i = 0; i < _values?.Count; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(_values[i].Parameter, parameter))
                return i;
        }

        return -1;
    }
}

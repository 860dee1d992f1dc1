using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model;

/// <summary>
/// Symbols as keys. For the compiler anonymous types whose members have the same names have one hash, and two of them are compared member by
/// member to the innermost: of a thousand in each other, each would be compared with all others. Here their depth is in the hash.
/// </summary>
internal sealed class SymbolKeys : IEqualityComparer<ISymbol>
{
    public static readonly SymbolKeys Comparer = new();

    private readonly ConditionalWeakTable<ITypeSymbol, object> _depths = new();

    private SymbolKeys()
    {
    }

    public bool Equals(ISymbol? x, ISymbol? y) => SymbolEqualityComparer.Default.Equals(x, y);

    public int GetHashCode(ISymbol symbol)
    {
        int hash = SymbolEqualityComparer.Default.GetHashCode(symbol);
        return (symbol as ITypeSymbol ?? symbol.ContainingType) is { IsAnonymousType: true } type ? unchecked((hash * 31) + DepthOf(type)) : hash;
    }

    private int DepthOf(ITypeSymbol type)
    {
        int depth = 0;
        var around = new Stack<ITypeSymbol>();
        for (ITypeSymbol? current = type; current is not null; current = InnerOf(current))
        {
            if (_depths.TryGetValue(current, out object? known))
            {
                depth = (int)known;
                break;
            }

            around.Push(current);
        }

        while (around.Count > 0)
        {
            int own = ++depth;
            _depths.GetValue(around.Pop(), _ => own);
        }

        return depth;
    }

    private static ITypeSymbol? InnerOf(ITypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IPropertySymbol { Type: { IsAnonymousType: true } inner })
                return inner;
        }

        return null;
    }
}

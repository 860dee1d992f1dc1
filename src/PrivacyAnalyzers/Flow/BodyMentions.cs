using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>What a body may have to do with by itself.</summary>
[Flags]
internal enum Mentions
{
    None = 0,

    /// <summary>Something labelled: a classified declaration, a look-up of the catalogue, a type whose text shows one.</summary>
    Source = 1,

    /// <summary>A sink that gets more than constants.</summary>
    Sink = 2,

    /// <summary>A value of a type that shows something labelled only where it is taken apart.</summary>
    Whole = 4,

    /// <summary>Something that takes objects apart: a serializer, a <c>{@Hole}</c>, a recipient.</summary>
    TakesApart = 8,
}

/// <summary>Found by one walk over a body, without solving it.</summary>
/// <param name="Own">What the body mentions itself, in its lambdas and local functions too.</param>
/// <param name="Next">What else of the program it may run, or whose kept values it may read.</param>
internal sealed record BodyMentions(Mentions Own, ImmutableArray<ReachNode> Next)
{
    public static readonly BodyMentions None = new(Mentions.None, ImmutableArray<ReachNode>.Empty);
}

internal enum ReachKind
{
    /// <summary>The body of a method, or a member's initialiser.</summary>
    Body,

    /// <summary>A call of a method whose place others may take.</summary>
    OpenCall,

    /// <summary>Whatever a type's bodies keep in its members.</summary>
    Kept,

    /// <summary>What the creation of an object runs besides a constructor: initialisers, the base's too.</summary>
    Creation,
}

/// <summary>A piece of the program that another piece may run or read.</summary>
internal readonly record struct ReachNode(ISymbol Symbol, ReachKind Kind)
{
    /// <summary>As it is declared, and of a partial method the part that has a body.</summary>
    public static ReachNode Of(ISymbol symbol, ReachKind kind) =>
        new((symbol.OriginalDefinition as IMethodSymbol)?.PartialImplementationPart ?? symbol.OriginalDefinition, kind);

    public bool Equals(ReachNode other) => Kind == other.Kind && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol);

    public override int GetHashCode() => unchecked((SymbolEqualityComparer.Default.GetHashCode(Symbol) * 4) + (int)Kind);
}

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

    /// <summary>In whatever order.</summary>
    public bool SaysTheSame(BodyMentions other) => Own == other.Own && Next.Length == other.Next.Length && !Next.Except(other.Next).Any();
}

internal enum ReachKind
{
    /// <summary>The body of a method, or a member's initialiser.</summary>
    Body,

    /// <summary>A call of a method whose place others may take.</summary>
    OpenCall,

    /// <summary>Whatever bodies of its type keep in a member; of a type, in any of its members.</summary>
    Kept,

    /// <summary>What the creation of an object runs besides a constructor: initialisers, the base's too.</summary>
    Creation,
}

/// <summary>
/// A piece of the program that another piece may run or read. Says no symbol, so that what is known of it can outlive the compilation
/// that it was found in. See <see cref="ReachNodes"/>.
/// </summary>
/// <param name="Tree">In which tree it is declared, by its place among the compilation's; -1 for what only metadata declares.</param>
/// <param name="Position">Where its declaration starts there; in metadata its token.</param>
/// <param name="Name">A hash of its name, and in metadata of its assembly's: several members may share one declaration.</param>
internal readonly record struct ReachNode(int Tree, int Position, int Name, ReachKind Kind)
{
    public bool Equals(ReachNode other) => Position == other.Position && Tree == other.Tree && Name == other.Name && Kind == other.Kind;

    public override int GetHashCode() => unchecked((((((Tree * 397) ^ Position) * 397) ^ Name) * 4) + (int)Kind);
}

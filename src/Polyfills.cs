#if NETSTANDARD2_0
using Microsoft.CodeAnalysis;

// What the language needs and netstandard2.0 lacks, compiled into each project that is built for it. Embedded: no other assembly sees it.
// Written out, since a generator that writes these in another order each time makes each build other bytes.
namespace Microsoft.CodeAnalysis
{
    [Embedded]
    [AttributeUsage(AttributeTargets.All)]
    internal sealed partial class EmbeddedAttribute : Attribute;
}

namespace System.Runtime.CompilerServices
{
    [Embedded]
    internal static class IsExternalInit;
}

namespace System
{
    /// <summary>A position, counted from the start or from the end (<c>^1</c>).</summary>
    [Embedded]
    internal readonly struct Index(int value, bool fromEnd = false)
    {
        /// <summary>The position in a sequence of that length.</summary>
        public int GetOffset(int length) => fromEnd ? length - value : value;

        public static implicit operator Index(int value) => new(value);
    }

    /// <summary>A part of a sequence (<c>1..^1</c>).</summary>
    [Embedded]
    internal readonly struct Range(Index start, Index end)
    {
        public Index Start { get; } = start;

        public Index End { get; } = end;
    }
}
#endif

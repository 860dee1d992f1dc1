namespace PrivacyAnalyzers.Flow;

/// <summary>
/// What of a body is followed: all of its inputs and every label, or only some of its inputs, themselves or what they hold. Where a public
/// parameter ends is asked of many bodies, and what becomes of a few inputs leads to far fewer others than what becomes of everything.
/// </summary>
internal readonly struct Focus : IEquatable<Focus>
{
    private const ulong Labels = 1UL << 63;
    private const ulong EachItself = 0x1555_5555_5555_5555;
    private const ulong EachInside = EachItself << 1;
    private const ulong Captured = 1UL << 2;
    private const int FirstParameter = 2;
    private const int LastParameter = 30;
    private const ulong Parameters = ulong.MaxValue >> 2 & ~((1UL << (2 * FirstParameter)) - 1);

    private readonly ulong _bits;

    private Focus(ulong bits) => _bits = bits;

    /// <summary>All inputs, and all labels that come up in the body.</summary>
    public static Focus Whole { get; } = new(Labels | EachItself | EachInside);

    /// <summary>All inputs, and no label.</summary>
    public static Focus Inputs { get; } = new(EachItself | EachInside);

    /// <summary>Nothing: only what the body builds.</summary>
    public static Focus None { get; }

    public bool IsWhole => (_bits & Labels) != 0;

    public bool IsEmpty => _bits == 0;

    public bool Contains(InputPath path) => (_bits & (path.Steps.IsEmpty ? Itself(path.Root) : Inside(path.Root))) != 0;

    /// <summary>Whether what an input holds is followed.</summary>
    public bool ContainsInside(InputRoot root) => (_bits & Inside(root)) != 0;

    public Focus With(InputRoot root) => new(_bits | Itself(root));

    /// <summary>Captured variables and statics, and what they hold.</summary>
    public Focus WithCaptured() => new(_bits | Captured | (Captured << 1));

    public bool ContainsCaptured => (_bits & (Captured << 1)) != 0;

    public Focus WithInside(InputRoot root) => new(_bits | Inside(root));

    /// <summary>
    /// One or two parameters as they are, more of them as all: else a body could be asked as many questions as its parameters have subsets, and
    /// which of them were asked before must not matter.
    /// </summary>
    public Focus Rounded()
    {
        ulong parameters = (_bits | (_bits >> 1)) & EachItself & Parameters;
        ulong rest = parameters & (parameters - 1);
        if ((rest & (rest - 1)) == 0)
            return this;
        ulong all = Parameters & (((_bits & EachItself & Parameters) == 0 ? 0 : EachItself) | ((_bits & EachInside & Parameters) == 0 ? 0 : EachInside));
        return new Focus((_bits & ~Parameters) | all);
    }

    private static ulong Itself(InputRoot root) => 1UL << (2 * NumberOf(root));

    private static ulong Inside(InputRoot root) => Itself(root) << 1;

    /// <summary>Captured variables, statics among them, are one; so are the parameters from the twenty-ninth on.</summary>
    private static int NumberOf(InputRoot root) => root.IsThis ? 0 : root.Captured is not null ? 1 : Math.Min(root.Ordinal + FirstParameter, LastParameter);

    public bool Equals(Focus other) => _bits == other._bits;

    public override bool Equals(object? obj) => obj is Focus other && Equals(other);

    public override int GetHashCode() => _bits.GetHashCode();
}

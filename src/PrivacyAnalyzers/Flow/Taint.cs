using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Catalog;

namespace PrivacyAnalyzers.Flow;

/// <summary>Where a value came from: a classified declaration, or symbolically what a caller hands in.</summary>
internal abstract class Origin
{
}

/// <summary>A classified declaration, or a framework value that identifies by nature.</summary>
/// <param name="member">The property, field, parameter or method.</param>
/// <param name="category">The statement's key.</param>
/// <param name="display">How a message names it: <c>Customer.Email</c>, or by path <c>Order.Customer.Email</c>.</param>
/// <param name="beside">What else the text holds of an object that was rendered whole, where this one speaks for it.</param>
internal sealed class SourceOrigin(ISymbol member, string category, string display, ImmutableArray<SourceOrigin> beside = default) : Origin, IEquatable<SourceOrigin>
{
    public ISymbol Member { get; } = member;

    public string Category { get; } = category;

    public string Display { get; } = display;

    /// <summary>Ordered, and none of them with others beside it.</summary>
    private ImmutableArray<SourceOrigin> Beside { get; } = beside.IsDefault ? ImmutableArray<SourceOrigin>.Empty : beside;

    /// <summary>The origins that count at a sink of this kind: where it depends on the statement what may arrive, each by itself; else this one.</summary>
    public IEnumerable<SourceOrigin> At(SinkKind kind)
    {
        yield return this;
        foreach (SourceOrigin other in kind is SinkKind.Recipient or SinkKind.Purpose ? Beside : ImmutableArray<SourceOrigin>.Empty)
            yield return other;
    }

    /// <summary>The same, speaking for these as well, and for those that they spoke for.</summary>
    public SourceOrigin With(IEnumerable<SourceOrigin> others)
    {
        var all = new SortedDictionary<string, SourceOrigin>(StringComparer.Ordinal);
        foreach (SourceOrigin other in Beside.Concat(others.SelectMany(static other => other.Beside.Insert(0, other))))
        {
            if (!(other.Category == Category && SymbolEqualityComparer.Default.Equals(other.Member, Member)) && !all.ContainsKey(other.Display))
                all.Add(other.Display, other.Beside.IsEmpty ? other : new SourceOrigin(other.Member, other.Category, other.Display));
        }

        return all.Count == 0 ? this : new SourceOrigin(Member, Category, Display, all.Values.ToImmutableArray());
    }

    public bool Equals(SourceOrigin? other) =>
        other is not null && Category == other.Category && SymbolEqualityComparer.Default.Equals(Member, other.Member) &&
        Beside.IsSameAs(other.Beside, static (left, right) => left.Equals(right));

    public override bool Equals(object? obj) => Equals(obj as SourceOrigin);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Member);
}

/// <summary>"What the caller passes", read at a path and rendered in a way: the symbolic label that a summary is made of.</summary>
internal sealed class InputOrigin(InputPath path, RenderMode mode) : Origin, IEquatable<InputOrigin>
{
    public InputPath Path { get; } = path;

    /// <summary>How the body turned the input into text; <see cref="RenderMode.Raw"/> where it only handed it on.</summary>
    public RenderMode Mode { get; } = mode;

    public bool Equals(InputOrigin? other) => other is not null && Mode == other.Mode && Path.Equals(other.Path);

    public override bool Equals(object? obj) => Equals(obj as InputOrigin);

    public override int GetHashCode() => unchecked((Path.GetHashCode() * 31) + (int)Mode);
}

/// <summary>A label on a value: its origin, and what has become of it since.</summary>
/// <param name="origin">Where it came from.</param>
/// <param name="isWhole">It came as part of a whole object that was rendered.</param>
/// <param name="isPseudonym">A hash, an encryption or a token stands for it.</param>
/// <param name="trace">The steps that brought it here; no part of its identity.</param>
/// <param name="isInUrl">It has been made part of a URL, which was the time to say so.</param>
internal sealed class Taint(Origin origin, bool isWhole, bool isPseudonym, TraceStep? trace, bool isInUrl = false)
{
    public Origin Origin { get; } = origin;

    public bool IsWhole { get; } = isWhole;

    public bool IsPseudonym { get; } = isPseudonym;

    public bool IsInUrl { get; } = isInUrl;

    public TraceStep? Trace { get; } = trace;

    /// <summary>What has become of it, as one number.</summary>
    public int Marks => (IsWhole ? 1 : 0) | (IsPseudonym ? 2 : 0) | (IsInUrl ? 4 : 0);

    private int _hash;

    /// <summary>Fewer than this are compared one by one: that is quicker than to ask for their hashes.</summary>
    public const int Few = 16;

    /// <summary>Says what <see cref="SameAs"/> says.</summary>
    public static IEqualityComparer<Taint> Comparer { get; } = new BySaying();

    public bool SameAs(Taint other) => ReferenceEquals(this, other) || IsLike(other.Origin, other.IsWhole, other.IsPseudonym, other.IsInUrl);

    private int Hash => _hash != 0 ? _hash : _hash = HashOf(Origin, IsWhole, IsPseudonym, IsInUrl);

    private static int HashOf(Origin origin, bool isWhole, bool isPseudonym, bool isInUrl) =>
        unchecked((origin.GetHashCode() * 31) + (isWhole ? 1 : 0) + (isPseudonym ? 2 : 0) + (isInUrl ? 4 : 0));

    private bool IsLike(Origin origin, bool isWhole, bool isPseudonym, bool isInUrl) =>
        IsWhole == isWhole && IsPseudonym == isPseudonym && IsInUrl == isInUrl && Origin.Equals(origin);

    /// <summary>Whether one of them says the same, whatever way it came.</summary>
    public bool IsIn(Taint[] others)
    {
        foreach (Taint other in others)
        {
            if (SameAs(other))
                return true;
        }

        return false;
    }

    /// <inheritdoc cref="IsIn(Taint[])"/>
    public bool IsIn(List<Taint> others) => IsIn(others, Origin, IsWhole, IsPseudonym, IsInUrl);

    private static bool IsIn(List<Taint> others, Origin origin, bool isWhole, bool isPseudonym, bool isInUrl)
    {
        int? hash = others.Count > Few ? HashOf(origin, isWhole, isPseudonym, isInUrl) : null;
        foreach (Taint other in others)
        {
            if ((hash is null || hash == other.Hash) && other.IsLike(origin, isWhole, isPseudonym, isInUrl))
                return true;
        }

        return false;
    }

    public Taint At(SyntaxNode node, string text) =>
        Trace is { } last && last.Node == node ? this : new Taint(Origin, IsWhole, IsPseudonym, new TraceStep(Trace, node, text), IsInUrl);

    public Taint Narrow() =>
        Origin is InputOrigin { Path.Steps.Length: > 1 } input ? new Taint(new InputOrigin(input.Path.Narrow(), input.Mode), IsWhole, IsPseudonym, Trace, IsInUrl) : this;

    public Taint AsPseudonym() => IsPseudonym ? this : new Taint(Origin, IsWhole, isPseudonym: true, Trace, IsInUrl);

    public Taint AsWhole() => IsWhole ? this : new Taint(Origin, isWhole: true, IsPseudonym, Trace, IsInUrl);

    public Taint AsInUrl() => IsInUrl ? this : new Taint(Origin, IsWhole, IsPseudonym, Trace, isInUrl: true);

    /// <summary>What an input's label becomes, where this is what a caller hands in for it.</summary>
    public Taint For(Taint input, TraceStep? trace) =>
        new(Origin, IsWhole || input.IsWhole, IsPseudonym || input.IsPseudonym, trace, IsInUrl || input.IsInUrl);

    /// <summary>Whether that label is among others already: the first way there is the one that is told.</summary>
    public bool IsKnownFor(Taint input, List<Taint> others) =>
        IsIn(others, Origin, IsWhole || input.IsWhole, IsPseudonym || input.IsPseudonym, IsInUrl || input.IsInUrl);

    private sealed class BySaying : IEqualityComparer<Taint>
    {
        public bool Equals(Taint? x, Taint? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.SameAs(y));

        public int GetHashCode(Taint taint) => taint.Hash;
    }
}

/// <summary>How an object becomes text where it is handed over.</summary>
internal enum RenderMode
{
    /// <summary>It does not: the value itself is handed on.</summary>
    Raw,

    /// <summary><c>ToString()</c>: concatenation, interpolation, exception messages.</summary>
    ToText,

    /// <summary>A template's hole, a tag, a scope: sequences are listed, everything else is <c>ToString()</c>.</summary>
    Structured,

    /// <summary><c>{@Value}</c>: every public property.</summary>
    Destructured,

    /// <summary>The framework's JSON serializer: every property it writes.</summary>
    Serialized,

    /// <summary>Newtonsoft's, which also takes types whose members opt in.</summary>
    SerializedByNewtonsoft,

    SerializedAsXml,

    /// <summary>A serializer that goes by data contracts.</summary>
    SerializedByContract,

    /// <summary>It goes to someone else: what a serializer would write, and each member counts by itself.</summary>
    Handed,
}

internal static class RenderModes
{
    /// <summary>Whether an object's members are written out, whatever its own text is.</summary>
    public static bool TakesApart(this RenderMode mode) => mode >= RenderMode.Destructured;

    public static ImmutableArray<RenderMode> Apart { get; } = Enum.GetValues(typeof(RenderMode)).Cast<RenderMode>().Where(TakesApart).ToImmutableArray();
}

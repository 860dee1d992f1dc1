using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>What is known of an expression's value: the labels on it, and the objects it may refer to. Immutable.</summary>
internal sealed class Value
{
    private static readonly Taint[] NoTaints = [];
    private static readonly AbstractObject[] NoObjects = [];

    /// <summary>Marks of more labels than these lie on the heap.</summary>
    private const int MaxOnStack = 128;

    /// <summary>Nothing is known, so nothing is labelled.</summary>
    public static readonly Value Unknown = new(NoTaints, NoObjects, isClean: false);

    /// <summary>Known to hold nobody's data: a constant, or what a sanitizer gave back.</summary>
    public static readonly Value Clean = new(NoTaints, NoObjects, isClean: true);

    private Value? _taintsOnly;

    private Value(Taint[] taints, AbstractObject[] objects, bool isClean)
    {
        Taints = taints;
        Objects = objects;
        IsClean = isClean;
    }

    public Taint[] Taints { get; }

    public AbstractObject[] Objects { get; }

    public bool IsClean { get; }

    public bool IsEmpty => Taints.Length == 0 && Objects.Length == 0;

    /// <summary>Whether it was decided in this body that the value no longer is what its declaration says: cleaned, or a pseudonym only.</summary>
    public bool IsDecided => IsClean || (Taints.Length > 0 && Array.TrueForAll(Taints, taint => taint.IsPseudonym));

    public static Value Of(Taint taint) => new([taint], NoObjects, isClean: false);

    public static Value Of(AbstractObject @object) => @object.AsValue;

    internal static Value Referring(AbstractObject @object) => new(NoTaints, [@object], isClean: false);

    public static Value Of(Taint taint, AbstractObject @object) => new([taint], [@object], isClean: false);

    public static Value OfTaints(List<Taint> taints) =>
        taints.Count == 0 ? Unknown : new Value(Distinct(taints), NoObjects, isClean: false);

    /// <summary>Of labels and objects each of which stands there once.</summary>
    public static Value OfDistinct(List<Taint> taints, List<AbstractObject> objects) =>
        taints.Count > 0 ? new Value(taints.ToArray(), objects.Count == 0 ? NoObjects : objects.ToArray(), isClean: false)
        : objects.Count == 0 ? Unknown
        : objects.Count == 1 ? Of(objects[0])
        : new Value(NoTaints, objects.ToArray(), isClean: false);

    public Value WithTaint(Taint taint) => taint.IsIn(Taints) ? this : new Value([.. Taints, taint], Objects, isClean: false);

    public Value WithObjects(AbstractObject[] objects) =>
        ReferenceEquals(objects, Objects) ? this
        : Taints.Length == 0 && objects.Length == 1 ? Of(objects[0])
        : new Value(Taints, objects, IsClean && objects.Length == 0);

    /// <summary>The labels without the objects: what a string made of the value carries.</summary>
    public Value TaintsOnly => Objects.Length == 0 ? this : _taintsOnly ??= Taints.Length > 0 ? new Value(Taints, NoObjects, isClean: false) : Unknown;

    /// <summary>The objects without the labels.</summary>
    public Value WithoutTaints() => Taints.Length == 0 ? this : Objects.Length switch { 0 => Unknown, 1 => Of(Objects[0]), _ => new Value(NoTaints, Objects, isClean: false) };

    public Value Map(Func<Taint, Taint> change)
    {
        Taint[]? changed = null;
        for (int i = 0; i < Taints.Length; i++)
        {
            Taint taint = change(Taints[i]);
            if (!ReferenceEquals(taint, Taints[i]))
                (changed ??= (Taint[])Taints.Clone())[i] = taint;
        }

        return changed is null ? this : new Value(Distinct(changed), Objects, IsClean);
    }

    /// <summary>The same labels, one step later on their way.</summary>
    public Value At(SyntaxNode node, string text)
    {
        Taint[]? moved = null;
        for (int i = 0; i < Taints.Length; i++)
        {
            Taint taint = Taints[i].At(node, text);
            if (!ReferenceEquals(taint, Taints[i]))
                (moved ??= (Taint[])Taints.Clone())[i] = taint;
        }

        return moved is null ? this : new Value(moved, Objects, IsClean);
    }

    /// <summary>With the older objects of their places in the place of some.</summary>
    public Value Aged(Dictionary<AbstractObject, AbstractObject> aging)
    {
        List<AbstractObject>? objects = null;
        for (int i = 0; i < Objects.Length; i++)
        {
            bool isAging = aging.TryGetValue(Objects[i], out AbstractObject? older);
            if (!isAging && objects is null)
                continue;
            objects ??= [.. Objects.Take(i)];
            AbstractObject @object = isAging ? older! : Objects[i];
            if (!objects.Contains(@object))
                objects.Add(@object);
        }

        return objects is null ? this : WithObjects([.. objects]);
    }

    /// <summary>Least upper bound. On equal labels the left one's trace stays, so that joining again changes nothing.</summary>
    public Value Join(Value other)
    {
        if (ReferenceEquals(this, other) || (other.IsEmpty && IsClean == other.IsClean))
            return this;
        if (IsEmpty && (other.IsClean == IsClean || !other.IsEmpty))
            return other;
        Taint[] taints = JoinTaints(Taints, other.Taints);
        AbstractObject[] objects = JoinObjects(Objects, other.Objects);
        bool clean = IsClean && other.IsClean;
        return ReferenceEquals(taints, Taints) && ReferenceEquals(objects, Objects) && clean == IsClean ? this
            : ReferenceEquals(taints, other.Taints) && ReferenceEquals(objects, other.Objects) && clean == other.IsClean ? other
            : new Value(taints, objects, clean);
    }

    public bool SameAs(Value other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (IsClean != other.IsClean || Taints.Length != other.Taints.Length || Objects.Length != other.Objects.Length)
            return false;
        HashSet<Taint>? known = SetOf(other.Taints, Taints.Length);
        foreach (Taint taint in Taints)
        {
            if (!(known?.Contains(taint) ?? taint.IsIn(other.Taints)))
                return false;
        }

        foreach (AbstractObject @object in Objects)
        {
            if (Array.IndexOf(other.Objects, @object) < 0)
                return false;
        }

        return true;
    }

    /// <summary>Each label once: what stands twice here would stand four times after the next call.</summary>
    private static Taint[] Distinct(IReadOnlyList<Taint> taints)
    {
        if (taints.Count > Taint.Few)
        {
            var known = new HashSet<Taint>(Taint.Comparer);
            return taints.Where(known.Add).ToArray();
        }

        List<Taint>? distinct = null;
        for (int i = 0; i < taints.Count; i++)
        {
            bool isKnown = false;
            for (int j = 0; j < i && !isKnown; j++)
                isKnown = taints[i].SameAs(taints[j]);
            if (isKnown && distinct is null)
                distinct = [.. taints.Take(i)];
            else if (!isKnown)
                distinct?.Add(taints[i]);
        }

        return distinct?.ToArray() ?? taints as Taint[] ?? taints.ToArray();
    }

    /// <summary>Each label once, and the left ones first.</summary>
    internal static Taint[] JoinTaints(Taint[] left, Taint[] right)
    {
        if (ReferenceEquals(left, right) || right.Length == 0)
            return left;

        // What is joined mostly was one value once: both begin alike.
        int same = Alike(left, right);
        if (same == right.Length || same == left.Length)
            return same == right.Length ? left : right;
        HashSet<Taint>? known = SetOf(left, right.Length - same);
        Span<bool> isNew = right.Length <= MaxOnStack ? stackalloc bool[right.Length] : new bool[right.Length];
        int more = 0;
        for (int i = same; i < right.Length; i++)
        {
            isNew[i] = !(known?.Contains(right[i]) ?? right[i].IsIn(left));
            more += isNew[i] ? 1 : 0;
        }

        return more == 0 ? left : Joined(left, right, isNew, more);
    }

    private static int Alike<T>(T[] left, T[] right) where T : class
    {
        int count = 0;
        while (count < left.Length && count < right.Length && ReferenceEquals(left[count], right[count]))
            count++;
        return count;
    }

    private static T[] Joined<T>(T[] left, T[] right, ReadOnlySpan<bool> isNew, int more)
    {
        var joined = new T[left.Length + more];
        left.CopyTo(joined, 0);
        int count = left.Length;
        for (int i = 0; i < right.Length; i++)
        {
            if (isNew[i])
                joined[count++] = right[i];
        }

        return joined;
    }

    /// <summary>Where many labels are asked of many: one by one that would cost the square of their number.</summary>
    private static HashSet<Taint>? SetOf(Taint[] taints, int questions) =>
        taints.Length > Taint.Few && questions > Taint.Few ? new HashSet<Taint>(taints, Taint.Comparer) : null;

    private static AbstractObject[] JoinObjects(AbstractObject[] left, AbstractObject[] right)
    {
        if (ReferenceEquals(left, right) || right.Length == 0)
            return left;
        int same = Alike(left, right);
        if (same == right.Length || same == left.Length)
            return same == right.Length ? left : right;
        HashSet<AbstractObject>? known = left.Length > Taint.Few && right.Length - same > Taint.Few ? [.. left] : null;
        Span<bool> isNew = right.Length <= MaxOnStack ? stackalloc bool[right.Length] : new bool[right.Length];
        int more = 0;
        for (int i = same; i < right.Length; i++)
        {
            isNew[i] = !(known?.Contains(right[i]) ?? Array.IndexOf(left, right[i]) >= 0);
            more += isNew[i] ? 1 : 0;
        }

        return more == 0 ? left : Joined(left, right, isNew, more);
    }
}

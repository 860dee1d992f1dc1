namespace PrivacyAnalyzers.Tests.Flow.RandomPrograms;

/// <summary>
/// What a program's variables may hold at one point, worked out by its own small rules: a text holds the person's address or does not, a box
/// variable may be one of several boxes. Shares nothing with the engine.
/// </summary>
/// <param name="forgets">Whether what is in a box goes when no variable can be that box any more.</param>
internal sealed class KnownState(bool forgets)
{
    private readonly SortedDictionary<string, bool> _texts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<int>> _boxes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(int Box, string Field), bool> _fields = [];

    public bool this[string text]
    {
        get => _texts.GetValueOrDefault(text);
        set => _texts[text] = value;
    }

    public bool Read(string box, string field) => _boxes[box].Any(each => _fields.GetValueOrDefault((each, field)));

    /// <summary>Into one box for sure, or in addition to what each of several may hold.</summary>
    public void Write(string box, string field, bool holds)
    {
        SortedSet<int> targets = _boxes[box];
        foreach (int target in targets)
            _fields[(target, field)] = holds || (targets.Count > 1 && _fields.GetValueOrDefault((target, field)));
    }

    public void New(string box, int id)
    {
        _boxes[box] = [id];
        foreach (string field in Names.Fields)
            _fields[(id, field)] = false;
    }

    public void Same(string box, string other)
    {
        _boxes[box] = [.. _boxes[other]];
        if (!forgets)
            return;
        foreach ((int Box, string Field) field in _fields.Keys.Where(field => !_boxes.Values.Any(ids => ids.Contains(field.Box))).ToArray())
            _fields.Remove(field);
    }

    public KnownState Copy()
    {
        var copy = new KnownState(forgets);
        copy.Join(this);
        return copy;
    }

    /// <summary>Either may be.</summary>
    public void Join(KnownState other)
    {
        foreach ((string text, bool holds) in other._texts)
            _texts[text] = holds || _texts.GetValueOrDefault(text);
        foreach ((string box, SortedSet<int> ids) in other._boxes)
        {
            if (_boxes.TryGetValue(box, out SortedSet<int>? known))
                known.UnionWith(ids);
            else
                _boxes[box] = [.. ids];
        }

        foreach (((int, string) field, bool holds) in other._fields)
            _fields[field] = holds || _fields.GetValueOrDefault(field);
    }

    public bool SameAs(KnownState other) =>
        _texts.SequenceEqual(other._texts) && _fields.SequenceEqual(other._fields) && _boxes.Count == other._boxes.Count &&
        _boxes.All(box => other._boxes.TryGetValue(box.Key, out SortedSet<int>? ids) && box.Value.SetEquals(ids));
}

internal static class Names
{
    public static readonly string[] Texts = ["a", "b", "c", "d", "list", "map[\"x\"]", "map[\"y\"]", "held.Value"];
    public static readonly string[] Variables = ["a", "b", "c", "d"];
    public static readonly string[] Boxes = ["p", "q"];
    public static readonly string[] Fields = ["Left", "Right"];
}

namespace PrivacyAnalyzers.Flow;

/// <summary>Lists that are filled for a moment, at every call and every text that is made: the same few serve all bodies of a question. Not for several threads.</summary>
internal sealed class SpareLists<T>
{
    private readonly Stack<List<T>> _spare = new();

    /// <summary>An empty one, the caller's until it is given back.</summary>
    public List<T> Take() => _spare.Count > 0 ? _spare.Pop() : [];

    public void GiveBack(List<T> list)
    {
        list.Clear();
        _spare.Push(list);
    }
}

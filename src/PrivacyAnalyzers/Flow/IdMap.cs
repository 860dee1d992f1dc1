namespace PrivacyAnalyzers.Flow;

/// <summary>
/// A small map from numbers that mostly come in order: two sorted arrays. States are copied far more often than they are searched, and a copy
/// is two blocks of memory, no longer than what is in them.
/// </summary>
internal struct IdMap<T>
{
    private int[] _ids;
    private T[] _items;

    public IdMap()
    {
        _ids = [];
        _items = [];
    }

    public int Count { get; private set; }

    public readonly (int Id, T Item) this[int index] => (_ids[index], _items[index]);

    /// <summary>Whether it is the other one, not only like it.</summary>
    public readonly bool IsSameAs(IdMap<T> other) => ReferenceEquals(_items, other._items);

    /// <summary>One of its own, with room for a few more.</summary>
    public readonly IdMap<T> Copy()
    {
        var ids = new int[Count + 2];
        var items = new T[Count + 2];
        Array.Copy(_ids, ids, Count);
        Array.Copy(_items, items, Count);
        return new IdMap<T> { _ids = ids, _items = items, Count = Count };
    }

    /// <summary>A copy in which some items are others, or new.</summary>
    /// <param name="changes">By number, each once, in order.</param>
    public readonly IdMap<T> With(List<(int Id, T Item)> changes)
    {
        int more = 0;
        foreach ((int id, _) in changes)
            more += IndexOf(id) < 0 ? 1 : 0;
        var ids = new int[Count + more];
        var items = new T[ids.Length];
        int from = 0;
        int change = 0;
        for (int i = 0; i < ids.Length; i++)
        {
            if (change < changes.Count && (from == Count || changes[change].Id <= _ids[from]))
            {
                if (from < Count && changes[change].Id == _ids[from])
                    from++;
                (ids[i], items[i]) = changes[change++];
            }
            else
            {
                ids[i] = _ids[from];
                items[i] = _items[from++];
            }
        }

        return new IdMap<T> { _ids = ids, _items = items, Count = ids.Length };
    }

    public readonly bool TryGet(int id, out T item)
    {
        int index = IndexOf(id);
        item = index < 0 ? default! : _items[index];
        return index >= 0;
    }

    public void Set(int id, T item)
    {
        int index = IndexOf(id);
        if (index < 0)
            Insert(index = ~index);
        _ids[index] = id;
        _items[index] = item;
    }

    public void Remove(int id)
    {
        int index = IndexOf(id);
        if (index < 0)
            return;
        Count--;
        Array.Copy(_ids, index + 1, _ids, index, Count - index);
        Array.Copy(_items, index + 1, _items, index, Count - index);
        _items[Count] = default!;
    }

    /// <summary>Drops the others.</summary>
    /// <param name="which">For each in turn, whether it stays.</param>
    public void Keep(bool[] which)
    {
        int kept = 0;
        for (int i = 0; i < Count; i++)
        {
            if (!which[i])
                continue;
            _ids[kept] = _ids[i];
            _items[kept++] = _items[i];
        }

        Array.Clear(_items, kept, Count - kept);
        Count = kept;
    }

    /// <summary>Where it is; negative where it is not.</summary>
    public readonly int IndexOf(int id) => Count == 0 || id > _ids[Count - 1] ? ~Count : Array.BinarySearch(_ids, 0, Count, id);

    private void Insert(int index)
    {
        if (Count == _ids.Length)
        {
            int size = Math.Max(4, Count * 2);
            Array.Resize(ref _ids, size);
            Array.Resize(ref _items, size);
        }

        Array.Copy(_ids, index, _ids, index + 1, Count - index);
        Array.Copy(_items, index, _items, index + 1, Count - index);
        Count++;
    }
}

using System.Collections.Concurrent;

namespace PrivacyAnalyzers.Model;

/// <summary>Makes each value once, also where several ask at the same time: they wait for the first. What failed or was cancelled is made by who asks next.</summary>
internal sealed class OnceTable<TKey>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Slot> _slots = new();

    public T? Get<T>(TKey key, Func<T?> make)
        where T : class
    {
        Slot slot = _slots.GetOrAdd(key, static _ => new Slot());
        if (slot.IsMade)
            return slot.Value as T;
        lock (slot)
        {
            if (!slot.IsMade)
            {
                slot.Value = make();
                slot.IsMade = true;
            }

            return slot.Value as T;
        }
    }

    private sealed class Slot
    {
        private volatile bool _isMade;

        public object? Value { get; set; }

        public bool IsMade
        {
            get => _isMade;
            set => _isMade = value;
        }
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;

namespace PrivacyAnalyzers;

/// <summary>Keys of rows, and what refers to them: bytes are compared by their content, and a key of several parts part by part.</summary>
internal sealed class RowKeys : IEqualityComparer<object>
{
    public static readonly RowKeys Comparer = new();

    /// <summary>What a store is asked for: a key's first part.</summary>
    public static object First(object key) => key is ITuple { Length: > 0 } parts ? parts[0]! : key;

    /// <summary>The same text for keys that a database may take for the same, and no code does: texts that differ in case alone, numbers of two types.</summary>
    public static string Folded(object? key) => key switch
    {
        null => "",
        byte[] bytes => BitConverter.ToString(bytes),
        ITuple parts => string.Join('\0', Enumerable.Range(0, parts.Length).Select(i => Folded(parts[i]))),
        _ => Convert.ToString(key, CultureInfo.InvariantCulture)!.Trim().ToUpperInvariant(),
    };

    public new bool Equals(object? one, object? other) => (one, other) switch
    {
        (byte[] bytes, byte[] others) => bytes.AsSpan().SequenceEqual(others),
        (ITuple parts, ITuple others) => parts.Length == others.Length && Enumerable.Range(0, parts.Length).All(i => Equals(parts[i], others[i])),
        _ => object.Equals(one, other),
    };

    public int GetHashCode(object key)
    {
        int hash = 17;
        switch (key)
        {
            case byte[] bytes:
                foreach (byte one in bytes)
                    hash = (hash * 31) + one;
                return hash;
            case ITuple parts:
                for (int i = 0; i < parts.Length; i++)
                    hash = (hash * 31) + (parts[i] is { } part ? GetHashCode(part) : 0);
                return hash;
            default:
                return key.GetHashCode();
        }
    }
}

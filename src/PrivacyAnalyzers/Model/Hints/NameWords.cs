using System.Text;

namespace PrivacyAnalyzers.Model.Hints;

/// <summary>
/// A name as its words: <c>IPAddress</c>, <c>ip_address</c> and <c>_ipAddress1</c> are all "ip address". The words stand run together, with the
/// places where they begin, so that <c>Username</c> and <c>UserName</c> look alike and <c>ShipAddress</c> never ends with "ip address".
/// </summary>
internal readonly struct NameWords
{
    private readonly List<int> _starts;

    private NameWords(string joined, List<int> starts) => (Joined, _starts) = (joined, starts);

    /// <summary>All words in lower case, without anything between them.</summary>
    public string Joined { get; }

    public int Count => _starts.Count;

    public static NameWords Of(string name)
    {
        int from = name.StartsWith("m_", StringComparison.Ordinal) ? 2 : 0;
        int to = name.Length;
        while (to > from && !char.IsLetter(name[to - 1]))
            to--;

        var joined = new StringBuilder(to);
        var starts = new List<int>();
        for (int i = from; i < to; i++)
        {
            if (!char.IsLetterOrDigit(name[i]))
                continue;
            if (i == from || BeginsWord(name, i, to))
                starts.Add(joined.Length);
            joined.Append(char.ToLowerInvariant(name[i]));
        }

        return new NameWords(joined.ToString(), starts);
    }

    /// <summary>The words from one on.</summary>
    public string From(int word) => Joined.Substring(_starts[word]);

    public string Word(int word) => Joined.Substring(_starts[word], (word + 1 < Count ? _starts[word + 1] : Joined.Length) - _starts[word]);

    public IReadOnlyList<string> ToList()
    {
        var words = new string[Count];
        for (int i = 0; i < words.Length; i++)
            words[i] = Word(i);
        return words;
    }

    /// <summary>The first words only.</summary>
    public NameWords Take(int count) =>
        count >= Count ? this : new NameWords(Joined.Substring(0, _starts[count]), _starts.GetRange(0, count));

    private static bool BeginsWord(string name, int i, int to)
    {
        char before = name[i - 1];
        if (!char.IsLetterOrDigit(before))
            return true;
        if (!char.IsUpper(name[i]))
            return false;

        // The last capital of an acronym begins the next word: IPAddress. A plural's s does not: URIs.
        return !char.IsUpper(before) || (i + 1 < to && char.IsLower(name[i + 1]) && !(name[i + 1] == 's' && i + 2 == to));
    }
}

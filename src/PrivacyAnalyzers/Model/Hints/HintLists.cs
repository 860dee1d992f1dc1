using System.Collections.Immutable;
using System.Reflection;

namespace PrivacyAnalyzers.Model.Hints;

/// <summary>The shipped word lists, read once a process: <c>members.txt</c> and <c>contexts.txt</c>, whose heads tell their forms.</summary>
internal sealed class HintLists
{
    private static readonly Lazy<HintLists> ReadShipped = new(() => new HintLists(Read("Hints.members.txt"), Read("Hints.contexts.txt")));

    private readonly Dictionary<string, HintLine> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _qualifiers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeWord> _types = new(StringComparer.Ordinal);

    private HintLists(IEnumerable<string[]> members, IEnumerable<string[]> contexts)
    {
        foreach (string[] parts in members)
        {
            string words = parts[0].Replace(" ", "");
            if (words[words.Length - 1] == '*')
                _qualifiers.Add(words.TrimEnd('*'));
            else
                _members[words] = new HintLine(words.TrimStart('='), parts[1] == "none" ? null : parts[1], KindsOf(parts[2]), ContextsOf(parts[3]));
        }

        var corroborated = ImmutableArray.CreateBuilder<Corroboration>();
        foreach (string[] parts in contexts)
        {
            string words = parts[0].Replace(" ", "");
            string? beside = parts.Length > 2 ? parts[2].Replace(" ", "") : null;
            if (words == "*")
                corroborated.Add(new Corroboration(beside!, ContextsOf(parts[1])));
            else
                _types[words] = new TypeWord(MeaningOf(parts[1]), ContextsOf(parts[1]), beside is not null);
        }

        Corroborations = corroborated.ToImmutable();
    }

    public static HintLists Shipped => ReadShipped.Value;

    /// <summary>What any type is, if a member's name ends so.</summary>
    public ImmutableArray<Corroboration> Corroborations { get; }

    /// <summary>What the member's name says by its longest match; <see langword="null"/> where that is nothing, or that it is nobody's data.</summary>
    /// <param name="isCollection">Whether a plural may stand for its singular.</param>
    public HintLine? Find(NameWords name, bool isCollection)
    {
        for (int i = 0; i < name.Count; i++)
        {
            string words = name.From(i);
            HintLine? line = Line(words, isWhole: i == 0) ?? (isCollection ? SingularLine(words, isWhole: i == 0) : null);
            if (line is not null)
                return line.Category is null || IsQualified(name, i) ? null : line;
        }

        return null;
    }

    /// <summary>What the end of a type's name says, and how many words are before it; <see langword="null"/> where nothing.</summary>
    public (TypeWord Word, int Before)? FindType(NameWords name)
    {
        for (int i = 0; i < name.Count; i++)
        {
            string words = name.From(i);
            if ((i == 0 && _types.TryGetValue("=" + words, out TypeWord? word)) || _types.TryGetValue(words, out word))
                return (word, i);
        }

        return null;
    }

    /// <summary>What one word of a type's name says.</summary>
    public TypeWord? TypeWordOf(string word) => _types.TryGetValue(word, out TypeWord? found) ? found : null;

    private HintLine? SingularLine(string words, bool isWhole) =>
        (words.EndsWith("s", StringComparison.Ordinal) ? Line(words.Substring(0, words.Length - 1), isWhole) : null) ??
        (words.EndsWith("es", StringComparison.Ordinal) ? Line(words.Substring(0, words.Length - 2), isWhole) : null);

    private HintLine? Line(string words, bool isWhole) =>
        (isWhole && _members.TryGetValue("=" + words, out HintLine? line)) || _members.TryGetValue(words, out line) ? line : null;

    private bool IsQualified(NameWords name, int before)
    {
        for (int i = 0; i < before; i++)
        {
            if (_qualifiers.Contains(name.Word(i)))
                return true;
        }

        return false;
    }

    private static ValueKinds KindsOf(string list) => list == "*"
        ? ValueKinds.All
        : list.Split(' ', ';').Aggregate(ValueKinds.None, (kinds, kind) => kinds | (ValueKinds)Enum.Parse(typeof(ValueKinds), kind, ignoreCase: true));

    private static HintContexts ContextsOf(string list) =>
        list.Split(';').Aggregate(HintContexts.None, (contexts, context) => Enum.TryParse(context, ignoreCase: true, out HintContexts found) ? contexts | found : contexts);

    private static TypeMeaning MeaningOf(string word) => word switch
    {
        "carrier" => TypeMeaning.Carrier,
        "none" => TypeMeaning.NoData,
        "test" => TypeMeaning.Test,
        _ => TypeMeaning.Context,
    };

    /// <summary>The lines of a list, their parts apart.</summary>
    public static IEnumerable<string[]> Read(string name) =>
        Resource(name).Split('\n').Select(line => line.TrimEnd('\r', ' ')).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));

    private static string Resource(string name)
    {
        using Stream stream = typeof(HintLists).GetTypeInfo().Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <param name="NeedsWitness">Whether another member of the type must be a hint that needs no context.</param>
internal sealed record TypeWord(TypeMeaning Meaning, HintContexts Context, bool NeedsWitness);

/// <param name="Beside">The words, run together, that a member's hint has.</param>
internal sealed record Corroboration(string Beside, HintContexts Context);

/// <summary>What a word in a type's name is there for.</summary>
internal enum TypeMeaning
{
    /// <summary>It says what the type is about.</summary>
    Context,

    /// <summary>It says how the type carries that: a request, a row.</summary>
    Carrier,

    /// <summary>Such a type works, configures or describes.</summary>
    NoData,

    /// <summary>Such a type is no part of the product.</summary>
    Test,
}

using System.Collections.Immutable;
using PrivacyAnalyzers.Statement.Yaml;

namespace PrivacyAnalyzers.Statement.Reading;

/// <summary>A name in the file, and where it stands.</summary>
internal readonly record struct Written(string Text, Position Position);

/// <summary>
/// One mapping of the statement, read strictly: a key that its shape lacks, one that it needs, a value of another type or form
/// is a fault, and then the value counts as absent.
/// </summary>
internal sealed class Fields
{
    private readonly Dictionary<string, YamlEntry> _entries = new(StringComparer.Ordinal);
    private readonly string _path;
    private readonly Faults _faults;

    /// <param name="node">The mapping; anything else is a fault.</param>
    /// <param name="shape">Its keys.</param>
    /// <param name="path">Its place in the file, for messages, such as <c>retention.invoices</c>.</param>
    /// <param name="position">Where to report what it lacks: its own name.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public Fields(YamlNode node, Shape shape, string path, Position position, Faults faults)
    {
        _path = path;
        _faults = faults;
        Position = position;
        int before = faults.Count;
        if (node is not YamlMap map)
        {
            faults.Add(
                node is YamlScalar { Kind: ScalarKind.Null } ? position : node.Position,
                $"{(path.Length == 0 ? "the statement" : $"'{path}'")} must be a mapping, not {node.Noun}");
            HasFaultyKeys = true;
            return;
        }

        string where = path.Length == 0 ? "the statement" : $"'{path}'";
        foreach (YamlEntry entry in map.Entries)
        {
            if (shape.Keys.Any(key => key.Name == entry.Key.Value))
            {
                _entries.Add(entry.Key.Value, entry);
                continue;
            }

            faults.Add(entry.Key.Position, $"unknown key {Faults.Quote(entry.Key.Value)} in {where}" + Faults.Instead(entry.Key.Value, shape.Keys.Select(key => key.Name).ToList()));
            Unknown.Add(entry.Key.Value);
        }

        foreach (ShapeKey key in shape.Keys)
        {
            if (key.IsRequired && !_entries.ContainsKey(key.Name))
                faults.Add(position, $"{where} needs '{key.Name}'");
        }

        HasFaultyKeys = faults.Count != before || map.HasKeyTwice;
    }

    public Position Position { get; }

    /// <summary>Whether a key is unknown, missing or there twice, or there are none: then it is uncertain what the mapping says.</summary>
    public bool HasFaultyKeys { get; }

    /// <summary>Keys that the shape lacks.</summary>
    public List<string> Unknown { get; } = [];

    public bool Has(string key) => _entries.ContainsKey(key);

    public bool IsList(string key) => _entries.TryGetValue(key, out YamlEntry entry) && entry.Value is YamlList;

    public bool IsNoMap(string key) => _entries.TryGetValue(key, out YamlEntry entry) && entry.Value is not YamlMap;

    /// <summary>A list that says nothing is a fault where something must be said.</summary>
    public void NotEmpty(string key)
    {
        if (_entries.TryGetValue(key, out YamlEntry entry) && entry.Value is YamlList { Items.Length: 0 })
            _faults.Add(entry.Value.Position, $"'{PathOf(key)}' is empty");
    }

    /// <summary>Where the key stands; the mapping's own name where it is absent.</summary>
    public Position KeyPosition(string key) => _entries.TryGetValue(key, out YamlEntry entry) ? entry.Key.Position : Position;

    public Position ValuePosition(string key) => _entries.TryGetValue(key, out YamlEntry entry) ? entry.Value.Position : Position;

    public YamlMap? Map(string key) => Value<YamlMap>(key, "a mapping");

    public YamlList? List(string key) => Value<YamlList>(key, "a list");

    public string? Text(string key)
    {
        if (Scalar(key, "text") is not { } scalar)
            return null;
        if (!string.IsNullOrWhiteSpace(scalar.Value))
            return scalar.Value;
        _faults.Add(scalar.Position, $"'{PathOf(key)}' is empty");
        return null;
    }

    public Written? Name(string key) => Scalar(key, "a name") is { } scalar ? Checked(scalar, key, Scalars.IsName, Forms.Name) : null;

    public Written? Region(string key) => Scalar(key, "a region") is { } scalar ? Checked(scalar, key, Scalars.IsRegion, Forms.Region) : null;

    public ImmutableArray<Written> Names(string key) => Written(key, scalar => Checked(scalar, key, Scalars.IsName, Forms.Name));

    public ImmutableArray<Written> Regions(string key) => Written(key, scalar => Checked(scalar, key, Scalars.IsRegion, Forms.Region));

    public string? OneOf(string key, ImmutableArray<string> values) => Scalar(key, "one of " + string.Join(", ", values)) is { } scalar ? InList(scalar, key, values) : null;

    public ImmutableArray<Written> SomeOf(string key, ImmutableArray<string> values) =>
        Written(key, scalar => InList(scalar, key, values) is { } value ? new Written(value, scalar.Position) : null);

    public Period? Period(string key)
    {
        if (Scalar(key, Forms.Period) is not { } scalar)
            return null;
        Period? period = Scalars.ParsePeriod(scalar.Value);
        if (period is null)
            _faults.Add(scalar.Position, $"{Faults.Quote(scalar.Value)} in '{PathOf(key)}' is not {Forms.Period}");
        return period;
    }

    public StatementDate? Date(string key)
    {
        if (Scalar(key, Forms.Date) is not { } scalar)
            return null;
        StatementDate? date = Scalars.ParseDate(scalar.Value);
        if (date is null)
            _faults.Add(scalar.Position, $"{Faults.Quote(scalar.Value)} in '{PathOf(key)}' is not {Forms.Date}");
        return date;
    }

    public bool? Boolean(string key)
    {
        if (!_entries.TryGetValue(key, out YamlEntry entry))
            return null;
        if (entry.Value is YamlScalar { Kind: ScalarKind.Boolean } scalar)
            return scalar.Value[0] is 't' or 'T';
        Wrong(entry.Value, key, "true or false");
        return null;
    }

    /// <summary>The keys and values of a mapping whose keys the company chooses.</summary>
    public ImmutableArray<YamlEntry> Entries(string key) => Map(key) is { } map ? map.Entries : ImmutableArray<YamlEntry>.Empty;

    /// <summary>Such a mapping's entries under names of the company's own.</summary>
    public IEnumerable<(Written Name, Fields Fields)> Named(string key, Shape shape)
    {
        foreach (YamlEntry entry in Entries(key))
        {
            Written name = Checked(entry.Key, key, Scalars.IsName, Forms.Name);
            yield return (name, new Fields(entry.Value, shape, PathOf(key) + "." + name.Text, name.Position, _faults));
        }
    }

    public Fields? Inner(string key, Shape shape) =>
        _entries.TryGetValue(key, out YamlEntry entry) ? new Fields(entry.Value, shape, PathOf(key), entry.Key.Position, _faults) : null;

    public string PathOf(string key) => _path.Length == 0 ? key : _path + "." + key;

    public YamlScalar? Scalar(string key, string expected)
    {
        if (!_entries.TryGetValue(key, out YamlEntry entry))
            return null;
        if (entry.Value is YamlScalar { Kind: ScalarKind.Text } scalar)
            return scalar;
        Wrong(entry.Value, key, expected);
        return null;
    }

    private ImmutableArray<Written> Written(string key, Func<YamlScalar, Written?> read)
    {
        if (List(key) is not { } list)
            return ImmutableArray<Written>.Empty;
        ImmutableArray<Written>.Builder names = ImmutableArray.CreateBuilder<Written>(list.Items.Length);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (YamlNode item in list.Items)
        {
            if (item is not YamlScalar { Kind: ScalarKind.Text } scalar)
            {
                Wrong(item, key, "a list of names");
                continue;
            }

            if (!seen.Add(scalar.Value))
                _faults.Add(scalar.Position, $"{Faults.Quote(scalar.Value)} stands twice in '{PathOf(key)}'");
            else if (read(scalar) is { } name)
                names.Add(name);
        }

        return names.ToImmutable();
    }

    private Written Checked(YamlScalar scalar, string key, Func<string, bool> form, string expected)
    {
        // The name counts in spite of its form, so that nobody is told twice.
        if (!form(scalar.Value))
            _faults.Add(scalar.Position, $"{Faults.Quote(scalar.Value)} in '{PathOf(key)}' is not {expected}");
        return new Written(scalar.Value, scalar.Position);
    }

    private string? InList(YamlScalar scalar, string key, ImmutableArray<string> values)
    {
        if (values.Contains(scalar.Value))
            return scalar.Value;
        _faults.Add(scalar.Position, $"'{PathOf(key)}' cannot be {Faults.Quote(scalar.Value)}" + Faults.Instead(scalar.Value, values));
        return null;
    }

    private T? Value<T>(string key, string expected)
        where T : YamlNode
    {
        if (!_entries.TryGetValue(key, out YamlEntry entry))
            return null;
        if (entry.Value is T value)
            return value;
        Wrong(entry.Value, key, expected);
        return null;
    }

    private void Wrong(YamlNode value, string key, string expected)
    {
        bool quotable = value is YamlScalar { Kind: ScalarKind.Boolean or ScalarKind.Integer or ScalarKind.Number } &&
            expected is "text" or "a name" or "a region" or "a list of names";
        bool empty = value is YamlScalar { Kind: ScalarKind.Null };
        _faults.Add(
            empty ? KeyPosition(key) : value.Position,
            $"'{PathOf(key)}' must be {expected}, not {value.Noun}" + (quotable ? ": put it in quotes" : ""));
    }
}

/// <summary>How messages name the forms of single values.</summary>
internal static class Forms
{
    public const string Name = "a name in kebab-case, such as customer-usage";
    public const string Region = "a region, such as EEA or US-CA";
    public const string Period = "an ISO 8601 period of days, weeks, months or years, such as P60D or P7Y";
    public const string Date = "a date, such as 2026-01-08";
}

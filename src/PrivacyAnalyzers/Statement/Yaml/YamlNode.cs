using System.Collections.Immutable;

namespace PrivacyAnalyzers.Statement.Yaml;

/// <summary>A YAML value with its place: the little of YAML that a statement needs.</summary>
internal abstract class YamlNode(Position position)
{
    public Position Position { get; } = position;

    /// <summary>What to call such a value in a message.</summary>
    public abstract string Noun { get; }
}

/// <summary>What a scalar means by the YAML 1.2 core schema, which is what JSON tools and editors see.</summary>
internal enum ScalarKind { Text, Null, Boolean, Integer, Number }

internal sealed class YamlScalar(Position position, string value, ScalarKind kind) : YamlNode(position)
{
    public string Value { get; } = value;

    public ScalarKind Kind { get; } = kind;

    public override string Noun => Kind switch
    {
        ScalarKind.Null => "nothing",
        ScalarKind.Boolean => "true or false",
        ScalarKind.Integer or ScalarKind.Number => "a number",
        _ => "text",
    };
}

internal sealed class YamlList(Position position, ImmutableArray<YamlNode> items) : YamlNode(position)
{
    public ImmutableArray<YamlNode> Items { get; } = items;

    public override string Noun => "a list";
}

internal sealed class YamlMap(Position position, ImmutableArray<YamlEntry> entries, bool hasKeyTwice) : YamlNode(position)
{
    /// <summary>Whether a key stands in it more than once; the first counts.</summary>
    public bool HasKeyTwice { get; } = hasKeyTwice;

    public ImmutableArray<YamlEntry> Entries { get; } = entries;

    public override string Noun => "a mapping";
}

internal readonly record struct YamlEntry(YamlScalar Key, YamlNode Value);

using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Statement;
using PrivacyAnalyzers.Statement.Yaml;

namespace PrivacyAnalyzers.Tests.Statement;

/// <summary>Where each value stands, and each fault: line and column from 0, and how many characters are marked.</summary>
public class YamlPlaceTests
{
    [Theory]
    [InlineData("a: b", "0:0+4 a mapping", "0:0+1 a", "0:3+1 b")]
    [InlineData("\uFEFFa: b", "0:0+4 a mapping", "0:0+1 a", "0:3+1 b")]
    [InlineData("a: b   # said\nc: 1\n", "0:0+13 a mapping", "0:0+1 a", "0:3+1 b", "1:0+1 c", "1:3+1 1")]
    [InlineData("# first\na: [b, 'c d']  ", "1:0+13 a mapping", "1:0+1 a", "1:3+10 a list", "1:4+1 b", "1:7+5 c d")]
    [InlineData("a: {b: [ ], c: }", "0:0+16 a mapping", "0:0+1 a", "0:3+13 a mapping", "0:4+1 b", "0:7+3 a list", "0:12+1 c", "0:15+1 nothing")]
    [InlineData("a: [b,\n  c]\nd: e", "0:0+6 a mapping", "0:0+1 a", "0:3+3 a list", "0:4+1 b", "1:2+1 c", "2:0+1 d", "2:3+1 e")]
    [InlineData("a: [[b]]", "0:0+8 a mapping", "0:0+1 a", "0:3+5 a list", "0:4+3 a list", "0:5+1 b")]
    [InlineData("- a\n- b: c\r\n  d: e", "0:0+3 a list", "0:2+1 a", "1:2+4 a mapping", "1:2+1 b", "1:5+1 c", "2:2+1 d", "2:5+1 e")]
    [InlineData("a: |\n  long\n  text\nb: c", "0:0+4 a mapping", "0:0+1 a", "0:3+1 long\ntext\n", "3:0+1 b", "3:3+1 c")]
    [InlineData("a:\nb:", "0:0+2 a mapping", "0:0+1 a", "0:2+0 nothing", "1:0+1 b", "1:2+0 nothing")]
    [InlineData("a: true\nb: 1.5\nc: 0x1", "0:0+7 a mapping", "0:0+1 a", "0:3+4 true", "1:0+1 b", "1:3+3 1.5", "2:0+1 c", "2:3+3 0x1")]
    public void A_value_has_its_place(string text, params string[] places)
    {
        var faults = new Faults();
        YamlNode root = YamlLoader.Load(SourceText.From(text), faults, CancellationToken.None)!;

        Assert.Equal(places, PlacesOf(root));
        Assert.Equal(0, faults.Count);
    }

    [Theory]
    [InlineData("a: *x", "0:3+2 aliases ('*name') are not read: write the value out")]
    [InlineData("a: &x b", "0:3+4 anchors ('&name') are not read: write the value out where it is needed")]
    [InlineData("a: !x b", "0:3+4 tags ('!name') are not read: write the plain value")]
    [InlineData("a: b\n--- \nc: d", "1:0+3 a second document begins here: the statement is one document, without '---' between its parts")]
    [InlineData("b: 1\n[a]: c", "1:0+1 a key is a plain name, not a list or a mapping")]
    [InlineData("a: 1\n  b: \u0001\n", "1:5+1 the file is not UTF-8 text: save it as UTF-8")]
    [InlineData("a\uFFFDb: 1", "0:1+1 the file is not UTF-8 text: save it as UTF-8")]
    [InlineData("a:\n\tb: 2", "1:0+1 the YAML cannot be read: while scanning a mapping, found invalid tab as indentation")]
    [InlineData("a:\n  b: 1\n \tc: 2", "2:1+1 the YAML cannot be read: while scanning a plain scalar, found a tab character that violate indentation")]
    [InlineData("a:\n  - b\n  \t- c", "2:2+1 the YAML cannot be read: while scanning a plain scalar, found a tab character that violate indentation")]
    [InlineData("a: 1\nb: [c, [d]\ne: f", "1:3+1 the YAML cannot be read: this bracket is not closed")]
    [InlineData("a: [b, [c\nd: e", "0:3+1 the YAML cannot be read: this bracket is not closed")]
    [InlineData("a: [b, [c", "0:9+0 the YAML cannot be read: while parsing a flow sequence, did not find expected ',' or ']'")]
    [InlineData("a: 1\nb: 2\n\na: 3\nb: 4", "3:0+1 the key 'a' stands twice in the same mapping", "4:0+1 the key 'b' stands twice in the same mapping")]
    [InlineData("", "0:0+0 the file is empty: it needs at least 'statement' and 'effective'")]
    public void A_fault_has_its_place(string text, params string[] places)
    {
        var faults = new Faults();
        YamlLoader.Load(SourceText.From(text), faults, CancellationToken.None);

        Assert.Equal(string.Join('\n', places), string.Join('\n', faults.ToArray().Select(error => $"{Spelled(error.Position)} {error.Message}")));
    }

    [Theory]
    [InlineData("a: 1\nb: 2", false)]
    [InlineData("a: 1\na: 2", true)]
    public void The_first_of_two_equal_keys_counts(string text, bool isTwice)
    {
        var root = (YamlMap)YamlLoader.Load(SourceText.From(text), new Faults(), CancellationToken.None)!;

        Assert.Equal(isTwice, root.HasKeyTwice);
        Assert.Equal("1", ((YamlScalar)root.Entries.Single(entry => entry.Key.Value == "a").Value).Value);
    }

    [Theory]
    [InlineData(YamlLoader.MaxLength, null)]
    [InlineData(YamlLoader.MaxLength + 1, "the file is longer than 1 048 576 characters: a privacy statement is a short text")]
    public void The_longest_file_is_read(int length, string? fault) => Holds("a: 1 #" + new string('x', length - 6), fault);

    [Theory]
    [InlineData(YamlLoader.MaxDepth - 1, null)]
    [InlineData(YamlLoader.MaxDepth, "values are nested more than 16 deep")]
    public void The_deepest_value_is_read(int lists, string? fault) => Holds("a: " + new string('[', lists) + "b" + new string(']', lists), fault);

    [Theory]
    [InlineData(YamlLoader.MaxNodes - 3, null)]
    [InlineData(YamlLoader.MaxNodes - 2, "the file holds more than 50000 values: a privacy statement is a short text")]
    public void The_last_value_is_read(int values, string? fault) => Holds("a: [" + string.Join(',', Enumerable.Repeat("b", values)) + "]", fault);

    private static void Holds(string text, string? fault)
    {
        var faults = new Faults();
        YamlNode? root = YamlLoader.Load(SourceText.From(text), faults, CancellationToken.None);

        Assert.Equal(fault is null, root is not null);
        Assert.Equal(fault is null ? [] : [fault], faults.ToArray().Select(error => error.Message));
    }

    private static IEnumerable<string> PlacesOf(YamlNode node) => node switch
    {
        YamlMap map => map.Entries.SelectMany(entry => PlacesOf(entry.Key).Concat(PlacesOf(entry.Value))).Prepend($"{Spelled(map.Position)} {map.Noun}"),
        YamlList list => list.Items.SelectMany(PlacesOf).Prepend($"{Spelled(list.Position)} {list.Noun}"),
        YamlScalar scalar => [$"{Spelled(scalar.Position)} {(scalar.Kind == ScalarKind.Null ? scalar.Noun : scalar.Value)}"],
        _ => throw new InvalidOperationException(node.Noun),
    };

    private static string Spelled(Position position) => $"{position.Line}:{position.Column}+{position.Length}";
}

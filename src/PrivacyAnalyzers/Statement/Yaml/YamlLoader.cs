using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PrivacyAnalyzers.Statement.Yaml;

/// <summary>
/// Text → tree, within bounds: one document, no anchors, aliases or tags, a limited size, depth and number of values. Whatever breaks
/// a bound or the syntax ends the reading with one fault; a key that stands twice is a fault beside the tree.
/// </summary>
internal sealed class YamlLoader
{
    public const int MaxLength = 1 << 20;
    public const int MaxDepth = 16;
    public const int MaxNodes = 50_000;

    private readonly SourceText _text;
    private readonly Faults _faults;
    private readonly CancellationToken _cancellation;
    private readonly Parser _parser;
    private readonly Stack<Position> _brackets = new();
    private Position _last;
    private int _nodes;

    private YamlLoader(SourceText text, Faults faults, CancellationToken cancellation)
    {
        _text = text;
        _faults = faults;
        _cancellation = cancellation;
        _parser = new Parser(new StringReader(text.ToString()));
    }

    /// <summary>The document's root; <see langword="null"/> after a fault that stops the reading, which then is the only one.</summary>
    public static YamlNode? Load(SourceText text, Faults faults, CancellationToken cancellation)
    {
        // A byte order mark that the decoder left in: not part of the first key.
        if (text.Length > 0 && text[0] == '\uFEFF')
            text = text.WithChanges(new TextChange(new TextSpan(0, 1), ""));
        if (text.Length > MaxLength)
        {
            faults.Add(default, $"the file is longer than {MaxLength:N0} characters: a privacy statement is a short text".Replace(',', ' '));
            return null;
        }

        if (Garbage(text) is { } at)
        {
            faults.Add(At(text, at, at + 1), "the file is not UTF-8 text: save it as UTF-8");
            return null;
        }

        var found = new Faults();
        var loader = new YamlLoader(text, found, cancellation);
        try
        {
            YamlNode? root = loader.Document();
            if (root is null)
                faults.Add(default, "the file is empty: it needs at least 'statement' and 'effective'");
            faults.AddAll(found);
            return root;
        }
        catch (StopException stop)
        {
            faults.Add(stop.Position, stop.Message);
        }
        catch (YamlException broken)
        {
            Position place = broken.Message.IndexOf(" tab ", StringComparison.Ordinal) >= 0 ? Tab(text) ?? default : Mark(text, broken.Start, broken.End);
            faults.Add(place, "the YAML cannot be read: " + Sentence(broken.Message));
        }
        catch (Exception unexpected) when (unexpected is not OperationCanceledException)
        {
            // The parser is a library and the text is anything: it throws InvalidOperationException at an open bracket, and an index or
            // a code point out of range is a fault of the file, too.
            if (loader._brackets.Count > 0)
                faults.Add(loader._brackets.Peek(), "the YAML cannot be read: this bracket is not closed");
            else
                faults.Add(loader._last, "the YAML cannot be read after this: " + Sentence(unexpected.Message));
        }

        return null;
    }

    private YamlNode? Document()
    {
        Next();
        YamlNode? root = null;
        bool any = false;
        for (ParsingEvent current = Next(); current is not StreamEnd; current = Next())
        {
            if (current is not DocumentStart)
                continue;
            if (any)
                throw new StopException(At(current), "a second document begins here: the statement is one document, without '---' between its parts");
            any = true;
            root = Node(Next(), depth: 0);
            if (root is YamlScalar { Kind: ScalarKind.Null, Value: "" })
                root = null;
        }

        return root;
    }

    private YamlNode Node(ParsingEvent current, int depth)
    {
        if (current is AnchorAlias)
            throw new StopException(At(current), "aliases ('*name') are not read: write the value out");
        if (current is NodeEvent { Anchor.IsEmpty: false })
            throw new StopException(At(current), "anchors ('&name') are not read: write the value out where it is needed");
        if (current is NodeEvent { Tag.IsEmpty: false })
            throw new StopException(At(current), "tags ('!name') are not read: write the plain value");
        if (++_nodes > MaxNodes)
            throw new StopException(At(current), $"the file holds more than {MaxNodes} values: a privacy statement is a short text");
        if (depth > MaxDepth)
            throw new StopException(At(current), $"values are nested more than {MaxDepth} deep");

        return current switch
        {
            Scalar scalar => new YamlScalar(
                At(scalar), scalar.Value, scalar.Style == ScalarStyle.Plain ? YamlCore.KindOf(scalar.Value) : ScalarKind.Text),
            SequenceStart => List(current, depth),
            MappingStart => Map(current, depth),
            _ => throw new StopException(At(current), "the YAML cannot be read: a value was expected"),
        };
    }

    private YamlList List(ParsingEvent start, int depth)
    {
        ImmutableArray<YamlNode>.Builder items = ImmutableArray.CreateBuilder<YamlNode>();
        bool isBracketed = Open(start, ((SequenceStart)start).Style == SequenceStyle.Flow);
        ParsingEvent current = Next();
        for (; current is not SequenceEnd; current = Next())
            items.Add(Node(current, depth + 1));
        return new YamlList(Close(start, current, isBracketed), items.ToImmutable());
    }

    private YamlMap Map(ParsingEvent start, int depth)
    {
        ImmutableArray<YamlEntry>.Builder entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        bool isBracketed = Open(start, ((MappingStart)start).Style == MappingStyle.Flow);
        bool hasKeyTwice = false;
        ParsingEvent current = Next();
        for (; current is not MappingEnd; current = Next())
        {
            if (Node(current, depth + 1) is not YamlScalar key)
                throw new StopException(At(current), "a key is a plain name, not a list or a mapping");
            YamlNode value = Node(Next(), depth + 1);
            if (keys.Add(key.Value))
            {
                entries.Add(new YamlEntry(key, value));
                continue;
            }

            hasKeyTwice = true;
            _faults.Add(key.Position, $"the key {Faults.Quote(key.Value)} stands twice in the same mapping");
        }

        return new YamlMap(Close(start, current, isBracketed), entries.ToImmutable(), hasKeyTwice);
    }

    private ParsingEvent Next()
    {
        _cancellation.ThrowIfCancellationRequested();
        do
        {
            if (!_parser.MoveNext() || _parser.Current is null)
                throw new StopException(At(_text, _text.Length, _text.Length), "the YAML cannot be read: it ends too early");
        }
        while (_parser.Current is Comment);

        _last = At(_parser.Current);
        return _parser.Current;
    }

    private bool Open(ParsingEvent start, bool isBracketed)
    {
        if (isBracketed)
            _brackets.Push(At(start));
        return isBracketed;
    }

    /// <summary>The whole value's place. The parser's end marks stand before the closing bracket.</summary>
    private Position Close(ParsingEvent start, ParsingEvent end, bool isBracketed)
    {
        if (isBracketed)
            _brackets.Pop();
        return At(_text, start.Start.Index, end.End.Index + (isBracketed ? 1 : 0));
    }

    private Position At(ParsingEvent current) => Mark(_text, current.Start, current.End);

    private static Position Mark(SourceText text, Mark start, Mark end) => At(text, start.Index, end.Index);

    /// <summary>A place of at most one line: what goes on over several is marked to the end of its first.</summary>
    private static Position At(SourceText text, long start, long end)
    {
        int from = (int)Math.Max(0, Math.Min(start, text.Length));
        TextLine line = text.Lines.GetLineFromPosition(from);
        int to = (int)Math.Max(from, Math.Min(end, line.End));
        while (to > from && char.IsWhiteSpace(text[to - 1]))
            to--;
        if (to == from && from < line.End)
            to++;
        return new Position(line.LineNumber, from - line.Start, to - from);
    }

    /// <summary>The first character that no text has: what UTF-16 or a binary file looks like when it is read as UTF-8.</summary>
    private static int? Garbage(SourceText text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\uFFFD' || (c < ' ' && c is not ('\t' or '\n' or '\r')))
                return i;
        }

        return null;
    }

    /// <summary>The first tab that indents; the parser names the mapping around it.</summary>
    private static Position? Tab(SourceText text)
    {
        foreach (TextLine line in text.Lines)
        {
            int at = line.Start;
            while (at < line.End && text[at] == ' ')
                at++;
            if (at < line.End && text[at] == '\t')
                return new Position(line.LineNumber, at - line.Start, 1);
        }

        return null;
    }

    private static string Sentence(string message)
    {
        string text = message.Trim().TrimEnd('.');
        return text.Length == 0 ? "it is not valid" : char.ToLowerInvariant(text[0]) + text.Substring(1);
    }

    private sealed class StopException(Position position, string message) : Exception(message)
    {
        public Position Position { get; } = position;
    }
}

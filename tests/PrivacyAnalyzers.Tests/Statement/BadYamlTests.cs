using System.Text;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Statement;
using PrivacyAnalyzers.Statement.Yaml;
using PrivacyAnalyzers.Tests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Statement;

/// <summary>Files that are no statement at all: one clear fault each, no exception, no long wait.</summary>
[Trait("Proof", "hostile")]
public class BadYamlTests(ITestOutputHelper output)
{
    /// <summary>What may be spent on each character of a text that is made to cost much; what grows with its square spends thousands.</summary>
    private const long MostLooks = 10;

    private const long MostBytes = 500;

    [Theory]
    [InlineData("", "the file is empty: it needs at least 'statement' and 'effective'", 0, 0)]
    [InlineData("# nothing yet\n\n", "the file is empty: it needs at least 'statement' and 'effective'", 0, 0)]
    [InlineData("---\n...\n", "the file is empty: it needs at least 'statement' and 'effective'", 0, 0)]
    [InlineData("just words", "the statement must be a mapping of keys to values, not text", 0, 0)]
    [InlineData("- a\n- b", "the statement must be a mapping of keys to values, not a list", 0, 0)]
    [InlineData("42", "the statement must be a mapping of keys to values, not a number", 0, 0)]
    [InlineData("statement: [a, b\neffective: 2026-01-08", "the YAML cannot be read: this bracket is not closed", 0, 11)]
    [InlineData("statement: {a: b\n", "the YAML cannot be read: while parsing a flow mapping, did not find expected ',' or '}'", 1, 0)]
    [InlineData("statement: \"open\neffective: 2026-01-08", "the YAML cannot be read: while scanning a multi-line double-quoted scalar, found wrong indentation", 0, 11)]
    [InlineData("statement: a: b", "the YAML cannot be read: while scanning a plain scalar value, found invalid mapping", 0, 12)]
    [InlineData("a: 1\n b: 2", "the YAML cannot be read: while scanning a plain scalar value, found invalid mapping", 1, 2)]
    [InlineData("a:\n\tb: 2", "the YAML cannot be read: while scanning a mapping, found invalid tab as indentation", 1, 0)]
    [InlineData("a: &x [1]\nb: *x", "anchors ('&name') are not read: write the value out where it is needed", 0, 3)]
    [InlineData("a: &x [*x]", "anchors ('&name') are not read: write the value out where it is needed", 0, 3)]
    [InlineData("a: *x", "aliases ('*name') are not read: write the value out", 0, 3)]
    [InlineData("a: !!python/object:os.system x", "tags ('!name') are not read: write the plain value", 0, 3)]
    [InlineData("statement: X\n---\nstatement: Y", "a second document begins here: the statement is one document, without '---' between its parts", 1, 0)]
    [InlineData("? [a, b]\n: c", "a key is a plain name, not a list or a mapping", 0, 2)]
    [InlineData("statement: X\u0000", "the file is not UTF-8 text: save it as UTF-8", 0, 12)]
    [InlineData("\uFFFD\uFFFDs\u0000t\u0000", "the file is not UTF-8 text: save it as UTF-8", 0, 0)]
    [InlineData("a: \"\\UFFFFFFFF\"", null, 0, 0)]
    public void One_fault_and_no_statement(string text, string? message, int line, int column)
    {
        StatementFile file = StatementFaultTests.Read(text);

        StatementError error = Assert.Single(file.Errors);
        Assert.Null(file.Statement);
        if (message is not null)
        {
            Assert.Equal(message, error.Message);
            Assert.Equal((line, column), (error.Position.Line, error.Position.Column));
        }
    }

    [Fact]
    public void Utf_16_read_as_utf_8()
    {
        string garbled = Encoding.UTF8.GetString(Encoding.Unicode.GetBytes(Statements.Example));

        Assert.Equal("the file is not UTF-8 text: save it as UTF-8", Assert.Single(StatementFaultTests.Read(garbled).Errors).Message);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Other_encodings_are_read_by_their_mark_or_refused(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        using var stream = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(Statements.Example)]);
        SourceText text = SourceText.From(stream);

        StatementFile file = StatementReader.Read("privacy.yml", text, CancellationToken.None);

        if (file.Errors.Count == 0)
            Assert.Equal("Example Communications privacy statement", file.Statement!.Title);
        else
            Assert.Equal("the file is not UTF-8 text: save it as UTF-8", Assert.Single(file.Errors).Message);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_key() => StatementReaderTests.ReadWhole("\uFEFF" + Statements.Example);

    public static TheoryData<string, string> Bombs => new()
    {
        { "long", Statements.Minimal + new string('#', YamlLoader.MaxLength) },
        { "wide", Statements.Minimal + "products: [" + string.Concat(Enumerable.Repeat("a,", YamlLoader.MaxNodes + 1)) + "]" },
        { "deep list", new string('[', 500_000) },
        { "deep mapping", string.Concat(Enumerable.Repeat("{a: ", 200_000)) },
        { "deep block", string.Concat(Enumerable.Repeat("- ", 300_000)) },
        { "deep keys", string.Concat(Enumerable.Repeat("? ", 300_000)) },
        { "laughs", "a: &a [x,x,x,x]\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"b{i}: &b{i} [*a,*a,*a,*a]\n")) },
        { "quotes", new string('"', 300_001) },
        { "one key", new string('k', 900_000) + ": 1" },
        { "colons", string.Concat(Enumerable.Repeat("a: ", 300_000)) },
        { "lines", "a:" + new string('\n', 900_000) + "b" },
        { "tags", new string('!', 900_000) },
        { "percent", new string('%', 900_000) },
        { "folded", "a: >\n" + new string(' ', 900_000) },
        { "entries", "products:\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"  - p{i}\n")) },
        { "keys", string.Concat(Enumerable.Range(0, 100_000).Select(i => $"k{i}: 1\n")) },
        { "one key again and again", Statements.Minimal + string.Concat(Enumerable.Repeat("statement: X\n", 20_000)) },
        { "unknown keys", Statements.Minimal + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"unknown-{i}: 1\n")) },
        { "scalar", "statement: \"" + new string('x', 900_000) + "\"\neffective: 2026-01-08\nproducts: 1\n" },
        { "anchors", string.Concat(Enumerable.Range(0, 50_000).Select(i => $"a{i}: &a{i} x\n")) },
        { "merge keys", "a: 1\n" + string.Concat(Enumerable.Repeat("<<: {b: 1}\n", 20_000)) },
        { "escapes", "statement: \"" + string.Concat(Enumerable.Repeat("\\x41", 200_000)) + "\"\n" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Neither_size_nor_depth_nor_repetition_costs_more_than_the_text_is_long(string name, string text)
    {
        var counted = new CountedText(text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        StatementFile file = StatementReader.Read("privacy.yml", counted, CancellationToken.None);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        output.WriteLine(FormattableString.Invariant($"{name}: {text.Length} characters, {(double)counted.Read / text.Length:F1} looks and {(double)allocated / text.Length:F1} bytes for each"));
        Assert.NotEmpty(file.Errors);
        Assert.InRange(counted.Read, 0, MostLooks * text.Length);
        Assert.InRange(allocated, 0, MostBytes * text.Length);
        Assert.All(file.Errors, error => Assert.InRange(error.Message.Length, 1, 300));
    }

    [Fact]
    public void The_faults_of_the_bounds_say_which()
    {
        Assert.StartsWith("the file is longer than 1 048 576 characters", Assert.Single(StatementFaultTests.Read(new string('#', YamlLoader.MaxLength + 1)).Errors).Message, StringComparison.Ordinal);
        Assert.Equal("values are nested more than 16 deep", Assert.Single(StatementFaultTests.Read("a: " + new string('[', 40) + new string(']', 40)).Errors).Message);
        Assert.StartsWith("the file holds more than 50000 values", Assert.Single(StatementFaultTests.Read("a: [" + string.Concat(Enumerable.Repeat("b,", 60_000)) + "]").Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_reading_ends_as_one()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => StatementReader.Read("privacy.yml", SourceText.From(Statements.Example), source.Token));
    }

    /// <summary>The example, damaged in many ways: always an answer, and every place inside the text.</summary>
    [Fact]
    public void No_damage_makes_it_throw()
    {
        const string Pieces = "{}[]:,-?&*!|>'\"%@`#~\\ \t\n\r0aZ\u00e9\u2028\ud83d";
        var random = new Random(20260108);
        for (int round = 0; round < 3_000; round++)
        {
            var text = new StringBuilder(Statements.Example);
            for (int edit = random.Next(1, 6); edit > 0; edit--)
            {
                int at = random.Next(text.Length);
                switch (random.Next(3))
                {
                    case 0: text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at)); break;
                    case 1: text.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
                    default: text[at] = Pieces[random.Next(Pieces.Length)]; break;
                }

                if (text.Length == 0)
                    text.Append('x');
            }

            var source = SourceText.From(text.ToString());
            StatementFile file = StatementReader.Read("privacy.yml", source, CancellationToken.None);

            Assert.True(file.Statement is not null || file.Errors.Count == 1, text.ToString());
            foreach (StatementError error in file.Errors)
            {
                TextLine line = source.Lines[error.Position.Line];
                Assert.InRange(error.Position.Column + error.Position.Length, 0, line.SpanIncludingLineBreak.Length);
                Assert.DoesNotContain('\n', error.Message);
            }
        }
    }
}

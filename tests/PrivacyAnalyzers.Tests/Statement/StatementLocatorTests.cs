using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Statement;
using PrivacyAnalyzers.Tests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Statement;

public class StatementLocatorTests(ITestOutputHelper output)
{
    [Fact]
    public void A_text_that_is_the_same_object_is_read_once()
    {
        var file = new File("/src/privacy.yml", SourceText.From(Statements.Example));

        StatementFile? first = StatementLocator.Load(file, CancellationToken.None);

        Assert.Same(first, StatementLocator.Load(file, CancellationToken.None));
        Assert.Same(first, StatementLocator.Load(new AnalyzerOptions([file]), CancellationToken.None));
    }

    [Fact]
    public void Another_text_or_path_is_read_anew_and_equal_content_is_equal()
    {
        SourceText text = SourceText.From(Statements.Example);
        StatementFile? first = StatementLocator.Load(new File("/src/privacy.yml", text), CancellationToken.None);
        StatementFile? again = StatementLocator.Load(new File("/src/privacy.yml", SourceText.From(Statements.Example)), CancellationToken.None);
        StatementFile? elsewhere = StatementLocator.Load(new File("/other/privacy.yml", text), CancellationToken.None);

        Assert.NotSame(first, again);
        Assert.Equal(first, again);
        Assert.Equal("/other/privacy.yml", elsewhere!.Path);
    }

    [Theory]
    [InlineData("/src/privacy.yml", true)]
    [InlineData("privacy.yml", true)]
    [InlineData("C:\\src\\Privacy.YML", true)]
    [InlineData("/src/my-privacy.yml", false)]
    [InlineData("/src/privacy.yaml", false)]
    public void It_is_found_by_its_name(string path, bool found)
    {
        var options = new AnalyzerOptions([new File("/src/readme.md", SourceText.From("")), new File(path, SourceText.From(Statements.Minimal))]);

        Assert.Equal(found, StatementLocator.Load(options, CancellationToken.None) is not null);
    }

    [Fact]
    public void Of_several_the_first_by_path_counts_whatever_their_order()
    {
        File a = new("/a/privacy.yml", SourceText.From("statement: A\neffective: 2026-01-08"));
        File b = new("/b/privacy.yml", SourceText.From("statement: B\neffective: 2026-01-08"));

        Assert.Equal("A", StatementLocator.Load(new AnalyzerOptions([a, b]), CancellationToken.None)!.Statement!.Title);
        Assert.Equal("A", StatementLocator.Load(new AnalyzerOptions([b, a]), CancellationToken.None)!.Statement!.Title);
    }

    /// <summary>What a keystroke in <c>privacy.yml</c> costs; the figures are printed.</summary>
    [Fact]
    public void Reading_looks_at_each_character_a_few_times()
    {
        StatementFaultTests.Read(Statements.Example);
        var counted = new CountedText(Statements.Example);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Empty(StatementReader.Read("privacy.yml", counted, CancellationToken.None).Errors);

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine(FormattableString.Invariant($"{counted.Length} characters: {(double)counted.Read / counted.Length:F1} looks and {(double)allocated / counted.Length:F1} bytes for each"));
        Assert.InRange(counted.Read, counted.Length, 10 * counted.Length);
        Assert.InRange(allocated, 0, 500 * counted.Length);
    }

    private sealed class File(string path, SourceText? text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => text;
    }
}

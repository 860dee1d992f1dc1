using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Tests.Flow.Parts;

/// <summary>The way that a message tells: whole and in order, and of a very long one both ends.</summary>
public class TraceStepTests
{
    [Fact]
    public void Steps_come_latest_first()
    {
        Assert.Equal("c b a", Text(Way("a", "b", "c")));
        Assert.Equal("a", Text(Way("a")));
    }

    [Fact]
    public void Ways_are_joined_at_a_step()
    {
        TraceStep joined = TraceStep.Through(Way("a", "b"), FlowSymbols.Node("call"), "call", Way("c", "d"));

        Assert.Equal("d c call b a", Text(joined));
        Assert.Equal("d", joined.Text);
        Assert.Equal("d", joined.Node.ToString());
        Assert.Equal("e d c call b a", Text(new TraceStep(joined, FlowSymbols.Node("e"), "e")));
        Assert.Equal("d c call", Text(TraceStep.Through(null, FlowSymbols.Node("call"), "call", Way("c", "d"))));
        Assert.Equal("call b a", Text(TraceStep.Through(Way("a", "b"), FlowSymbols.Node("call"), "call", null)));
    }

    [Fact]
    public void Ways_are_continued()
    {
        TraceStep joined = TraceStep.Through(Way("a"), FlowSymbols.Node("b"), "b", Way("c", "d"));

        Assert.Equal("f e d c b a", Text(TraceStep.Continue(joined, Way("e", "f"))!));
        Assert.Equal("d c b a y x", Text(TraceStep.Continue(Way("x", "y"), joined)!));
        Assert.Equal("d c b a d c b a", Text(TraceStep.Continue(joined, joined)!));
        Assert.Same(joined, TraceStep.Continue(joined, null));
        Assert.Same(joined, TraceStep.Continue(null, joined));
        Assert.Null(TraceStep.Continue(null, null));
    }

    [Theory]
    [InlineData(24, 23)]
    [InlineData(0, 47)]
    [InlineData(47, 0)]
    public void A_way_of_48_steps_is_told_whole(int before, int after)
    {
        TraceStep joined = TraceStep.Through(Numbered(0, before), FlowSymbols.Node("at"), "at", Numbered(before, after));

        Assert.Equal(48, joined.Steps().Count);
        Assert.Equal(48, TraceStep.Continue(Numbered(0, before + 1), Numbered(before + 1, after))!.Steps().Count);
    }

    [Theory]
    [InlineData(24, 24)]
    [InlineData(0, 48)]
    [InlineData(48, 0)]
    public void Of_a_longer_way_the_middle_goes(int before, int after)
    {
        const string Ends = "48 47 46 45 44 43 42 41 7 6 5 4 3 2 1 0";

        Assert.Equal(Ends, Text(TraceStep.Through(Numbered(0, before), FlowSymbols.Node("at"), before.ToString(System.Globalization.CultureInfo.InvariantCulture), Numbered(before + 1, after))));
    }

    [Fact]
    public void A_long_way_that_is_continued_is_shortened_too()
    {
        TraceStep joined = TraceStep.Continue(Numbered(0, 30), Numbered(30, 19))!;

        Assert.Equal("48 47 46 45 44 43 42 41 7 6 5 4 3 2 1 0", Text(joined));
        Assert.Equal("49 48 47 46 45 44 43 42 41 7 6 5 4 3 2 1 0", Text(TraceStep.Continue(joined, Way("49"))!));
        Assert.Equal(["48", "47"], joined.Steps().Take(2).Select(step => step.Node.ToString()));
    }

    [Fact]
    public void What_a_joined_way_counts_is_all_of_it()
    {
        TraceStep joined = TraceStep.Through(Numbered(0, 20), FlowSymbols.Node("20"), "20", Numbered(21, 20));

        Assert.Equal(48, TraceStep.Continue(joined, Numbered(41, 7))!.Steps().Count);
        Assert.Equal(16, TraceStep.Continue(joined, Numbered(41, 8))!.Steps().Count);
        Assert.Equal(16, TraceStep.Continue(Numbered(41, 8), joined)!.Steps().Count);
    }

    private static TraceStep Way(params string[] texts) => texts.Aggregate((TraceStep?)null, (way, text) => new TraceStep(way, FlowSymbols.Node(text), text))!;

    private static TraceStep? Numbered(int first, int count) => count == 0 ? null : Way([.. Enumerable.Range(first, count).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))]);

    private static string Text(TraceStep way) => string.Join(' ', way.Steps().Select(step => step.Text));
}

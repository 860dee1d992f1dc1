using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Flow;
using static PrivacyAnalyzers.Tests.Flow.Parts.FlowSymbols;

namespace PrivacyAnalyzers.Tests.Flow.Parts;

/// <summary>A summary that had too much to tell tells of what lies directly in an input.</summary>
public class NarrowSummaryTests
{
    private static readonly AccessStep Next = Step("Node.Next");
    private static readonly AccessStep Text = Step("Node.Text");
    private static readonly IMethodSymbol Method = (IMethodSymbol)Member("Node.get_Message");

    [Fact]
    public void A_deep_label_is_one_of_the_first_part()
    {
        MethodSummary narrow = NarrowSummary.Of(MethodSummary.Trivial with { Returns = SummaryValue.Unknown with { Taints = [At(Path(0, Next, Text)), At(Path(0, Next, Next)), At(Path(1))] } });

        Assert.True(narrow.IsNarrow);
        Assert.Equal([Path(0, Next), Path(1)], narrow.Returns.Taints.Select(static taint => ((InputOrigin)taint.Origin).Path));
    }

    [Fact]
    public void Sinks_of_one_part_are_one()
    {
        SummarySink Sink(InputPath path, SyntaxNode? place = null) => new(At(path), Catalog.SinkKind.Log, "Log", Method, Node("x"), null) { OwnPlace = place };
        SyntaxNode own = Node("own");
        MethodSummary narrow = NarrowSummary.Of(MethodSummary.Trivial with { Sinks = [Sink(Path(0, Next, Text)), Sink(Path(0, Next, Next)), Sink(Path(0, Next, Text), own)] });

        Assert.Equal([(Path(0, Next), null), (Path(0, Next), own)], narrow.Sinks.Select(static sink => (((InputOrigin)sink.Input.Origin).Path, sink.OwnPlace)));
    }

    [Fact]
    public void What_is_left_deep_in_an_input_is_left_out()
    {
        MethodSummary narrow = NarrowSummary.Of(MethodSummary.Trivial with { Writes = [new(Path(0), Text, SummaryValue.Clean), new(Path(0, Next), Text, SummaryValue.Clean)] });

        Assert.Equal([Path(0)], narrow.Writes.Select(static write => write.Target));
    }

    [Fact]
    public void An_object_has_its_parts_and_they_have_none()
    {
        SummaryValue inner = SummaryValue.Unknown with { HasObject = true, Parts = [(Text, SummaryValue.Of(Path(0)))] };
        SummaryValue outer = SummaryValue.Unknown with { HasObject = true, Parts = [(Next, inner), (Text, SummaryValue.Of(Path(1, Next, Text)))] };
        SummaryValue narrow = NarrowSummary.Of(MethodSummary.Trivial with { Returns = outer }).Returns;

        Assert.Equal([Next, Text], narrow.Parts.Select(static part => part.Step));
        Assert.Empty(narrow.Parts[0].Value.Parts);
        Assert.Equal(Path(1, Next), narrow.Parts[1].Value.Aliases.Single());
    }

    [Fact]
    public void What_lambdas_share_stays_shared()
    {
        SummaryValue cell = SummaryValue.Unknown with { HasObject = true, Identity = 3, Parts = [(AccessStep.Variable, SummaryValue.Of(Path(0)))] };
        var closure = new SummaryClosure(Method, null, SummaryValue.Unknown, ImmutableArray.Create<(ISymbol, SummaryValue)>((Member("Node.Text"), cell)));
        SummaryValue narrow = NarrowSummary.Of(MethodSummary.Trivial with { Returns = SummaryValue.Unknown with { Closures = [closure] } }).Returns.Closures[0].Captured[0].Value;

        Assert.Equal(3, narrow.Identity);
        Assert.Equal(Path(0), narrow.Parts.Single().Value.Aliases.Single());
    }

    [Fact]
    public void Code_is_told_with_what_it_does_and_without_what_lies_deep_in_what_it_takes_along()
    {
        SummaryValue taken = SummaryValue.Unknown with { HasObject = true, Parts = [(Text, SummaryValue.Of(Path(0))), (Next, SummaryValue.Clean)] };
        MethodSummary body = MethodSummary.Trivial with { Returns = SummaryValue.Of(Path(0, Next, Text)) };
        var closure = new SummaryClosure(Method, body, taken, ImmutableArray.Create<(ISymbol, SummaryValue)>((Member("Node.Text"), taken)));
        SummaryClosure narrow = NarrowSummary.Of(MethodSummary.Trivial with { Returns = SummaryValue.Unknown with { Closures = [closure] } }).Returns.Closures.Single();

        Assert.Equal(Path(0, Next), narrow.Body!.Returns.Aliases.Single());
        Assert.Empty(narrow.Receiver.Parts);
        Assert.Empty(narrow.Captured[0].Value.Parts);
        Assert.Null(NarrowSummary.Of(MethodSummary.Trivial with { Returns = SummaryValue.Unknown with { Closures = [closure with { Body = null }] } }).Returns.Closures.Single().Body);
    }

    private static Taint At(InputPath path) => new(new InputOrigin(path, RenderMode.Raw), isWhole: false, isPseudonym: false, trace: null);
}

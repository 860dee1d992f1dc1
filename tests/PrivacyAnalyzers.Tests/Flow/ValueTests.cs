using System.Runtime.CompilerServices;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>Values with very many labels, as bodies have that call each other over wide objects: each label counts once, and costs once.</summary>
public class ValueTests
{
    [Fact]
    public void Many_labels_are_joined_without_comparing_each_with_each()
    {
        var asked = new StrongBox<int>();
        Value left = Labelled(0, 2000, asked);
        Value right = Labelled(1000, 3000, asked);

        Value joined = left.Join(right);

        Assert.Equal(Enumerable.Range(0, 3000), Numbers(joined));
        Assert.Same(joined, joined.Join(Labelled(500, 2500, asked)));
        Assert.True(joined.SameAs(Labelled(0, 3000, asked)));
        Assert.False(joined.SameAs(Labelled(1, 3001, asked)));
        Assert.InRange(asked.Value, 1, 50_000);
    }

    [Fact]
    public void A_label_that_stands_twice_is_kept_once()
    {
        var asked = new StrongBox<int>();
        List<Taint> labels = [.. Enumerable.Range(0, 2000).Concat(Enumerable.Range(0, 2000)).Select(number => Label(number, asked))];

        Assert.Equal(Enumerable.Range(0, 2000), Numbers(Value.OfTaints(labels)));
        Assert.InRange(asked.Value, 1, 50_000);
    }

    [Fact]
    public void What_has_become_of_a_label_tells_it_from_others()
    {
        var asked = new StrongBox<int>();
        List<Taint> known = [.. Enumerable.Range(0, 100).Select(number => Label(number, asked))];
        Taint pseudonym = Label(7, asked).AsPseudonym();

        Assert.True(Label(7, asked).IsIn(known));
        Assert.False(Label(100, asked).IsIn(known));
        Assert.False(pseudonym.IsIn(known));
        Assert.False(Label(7, asked).IsKnownFor(pseudonym, known));
        Assert.True(Label(7, asked).IsKnownFor(Label(8, asked), known));
        Assert.InRange(asked.Value, 1, 20);
    }

    private static Value Labelled(int first, int end, StrongBox<int> asked) => Value.OfTaints([.. Enumerable.Range(first, end - first).Select(number => Label(number, asked))]);

    private static Taint Label(int number, StrongBox<int> asked) => new(new CountedOrigin(number, asked), isWhole: false, isPseudonym: false, trace: null);

    private static IEnumerable<int> Numbers(Value value) => value.Taints.Select(taint => ((CountedOrigin)taint.Origin).Number);

    /// <summary>Counts how often it is compared.</summary>
    private sealed class CountedOrigin(int number, StrongBox<int> asked) : Origin
    {
        public int Number { get; } = number;

        public override bool Equals(object? obj)
        {
            asked.Value++;
            return obj is CountedOrigin other && other.Number == Number;
        }

        public override int GetHashCode() => Number;
    }
}

using PrivacyAnalyzers.Flow;
using static PrivacyAnalyzers.Tests.Flow.Parts.FlowSymbols;

namespace PrivacyAnalyzers.Tests.Flow.Parts;

/// <summary>What is known of a value: joined where ways meet, with nothing lost, and the same where nothing is new.</summary>
public class ValueAlgebraTests
{
    private static readonly Taint LabelA = Label(0);
    private static readonly Taint LabelB = Label(1);
    private static readonly AbstractObject ObjectA = Object(1);
    private static readonly AbstractObject ObjectB = Object(2);
    private static readonly Value A = Value.Of(LabelA);
    private static readonly Value B = Value.Of(LabelB);
    private static readonly Value Referring = Value.Of(ObjectA);

    [Fact]
    public void Nothing_is_known_of_the_unknown()
    {
        Assert.True(Value.Unknown.IsEmpty);
        Assert.False(Value.Unknown.IsClean);
        Assert.False(Value.Unknown.IsDecided);
        Assert.True(Value.Clean.IsEmpty);
        Assert.True(Value.Clean.IsClean);
        Assert.True(Value.Clean.IsDecided);
        Assert.False(A.IsEmpty);
        Assert.False(Referring.IsEmpty);
        Assert.False(A.IsClean);
        Assert.False(Referring.IsClean);
        Assert.False(Value.Of(LabelA, ObjectA).IsClean);
    }

    [Fact]
    public void Pseudonyms_alone_are_decided()
    {
        Value pseudonym = Value.Of(Label(0, isPseudonym: true));

        Assert.True(pseudonym.IsDecided);
        Assert.False(pseudonym.Join(B).IsDecided);
        Assert.False(A.IsDecided);
        Assert.False(Referring.IsDecided);
    }

    [Fact]
    public void A_value_is_made_of_labels_and_objects()
    {
        Assert.Same(Value.Unknown, Value.OfTaints([]));
        Assert.Equal([LabelA, LabelB], Value.OfTaints([LabelA, LabelB, Label(0)]).Taints);
        Assert.Equal([LabelA, LabelB], Value.OfTaints([LabelA, Label(0), LabelB]).Taints);
        Assert.False(Value.OfTaints([LabelA]).IsClean);
        Assert.Same(Value.Unknown, Value.OfDistinct([], []));
        Assert.Same(Referring, Value.OfDistinct([], [ObjectA]));
        Assert.Equal([ObjectA, ObjectB], Value.OfDistinct([], [ObjectA, ObjectB]).Objects);
        Assert.Empty(Value.OfDistinct([], [ObjectA, ObjectB]).Taints);
        Assert.False(Value.OfDistinct([], [ObjectA, ObjectB]).IsClean);
        Assert.Equal([LabelA], Value.OfDistinct([LabelA], []).Taints);
        Assert.Empty(Value.OfDistinct([LabelA], []).Objects);
        Assert.Equal([ObjectA], Value.OfDistinct([LabelA], [ObjectA]).Objects);
        Assert.False(Value.OfDistinct([LabelA], [ObjectA]).IsClean);
        Assert.Equal([LabelA], Value.Of(LabelA, ObjectA).Taints);
        Assert.Equal([ObjectA], Value.Of(LabelA, ObjectA).Objects);
    }

    [Fact]
    public void A_label_is_added_once()
    {
        Assert.Same(A, A.WithTaint(Label(0)));
        Assert.Equal([LabelA, LabelB], A.WithTaint(LabelB).Taints);
        Assert.Equal([ObjectA], Referring.WithTaint(LabelB).Objects);
        Assert.False(Value.Clean.WithTaint(LabelB).IsClean);
    }

    [Fact]
    public void Objects_are_exchanged()
    {
        Value both = Value.Of(LabelA, ObjectA);

        Assert.Same(both, both.WithObjects(both.Objects));
        Assert.Same(Value.Of(ObjectB), Referring.WithObjects([ObjectB]));
        Assert.Equal([ObjectA, ObjectB], Referring.WithObjects([ObjectA, ObjectB]).Objects);
        Assert.Equal([LabelA], both.WithObjects([ObjectB]).Taints);
        Assert.Equal([ObjectB], both.WithObjects([ObjectB]).Objects);
        Assert.True(Value.Clean.WithObjects([]).IsClean);
        Assert.False(Value.Clean.WithObjects([ObjectA, ObjectB]).IsClean);
        Assert.False(Referring.WithObjects([]).IsClean);
    }

    [Fact]
    public void Labels_and_objects_are_parted()
    {
        Value both = Value.Of(LabelA, ObjectA);

        Assert.Same(A, A.TaintsOnly);
        Assert.Equal([LabelA], both.TaintsOnly.Taints);
        Assert.Empty(both.TaintsOnly.Objects);
        Assert.Same(both.TaintsOnly, both.TaintsOnly);
        Assert.Same(Value.Unknown, Value.Of(Object(1)).TaintsOnly);
        Assert.False(both.TaintsOnly.IsClean);
        Assert.Same(Value.Clean, Value.Clean.TaintsOnly);
        Assert.Same(Value.Clean, Value.Clean.WithoutTaints());
        Assert.Same(Referring, Referring.WithoutTaints());
        Assert.Same(Value.Unknown, A.WithoutTaints());
        Assert.Same(Referring, both.WithoutTaints());
        Value many = Value.OfDistinct([LabelA], [ObjectA, ObjectB]).WithoutTaints();
        Assert.Equal([ObjectA, ObjectB], many.Objects);
        Assert.Empty(many.Taints);
        Assert.False(many.IsClean);
    }

    [Fact]
    public void Labels_are_changed()
    {
        Value value = Value.OfDistinct([LabelA, LabelB], [ObjectA]);
        Value changed = value.Map(label => label == LabelB ? label.AsWhole() : label);

        Assert.Same(value, value.Map(label => label));
        Assert.Same(LabelA, changed.Taints[0]);
        Assert.True(changed.Taints[1].IsWhole);
        Assert.False(value.Taints[1].IsWhole);
        Assert.Equal([ObjectA], changed.Objects);
        Assert.False(changed.IsClean);
        Assert.Equal([LabelB], value.Map(_ => LabelB).Taints);
        Assert.Equal([true, true], value.Map(static label => label.AsWhole()).Taints.Select(static label => label.IsWhole));
    }

    [Fact]
    public void Labels_go_on_their_way()
    {
        Microsoft.CodeAnalysis.SyntaxNode node = Node("there");
        Taint gone = LabelA.At(node, "there");
        Value value = Value.OfDistinct([gone, LabelB], [ObjectA]);
        Value moved = value.At(node, "there");

        Assert.Same(gone, moved.Taints[0]);
        Assert.Equal("there", moved.Taints[1].Trace!.Text);
        Assert.Null(value.Taints[1].Trace);
        Assert.Equal([ObjectA], moved.Objects);
        Assert.Same(moved, moved.At(node, "there"));
        Assert.Equal(["here", "here"], value.At(Node("here"), "here").Taints.Select(static label => label.Trace!.Text));
        Assert.Same(Value.Clean, Value.Clean.At(node, "there"));
    }

    [Fact]
    public void A_join_knows_what_both_know()
    {
        Value left = Value.OfDistinct([LabelA], [ObjectA]);
        Value right = Value.OfDistinct([Label(0), LabelB], [ObjectB, ObjectA]);
        Value joined = left.Join(right);

        Assert.Equal([LabelA, LabelB], joined.Taints);
        Assert.Equal([ObjectA, ObjectB], joined.Objects);
        Assert.Equal([LabelA], left.Taints);
        Assert.Same(joined, joined.Join(right));
        Assert.Same(joined, joined.Join(left));
        Assert.Equal([LabelA, LabelB], A.Join(B).Taints);
        Assert.Equal([ObjectA], A.Join(Referring).Objects);
        Assert.Equal([LabelA], A.Join(Referring).Taints);
        Assert.Equal([LabelA], Referring.Join(A).Taints);
        Assert.Equal([ObjectA, ObjectB], Referring.Join(Value.Of(ObjectB)).Objects);
        Assert.Equal([LabelA], left.Join(Value.Of(ObjectB)).Taints);
        Assert.Equal([ObjectA], left.Join(B).Objects);
    }

    /// <summary>What is joined with itself and more is that: it is handed on and not copied.</summary>
    [Fact]
    public void A_join_with_what_begins_alike_is_the_longer_one()
    {
        Value longer = Value.OfDistinct([LabelA, LabelB], [ObjectA, ObjectB]);

        Assert.Same(longer, Value.Of(LabelA, ObjectA).Join(longer));
        Assert.Same(longer, longer.Join(Value.Of(LabelA, ObjectA)));
        Assert.Same(longer.Taints, Value.JoinTaints([LabelA], longer.Taints));
    }

    [Fact]
    public void Objects_that_grow_old_are_exchanged_and_others_stay()
    {
        AbstractObject older = Object(9, ObjectKind.Older);
        AbstractObject third = Object(3);
        Value value = Value.OfDistinct([LabelA], [ObjectA, ObjectB, third]);

        Assert.Equal([older, ObjectB, third], value.Aged(new() { [ObjectA] = older }).Objects);
        Assert.Equal([ObjectA, older], value.Aged(new() { [ObjectB] = older, [third] = older }).Objects);
        Assert.Equal([LabelA], value.Aged(new() { [ObjectB] = older }).Taints);
        Assert.Same(value, value.Aged([]));
    }

    [Fact]
    public void A_join_is_clean_where_both_are()
    {
        Assert.Same(Value.Clean, Value.Clean.Join(Value.Clean));
        Assert.False(Value.Clean.Join(Value.Unknown).IsClean);
        Assert.False(Value.Unknown.Join(Value.Clean).IsClean);
        Assert.False(A.Join(Value.Clean).IsClean);
        Assert.False(Value.Clean.Join(A).IsClean);
        Assert.Same(A, A.Join(Value.Unknown));
        Assert.Same(A, A.Join(Value.Clean));
        Assert.Same(A, Value.Unknown.Join(A));
        Assert.Same(A, Value.Clean.Join(A));
        Assert.Same(Value.Unknown, Value.Unknown.Join(Value.Unknown));
        Assert.Equal([LabelA], A.Join(Value.Unknown).Taints);
        Assert.Same(Referring, Referring.Join(Value.Clean));
    }

    [Fact]
    public void What_is_joined_keeps_the_way_of_the_first()
    {
        Taint first = Label(0, trace: new TraceStep(null, Node("one"), "one"));
        Taint second = Label(0, trace: new TraceStep(null, Node("two"), "two"));

        Assert.Equal("one", Value.Of(first).Join(Value.Of(second)).Taints.Single().Trace!.Text);
    }

    [Fact]
    public void Values_are_the_same_in_any_order()
    {
        Value value = Value.OfDistinct([LabelA, LabelB], [ObjectA, ObjectB]);

        Assert.True(value.SameAs(value));
        Assert.True(value.SameAs(Value.OfDistinct([Label(1), Label(0)], [ObjectB, ObjectA])));
        Assert.False(value.SameAs(Value.OfDistinct([LabelA], [ObjectA, ObjectB])));
        Assert.False(value.SameAs(Value.OfDistinct([LabelA, LabelB], [ObjectA])));
        Assert.False(value.SameAs(Value.OfDistinct([LabelA, Label(2)], [ObjectA, ObjectB])));
        Assert.False(value.SameAs(Value.OfDistinct([LabelA, LabelB], [ObjectA, Object(3)])));
        Assert.False(Value.Clean.SameAs(Value.Unknown));
        Assert.True(A.SameAs(Value.Of(Label(0))));
    }

    /// <summary>Sixteen are asked one by one, more by their hashes: what comes out is the same.</summary>
    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(40)]
    public void Few_and_many_are_joined_alike(int count)
    {
        AbstractObject[] objects = [.. Enumerable.Range(0, count + 5).Select(number => Object(number))];
        Value left = Value.OfDistinct([.. Enumerable.Range(0, count).Select(number => Label(number))], [.. objects.Take(count)]);
        Value right = Value.OfDistinct([.. Enumerable.Range(5, count).Select(number => Label(number))], [.. objects.Skip(5)]);

        Value joined = left.Join(right);

        Assert.Equal(Enumerable.Range(0, count + 5), joined.Taints.Select(label => ((InputOrigin)label.Origin).Path.Root.Ordinal));
        Assert.Equal(objects, joined.Objects);
        Assert.Equal(Enumerable.Range(0, count), Value.OfTaints([.. left.Taints, .. left.Taints]).Taints.Select(label => ((InputOrigin)label.Origin).Path.Root.Ordinal));
        Assert.True(joined.SameAs(right.Join(left)));
        Assert.False(left.SameAs(right));
    }
}

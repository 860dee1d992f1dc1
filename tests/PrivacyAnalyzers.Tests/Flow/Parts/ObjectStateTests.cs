using PrivacyAnalyzers.Flow;
using static PrivacyAnalyzers.Tests.Flow.Parts.FlowSymbols;

namespace PrivacyAnalyzers.Tests.Flow.Parts;

/// <summary>What the parts of an object hold: kept apart, and joined where ways meet.</summary>
public class ObjectStateTests
{
    private static readonly AccessStep First = AccessStep.ForKey("1");
    private static readonly AccessStep Second = AccessStep.ForKey("2");
    private static readonly AccessStep Text = Step("Node.Text");
    private static readonly Value A = Value.Of(Label(0));
    private static readonly Value B = Value.Of(Label(1));
    private static readonly Value C = Value.Of(Label(2));
    private static readonly AbstractObject Holder = Object(1);

    [Fact]
    public void What_is_written_is_there()
    {
        ObjectState state = ObjectState.Empty.Set(First, A).Set(Second, B);

        Assert.Equal(2, state.Count);
        Assert.Equal((First, A), state[0]);
        Assert.Equal((Second, B), state[1]);
        Assert.True(state.TryGet(Second, out Value value));
        Assert.Same(B, value);
        Assert.True(state.TryGet(First, out value));
        Assert.Same(A, value);
        Assert.False(state.TryGet(Text, out value));
        Assert.Same(Value.Unknown, value);
    }

    [Fact]
    public void Writing_leaves_the_state_before_as_it_was()
    {
        ObjectState before = ObjectState.Empty.Set(First, A).Set(Second, B);
        ObjectState after = before.Set(First, C);

        Assert.Same(A, before[0].Value);
        Assert.Same(C, after[0].Value);
        Assert.Same(B, after[1].Value);
        Assert.Equal(2, after.Count);
        Assert.Same(before, before.Set(Second, B));
    }

    [Fact]
    public void A_state_is_made_of_its_parts()
    {
        Assert.Same(ObjectState.Empty, ObjectState.Of([], []));
        Assert.Equal((Text, B), ObjectState.Of([First, Text], [A, B])[1]);
    }

    [Fact]
    public void Parts_are_removed()
    {
        ObjectState state = ObjectState.Of([First, Text, Second], [A, B, C]);
        ObjectState rest = state.Remove(step => step.IsElement);

        Assert.Same(state, state.Remove(step => step.Equals(AccessStep.Content)));
        Assert.Equal(1, rest.Count);
        Assert.Equal((Text, B), rest[0]);
        Assert.Equal(3, state.Count);
        Assert.Equal(0, state.Remove(_ => true).Count);
    }

    [Fact]
    public void An_object_that_is_no_longer_the_latest_is_called_the_older_one()
    {
        AbstractObject fresh = Object(2);
        AbstractObject older = Object(3, ObjectKind.Older);
        ObjectState state = ObjectState.Of([First, Text, Second], [Value.Of(fresh), A, Value.Of(Label(3), fresh)]);
        ObjectState aged = state.Aged(new() { [fresh] = older });

        Assert.Equal([older], aged[0].Value.Objects);
        Assert.Same(A, aged[1].Value);
        Assert.Equal([older], aged[2].Value.Objects);
        Assert.Equal([fresh], state[0].Value.Objects);
        Assert.Same(state, state.Aged(new() { [Object(4)] = older }));
        Assert.Equal(3, aged.Count);
    }

    [Fact]
    public void What_both_know_is_joined()
    {
        ObjectState left = ObjectState.Of([First, Text], [A, B]);
        ObjectState right = ObjectState.Of([Text, First], [C, A]);
        ObjectState joined = left.Join(right, Holder, Nothing);

        Assert.Equal(2, joined.Count);
        Assert.Same(A, joined[0].Value);
        Assert.True(joined[1].Value.SameAs(B.Join(C)));
        Assert.Same(B, left[1].Value);
        Assert.Same(left, left.Join(left, Holder, Nothing));
        Assert.Same(joined, joined.Join(right, Holder, Nothing));
        Assert.True(right.Join(left, Holder, Nothing)[0].Value.SameAs(B.Join(C)));
    }

    [Fact]
    public void What_one_of_them_does_not_name_is_as_it_was_at_first()
    {
        var asked = new List<(AbstractObject, AccessStep)>();
        Value Initial(AbstractObject holder, AccessStep step)
        {
            asked.Add((holder, step));
            return C;
        }

        ObjectState left = ObjectState.Of([Text, First], [A, A]);
        ObjectState right = ObjectState.Of([Second, First, AccessStep.Content], [B, A, B]);
        ObjectState joined = left.Join(right, Holder, Initial);

        Assert.Equal([Text, First, Second, AccessStep.Content], Enumerable.Range(0, joined.Count).Select(i => joined[i].Step));
        Assert.True(joined[0].Value.SameAs(A.Join(C)));
        Assert.Same(A, joined[1].Value);
        Assert.True(joined[2].Value.SameAs(C.Join(B)));
        Assert.True(joined[3].Value.SameAs(C.Join(B)));
        Assert.Equal([(Holder, Text), (Holder, Second), (Holder, AccessStep.Content)], asked);
        Assert.Same(A, left[0].Value);
    }

    [Fact]
    public void One_element_may_be_any_that_was_put_there()
    {
        ObjectState any = ObjectState.Of([AccessStep.Element], [A]);
        ObjectState one = ObjectState.Of([First], [B]);

        ObjectState joined = any.Join(one, Holder, Nothing);
        Assert.True(joined.TryGet(First, out Value first));
        Assert.True(first.SameAs(A.Join(B)));

        ObjectState other = one.Join(any, Holder, Nothing);
        Assert.True(other.TryGet(First, out first));
        Assert.True(first.SameAs(A.Join(B)));
    }

    [Fact]
    public void A_member_is_no_element()
    {
        ObjectState any = ObjectState.Of([AccessStep.Element], [A]);

        Assert.True(any.Join(ObjectState.Of([Text], [B]), Holder, Nothing).TryGet(Text, out Value text));
        Assert.True(text.SameAs(B));
    }

    [Fact]
    public void All_that_is_new_in_a_join_is_there()
    {
        ObjectState joined = ObjectState.Of([First, Text], [A, A]).Join(ObjectState.Of([First, Text], [B, C]), Holder, Nothing);

        Assert.True(joined[0].Value.SameAs(A.Join(B)));
        Assert.True(joined[1].Value.SameAs(A.Join(C)));
        Assert.Equal(4, ObjectState.Of([First], [A]).Join(ObjectState.Of([Second, Text, First, AccessStep.Content], [A, A, A, A]), Holder, Nothing).Count);
    }

    [Fact]
    public void A_union_asks_nothing_of_what_one_of_them_does_not_name()
    {
        ObjectState union = ObjectState.Of([First, Text], [A, B]).Union(ObjectState.Of([Second, First], [C, B]));

        Assert.Equal([First, Text, Second], Enumerable.Range(0, union.Count).Select(i => union[i].Step));
        Assert.True(union[0].Value.SameAs(A.Join(B)));
        Assert.Same(B, union[1].Value);
        Assert.Same(C, union[2].Value);
    }

    private static Value Nothing(AbstractObject holder, AccessStep step) => Value.Unknown;
}

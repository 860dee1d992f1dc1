using PrivacyAnalyzers.Flow;
using static PrivacyAnalyzers.Tests.Flow.Parts.FlowSymbols;

namespace PrivacyAnalyzers.Tests.Flow.Parts;

/// <summary>What is known at one point: what copies share, what grows old, what is forgotten, and what is left where ways meet.</summary>
public class FlowStateTests
{
    private static readonly AccessStep Text = Step("Node.Text");
    private static readonly Value A = Value.Of(Label(0));
    private static readonly Value B = Value.Of(Label(1));
    private static readonly Value C = Value.Of(Label(2));

    [Fact]
    public void What_grows_old_on_one_way_is_as_it_was_on_the_other()
    {
        AbstractObject fresh = Object(1);
        AbstractObject older = Object(2, ObjectKind.Older);
        FlowState state = With((fresh, A));
        state.Set(1, Value.Of(fresh));
        state.Set(2, A);
        FlowState copy = state.Copy();

        int looked = copy.Age(new() { [fresh] = older });

        Assert.Equal([older], copy.Get(1)!.Objects);
        Assert.Same(A, copy.Get(2));
        Assert.False(copy.Knows(fresh));
        Assert.Same(A, Held(copy, older));
        Assert.Equal([fresh], state.Get(1)!.Objects);
        Assert.Same(A, Held(state, fresh));
        Assert.False(state.Knows(older));

        // Two variables, one of which refers to an object, and a part that refers to none.
        Assert.Equal(4, looked);
    }

    [Fact]
    public void How_many_objects_move_aside_is_how_many_came_later()
    {
        FlowState state = With((Object(1), A), (Object(3), A), (Object(5), A));

        Assert.Equal([3, 0, 2, 0, 1, 0, 0], Enumerable.Range(0, 7).Select(id => state.After(Object(id))));
    }

    [Fact]
    public void Where_ways_meet_an_object_of_one_way_is_as_it_made_it_and_an_input_may_be_as_it_was()
    {
        AbstractObject[] made = [Object(1), Object(2), Object(7)];
        AbstractObject[] inputs = [Object(3, ObjectKind.Input), Object(4, ObjectKind.Input), Object(6, ObjectKind.Opaque)];
        FlowState state = With((made[0], A), (inputs[0], A), (inputs[2], A));
        FlowState other = With((made[1], B), (inputs[0], B), (inputs[1], B), (made[2], B));
        FlowState before = state.Copy();
        int version = state.Version;

        Assert.True(state.JoinWith(other, static (_, _) => C, static _ => null));

        Assert.Equal([1, 2, 3, 4, 6, 7], state.Objects.Select(static known => known.Object.Id));
        Assert.Same(A, Held(state, made[0]));
        Assert.Same(B, Held(state, made[1]));
        Assert.Same(B, Held(state, made[2]));
        Assert.True(Held(state, inputs[0]).SameAs(A.Join(B)));
        Assert.True(Held(state, inputs[1]).SameAs(C.Join(B)));
        Assert.True(Held(state, inputs[2]).SameAs(A.Join(C)));
        Assert.Equal(version + 1, state.Version);
        Assert.Equal([1, 3, 6], before.Objects.Select(static known => known.Object.Id));
        Assert.Same(A, Held(before, inputs[0]));
        Assert.Equal([2, 3, 4, 7], other.Objects.Select(static known => known.Object.Id));

        // What is known already changes nothing.
        Assert.False(state.JoinWith(other, static (_, _) => C, static _ => null));
        Assert.Equal(version + 1, state.Version);
    }

    [Fact]
    public void An_object_that_both_made_holds_what_either_put_into_it()
    {
        AbstractObject made = Object(1);
        FlowState state = With((made, A), (Object(2), A));

        Assert.True(state.JoinWith(With((made, B)), static (_, _) => C, static _ => null));
        Assert.True(Held(state, made).SameAs(A.Join(B)));
        Assert.False(state.JoinWith(With((made, A)), static (_, _) => C, static _ => null));
    }

    [Fact]
    public void The_last_input_that_one_way_wrote_may_be_as_it_was_too()
    {
        AbstractObject made = Object(1);
        AbstractObject input = Object(9, ObjectKind.Input);
        FlowState state = With((made, A), (input, A));

        Assert.True(state.JoinWith(With((made, A)), static (_, _) => C, static _ => null));
        Assert.True(Held(state, input).SameAs(A.Join(C)));
    }

    [Fact]
    public void What_is_written_after_ways_have_met_stays_on_its_way()
    {
        AbstractObject made = Object(1);
        FlowState state = With();
        FlowState other = With((made, A));
        FlowState copy = state.Copy();
        Assert.True(state.JoinWith(other, static (_, _) => C, static _ => null));
        FlowState shared = state.Copy();
        state.SetParts(made, ObjectState.Empty.Set(Text, B));

        Assert.Same(B, Held(state, made));
        Assert.Same(A, Held(shared, made));
        Assert.Same(A, Held(other, made));
        Assert.False(copy.Knows(made));
    }

    [Fact]
    public void A_variable_that_one_way_has_not_set_is_as_it_was_at_first()
    {
        var state = new FlowState();
        var other = new FlowState();
        foreach (int slot in (int[])[1, 2, 4])
            state.Set(slot, A);
        foreach (int slot in (int[])[1, 3, 5])
            other.Set(slot, B);
        FlowState before = state.Copy();
        int version = state.Version;

        Assert.True(state.JoinWith(other, static (_, _) => Value.Unknown, static slot => slot < 4 ? C : null));

        Assert.True(state.Get(1)!.SameAs(A.Join(B)));
        Assert.True(state.Get(2)!.SameAs(A.Join(C)));
        Assert.True(state.Get(3)!.SameAs(C.Join(B)));
        Assert.Same(A, state.Get(4));
        Assert.Same(B, state.Get(5));
        Assert.Equal(version + 4, state.Version);
        Assert.Same(A, before.Get(1));
        Assert.Null(before.Get(3));
        Assert.Null(other.Get(2));
    }

    [Fact]
    public void What_nothing_refers_to_any_more_is_forgotten()
    {
        AbstractObject alone = Object(1);
        AbstractObject inside = Object(2);
        AbstractObject holder = Object(3);
        AbstractObject input = Object(4, ObjectKind.Input);
        AbstractObject returned = Object(5);
        FlowState state = With((alone, A), (inside, A), (input, A), (returned, A));
        state.SetParts(holder, ObjectState.Empty.Set(Text, Value.Of(inside)));
        state.Set(1, Value.Of(alone));
        state.Set(2, Value.Of(holder));
        state.Set(3, A);
        FlowState copy = state.Copy();

        // Text keeps nothing alive.
        state.Forget([3, 9], Value.Of(returned));
        Assert.Equal([1, 2, 3, 4, 5], state.Objects.Select(static known => known.Object.Id));
        Assert.Null(state.Get(3));

        state.Forget([1], Value.Of(returned));
        Assert.Equal([2, 3, 4, 5], state.Objects.Select(static known => known.Object.Id));
        Assert.Null(state.Get(1));
        Assert.Equal([holder], state.Get(2)!.Objects);
        Assert.Equal([1, 2, 3, 4, 5], copy.Objects.Select(static known => known.Object.Id));
        Assert.Equal([alone], copy.Get(1)!.Objects);
    }

    private static FlowState With(params (AbstractObject Object, Value Text)[] objects)
    {
        var state = new FlowState();
        foreach ((AbstractObject @object, Value text) in objects)
            state.SetParts(@object, ObjectState.Empty.Set(Text, text));
        return state;
    }

    private static Value Held(FlowState state, AbstractObject @object) => state.PartsOf(@object).TryGet(Text, out Value value) ? value : Value.Unknown;
}

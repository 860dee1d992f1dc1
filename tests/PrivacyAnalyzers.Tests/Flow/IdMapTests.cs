using CsCheck;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>The map that states are made of, held against the library's.</summary>
public class IdMapTests
{
    private static readonly Gen<(int Kind, int Id)> Step = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 12]);

    [Fact]
    public void It_is_a_map() => Step.List[0, 60].Sample(steps =>
    {
        var map = new IdMap<string>();
        var model = new SortedDictionary<int, string>();
        for (int i = 0; i < steps.Count; i++)
        {
            (int kind, int id) = steps[i];
            switch (kind)
            {
                case 0 or 1:
                    map.Set(id, "at " + i);
                    model[id] = "at " + i;
                    break;
                case 2:
                    map.Remove(id);
                    model.Remove(id);
                    break;
                default:
                    map.Keep([.. model.Keys.Select(key => key % 3 != id % 3)]);
                    foreach (int gone in model.Keys.Where(key => key % 3 == id % 3).ToArray())
                        model.Remove(gone);
                    break;
            }

            Assert.Equal(model.Select(pair => (pair.Key, pair.Value)), Enumerable.Range(0, map.Count).Select(index => map[index]));
            Assert.Equal(model.ContainsKey(id), map.TryGet(id, out _));
            Assert.Equal(model.Keys.ToList().IndexOf(id), Math.Max(-1, map.IndexOf(id)));
        }
    });

    [Fact]
    public void Changes_give_a_copy() => Gen.Select(Gen.Int[0, 12].List[0, 12], Gen.Int[0, 12].List[0, 12]).Sample((before, changed) =>
    {
        var map = new IdMap<string>();
        var model = new SortedDictionary<int, string>();
        foreach (int id in before)
        {
            map.Set(id, "before");
            model[id] = "before";
        }

        IdMap<string> changedMap = map.With([.. changed.Distinct().Order().Select(id => (id, "changed"))]);
        Assert.Equal(model.Select(pair => (pair.Key, pair.Value)), Enumerable.Range(0, map.Count).Select(index => map[index]));
        foreach (int id in changed)
            model[id] = "changed";
        Assert.Equal(model.Select(pair => (pair.Key, pair.Value)), Enumerable.Range(0, changedMap.Count).Select(index => changedMap[index]));
    });

    [Fact]
    public void A_copy_is_its_own()
    {
        var map = new IdMap<string>();
        map.Set(1, "one");
        IdMap<string> copy = map.Copy();
        Assert.False(copy.IsSameAs(map));
        Assert.Equal((1, "one"), copy[0]);
        copy.Set(0, "none");
        copy.Set(1, "another");
        Assert.Equal((1, "one"), map[0]);
        Assert.Equal(1, map.Count);
        Assert.Equal(2, copy.Count);
    }

    [Fact]
    public void A_copy_has_room_for_a_few_more()
    {
        var map = new IdMap<string>();
        map.Set(1, "one");
        IdMap<string> copy = map.Copy();
        IdMap<string> same = copy;
        copy.Set(2, "two");
        copy.Set(3, "three");
        Assert.True(copy.IsSameAs(same));
        copy.Set(4, "four");
        Assert.False(copy.IsSameAs(same));
    }

    /// <summary>What is dropped is let go: a state may live long.</summary>
    [Fact]
    public void What_is_gone_is_kept_alive_by_nothing()
    {
        var map = new IdMap<object>();
        WeakReference[] gone = Fill(ref map);
        map.Remove(1);
        map.Keep([true, false, false]);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.Equal([true, false, false, false], gone.Select(each => each.IsAlive));
        Assert.Equal(1, map.Count);
        Assert.NotNull(map[0].Item);
    }

    [Fact]
    public void What_is_not_there_is_not_found()
    {
        var map = new IdMap<string>();
        Assert.Equal(~0, map.IndexOf(5));
        Assert.False(map.TryGet(5, out string none));
        Assert.Null(none);
        map.Set(5, "five");
        Assert.Equal(0, map.IndexOf(5));
        Assert.Equal(~0, map.IndexOf(4));
        Assert.Equal(~1, map.IndexOf(6));
        Assert.True(map.TryGet(5, out string five));
        Assert.Equal("five", five);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference[] Fill(ref IdMap<object> map)
    {
        var all = new WeakReference[4];
        for (int i = 0; i < all.Length; i++)
        {
            var item = new object();
            all[i] = new WeakReference(item);
            map.Set(i, item);
        }

        return all;
    }
}

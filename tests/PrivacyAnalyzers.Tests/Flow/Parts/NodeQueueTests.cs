using CsCheck;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Tests.Flow.Parts;

/// <summary>The nodes that wait, held against a sorted set.</summary>
public class NodeQueueTests
{
    [Fact]
    public void The_first_that_waits_is_taken() => Gen.Int[-1, 9].List[0, 40].Sample(steps =>
    {
        var queue = new NodeQueue(10);
        var model = new SortedSet<int>();
        foreach (int step in steps)
        {
            if (step >= 0)
            {
                queue.Add(step);
                model.Add(step);
                continue;
            }

            bool any = queue.TryTake(out int node);
            Assert.Equal(model.Count > 0, any);
            if (any)
            {
                Assert.Equal(model.Min, node);
                model.Remove(node);
            }
        }
    });
}

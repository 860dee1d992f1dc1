using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Tests.Flow.Parts;

/// <summary>Work that goes deeper than one stack: on which threads it runs, how it ends, and what is left then.</summary>
public class DeepStackTests
{
    [Fact]
    public void After_fifty_levels_of_the_callers_and_a_thousand_of_each_further_one_it_goes_on_on_another()
    {
        var threads = new List<int>();
        Down(new DeepStack(), 2_060, threads.Add);

        Assert.Equal([50, 1_000, 1_000, 10], Runs(threads));
        Assert.Equal(Environment.CurrentManagedThreadId, threads[0]);
    }

    [Fact]
    public void What_has_come_back_leaves_the_levels_as_they_were()
    {
        var stack = new DeepStack();
        var threads = new List<int>();
        for (int i = 0; i < 3; i++)
        {
            Down(stack, 60, static _ => { });
            Down(stack, 60, threads.Add);
        }

        stack.Run(0, _ => stack.RunAfresh(0, _ => 0) + Down(stack, 50, threads.Add));

        Assert.Equal([50, 10, 50, 10, 50, 10, 49, 1], Runs(threads));
        Assert.False(stack.IsFresh);
    }

    [Fact]
    public void An_exception_comes_out_and_the_stacks_are_free_again()
    {
        var stack = new DeepStack();
        for (int i = 0; i < 150; i++)
        {
            Assert.Equal("inside", Assert.Throws<InvalidOperationException>(() => stack.RunAfresh(0, int (_) => throw new InvalidOperationException("inside"))).Message);
            Assert.Equal("here", Assert.Throws<InvalidOperationException>(() => stack.Run(0, int (_) => throw new InvalidOperationException("here"))).Message);
        }

        Assert.Equal(7, stack.RunAfresh(7, static given => given));
    }

    [Fact]
    public void Beyond_a_hundred_stacks_there_is_none()
    {
        Assert.Equal(100, Nested(new DeepStack(), 100));
        Assert.Throws<InsufficientExecutionStackException>(() => Nested(new DeepStack(), 101));
    }

    [Fact]
    public void A_stack_is_fresh_for_the_first_that_runs_on_it()
    {
        var stack = new DeepStack();

        Assert.False(stack.IsFresh);
        Assert.False(stack.Run(stack, static own => own.IsFresh));
        Assert.True(stack.RunAfresh(stack, static own => own.IsFresh));
        Assert.True(stack.RunAfresh(stack, static own => own.Run(own, static same => same.IsFresh)));
        Assert.False(stack.RunAfresh(stack, static own => own.Run(own, static same => same.Run(same, static last => last.IsFresh))));
    }

    /// <summary>A process that ends waits for none of them.</summary>
    [Fact]
    public void Its_threads_keep_no_process_alive() => Assert.True(new DeepStack().RunAfresh(0, static _ => Thread.CurrentThread.IsBackground));

    private static int Down(DeepStack stack, int levels, Action<int> seen) => stack.Run(levels, left =>
    {
        seen(Environment.CurrentManagedThreadId);
        return left == 1 ? 0 : Down(stack, left - 1, seen);
    });

    private static int Nested(DeepStack stack, int stacks) => stacks == 0 ? 0 : stack.RunAfresh(stacks, left => 1 + Nested(stack, left - 1));

    /// <summary>How often each thread stands there in turn.</summary>
    private static List<int> Runs(List<int> threads)
    {
        var runs = new List<int>();
        for (int i = 0; i < threads.Count; i++)
        {
            if (i > 0 && threads[i] == threads[i - 1])
                runs[^1]++;
            else
                runs.Add(1);
        }

        return runs;
    }
}

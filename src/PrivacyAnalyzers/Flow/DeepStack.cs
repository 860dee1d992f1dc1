using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Work that may go deeper than a thread's stack: where that is nearly used up it goes on on another thread, while this one waits. How deep a
/// chain of calls can be followed then does not depend on where the question began.
/// </summary>
internal sealed class DeepStack
{
    private const int Bytes = 16 * 1024 * 1024;

    /// <summary>Stacks on top of each other: above a hundred thousand methods that each call the next.</summary>
    private const int MaxStacks = 16;

    private int _stacks;

    /// <summary>The work's result, and its exceptions.</summary>
    /// <exception cref="InsufficientExecutionStackException">All of these stacks are used up.</exception>
    public T Run<T, TArgument>(TArgument argument, Func<TArgument, T> work)
    {
        if (HasRoom())
            return work(argument);
        T result = default!;
        ExceptionDispatchInfo? fault = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work(argument);
                }
                catch (Exception exception)
                {
                    fault = ExceptionDispatchInfo.Capture(exception);
                }
            },
            Bytes) { IsBackground = true };
        _stacks++;
        thread.Start();
        thread.Join();
        _stacks--;
        fault?.Throw();
        return result;
    }

    private bool HasRoom()
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return true;
        }
        catch (InsufficientExecutionStackException) when (_stacks < MaxStacks)
        {
            return false;
        }
    }
}

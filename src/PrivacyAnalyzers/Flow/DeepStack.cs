using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Work that may go deeper than a thread's stack: after so many levels it goes on on another thread, while this one waits. How deep a chain of
/// calls can be followed then does not depend on where the question began. One session's: never used by two threads at once.
/// </summary>
internal sealed class DeepStack
{
    private const int Bytes = 16 * 1024 * 1024;

    /// <summary>On a stack of unknown size, of which an unknown part is used.</summary>
    private const int LevelsOfCaller = 50;

    /// <summary>What is left for the expressions of each body is about the same.</summary>
    private const int LevelsOfOwn = 1_000;

    /// <summary>Stacks on top of each other: enough for a hundred thousand methods that each call the next.</summary>
    private const int MaxStacks = 100;

    private int _stacks;
    private int _levels;

    /// <summary>Whether nothing else is on this stack: what does not fit here fits nowhere.</summary>
    public bool IsFresh => _stacks > 0 && _levels <= 1;

    /// <summary>The work's result, and its exceptions.</summary>
    /// <exception cref="InsufficientExecutionStackException">All of these stacks are used up.</exception>
    public T Run<T, TArgument>(TArgument argument, Func<TArgument, T> work)
    {
        if (_levels >= (_stacks == 0 ? LevelsOfCaller : LevelsOfOwn) || !HasRoom())
            return RunAfresh((Stack: this, Argument: argument, Work: work), static next => next.Stack.Run(next.Argument, next.Work));
        _levels++;
        try
        {
            return work(argument);
        }
        finally
        {
            _levels--;
        }
    }

    /// <inheritdoc cref="Run"/>
    public T RunAfresh<T, TArgument>(TArgument argument, Func<TArgument, T> work)
    {
        if (_stacks == MaxStacks)
            throw new InsufficientExecutionStackException();
        T result = default!;
        ExceptionDispatchInfo? fault = null;
        int levels = _levels;
        _levels = 0;
        _stacks++;
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
        try
        {
            thread.Start();
            thread.Join();
        }
        finally
        {
            _stacks--;
            _levels = levels;
        }

        fault?.Throw();
        return result;
    }

    private static bool HasRoom()
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return true;
        }
        catch (InsufficientExecutionStackException)
        {
            return false;
        }
    }
}

using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>The way from source to sink, latest step first. Ways are joined without copying them.</summary>
internal sealed class TraceStep
{
    /// <summary>Of a way that gets longer than this the middle goes: nobody reads it, and every call would carry it on.</summary>
    private const int MaxLength = 48;

    /// <summary>How much of such a way stays at each end.</summary>
    private const int Kept = 8;

    private readonly TraceStep? _previous;

    /// <summary>Where two ways were joined: the steps after this one, by their last.</summary>
    private readonly TraceStep? _later;
    private readonly SyntaxNode _node;
    private readonly string _text;
    private readonly int _length;

    public TraceStep(TraceStep? previous, SyntaxNode node, string text)
        : this(previous, node, text, null)
    {
    }

    private TraceStep(TraceStep? previous, SyntaxNode node, string text, TraceStep? later)
    {
        _previous = previous;
        _node = node;
        _text = text;
        _later = later;
        _length = 1 + (previous?._length ?? 0) + (later?._length ?? 0);
    }

    public SyntaxNode Node => _later?.Node ?? _node;

    /// <summary>What stands there, in a word: a variable, a member, a call.</summary>
    public string Text => _later?.Text ?? _text;

    /// <summary>The steps of one way, then this one, then those of another.</summary>
    public static TraceStep Through(TraceStep? before, SyntaxNode node, string text, TraceStep? after)
    {
        var joined = new TraceStep(before, node, text, after);
        return joined._length <= MaxLength ? joined : joined.Shortened();
    }

    /// <summary>The steps of one way, then those of another.</summary>
    public static TraceStep? Continue(TraceStep? before, TraceStep? after)
    {
        if (before is null || after is null)
            return before ?? after;
        var joined = new TraceStep(before._previous, before._node, before._text, before._later is { } later ? Continue(later, after) : after);
        return joined._length <= MaxLength ? joined : joined.Shortened();
    }

    /// <summary>From the latest to the first.</summary>
    public List<TraceStep> Steps()
    {
        var steps = new List<TraceStep>(_length);
        var pending = new Stack<TraceStep>();
        pending.Push(this);
        while (pending.Count > 0)
        {
            TraceStep step = pending.Pop();
            if (step._later is { } later)
            {
                // What comes after it first, then the step itself.
                pending.Push(new TraceStep(step._previous, step._node, step._text));
                pending.Push(later);
                continue;
            }

            steps.Add(step);
            if (step._previous is { } previous)
                pending.Push(previous);
        }

        return steps;
    }

    private TraceStep Shortened()
    {
        List<TraceStep> steps = Steps();
        TraceStep? shortened = null;
        for (int i = steps.Count - 1; i >= 0; i--)
        {
            if (i < Kept || i >= steps.Count - Kept)
                shortened = new TraceStep(shortened, steps[i].Node, steps[i].Text);
        }

        return shortened!;
    }
}

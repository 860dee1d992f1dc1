using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Computes summaries on demand for one root body. Bodies that call each other are solved in rounds, each once a round, by the first of
/// them that was asked for. What they rest on is a guess until a round changes nothing; only then is it stored, so that it does not depend
/// on where the question began. A body whose callees say what they said the round before is not solved again.
/// </summary>
internal sealed class SummarySession(FlowEngine engine, CancellationToken cancellation)
{
    /// <summary>Rounds of a fixed point over mutual recursion; the lattice is finite, this only bounds a bad case.</summary>
    private const int MaxRounds = 16;

    private readonly Dictionary<Question, Frame> _active = [];

    /// <summary>The bodies that rest on one still being computed, as they were solved last.</summary>
    private readonly Dictionary<Question, Attempt> _attempts = [];

    /// <summary>Those of this round, and the outermost frame that each rests on: asked for again, they are not looked at again.</summary>
    private readonly Dictionary<Question, int> _guesses = [];
    private readonly List<Question> _guessed = [];
    private readonly List<Question> _claimed = [];
    private readonly DeepStack _stack = new();
    private Frame? _asking;
    private bool _hasChanged;
    private int _lowest = int.MaxValue;

    public CancellationToken Cancellation { get; } = cancellation;

    public JoinedSummaries Joined { get; } = new();

    public StepBudget Budget { get; } = new();

    public SpareLists<Taint> TaintLists { get; } = new();

    public SpareLists<AbstractObject> ObjectLists { get; } = new();

    /// <summary>
    /// The summary of a method written in this compilation, or of a field's or property's initialiser; <see langword="null"/> where there is
    /// no body to look into.
    /// </summary>
    public MethodSummary? Get(Question question)
    {
        MethodSummary? summary = Find(question);
        _asking?.Note(question, summary);
        return summary;
    }

    /// <summary>Solves a body whose graph is at hand, and all that it asks for.</summary>
    public SolvedBody Solve(Question question, Func<ControlFlowGraph> graph)
    {
        if (engine.Find(question) is null)
            Compute(question, graph());
        return engine.Find(question)!;
    }

    private MethodSummary? Find(Question question)
    {
        if (engine.Find(question) is { } known)
            return known.Summary;
        if (_active.TryGetValue(question, out Frame? active))
        {
            active.IsRecursive = true;
            _lowest = Math.Min(_lowest, active.Depth);
            return active.Assumed;
        }

        if (_guesses.TryGetValue(question, out int lowest))
        {
            _lowest = Math.Min(_lowest, lowest);
            return _attempts[question].Solved.Summary;
        }

        ControlFlowGraph? graph = _attempts.TryGetValue(question, out Attempt? last) ? last.Graph : engine.GraphOf(question.Owner, Cancellation);
        return graph is null ? null : Compute(question, graph);
    }

    private MethodSummary Compute(Question question, ControlFlowGraph graph) =>
        _stack.Run((Session: this, Question: question, Graph: graph), static body => body.Session.ComputeHere(body.Question, body.Graph));

    private MethodSummary ComputeHere(Question question, ControlFlowGraph graph)
    {
        // Nobody solves what another thread is solving, unless that one waits for this one.
        if (!engine.Claims.Take(question, this))
            return engine.Find(question)!.Summary;
        _claimed.Add(question);
        Attempt? last = _attempts.TryGetValue(question, out Attempt? attempt) ? attempt : null;
        var frame = new Frame(_active.Count, last?.Solved.Summary ?? MethodSummary.Trivial);
        _active.Add(question, frame);
        Frame? asking = _asking;
        _asking = frame;
        int outer = _lowest;
        bool hasChanged = _hasChanged;
        int first = _guessed.Count;
        long openSteps = Budget.Open;
        bool isSolved = false;
        try
        {
            last = SolveInRounds(question, graph, frame, last, first, openSteps);
            isSolved = true;
        }
        finally
        {
            if (!isSolved)
                DropGuesses(first);
            _active.Remove(question);
            _asking = asking;
            bool restsOnOuter = _lowest < frame.Depth;
            _hasChanged = hasChanged || (restsOnOuter && _hasChanged);
            _lowest = restsOnOuter ? Math.Min(outer, _lowest) : outer;
            if (!restsOnOuter)
                Budget.Open = openSteps;
            if (frame.Depth == 0)
                Reset();
        }

        return last.Solved.Summary;
    }

    private Attempt SolveInRounds(Question question, ControlFlowGraph graph, Frame frame, Attempt? last, int first, long openSteps)
    {
        for (int round = 1; ; round++)
        {
            _lowest = int.MaxValue;
            _hasChanged = false;
            frame.IsRecursive = false;

            last = last is not null && IsUpToDate(last, frame) ? last : Solve(question, graph, frame, last);
            _hasChanged |= frame.IsRecursive && !last.Solved.Summary.SaysTheSame(frame.Assumed);

            // Who rests on an outer frame leaves the rounds to it.
            if (_lowest < frame.Depth)
            {
                Guess(question, last, first);
                return last;
            }

            bool isOver = !_hasChanged || round == MaxRounds;
            if (isOver ? last.Solved.Summary.IsSpent && StepBudget.IsShort(openSteps) : openSteps > 0 && Budget.IsGone)
            {
                // It rests on nobody who took the steps: what it may take must not depend on who asked.
                openSteps = Budget.Open = 0;
                ForgetGuesses(first);
                frame.Assumed = MethodSummary.Trivial;
                frame.Involved = new InvolvedPlaces();
                last = null;
                round = 0;
                continue;
            }

            if (isOver)
            {
                Store(question, last, first);
                return last;
            }

            if (Budget.IsGone)
            {
                _attempts[question] = last;
                GiveUp([question, .. _guessed.Skip(first)]);
                last = _attempts[question];
                Store(question, last, first);
                return last;
            }

            frame.Assumed = last.Solved.Summary;
            DropGuesses(first);
        }
    }

    private Attempt Solve(Question question, ControlFlowGraph graph, Frame frame, Attempt? last)
    {
        BodyAnalysis body = Run(question, graph, frame);

        // Where the stack ends must not depend on who asked.
        if (body.IsOutOfStack && !_stack.IsFresh)
            body = _stack.RunAfresh((Session: this, Question: question, Graph: graph, Frame: frame), static again => again.Session.Run(again.Question, again.Graph, again.Frame));
        SolvedBody solved = SolvedBody.Of(body);

        // A bound once hit stays hit, or rounds with and without it would alternate.
        if (frame.Assumed.IsSpent)
            solved = solved with { Summary = MethodSummary.Spent };

        // The same object for the same content: who asked for it need not compare again.
        if (last is not null && solved.Summary.SaysTheSame(last.Solved.Summary))
            solved = solved with { Summary = last.Solved.Summary };
        engine.CountWork(solved);
        Budget.Open += solved.Steps;
        return new Attempt(graph, solved, frame.Answers.ToArray());
    }

    private BodyAnalysis Run(Question question, ControlFlowGraph graph, Frame frame) => BodyAnalysis.Solve(
        involved =>
        {
            frame.Forget();
            return new BodyAnalysis(engine, this, graph, question.Owner as IMethodSymbol, question.Focus, involved, parent: null).StayNarrow(frame.Assumed.IsNarrow);
        },
        frame.Involved);

    /// <summary>Whether all that a body asked for when it was solved is still answered in the same way. Asked in the same order: what is new comes up where it would.</summary>
    private bool IsUpToDate(Attempt last, Frame frame)
    {
        // A bound once hit stays hit: to run into it again would tell nothing. Whom it asked is looked at all the same, or each of them began anew.
        bool isSpent = last.Solved.Summary.IsSpent;
        frame.Forget();
        try
        {
            foreach ((Question asked, MethodSummary? answer) in last.Answers)
            {
                MethodSummary? now = Get(asked);
                if (!isSpent && !AreSame(now, answer))
                    return false;
            }
        }
        catch (InsufficientExecutionStackException)
        {
            // The body itself will say that it cannot be solved.
            return isSpent;
        }

        return true;
    }

    /// <summary>There is no further round: what rests on what somebody said the round before, and says no more, is vouched for by nobody.</summary>
    private void GiveUp(List<Question> circle)
    {
        bool hasChanged;
        do
        {
            hasChanged = false;
            foreach (Question body in circle)
            {
                Attempt attempt = _attempts[body];
                if (attempt.Solved.Summary.IsSpent || Array.TrueForAll(attempt.Answers, told => IsStillSaid(told.Asked, told.Answer)))
                    continue;
                _attempts[body] = attempt with { Solved = attempt.Solved with { Summary = MethodSummary.Spent } };
                hasChanged = true;
            }
        }
        while (hasChanged);
    }

    private bool IsStillSaid(Question asked, MethodSummary? answer)
    {
        MethodSummary? now = engine.Find(asked)?.Summary ?? (_attempts.TryGetValue(asked, out Attempt? attempt) ? attempt.Solved.Summary : null);
        return AreSame(now, answer);
    }

    private static bool AreSame(MethodSummary? left, MethodSummary? right) => ReferenceEquals(left, right) || (left is not null && right is not null && left.SaysTheSame(right));

    /// <summary>What was solved while the body was being computed now rests on what the body itself rests on.</summary>
    private void Guess(Question question, Attempt attempt, int first)
    {
        _attempts[question] = attempt;
        for (int i = first; i < _guessed.Count; i++)
            _guesses[_guessed[i]] = Math.Min(_guesses[_guessed[i]], _lowest);
        _guesses.Add(question, _lowest);
        _guessed.Add(question);
    }

    /// <summary>Neither the body nor what was solved for it rests on anything open.</summary>
    private void Store(Question question, Attempt attempt, int first)
    {
        engine.Store(question, attempt.Solved, Cancellation);
        for (int i = first; i < _guessed.Count; i++)
            engine.Store(_guessed[i], _attempts[_guessed[i]].Solved, Cancellation);
        engine.Claims.Release(this, _guessed.Skip(first).Append(question));
        DropGuesses(first);
    }

    private void ForgetGuesses(int first)
    {
        for (int i = first; i < _guessed.Count; i++)
            _attempts.Remove(_guessed[i]);
        DropGuesses(first);
    }

    private void DropGuesses(int first)
    {
        for (int i = first; i < _guessed.Count; i++)
            _guesses.Remove(_guessed[i]);
        _guessed.RemoveRange(first, _guessed.Count - first);
    }

    /// <summary>Nothing is open any more, however it ended: the next question begins anew, and other threads wait for nothing here.</summary>
    private void Reset()
    {
        engine.Claims.Release(this, _claimed);
        _claimed.Clear();
        _attempts.Clear();
        DropGuesses(0);
        _lowest = int.MaxValue;
        _hasChanged = false;
        Budget.Open = 0;
    }

    /// <param name="Answers">What it asked for, and was told, in that order.</param>
    private sealed record Attempt(ControlFlowGraph Graph, SolvedBody Solved, (Question Asked, MethodSummary? Answer)[] Answers);

    private sealed class Frame(int depth, MethodSummary assumed)
    {
        public int Depth { get; } = depth;

        public bool IsRecursive { get; set; }

        public MethodSummary Assumed { get; set; } = assumed;

        /// <summary>Once an object is involved it stays so.</summary>
        public InvolvedPlaces Involved { get; set; } = new();

        public List<(Question Asked, MethodSummary? Answer)> Answers { get; } = [];

        private readonly Dictionary<Question, MethodSummary?> _told = [];

        /// <summary>Loops ask the same question again and again.</summary>
        public void Note(Question asked, MethodSummary? answer)
        {
            if (_told.TryGetValue(asked, out MethodSummary? told) && ReferenceEquals(told, answer))
                return;
            _told[asked] = answer;
            Answers.Add((asked, answer));
        }

        public void Forget()
        {
            Answers.Clear();
            _told.Clear();
        }
    }
}

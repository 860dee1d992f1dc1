namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Who solves which body: threads that are led to the same bodies wait for each other rather than solve them twice. One that is waited for
/// by the other goes on by itself, so that somebody always does.
/// </summary>
/// <param name="isSolved">Whether a body needs no solving any more.</param>
internal sealed class SolveClaims(Func<Question, bool> isSolved)
{
    private readonly Dictionary<Question, SummarySession> _holders = [];
    private readonly Dictionary<SummarySession, SummarySession> _waiting = [];

    /// <summary>The sessions that wait for another one.</summary>
    public int Waiting
    {
        get
        {
            lock (_holders)
                return _waiting.Count;
        }
    }

    /// <summary>Waits while another session solves a body; <see langword="false"/> when it has done so.</summary>
    public bool Take(Question body, SummarySession session)
    {
        lock (_holders)
        {
            if (TryTake(body, session, out _) is { } isFree)
                return isFree;
        }

        // Let go of outside of the lock that its callback asks for.
        using CancellationTokenRegistration wake = session.Cancellation.Register(Wake);
        lock (_holders)
        {
            while (true)
            {
                session.Cancellation.ThrowIfCancellationRequested();
                if (TryTake(body, session, out SummarySession? holder) is { } isFree)
                    return isFree;
                _waiting[session] = holder!;
                Monitor.Wait(_holders);
                _waiting.Remove(session);
            }
        }
    }

    /// <returns>Whether the session has to solve the body; <see langword="null"/> where it has to wait for its holder.</returns>
    private bool? TryTake(Question body, SummarySession session, out SummarySession? holder)
    {
        holder = null;
        if (isSolved(body))
            return false;
        if (!_holders.TryGetValue(body, out holder))
            _holders.Add(body, session);
        return holder is null || holder == session || WaitsFor(holder, session) ? true : null;
    }

    /// <summary>Lets go of bodies of a session: they are solved, or nobody is at them any more.</summary>
    public void Release(SummarySession session, IEnumerable<Question> bodies)
    {
        lock (_holders)
        {
            foreach (Question body in bodies)
            {
                if (_holders.TryGetValue(body, out SummarySession? holder) && holder == session)
                    _holders.Remove(body);
            }

            Monitor.PulseAll(_holders);
        }
    }

    private bool WaitsFor(SummarySession holder, SummarySession session)
    {
        while (_waiting.TryGetValue(holder, out SummarySession? next))
        {
            if (next == session)
                return true;
            holder = next;
        }

        return false;
    }

    private void Wake()
    {
        lock (_holders)
            Monitor.PulseAll(_holders);
    }
}

namespace PrivacyAnalyzers.Rules.Obligations.Choices;

/// <summary>
/// What following one body may cost. Facts pile up where code is nested very deeply, and each assignment looks through all of them: such a body
/// is given up, so that no editor waits for it.
/// </summary>
internal sealed class Effort
{
    /// <summary>Far more than any body asks for that people read.</summary>
    private const long Budget = 5_000_000;

    private long _spent;

    /// <exception cref="EffortSpentException">It is too much: the body is not followed any further.</exception>
    public void Spend(long work)
    {
        _spent += work;
        if (_spent > Budget)
            throw new EffortSpentException();
    }
}

/// <summary>Ends the following of a body, from wherever in it.</summary>
internal sealed class EffortSpentException : Exception
{
}

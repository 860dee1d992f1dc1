using System.Globalization;

namespace PrivacyAnalyzers;

/// <summary>Prepares and carries out what an erasure does outside its database. Generated code calls it; so does whoever goes on with what failed.</summary>
public static class ErasureSteps
{
    /// <summary>Has every step read what it needs, and writes the state of each into the journal.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="journal">Where states are kept, if anywhere.</param>
    /// <param name="context">Whose data.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">Two steps have one name.</exception>
    public static async Task<IReadOnlyList<ErasureStepWork>> PrepareAsync(
        IReadOnlyList<IErasureStep> steps, IErasureJournal? journal, ErasureStepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(context);
        if (steps.Select(step => step.Name).Distinct(StringComparer.Ordinal).Count() != steps.Count)
            throw new ArgumentException("Two steps have one name: their states could not be told apart", nameof(steps));
        var works = new List<ErasureStepWork>(steps.Count);
        foreach (IErasureStep step in steps)
        {
            string? memo = await step.PrepareAsync(context, cancellationToken).ConfigureAwait(false);
            works.Add(new ErasureStepWork(context.RequestId, context.Subject, step.Name, memo));
        }

        foreach (ErasureStepWork work in works)
        {
            if (journal is not null)
                await journal.SaveAsync(work, cancellationToken).ConfigureAwait(false);
        }

        return works;
    }

    /// <summary>
    /// Carries out what is not done yet. A step that fails stops no other, nor does a journal: the failure is part of the result and of the journal, and a later call
    /// with that state tries it again.
    /// </summary>
    /// <param name="works">The states, as an erasure or a journal gives them.</param>
    /// <param name="steps">The steps that they name.</param>
    /// <param name="journal">Where states are kept, if anywhere.</param>
    /// <param name="cancellationToken">Ends it: what is not done stays as it is.</param>
    /// <returns>The states afterwards, in the same order.</returns>
    public static async Task<IReadOnlyList<ErasureStepWork>> RunAsync(
        IReadOnlyList<ErasureStepWork> works, IReadOnlyList<IErasureStep> steps, IErasureJournal? journal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(works);
        ArgumentNullException.ThrowIfNull(steps);
        var after = new List<ErasureStepWork>(works.Count);
        foreach (ErasureStepWork work in works)
        {
            if (work.Status == ErasureStepStatus.Done || cancellationToken.IsCancellationRequested)
            {
                after.Add(work);
                continue;
            }

            ErasureStepWork done = await AttemptAsync(work, steps.FirstOrDefault(step => step.Name == work.Step), cancellationToken).ConfigureAwait(false);
            after.Add(await SaveAsync(done, journal).ConfigureAwait(false));
        }

        return after;
    }

    /// <summary>The states as a receipt shows them.</summary>
    /// <param name="works">The states.</param>
    public static IReadOnlyList<ErasureStepResult> Results(IEnumerable<ErasureStepWork> works)
    {
        ArgumentNullException.ThrowIfNull(works);
        return works.Select(work => new ErasureStepResult(work.Step, work.Status, work.Attempts, work.Failure)).ToArray();
    }

    /// <summary>What was done or tried is written down even where the caller has given up. Where that fails, the journal has the state before, and the step is to be tried again.</summary>
    private static async Task<ErasureStepWork> SaveAsync(ErasureStepWork done, IErasureJournal? journal)
    {
        try
        {
            if (journal is not null)
                await journal.SaveAsync(done, CancellationToken.None).ConfigureAwait(false);
            return done;
        }
#pragma warning disable CA1031 // As below: what the database has done and what is left to do must be told.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return done with { Status = ErasureStepStatus.Failed, Failure = e.GetType().FullName };
        }
    }

    private static async Task<ErasureStepWork> AttemptAsync(ErasureStepWork work, IErasureStep? step, CancellationToken cancellationToken)
    {
        if (step is null)
            return work with { Status = ErasureStepStatus.Failed, Attempts = work.Attempts + 1, Failure = string.Create(CultureInfo.InvariantCulture, $"no step is named {work.Step}") };
        try
        {
            await step.EraseAsync(work, cancellationToken).ConfigureAwait(false);
            return work with { Status = ErasureStepStatus.Done, Attempts = work.Attempts + 1, Failure = null };
        }
#pragma warning disable CA1031 // Whatever goes wrong out there must not hide that the database has already forgotten the person.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return work with { Status = ErasureStepStatus.Failed, Attempts = work.Attempts + 1, Failure = e.GetType().FullName };
        }
    }
}

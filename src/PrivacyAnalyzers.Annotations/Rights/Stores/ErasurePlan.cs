using System.ComponentModel;

namespace PrivacyAnalyzers;

/// <summary>What an erasure does, type by type, in any <see cref="IPersonalDataStore"/>. Generated code makes it, and calls it for one person.</summary>
/// <param name="subject">The data subject's type, as receipts name it.</param>
/// <param name="rows">The types, in the order in which rows go.</param>
/// <param name="refusal">Why nothing may be touched; <see langword="null"/> where the plan can be carried out.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ErasurePlan(string subject, IReadOnlyList<PlannedRows> rows, string? refusal = null)
{
    internal string Subject => subject;

    internal IReadOnlyList<PlannedRows> Rows => rows;

    /// <summary>Deletes or anonymises every row that leads to the person. All of it happens, or nothing.</summary>
    /// <typeparam name="TSubject">The data subject's type.</typeparam>
    /// <param name="store">The store.</param>
    /// <param name="request">Whose data.</param>
    /// <param name="key">The person's key, of its own type.</param>
    /// <param name="ground">Why it is erased.</param>
    /// <param name="steps">What has to happen outside this store.</param>
    /// <param name="journal">Where the state of the steps is kept.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ErasureReceipt> EraseAsync<TSubject>(
        IPersonalDataStore store, VerifiedRequest<TSubject> request, object key, ErasureGround ground, IReadOnlyList<IErasureStep>? steps, IErasureJournal? journal, CancellationToken cancellationToken)
        where TSubject : class
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(request);
        Refuse();
        IReadOnlyList<ErasureStepWork> works = [];
        ErasureReceipt receipt = await store.InTransactionAsync(
            token =>
            {
                works = [];
                return RunAsync(store, request, key, ground, false, PrepareAsync, token);
            },
            cancellationToken).ConfigureAwait(false);
        if (steps is null)
            return receipt;
        works = await ErasureSteps.RunAsync(works, steps, journal, cancellationToken).ConfigureAwait(false);
        return receipt with { Steps = ErasureSteps.Results(works) };

        async Task PrepareAsync(CancellationToken token)
        {
            if (steps is not null)
                works = await ErasureSteps.PrepareAsync(steps, journal, new ErasureStepContext(request.Id, subject, key), token).ConfigureAwait(false);
        }
    }

    /// <summary>What an erasure would do now. It reads, and changes nothing.</summary>
    /// <inheritdoc cref="EraseAsync" path="/param"/>
    /// <typeparam name="TSubject">The data subject's type.</typeparam>
    public Task<ErasureReceipt> PreviewAsync<TSubject>(IPersonalDataStore store, VerifiedRequest<TSubject> request, object key, ErasureGround ground, CancellationToken cancellationToken)
        where TSubject : class
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(request);
        Refuse();
        return store.InTransactionAsync(token => RunAsync(store, request, key, ground, true, null, token), cancellationToken);
    }

    private async Task<ErasureReceipt> RunAsync<TSubject>(
        IPersonalDataStore store, VerifiedRequest<TSubject> request, object key, ErasureGround ground, bool isPreview, Func<CancellationToken, Task>? prepare, CancellationToken cancellationToken)
        where TSubject : class
    {
        DateTimeOffset at = request.TimeProvider.GetUtcNow();
        var found = await ErasureRows.FindAsync(this, store, key, cancellationToken).ConfigureAwait(false);

        // What lies outside has nothing to do for a person who is not there, or whom a hold keeps.
        if (prepare is not null && rows.Where(type => type.SubjectMembers.Count > 0).SelectMany(found.Mine).Any(person => !person.IsHeld))
            await prepare(cancellationToken).ConfigureAwait(false);
        ErasureFigures figures = await new ErasureRun(this, store, found, isPreview).RunAsync(at, cancellationToken).ConfigureAwait(false);
        return new ErasureReceipt
        {
            RequestId = request.Id,
            Subject = subject,
            Ground = ground,
            IsPreview = isPreview,
            At = at,
            VerifiedBy = request.Method,
            VerificationReference = request.Reference,
            Entities = figures.Entities,
            Withheld = figures.Withheld,
            Due = figures.Due,
        };
    }

    private void Refuse()
    {
        if (refusal is not null)
            throw new NotSupportedException("Nothing was changed: " + refusal);
    }
}

using System.Text.Json.Serialization;

namespace PrivacyAnalyzers;

/// <summary>What an erasure has to do outside its database: blobs, a search index, a cache, a partner.</summary>
/// <remarks>Clauses S17 and S21. GDPR Art. 17(2) and 19: erasure reaches whoever was given the data.</remarks>
public interface IErasureStep
{
    /// <summary>Tells this step from the others, also in a journal that is read years later.</summary>
    string Name { get; }

    /// <summary>
    /// Reads, while the rows are still there, what the step will need once they are gone, such as names of blobs. It runs inside the erasure's
    /// transaction, once the person's row is found and locked, and may run again where the database is tried again. It does not run where there is no such
    /// person, or a legal hold keeps that row.
    /// </summary>
    /// <param name="context">Whose data.</param>
    /// <param name="cancellationToken">Ends the erasure, and nothing is changed.</param>
    /// <returns>What to remember until the step is done; <see langword="null"/> for nothing. It goes into the journal and into no receipt.</returns>
    Task<string?> PrepareAsync(ErasureStepContext context, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Does it, once the database has forgotten the person. It runs again after a failure, so doing it twice must be as doing it once.</summary>
    /// <param name="work">What was remembered.</param>
    /// <param name="cancellationToken">Ends the attempt; the step stays to be done.</param>
    Task EraseAsync(ErasureStepWork work, CancellationToken cancellationToken);
}

/// <summary>Where the state of steps is kept until they are done: a table of the same database, or a queue.</summary>
public interface IErasureJournal
{
    /// <summary>
    /// Remembers the state of a step in place of what was remembered of it before. The first time is inside the erasure's transaction: written to
    /// the same database, a state is there exactly if the erasure has happened.
    /// </summary>
    /// <param name="work">The state. It may hold what <see cref="IErasureStep.PrepareAsync"/> gave, so delete it once it is done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task SaveAsync(ErasureStepWork work, CancellationToken cancellationToken);
}

/// <summary>Whose data a step is about.</summary>
/// <param name="RequestId">The verified request.</param>
/// <param name="Subject">The data subject's type, such as <c>Customer</c>.</param>
/// <param name="Key">The subject's key.</param>
public sealed record ErasureStepContext(Guid RequestId, string Subject, object Key)
{
    /// <summary>Names the type and the request, never the person.</summary>
    public override string ToString() => $"{Subject}, request {RequestId}";
}

/// <summary>How far a step is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ErasureStepStatus>))]
public enum ErasureStepStatus
{
    /// <summary>It has not been tried.</summary>
    Pending,

    /// <summary>Its last attempt failed: it is to be tried again.</summary>
    Failed,

    /// <summary>It is done.</summary>
    Done,
}

/// <summary>The state of one step of one erasure: enough to go on after any failure, that of the process included.</summary>
/// <param name="RequestId">The verified request.</param>
/// <param name="Subject">The data subject's type.</param>
/// <param name="Step">The step's name.</param>
/// <param name="Memo">What <see cref="IErasureStep.PrepareAsync"/> gave.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Failure">The type of the last failure. Its message is not kept: it may hold personal data.</param>
public sealed record ErasureStepWork(
    Guid RequestId, string Subject, string Step, string? Memo, ErasureStepStatus Status = ErasureStepStatus.Pending, int Attempts = 0, string? Failure = null)
{
    /// <summary>Names and the status, never the memo.</summary>
    public override string ToString() => $"{Step}: {Status}{(Failure is null ? "" : $" ({Failure})")}, request {RequestId}";
}

/// <summary>A step in a receipt: its state without what it remembered.</summary>
/// <param name="Step">The step's name.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Failure">The type of the last failure.</param>
public sealed record ErasureStepResult(string Step, ErasureStepStatus Status, int Attempts, string? Failure)
{
    /// <summary>The name and the status.</summary>
    public override string ToString() => $"{Step}: {Status}{(Failure is null ? "" : $" ({Failure})")}";
}

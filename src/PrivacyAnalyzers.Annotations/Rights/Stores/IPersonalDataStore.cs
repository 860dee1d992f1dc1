namespace PrivacyAnalyzers;

/// <summary>
/// What an erasure asks of a database that Entity Framework Core does not stand before: a few queries of Dapper, a document store, a service.
/// What becomes of each row the generated plan decides; the store only finds, replaces and deletes.
/// </summary>
/// <remarks>
/// The type of the rows tells the table or collection. A row that is handed over is one that was found before; its key tells which it is.
/// </remarks>
public interface IPersonalDataStore
{
    /// <summary>Does the work in one transaction: all of it lasts, or nothing where the work throws.</summary>
    /// <remarks>Rows that others write meanwhile are kept apart by the transaction alone: it should be serializable, or lock what it has read.</remarks>
    /// <typeparam name="TResult">The work's result.</typeparam>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ends it, and nothing lasts.</param>
    Task<TResult> InTransactionAsync<TResult>(Func<CancellationToken, Task<TResult>> work, CancellationToken cancellationToken);

    /// <summary>The rows of a type of which a member has one of some values; those that are hidden or softly deleted, too.</summary>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <param name="member">The member, such as <c>CustomerId</c>: a part of a key or of a reference.</param>
    /// <param name="values">At most 500, each once.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<IReadOnlyList<TRow>> FindAsync<TRow>(string member, IReadOnlyList<object> values, CancellationToken cancellationToken)
        where TRow : class;

    /// <summary>Stores rows as they are now, in place of those with their keys.</summary>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <param name="rows">The rows, at least one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task ReplaceAsync<TRow>(IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
        where TRow : class;

    /// <summary>Deletes rows.</summary>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <param name="rows">The rows, at least one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many were still there. The receipt has this figure.</returns>
    Task<int> DeleteAsync<TRow>(IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
        where TRow : class;
}

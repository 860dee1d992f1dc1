namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>What a store finds and the key does not match: never left out in silence.</summary>
public class StoreKeyTests
{
    [Theory]
    [InlineData("alice", "Alice")]
    [InlineData(1, 1L)]
    [InlineData(1, null)]
    public async Task A_row_by_another_value_is_refused(object asked, object? found)
    {
        var store = new Store(new Row(found));

        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => EraseAsync(store, asked, ["Key"]));

        Assert.Equal(Refused("Key"), refused.Message);
        Assert.Equal(0, store.Deleted);
    }

    [Fact]
    public async Task Bytes_are_compared_by_their_content()
    {
        var store = new Store(new Row(new byte[] { 1, 2 }), new Row(new byte[] { 1, 2 }));

        ErasureReceipt receipt = await EraseAsync(store, new byte[] { 1, 2 }, ["Key"]);

        Assert.Equal(1, receipt.Deleted);
        Assert.Equal(1, store.Deleted);
    }

    [Fact]
    public async Task Of_a_key_of_several_parts_the_rows_of_others_are_left()
    {
        var store = new Store(new Row(("shop", "alice")), new Row(("shop", "bob")));

        ErasureReceipt receipt = await EraseAsync(store, ("shop", "alice"), ["Shop", "Key"]);

        Assert.Equal(1, receipt.Deleted);
    }

    [Theory]
    [InlineData("Shop", "alice")]
    [InlineData("shop", "Alice")]
    public async Task A_key_of_several_parts_that_differs_in_case_alone_is_refused(string shop, string key)
    {
        var store = new Store(new Row((shop, key)));

        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => EraseAsync(store, ("shop", "alice"), ["Shop", "Key"]));

        Assert.Equal(Refused("Shop and Key"), refused.Message);
        Assert.Equal(0, store.Deleted);
    }

    private static string Refused(string members) =>
        $"Nothing was changed: the store was asked for rows of Row by {members}, and one that it found has another value there. Values that differ in case or in type may be the same for the database: use them as the key has them.";

    private static async Task<ErasureReceipt> EraseAsync(Store store, object key, string[] members)
    {
        var rows = new PlannedRows<Row>("Row") { Key = row => row.Key!, SubjectKey = row => row.Key!, SubjectMembers = members, IsDeleted = true };
        VerifiedRequest<Row> request = await VerifiedRequest.VerifyAsync<Row>(new Shop.Verifier(), 1);
        return await new ErasurePlan("Row", [rows]).EraseAsync(store, request, key, ErasureGround.Request, null, null, CancellationToken.None);
    }

    private sealed record Row(object? Key);

    /// <summary>It finds all that it has, whatever it is asked.</summary>
    private sealed class Store(params Row[] found) : IPersonalDataStore
    {
        public int Deleted { get; private set; }

        public Task<TResult> InTransactionAsync<TResult>(Func<CancellationToken, Task<TResult>> work, CancellationToken cancellationToken) => work(cancellationToken);

        public Task<IReadOnlyList<TRow>> FindAsync<TRow>(string member, IReadOnlyList<object> values, CancellationToken cancellationToken)
            where TRow : class => Task.FromResult<IReadOnlyList<TRow>>(found.Cast<TRow>().ToArray());

        public Task ReplaceAsync<TRow>(IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
            where TRow : class => throw new NotSupportedException();

        public Task<int> DeleteAsync<TRow>(IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
            where TRow : class => Task.FromResult(Deleted = rows.Distinct().Count());
    }
}

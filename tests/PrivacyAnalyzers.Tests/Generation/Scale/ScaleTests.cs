using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PrivacyAnalyzers.Tests.Generation.Canary;
using PrivacyAnalyzers.Tests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Generation.Scale;

/// <summary>
/// A person with very many rows is exported in bounded memory and erased by statements whose number does not grow with them.
/// <c>PROOF_SCALE=full dotnet test tests/PrivacyAnalyzers.Tests --filter Proof=scale --logger "console;verbosity=detailed"</c>
/// </summary>
[Trait("Proof", "scale")]
[Collection(ScaleTests.Alone.Name)]
public class ScaleTests(ITestOutputHelper output)
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("PROOF_SCALE") == "full";

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task The_number_of_statements_does_not_grow_with_the_rows(string kind)
    {
        if (Postgres.IsMissing(output, kind))
            return;
        Assert.Equal(await StatementsAsync(kind, 50), await StatementsAsync(kind, 5000));
    }

    /// <summary>Legs all go, and each that refers to one of the person's calls is the person's: so no call is asked whether a leg keeps it.</summary>
    [Fact]
    public void What_goes_along_in_any_case_is_not_asked_row_by_row()
    {
        string text = Carrier.Generated.Text;
        Assert.Contains("goneCall = mineCall;", text, StringComparison.Ordinal);
        Assert.DoesNotContain("leftCall", text, StringComparison.Ordinal);
        Assert.Contains("goneCustomer = mineCustomer.Where(row => !db.Set<global::Carrier.Invoice>().Any(other => other.CustomerId == row.Id));", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task An_exports_memory_does_not_grow_with_the_rows(string kind)
    {
        if (Postgres.IsMissing(output, kind))
            return;
        int rows = IsFull ? 1_000_000 : 50_000;
        await using LiveDatabase database = await LiveDatabase.CreateAsync(kind);
        await using DbConnection connection = await database.ConnectAsync();
        await Carrier.FillAsync(connection, rows);
        await using DbContext db = Carrier.Open(connection);
        await using var stream = new MeasuredStream(IsFull ? 4_000_000 : 500_000);
        var watch = Stopwatch.StartNew();

        await Carrier.Generated.CallAsync<int>("Carrier.Script", "Export", db, new Erasure.Shop.Verifier(), stream);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {rows} rows exported as {stream.Written / 1e6:0.0} MB in {watch.Elapsed.TotalSeconds:0.0} s; live memory grew by {stream.Growth / 1e6:0.00} MB at most"));
        Assert.True(stream.Written > rows * 50L, "all rows are there");
        Assert.InRange(stream.Growth, long.MinValue, 8_000_000);
    }

    /// <summary>Timed only in the full run: a threshold on few rows would measure the machine.</summary>
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Beside_change_tracking_and_hand_written_SQL(string kind)
    {
        if (Postgres.IsMissing(output, kind))
            return;
        int rows = IsFull ? 1_000_000 : 500;
        string expected = await TimedAsync(kind, rows, "hand-written SQL", connection => Carrier.EraseByHandAsync(connection), out TimeSpan[] byHand);
        string generated = await TimedAsync(kind, rows, "generated", EraseAsync, out TimeSpan[] made);
        string tracked = await TimedAsync(kind, rows, "change tracking", TrackAsync, out TimeSpan[] tracking);

        Assert.Equal(expected, generated);
        Assert.Equal(expected, tracked);
        double toHand = made.Min() / byHand.Min();
        double toTracking = tracking.Min() / made.Min();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {rows} rows of one person erased: by hand {byHand.Min().TotalSeconds:0.00} s, generated {made.Min().TotalSeconds:0.00} s ({toHand:0.00} times), change tracking {tracking.Min().TotalSeconds:0.00} s ({toTracking:0.0} times the generated)"));
    }

    private static async Task<int> StatementsAsync(string kind, int rows)
    {
        await using LiveDatabase database = await LiveDatabase.CreateAsync(kind);
        await using DbConnection connection = await database.ConnectAsync();
        await Carrier.FillAsync(connection, rows);
        var counter = new Fault(FaultMode.Before, int.MaxValue);
        await using DbContext db = Carrier.Open(connection, counter);
        ErasureReceipt receipt = await Carrier.Generated.CallAsync<ErasureReceipt>("Carrier.Script", "Erase", db, new Erasure.Shop.Verifier());
        Assert.Equal(rows * 9 / 10, receipt.Deleted);
        return counter.Count;
    }

    private static async Task EraseAsync(DbConnection connection)
    {
        await using DbContext db = Carrier.Open(connection);
        db.Database.SetCommandTimeout(600);
        await Carrier.Generated.CallAsync<ErasureReceipt>("Carrier.Script", "Erase", db, new Erasure.Shop.Verifier());
    }

    private static async Task TrackAsync(DbConnection connection)
    {
        await using DbContext db = Carrier.Open(connection);
        db.Database.SetCommandTimeout(600);
        await Carrier.Generated.CallAsync<int>("Carrier.Script", "Track", db);
    }

    /// <summary>Each way has a database of its own, made the same, and EF Core has compiled its queries before.</summary>
    private static Task<string> TimedAsync(string kind, int rows, string way, Func<DbConnection, Task> erase, out TimeSpan[] times)
    {
        int rounds = IsFull && way != "change tracking" ? 3 : 1;
        var measured = new TimeSpan[rounds];
        times = measured;
        return RunAsync();

        async Task<string> RunAsync()
        {
            string counts = "";
            for (int round = -1; round < rounds; round++)
            {
                await using LiveDatabase database = await LiveDatabase.CreateAsync(kind);
                await using DbConnection connection = await database.ConnectAsync();
                await Carrier.FillAsync(connection, round < 0 ? 20 : rows);
                var watch = Stopwatch.StartNew();
                await erase(connection);
                if (round < 0)
                    continue;
                measured[round] = watch.Elapsed;
                counts = await Carrier.CountsAsync(connection);
            }

            return counts;
        }
    }

    /// <summary>Memory and time are the process's: nothing else may run.</summary>
    [CollectionDefinition(Name, DisableParallelization = true)]
    public sealed class Alone
    {
        public const string Name = "measured alone";
    }

    /// <summary>Counts what is written, and looks at the live memory now and then.</summary>
    private sealed class MeasuredStream(long every) : Stream
    {
        private long _next;
        private long _first = -1;
        private long _most;

        public long Written { get; private set; }

        public long Growth => _most - _first;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Written;

        public override long Position { get => Written; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            Written += count;
            if (Written < _next + every)
                return;
            _next = Written;
            long live = GC.GetTotalMemory(forceFullCollection: true);
            if (_first < 0)
                _first = live;
            _most = Math.Max(_most, live);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Write(buffer, offset, count);
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write([], 0, buffer.Length);
            return default;
        }
    }
}

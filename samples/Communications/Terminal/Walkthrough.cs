using System.Globalization;
using System.Text.Json;
using Fernhallow.Communications.Data;
using Fernhallow.Communications.Domain;
using Fernhallow.Communications.Features;
using Fernhallow.Communications.Security;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Terminal;

/// <summary>Shows each privacy operation on a fresh database, one after the other, and proves the erasure.</summary>
internal sealed class Walkthrough(Database database)
{
    /// <summary>The day on which it plays. Fixed, so that every run shows the same.</summary>
    public static readonly DateTimeOffset Now = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Screen _screen = new();
    private readonly FixedClock _clock = new(Now);
    private readonly OneTimeCodes _codes = new(new FixedClock(Now));

    /// <returns>The exit code: 0 only if the proof holds.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        _screen.Title("Fernhallow Communications", "A fictional company, held to its privacy statement by its own build");
        await using (CommunicationsContext db = database.Open())
        {
            int rows = await _screen.WithProgressAsync("Seeding", progress => Seed.FillAsync(db, Now.UtcDateTime, progress, cancellation));
            _screen.Muted(string.Create(CultureInfo.InvariantCulture, $"It is {Now:d MMMM yyyy} there. {rows} rows of fictional people"));
            _screen.Path("are in", Shown(database.Path));
        }

        _screen.Chapter(1, "Disclosures: what the code collects, and what the statement says of it");
        DisclosuresView.Write(_screen);

        _screen.Chapter(2, "Export: everything about one person");
        await ExportAsync(cancellation);

        _screen.Chapter(3, "Erasure: first a preview, then the act");
        SearchResult[] before = await SearchAsync(cancellation);
        ErasureReceipt receipt = await EraseAsync(cancellation);

        _screen.Chapter(4, "Retention sweep: what has run out by the statement's periods");
        await SweepAsync(cancellation);

        _screen.Chapter(5, "Proof: a search through the bytes of the database file");
        SearchResult[] after = await SearchAsync(cancellation);
        return ProofView.Write(_screen, receipt, [.. before.Zip(after)]) ? 0 : 1;
    }

    private async Task ExportAsync(CancellationToken cancellation)
    {
        VerifiedRequest<Customer> request = await VerifyAsync(SubjectRights.Access, cancellation);
        string file = Path.Combine(database.Directory, "export.json");
        await using (CommunicationsContext db = database.Open())
        {
            await using FileStream stream = File.Create(file);
            await db.WriteCustomerExportAsync(request, stream, cancellation);
        }

        await ExportView.WriteAsync(_screen, file, cancellation);
        _screen.Blank();
        IReadOnlyList<(string Category, int Values)> counts = await ExportView.CountAsync(file, cancellation);
        _screen.Line(string.Create(CultureInfo.InvariantCulture, $"[bold]{counts.Sum(count => count.Values)} values[/] in {counts.Count} categories:"));
        foreach ((string category, int values) in counts)
            _screen.Item($"[teal]{category}[/]", values.ToString(CultureInfo.InvariantCulture));
        _screen.Path("All rows are in", Shown(file));
    }

    private async Task<ErasureReceipt> EraseAsync(CancellationToken cancellation)
    {
        await using CommunicationsContext db = database.Open();
        VerifiedRequest<Customer> request = await VerifyAsync(SubjectRights.Erasure, cancellation);
        ErasureReceipt preview = await db.PreviewCustomerErasureAsync(request, cancellation);
        ReceiptView.WritePreview(_screen, preview);

        ErasureReceipt receipt = await Rights.CloseAndEraseAsync(database, db, Protagonist.Id, request, cancellation);
        _screen.Blank();
        _screen.Line(string.Create(CultureInfo.InvariantCulture, $"[bold]Receipt[/] [grey]{receipt.At:u}, verified by {receipt.VerifiedBy}[/]"));
        ReceiptView.Write(_screen, receipt);
        _screen.Path("Filed, without personal data, in", Shown(await FileAsync("erasure-receipt.json", receipt, cancellation)));
        return receipt;
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        await using CommunicationsContext db = database.Open();
        RetentionReceipt receipt = await Rights.SweepAsync(database, db, _clock, cancellation);
        _screen.Line(string.Create(CultureInfo.InvariantCulture, $"[bold]Sweep[/] [grey]as of {receipt.AsOf:u}[/]"));
        ReceiptView.Write(_screen, receipt);
        _screen.Blank();
        _screen.Path("Filed in", Shown(await FileAsync("retention-receipt.json", receipt, cancellation)));
    }

    private async Task<SearchResult[]> SearchAsync(CancellationToken cancellation)
    {
        var results = new List<SearchResult>();
        foreach (string text in (string[])[Protagonist.Name, Protagonist.Email, Protagonist.Phone])
            results.Add(await ByteSearch.RunAsync(database, text, cancellation));
        return [.. results];
    }

    /// <summary>As the API does it: a code goes to the mailbox on file, and comes back.</summary>
    private async Task<VerifiedRequest<Customer>> VerifyAsync(SubjectRights rights, CancellationToken cancellation)
    {
        string code = _codes.Issue(Protagonist.Id);
        return await Rights.VerifyAsync(Protagonist.Id, code, rights, new CodeVerifier(_codes), _clock, cancellation);
    }

    private async Task<string> FileAsync<T>(string name, T receipt, CancellationToken cancellation)
    {
        string file = Path.Combine(database.Directory, name);
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(receipt, Indented), cancellation);
        return file;
    }

    private static string Shown(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path);

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

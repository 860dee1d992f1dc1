using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Canary;

/// <summary>
/// One model in one database: export, preview, erasure, sweep, and the other people's erasure. After each, every marker stands exactly where
/// the statement lets it and nowhere else, and every row that is not concerned is as it was.
/// </summary>
internal sealed class CanaryRun(CanaryModels models, ModelSpec model, DbConnection connection)
{
    private static readonly DateTimeOffset Now = Erasure.Shop.Now;
    private readonly List<string> _faults = [];
    private CanaryData _data = null!;
    private string _step = "";

    /// <summary>Every other model is swept in batches of so few rows that none is enough.</summary>
    private int Batch => model.Entities.Sum(entity => entity.Members.Count) % 2 == 0 ? 0 : 2;

    /// <summary>The refusals that the model met; a refusal is right where something cannot be done, and changes nothing.</summary>
    public List<string> Refusals { get; } = [];

    public async Task RunAsync()
    {
        await FillAsync();
        foreach (CanaryRow person in _data.Subjects.Take(2))
            await ExportAsync(person);
        CanaryRow first = _data.Subjects[0];
        await EraseAsync(first);
        await EraseAsync(first);
        await SweepAsync(Batch);
        await SweepAsync(Batch);
        foreach (CanaryRow person in _data.Subjects.Skip(1))
            await EraseAsync(person);
        await SweepAsync(Batch);
        AssertRight();
    }

    /// <summary>A sweep of what nobody has been erased from.</summary>
    public async Task SweepAloneAsync(int batch)
    {
        await FillAsync();
        await SweepAsync(batch);
        AssertRight();
    }

    private async Task FillAsync()
    {
        await using DbContext db = Open();
        await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        _data = await CanaryData.FillAsync(model, models.Assembly, models.SpaceOf(model), db);
    }

    private void AssertRight() =>
        Assert.True(_faults.Count == 0, $"{_faults.Count} faults in model {model.Seed}:\n{string.Join("\n", _faults.Take(12))}\n\n{SpecSource.Write(model, "M")}");

    private DbContext Open(params IInterceptor[] interceptors) => models.Call<DbContext>(model, "Open", connection, interceptors);

    private async Task ExportAsync(CanaryRow person)
    {
        await using DbContext db = Open();
        using var stream = new MemoryStream();
        await models.Call<Task<int>>(model, "Export", db, new Erasure.Shop.Verifier(), person.RequestKey, new FixedTime(Now), stream);
        string json = Encoding.UTF8.GetString(stream.ToArray());
        foreach (Marker marker in _data.Rows.SelectMany(row => row.Markers))
        {
            int expected = marker.IsClassified && marker.Row.IsOf(person) ? 1 : 0;
            int found = json.Split(marker.Json).Length - 1;
            if (found != expected)
                _faults.Add($"export of {person}: {marker} is there {found} times, not {expected}");
        }
    }

    private async Task EraseAsync(CanaryRow person)
    {
        _step = $"erasure of {person}";
        ErasureReceipt? preview = null;
        await CheckAsync(
            async db =>
            {
                preview = await models.Call<Task<ErasureReceipt>>(model, "Preview", db, new Erasure.Shop.Verifier(), person.RequestKey, new FixedTime(Now));
                return null;
            },
            () => { });
        await CheckAsync(
            async db =>
            {
                ErasureReceipt receipt = await models.Call<Task<ErasureReceipt>>(model, "Erase", db, new Erasure.Shop.Verifier(), person.RequestKey, new FixedTime(Now));
                if (preview is null || (preview.Deleted, preview.Anonymized, preview.Retained) != (receipt.Deleted, receipt.Anonymized, receipt.Retained))
                    _faults.Add($"{_step}: the preview said {preview}, and the receipt {receipt}");
                return receipt.Deleted;
            },
            () =>
            {
                if (!person.IsGone)
                    Oracle.Erase(_data, person);
            });
    }

    private async Task SweepAsync(int batch)
    {
        _step = "sweep";
        RetentionReceipt? receipt = null;
        HashSet<CanaryRow> due = await DueRows.OfAsync(models, model, _data, Open);
        CanaryRow[] live = [.. _data.Live];
        var clearedBefore = live.SelectMany(row => row.Markers).Where(marker => marker.IsCleared).ToHashSet();
        await CheckAsync(
            async db => (receipt = await models.Call<Task<RetentionReceipt>>(model, "Sweep", db, Now, batch)).Deleted,
            () => Oracle.Sweep(_data, Now));
        if (receipt is null)
            return;
        CanaryRow[] changed = [.. live.Where(row => row.IsGone || row.Markers.Any(marker => marker.IsCleared && !clearedBefore.Contains(marker)))];
        _faults.AddRange(DueRows.Faults(due, changed, receipt));
        if (await DueRows.OfAsync(models, model, _data, Open) is { Count: > 0 } still)
            _faults.Add($"{_step}: still due are {string.Join(", ", still)}");
    }

    /// <param name="act">What is done; it gives the number of rows that it says it deleted.</param>
    /// <param name="foretell">Brings the test's own picture up to date.</param>
    private async Task CheckAsync(Func<DbContext, Task<int?>> act, Action foretell)
    {
        Dump before = await Dump.ReadAsync(connection);
        int count = _data.Live.Count();
        bool isRefused = false;
        int? deleted = null;
        var last = new LastStatement();
        await using (DbContext db = Open(last))
        {
            try
            {
                deleted = await act(db);
            }
            catch (NotSupportedException refusal)
            {
                isRefused = true;
                Refusals.Add(refusal.Message);
            }
            catch (Exception e) when (e is InvalidOperationException or DbException or DbUpdateException or ArgumentException or InvalidCastException)
            {
                _faults.Add($"{_step}: {e.GetType().Name}: {e.Message}\n{last.Text}");
                isRefused = true;
            }
        }

        var cleared = _data.Rows.SelectMany(row => row.Markers).Where(marker => marker.IsCleared).ToHashSet();
        if (!isRefused)
            foretell();
        Dump after = await Dump.ReadAsync(connection);
        Markers(before, after);
        Rows(before, after, cleared);
        Links(after);
        if (deleted is { } said && said != count - _data.Live.Count())
            _faults.Add($"{_step}: {said} rows are said to be deleted, and {count - _data.Live.Count()} should be");
    }

    private void Markers(Dump before, Dump after)
    {
        foreach (Marker marker in _data.Rows.SelectMany(row => row.Markers))
        {
            string[] expected = marker.Row.IsGone || marker.IsCleared ? [] : [.. before.Places(marker)];
            string[] found = [.. after.Places(marker)];
            if (!expected.SequenceEqual(found))
                _faults.Add($"{_step}: {marker} should stand in [{string.Join(", ", expected)}] and stands in [{string.Join(", ", found)}]");
        }
    }

    private void Rows(Dump before, Dump after, HashSet<Marker> clearedBefore)
    {
        using DbContext db = Open();
        foreach (CanaryRow row in _data.Rows)
        {
            IEntityType type = db.Model.FindEntityType(row.Instance.GetType())!;
            string table = type.GetTableName()!;
            (string, object)[] key = [.. type.FindPrimaryKey()!.Properties.Select((property, i) => (property.GetColumnName(), row.Key[row.Entity.KeyNames.ToList().IndexOf(property.Name)]))];
            IReadOnlyDictionary<string, string?>? now = after.Find(table, key);
            if ((now is null) != row.IsGone)
                _faults.Add($"{_step}: {row} should {(row.IsGone ? "be gone" : "stay")}");
            if (now is null || before.Find(table, key) is not { } then)
                continue;
            HashSet<string> references = ForeignKeyColumns(type, row);
            HashSet<string> released = Released(type, row);
            Marker[] cleared = [.. row.Markers.Where(marker => marker.IsCleared && !clearedBefore.Contains(marker))];
            foreach ((string column, string? was) in then)
            {
                string? expected = released.Contains(column) ? null : was;
                bool isCleared = was is not null && !references.Contains(column) && cleared.Any(marker => marker.IsInOneOf(was));

                // What [Anonymize(With = …)] gives is put in place of nothing, too; a collection is emptied also where its items hold nothing.
                isCleared |= (was is null || was.StartsWith('{') || was.StartsWith('[')) && !references.Contains(column) && IsReplaced(type, row, column);
                if (!isCleared && now[column] != expected)
                    _faults.Add($"{_step}: {row}.{column} was {was ?? "NULL"}, should be {expected ?? "NULL"} and is {now[column] ?? "NULL"}");
            }
        }
    }

    private static bool IsReplaced(IEntityType type, CanaryRow row, string column) =>
        row.Entity.AllMembers.Any(member => member.With is not null && type.FindProperty(member.Name.TrimStart('@'))?.GetColumnName() == column) ||
        row.Entity.AllComponents.Any(component => column.StartsWith(component.Name, StringComparison.Ordinal) && (component.IsMany || component.Members.Any(member => member.With is not null)));

    /// <summary>The columns of references that led to what is gone now.</summary>
    private static HashSet<string> Released(IEntityType type, CanaryRow row) =>
        row.Entity.AllRefs.Where(reference => !row.Refs.ContainsKey(reference)).SelectMany(reference => Columns(type, reference)).ToHashSet();

    private static HashSet<string> ForeignKeyColumns(IEntityType type, CanaryRow row) =>
        row.Entity.AllRefs.SelectMany(reference => Columns(type, reference)).ToHashSet();

    private static IEnumerable<string> Columns(IEntityType type, RefSpec reference) => reference.HasForeignKey
        ? reference.ForeignKey.Select(name => type.FindProperty(name)!.GetColumnName())
        : type.FindNavigation(reference.Name)!.ForeignKey.Properties.Select(property => property.GetColumnName());

    private void Links(Dump after)
    {
        using DbContext db = Open();
        foreach (ISkipNavigation link in db.Model.GetEntityTypes().SelectMany(type => type.GetDeclaredSkipNavigations()).Where(link => link.TargetEntityType.ClrType.Name == "Topic"))
        {
            int expected = _data.Live.Where(row => row.Entity.Chain.Any(type => type.Name == link.DeclaringEntityType.ClrType.Name)).Sum(row => row.Topics.Count(topic => !topic.IsGone));
            int found = after.Tables[link.JoinEntityType.GetTableName()!].Count;
            if (found != expected)
                _faults.Add($"{_step}: {link.JoinEntityType.GetTableName()} should have {expected} links and has {found}");
        }
    }

    /// <summary>What a failure happened at.</summary>
    private sealed class LastStatement : DbCommandInterceptor
    {
        public string Text { get; private set; } = "";

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Text = command.CommandText;
            return new(result);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Text = command.CommandText;
            return new(result);
        }
    }
}

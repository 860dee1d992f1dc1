using System.Collections.Concurrent;
using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Generation.Retention;
using PrivacyAnalyzers.Generation.Rights;
using PrivacyAnalyzers.Tests.Generation.Erasure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation;

/// <summary>
/// Compiles a model with its generated code and runs a script on a database made for it. The script sees <c>Open()</c>,
/// <c>Erase&lt;T&gt;</c>'s request by <c>Verified&lt;T&gt;(key)</c>, <c>Sql</c>, <c>Rows</c>, and gives back a text.
/// </summary>
internal static class LiveModel
{
    private static readonly ConcurrentDictionary<string, Lazy<GeneratorResult>> Compiled = new(StringComparer.Ordinal);

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using System.Linq;
        using System.Threading.Tasks;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;
        namespace Shop;

        """;

    private const string Helpers = """
            private static System.Data.Common.DbConnection s_connection = null!;
            private static Db Open(Action<DbContextOptionsBuilder<Db>>? more = null)
            {
                var options = new DbContextOptionsBuilder<Db>();
                options = s_connection is SqliteConnection ? options.UseSqlite(s_connection) : options.UseNpgsql(s_connection);
                more?.Invoke(options);
                return new Db(options.Options);
            }
            private static Task<VerifiedRequest<T>> Verified<T>(object key) where T : class => VerifiedRequest.VerifyAsync<T>(new Verifier(), key, timeProvider: new Clock());
            private static void Sql(string sql) { using var command = s_connection.CreateCommand(); command.CommandText = sql; command.ExecuteNonQuery(); }
            private static string Rows(string sql)
            {
                using var command = s_connection.CreateCommand();
                command.CommandText = sql;
                using var reader = command.ExecuteReader();
                var rows = new List<string>();
                while (reader.Read())
                    rows.Add(string.Join("|", Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "NULL" : Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
                return string.Join(";", rows);
            }
            private static async Task<string> Refused(Func<Task> act) { try { await act(); return "not refused"; } catch (Exception e) { return e.GetType().Name + ": " + e.Message; } }
            private static string Figures(ErasureReceipt receipt) => $"{receipt.Deleted}/{receipt.Anonymized}/{receipt.Retained}";
            private static string Figures(RetentionReceipt receipt) => $"{receipt.Deleted}/{receipt.Anonymized}/{receipt.Held}";
            private static readonly DateTimeOffset Now = new(2026, 1, 8, 12, 0, 0, TimeSpan.Zero);
            private sealed class Verifier : IRequestVerifier { public Task<VerificationOutcome> VerifyAsync(VerificationRequest request, System.Threading.CancellationToken cancellationToken) => Task.FromResult(VerificationOutcome.Verified("session")); }
            private sealed class Clock : TimeProvider { public override DateTimeOffset GetUtcNow() => Now; }
        """;

    /// <param name="model">Types of the namespace <c>Shop</c>, among them the context <c>Db</c>, which takes its options.</param>
    /// <param name="script">Statements that return a text.</param>
    /// <param name="kind"><c>sqlite</c> or <c>postgres</c>.</param>
    public static async Task<string> RunAsync(string model, string script, string? statement = Shop.Statement, string kind = "sqlite")
    {
        GeneratorResult result = Compile(model, script, statement);
        if (kind != "sqlite")
        {
            await using LiveDatabase live = await LiveDatabase.CreateAsync(kind);
            await using System.Data.Common.DbConnection connection = await live.ConnectAsync();
            await result.CallAsync<string>("Shop.Script", "Create", connection);
            return await result.CallAsync<string>("Shop.Script", "Run", connection);
        }

        using var database = new SqliteDatabase();
        await result.CallAsync<string>("Shop.Script", "Create", database.Connection);
        return await result.CallAsync<string>("Shop.Script", "Run", database.Connection);
    }

    public static GeneratorResult Compile(string model, string script = "return await Task.FromResult(\"\");", string? statement = Shop.Statement)
    {
        string code = $$"""
            public static class Script
            {
                public static async Task<string> Create(System.Data.Common.DbConnection connection) { s_connection = connection; await using Db db = Open(); await db.Database.EnsureCreatedAsync(); return ""; }
                public static async Task<string> Run(System.Data.Common.DbConnection connection)
                {
                    s_connection = connection;
                    {{script}}
                }
            {{Helpers}}
            }
            """;
        return Compiled.GetOrAdd(
            model + script + statement,
            _ => new(() => new GeneratorTest(Usings + model, Usings + code) { Statement = statement }.Run(new ErasureGenerator(), new RetentionGenerator(), new RightsGenerator(), new ExportGenerator()))).Value;
    }
}

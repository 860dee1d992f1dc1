using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Support;

/// <summary>
/// A real PostgreSQL: the one that <c>PRIVACY_POSTGRES</c> names, else one started for this process from the machine's programs. Where there
/// are none, tests say so in their output and run on SQLite alone.
/// </summary>
internal static class Postgres
{
    private static readonly Lazy<string?> Server = new(Start);
    private static int s_number;

    /// <summary>The server's connection string; <see langword="null"/> where there is no PostgreSQL.</summary>
    public static string? ConnectionString => Server.Value;

    /// <summary>What a test writes where it could not run on PostgreSQL.</summary>
    public const string Missing = "PostgreSQL was NOT run: its programs are not installed and PRIVACY_POSTGRES is not set";

    /// <summary>Whether a test of this kind cannot run here; then it says so.</summary>
    public static bool IsMissing(ITestOutputHelper output, string kind = "postgres")
    {
        if (kind != "postgres" || ConnectionString is not null)
            return false;
        output.WriteLine(Missing);
        return true;
    }

    /// <summary>Makes a database of its own, empty or as a copy.</summary>
    public static async Task<string> CreateAsync(string? template = null)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"privacy_{Environment.ProcessId}_{Interlocked.Increment(ref s_number)}");
        await ExecuteAsync($"CREATE DATABASE {name}" + (template is null ? "" : " TEMPLATE " + template));
        return name;
    }

    public static string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database, Pooling = false }.ConnectionString;

    /// <summary>Drops a database. On a busy machine a connection may outlive the five seconds that the server waits for its end: then again.</summary>
    public static async Task DropAsync(string database)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ObjectInUse && attempt < 10)
            {
            }
        }
    }

    public static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static string? Start()
    {
        if (Environment.GetEnvironmentVariable("PRIVACY_POSTGRES") is { Length: > 0 } given)
            return given;
        if (!OperatingSystem.IsLinux())
            return null;
        using var process = Process.Start(new ProcessStartInfo("bash", [Meta.Repository.PathOf(".ci", "postgres"), Environment.ProcessId.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        string said = process.StandardOutput.ReadToEnd().Trim();
        string complaint = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode switch
        {
            0 => said,
            3 => null,
            _ => throw new InvalidOperationException($"PostgreSQL is installed and does not start: {complaint}"),
        };
    }
}

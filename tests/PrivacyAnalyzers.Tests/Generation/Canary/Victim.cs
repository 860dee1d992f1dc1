using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using PrivacyAnalyzers.Tests.Robustness.Determinism;
using PrivacyAnalyzers.Tests.Robustness.Nesting;

namespace PrivacyAnalyzers.Tests.Generation.Canary;

/// <summary>
/// What a process of its own runs, for a test to kill: it sweeps, and at one statement it says so and goes no further. It knows how many
/// transactions had ended.
/// </summary>
internal static class Victim
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["nesting", .. string[] tasks])
            return await NestingProgram.RunAsync(tasks);
        if (args is ["culture", string culture, .. string[] programs])
            return await CultureTests.RunAsync(culture, programs);
        if (args is not ["sweep", string models, string space, string kind, string connectionString, string batch, string mode, string at])
            return 2;
        await using DbConnection connection = kind == "postgres" ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);
        await connection.OpenAsync();
        var fault = new Fault(Enum.Parse<FaultMode>(mode), int.Parse(at, CultureInfo.InvariantCulture));
        fault.Strike = async () =>
        {
            await Console.Out.WriteLineAsync(fault.Commits.ToString(CultureInfo.InvariantCulture));
            await Console.Out.FlushAsync();
            await Task.Delay(Timeout.Infinite);
        };
        Type script = Assembly.LoadFrom(models).GetType(space + ".Script", throwOnError: true)!;
        await using var db = (DbContext)script.GetMethod("Open")!.Invoke(null, [connection, new IInterceptor[] { fault }])!;
        await (Task<RetentionReceipt>)script.GetMethod("Sweep")!.Invoke(null, [db, Erasure.Shop.Now, int.Parse(batch, CultureInfo.InvariantCulture)])!;
        return 0;
    }
}

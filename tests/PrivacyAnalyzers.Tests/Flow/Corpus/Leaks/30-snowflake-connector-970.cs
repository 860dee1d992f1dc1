// snowflakedb/snowflake-connector-net#970: a connection's string, password and all, written to the console
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

// case: as reported
class Session
{
    public async Task OpenAsync(DbConnection connection)
    {
        Console.WriteLine($"Opening {{|PRIV1006:connection.ConnectionString|}}");
        await connection.OpenAsync();
        Console.WriteLine($"Opened {connection.Database}, {connection.State}");
    }
}

// case: a connection of one's own that overrides the member
abstract class WarehouseConnection : DbConnection
{
    [AllowNull]
    public override string ConnectionString { get; set; } = "";

    public override void Open() => Console.WriteLine("Opening " + {|PRIV1006:ConnectionString|});
}

// case: put together by a builder
class Setup(ILogger<Setup> logger)
{
    public DbConnectionStringBuilder Prepare(string host, Account account)
    {
        var builder = new DbConnectionStringBuilder { ["host"] = host };
        builder["password"] = account.Password;
        logger.LogDebug("Host {Host}, string {Connection}", host, {|PRIV1006:builder.ConnectionString|});
        return builder;
    }
}

// case: from the settings
class Startup(Serilog.ILogger log)
{
    public void Check(Microsoft.Extensions.Configuration.IConfiguration configuration)
    {
        string? main = Microsoft.Extensions.Configuration.ConfigurationExtensions.GetConnectionString(configuration, "Main");
        if (string.IsNullOrEmpty(main))
            log.Warning("No connection named {Name}", "Main");
        else
            log.Information("Main database: {Connection}", {|PRIV1006:main.Split(';')[0]|});
    }
}

// case: a connection string taken apart again
// known-miss: a connection string builder does not give back by key what its string was given
class Setup
{
    public void Check(DbConnection connection)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = connection.ConnectionString };
        foreach (string key in builder.Keys!)
            Console.WriteLine($"{key}={{|PRIV1006:builder[key]|}}");
        builder.Remove("password");
        Console.WriteLine(connection.DataSource);
    }
}

// case: in an exception, by way of a wrapper
class Session(DbConnection connection)
{
    private string Target => connection.ConnectionString;

    public void Open()
    {
        try
        {
            connection.Open();
        }
        catch (DbException e)
        {
            throw new InvalidOperationException($"Cannot open {{|PRIV1006:Target|}}: {e.ErrorCode}", e);
        }
    }
}

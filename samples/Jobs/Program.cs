using Fernhallow.Jobs;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Quartz;

// One node of a cluster: start as many as you like. They share a PostgreSQL (ConnectionStrings:Shop) and nothing else.
HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
string shop = builder.Configuration.GetConnectionString("Shop")
    ?? throw new InvalidOperationException("ConnectionStrings:Shop has to name a PostgreSQL database");

// SQL parameters are people's data: EF Core stays silent unless something breaks.
builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDbContext<ShopContext>(options => options.UseNpgsql(shop));

builder.AddQuartz(quartz =>
{
    // What the nodes have to agree on stands in the database: which job runs when, who runs it now, and who is still alive.
    quartz.UsePersistentStore(store =>
    {
        store.UsePostgres(NpgsqlFactory.Instance, shop);
        store.UseClustering();
        store.ProvisionSchema();
    });

    // A job of a node that died runs again on another one.
    quartz.ScheduleJob<SweepJob>(
        trigger => trigger.WithIdentity("sweep").WithCronSchedule(builder.Configuration["Schedule:Sweep"] ?? "0 0 3 * * ?"),
        job => job.WithIdentity("sweep").RequestRecovery());
    quartz.ScheduleJob<ErasureJob>(
        trigger => trigger.WithIdentity("erasures").WithCronSchedule(builder.Configuration["Schedule:Erasures"] ?? "0 * * * * ?"),
        job => job.WithIdentity("erasures").RequestRecovery());
});
builder.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);

using IHost host = builder.Build();
if (args.Contains("create"))
{
    // For a try on an empty database; an application has migrations.
    await using AsyncServiceScope scope = host.Services.CreateAsyncScope();
    await scope.ServiceProvider.GetRequiredService<ShopContext>().Database.EnsureCreatedAsync();
    return;
}

await host.RunAsync();

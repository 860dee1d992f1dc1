using Fernhallow.Communications;
using Fernhallow.Communications.Data;
using Fernhallow.Communications.Terminal;

// dotnet run            walks through the privacy operations on a fresh, seeded database and ends
// dotnet run -- serve   starts the API on the same kind of database; --urls as usual
// --data DIRECTORY      where the database and the written files go
Arguments arguments = Arguments.Parse(args);
var database = new Database(arguments.Directory);
await database.RecreateAsync(CancellationToken.None);

if (!arguments.Serve)
    return await new Walkthrough(database).RunAsync(CancellationToken.None);

await using (CommunicationsContext db = database.Open())
    await Seed.FillAsync(db, DateTime.UtcNow, progress: null, CancellationToken.None);
await using WebApplication app = Service.Build(arguments.Rest, database);
await app.RunAsync();
return 0;

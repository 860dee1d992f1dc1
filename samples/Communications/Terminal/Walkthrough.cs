using Fernhallow.Communications.Data;

namespace Fernhallow.Communications.Terminal;

/// <summary>Shows each privacy operation on a fresh database, one after the other.</summary>
internal static class Walkthrough
{
    /// <summary>The day on which the walk-through plays. Fixed, so that every run shows the same.</summary>
    public static readonly DateTimeOffset Now = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync(Database database)
    {
        var screen = new Screen();
        screen.Title("Fernhallow Communications", "A fictional company, held to its privacy statement by its own build");

        await using CommunicationsContext db = database.Open();
        int rows = await screen.WithProgressAsync("Seeding", progress => Seed.FillAsync(db, Now.UtcDateTime, progress, CancellationToken.None));
        screen.Muted($"{rows} fictional rows in {Path.GetRelativePath(Environment.CurrentDirectory, database.Path)}");
        return 0;
    }
}

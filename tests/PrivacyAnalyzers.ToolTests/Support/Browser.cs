using System.Diagnostics;

namespace PrivacyAnalyzers.ToolTests.Support;

/// <summary>Headless Chromium, by its command line alone: the one that <c>PROOF_CHROMIUM</c> names, else the machine's.</summary>
internal static class Browser
{
    /// <summary>What a test writes where it could not look at a page.</summary>
    public const string Missing = "Chromium was NOT run: it is not installed and PROOF_CHROMIUM is not set";

    private static readonly Lazy<string?> Found = new(Find);

    public static bool Exists => Found.Value is not null;

    /// <summary>What a page has become after its scripts ran.</summary>
    public static Task<string> DomOfAsync(string page, int width, bool isDark) => RunAsync(page, width, isDark, "--virtual-time-budget=30000", "--dump-dom");

    public static Task ShootAsync(string page, int width, bool isDark, string picture) => RunAsync(page, width, isDark, "--screenshot=" + picture);

    public static Task PrintAsync(string page, string file) => RunAsync(page, 1280, isDark: false, "--no-pdf-header-footer", "--print-to-pdf=" + file);

    private static async Task<string> RunAsync(string page, int width, bool isDark, params string[] options)
    {
        string profile = Directory.CreateTempSubdirectory("privacy-browser-").FullName;
        try
        {
            string[] arguments =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage", "--no-first-run", "--user-data-dir=" + profile,
                FormattableString.Invariant($"--window-size={width},3000"), "--blink-settings=preferredColorScheme=" + (isDark ? 0 : 1), .. options, new Uri(page).AbsoluteUri,
            ];
            using Process process = Process.Start(new ProcessStartInfo(Found.Value!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, await errors);
            return await output;
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("PROOF_CHROMIUM") is { Length: > 0 } named)
            return named;
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return new[] { "chromium", "chromium-browser", "google-chrome" }.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}

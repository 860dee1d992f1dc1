using System.Reflection;

namespace PrivacyAnalyzers.Tests.Meta;

/// <summary>The project's own files, for the tests about the project itself.</summary>
internal static class Repository
{
    /// <summary>With this environment variable set, a test that compares a file with what it should be writes it instead.</summary>
    public const string WriteSwitch = "META_WRITE";

    public static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    public static bool Writes => Environment.GetEnvironmentVariable(WriteSwitch) == "1";

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Files under a folder that people wrote: no build output, no history.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        string start = PathOf(folder);
        if (!Directory.Exists(start))
            return [];
        return Directory.EnumerateFiles(start, pattern, SearchOption.AllDirectories).Where(IsWritten).Order(StringComparer.Ordinal);
    }

    /// <summary>The path from the root, with slashes, as messages name it.</summary>
    public static string Name(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Text with one kind of line end, whatever the checkout made of it.</summary>
    public static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    /// <summary>Compares a file with what it should hold; writes it where the switch is set.</summary>
    public static void ShouldHold(string path, string expected)
    {
        if (Writes)
            File.WriteAllText(path, expected);
        string[] actual = (File.Exists(path) ? Read(path) : "").Split('\n');
        string[] wanted = expected.Split('\n');
        IEnumerable<string> lacking = wanted.Except(actual).Select(line => "+ " + line);
        IEnumerable<string> wrong = actual.Except(wanted).Select(line => "- " + line);
        Assert.True(
            actual.SequenceEqual(wanted),
            $"{Name(path)} is not what the rules' descriptors say. Run the tests of Meta with {WriteSwitch}=1, or change these lines (or their order):\n{string.Join("\n", wrong.Concat(lacking))}");
    }

    /// <summary>Fails with every fault, one a line, so that all can be mended at once.</summary>
    public static void ShouldBeNone(IEnumerable<string> faults, string what)
    {
        string[] all = faults.ToArray();
        Assert.True(all.Length == 0, $"{what}\n{string.Join("\n", all)}");
    }

    private static bool IsWritten(string path)
    {
        string[] parts = Name(path).Split('/');
        return !parts.Any(part => part is "bin" or "obj" or ".git" or "artifacts" or "StrykerOutput" or "TestResults" or ".vs" or ".idea" or "__mismatch__");
    }
}

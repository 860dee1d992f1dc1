using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PrivacyAnalyzers.Tests.Meta;
using Snapshooter;
using Snapshooter.Xunit;

namespace PrivacyAnalyzers.Tests.Support;

/// <summary>
/// Compares text with the one recorded beside the test, in <c>__snapshots__</c>. A missing record fails the test, unless the environment
/// variable <c>META_WRITE</c> is <c>1</c>: then it is written, and whoever commits it has read it.
/// </summary>
internal static partial class Snapshots
{
    public static void Match(string text, [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        string folder = Path.GetDirectoryName(file)!;
        string name = $"{Path.GetFileNameWithoutExtension(file)}.{test}.snap";
        string record = Path.Combine(folder, "__snapshots__", name);
        if (Repository.Writes)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(record)!);
            File.Delete(record);
        }
        else
        {
            Assert.True(File.Exists(record), $"There is no record {name}: run the test once with {Repository.WriteSwitch}=1 and read what it writes");
        }

        // The package's version is not part of what a snapshot claims.
        Snapshot.Match(Version().Replace(text, "(\"PrivacyAnalyzers\", \"VERSION\")"), new SnapshotFullName(name, folder));
    }

    [GeneratedRegex("\\(\"PrivacyAnalyzers\", \"[0-9.]+\"\\)")]
    private static partial Regex Version();
}

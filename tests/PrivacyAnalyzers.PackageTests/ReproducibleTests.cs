using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using PrivacyAnalyzers.PackageTests.Support;

namespace PrivacyAnalyzers.PackageTests;

/// <summary>
/// What is published can be built again from its sources: two checkouts of one commit, in folders of different names, built as a release is,
/// with the locked dependencies, give the same bytes; and debuggers find the sources of that commit.
/// </summary>
[Collection(WorkshopTests.Name)]
[Trait("Proof", "supply-chain")]
public sealed class ReproducibleTests : IDisposable
{
    private const string Repository = "https://github.com/privacyanalyzers/privacyanalyzers";
    private const string Author = "Somebody <somebody@example.com> 1767225600 +0000";
    private static readonly string[] Packages = ["PrivacyAnalyzers.0.0.1-same.nupkg", "PrivacyAnalyzers.Tool.0.0.1-same.nupkg"];

    private readonly string _root = Directory.CreateTempSubdirectory("privacy-same-bytes-").FullName;

    [Fact]
    public async Task Two_checkouts_of_one_commit_give_the_same_bytes()
    {
        (string commit, string first) = await PackedAsync("one");
        (string again, string second) = await PackedAsync("another/and-deeper");

        Assert.Equal(commit, again);
        foreach (string package in Packages)
            Assert.Equal(Entries(Path.Combine(first, package)), Entries(Path.Combine(second, package)));
        foreach (string package in Packages)
            Assert.True(File.ReadAllBytes(Path.Combine(first, package)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(second, package))), $"{package} differs, its entries do not");

        using ZipArchive opened = ZipFile.OpenRead(Path.Combine(first, Packages[0]));
        foreach (string assembly in new[] { "analyzers/dotnet/roslyn4.8/cs/PrivacyAnalyzers.dll", "analyzers/dotnet/roslyn4.8/cs/PrivacyAnalyzers.CodeFixes.dll", "lib/net8.0/PrivacyAnalyzers.Annotations.dll" })
            Assert.Equal($$$"""{"documents":{"/_/*":"https://raw.githubusercontent.com/privacyanalyzers/privacyanalyzers/{{{commit}}}/*"}}""", SourceLink(opened.GetEntry(assembly)!));
        Assert.Contains($"<repository type=\"git\" url=\"{Repository}\" commit=\"{commit}\" />", opened.GetEntry("PrivacyAnalyzers.nuspec")!.ReadText(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>The commit, and the folder of what was packed from a checkout of it.</summary>
    private async Task<(string Commit, string Packed)> PackedAsync(string name)
    {
        string checkout = Path.Combine(_root, name);
        foreach (string file in new[] { "Directory.Build.props", "Directory.Build.targets", "global.json", "README.md", "docs/tool.md", ".gitignore" }
            .Concat(Directory.EnumerateFiles(Path.Combine(Workshop.RepositoryRoot, "src"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Workshop.RepositoryRoot, file))))
        {
            if (file.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"))
                continue;
            string target = Path.Combine(checkout, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Workshop.RepositoryRoot, file), target);
        }

        // Of the same sources, person and hour, and so of the same name, wherever it is made.
        await GitAsync(checkout, "init", "--quiet", "--initial-branch=main");
        await GitAsync(checkout, "remote", "add", "origin", Repository + ".git");
        await GitAsync(checkout, "add", "--all");
        string text = Path.Combine(checkout, ".git", "the-commit");
        await File.WriteAllTextAsync(text, $"tree {await GitAsync(checkout, "write-tree")}\nauthor {Author}\ncommitter {Author}\n\nThe sources\n");
        string commit = await GitAsync(checkout, "hash-object", "-t", "commit", "-w", text);
        await GitAsync(checkout, "update-ref", "HEAD", commit);

        // A compiler each: what one process keeps in some order, another may keep in another.
        string packed = Path.Combine(checkout, "artifacts");
        foreach (string project in new[] { "src/PrivacyAnalyzers.Annotations", "src/PrivacyAnalyzers.Tool" })
            (await DotNet.RunAsync(checkout, "pack", project, "-c", "Release", "-o", packed, "-p:ContinuousIntegrationBuild=true", "-p:RestoreLockedMode=true", "-p:RunAnalyzers=false", "-p:UseSharedCompilation=false", "-p:PackageVersion=0.0.1-same")).ThatSucceeded();
        return (commit, packed);
    }

    private static async Task<string> GitAsync(string folder, params string[] arguments) =>
        (await DotNet.RunProgramAsync(folder, "git", arguments)).ThatSucceeded().Output.Trim();

    private static string[] Entries(string package)
    {
        using ZipArchive opened = ZipFile.OpenRead(package);
        return opened.Entries.Select(entry => $"{entry.FullName}: {entry.Length} bytes, {entry.Crc32:x8}").ToArray();
    }

    /// <summary>Where the embedded symbols say that sources are to be had.</summary>
    private static string SourceLink(ZipArchiveEntry entry)
    {
        using PEReader file = entry.OpenAssembly();
        using MetadataReaderProvider provider = file.ReadEmbeddedPortablePdbDebugDirectoryData(file.ReadDebugDirectory().Single(each => each.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
        MetadataReader symbols = provider.GetMetadataReader();
        Guid kind = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
        return symbols.CustomDebugInformation.Select(symbols.GetCustomDebugInformation).Where(each => symbols.GetGuid(each.Kind) == kind)
            .Select(each => Encoding.UTF8.GetString(symbols.GetBlobBytes(each.Value))).Single();
    }
}

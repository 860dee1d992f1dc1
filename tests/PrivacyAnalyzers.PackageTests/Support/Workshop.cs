using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Text;

namespace PrivacyAnalyzers.PackageTests.Support;

/// <summary>
/// Packs the package once, with a version nobody has seen, and builds all fresh projects against it, once, in a temporary folder.
/// Every test looks at what came out.
/// </summary>
public sealed class Workshop : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("privacy-package-tests-").FullName;
    private Run? _build;
    private Task<InstalledTool>? _tool;
    private int _folders;

    /// <summary>The repository that is tested.</summary>
    public static string RepositoryRoot { get; } = BuiltWith("RepositoryRoot");

    public static string SourceOfProjects { get; } = Path.Combine(RepositoryRoot, "tests", "PrivacyAnalyzers.PackageTests", "Projects");

    /// <summary>New in each run, so that no cache can answer with an older package.</summary>
    public string Version { get; } = "0.1.0-test." + DateTime.UtcNow.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture).TrimStart('0');

    /// <summary>The version of the framework's packages that this repository is restored with.</summary>
    public string DotNetVersion { get; } = BuiltWith("DotNetPackageVersion");

    public string Feed => Path.Combine(_root, "feed");

    public string PackageFile => Path.Combine(Feed, $"PrivacyAnalyzers.{Version}.nupkg");

    internal Run Pack { get; private set; } = null!;

    internal Run Build => _build ?? throw new InvalidOperationException("Nothing was built");

    /// <summary>The tool, packed and installed once.</summary>
    internal Task<InstalledTool> ToolAsync() => _tool ??= InstalledTool.InstallAsync(Path.Combine(_root, "tool"), Version);

    /// <summary>A copy of a project's sources that a test may change, where a build finds what the others find; each has a repository's root above it.</summary>
    public string CopyOf(string source)
    {
        string folder = NewFolder(Path.GetFileName(source));
        Copy(source, folder);
        return folder;
    }

    /// <summary>An empty folder, with a repository's root.</summary>
    public string NewFolder(string name)
    {
        string folder = Path.Combine(_root, "projects", "new-" + _folders++, name);
        Directory.CreateDirectory(Path.Combine(folder, ".git"));
        return folder;
    }

    public string FolderOf(string project) => Path.Combine(_root, "projects", project);

    public ZipArchive Open() => ZipFile.OpenRead(PackageFile);

    /// <summary>What the compiler said of the project; fails the test where the compiler did not get to run.</summary>
    internal IReadOnlyList<Finding> FindingsOf(string project)
    {
        IReadOnlyList<Finding>? findings = Sarif.Read(Path.Combine(FolderOf(project), "findings.sarif"));
        Assert.True(findings is not null, $"{project} was not compiled:{Environment.NewLine}{Build.Output}");
        return findings;
    }

    /// <summary>The lines that the build printed of one project, without the folder of this run.</summary>
    public IReadOnlyList<string> OutputOf(string project) =>
        Build.Output.Split('\n').Where(line => line.Contains(FolderOf(project) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Select(line => line.Trim().Replace(FolderOf(project) + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)).Distinct().ToArray();

    public async Task InitializeAsync()
    {
        // The package as it is released. Only the nuspec carries the version: nothing is compiled anew for it.
        Pack = await DotNet.RunAsync(RepositoryRoot, "pack", "src/PrivacyAnalyzers.Annotations", "-c", "Release", "--no-restore", "-o", Feed, $"-p:PackageVersion={Version}");
        Pack.ThatSucceeded();

        string projects = Path.Combine(_root, "projects");
        Copy(SourceOfProjects, projects);
        WriteNuGetConfig(projects);
        WriteSolution(projects);
        WriteVersions(projects);
        (await DotNet.RunAsync(projects, "restore", "all.slnx")).ThatSucceeded();
        _build = await DotNet.RunAsync(projects, "build", "all.slnx", "--no-restore");
    }

    public Task DisposeAsync()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (IOException)
        {
            // The compiler server may still hold a file open; the system clears its temporary folder itself.
        }

        return Task.CompletedTask;
    }

    /// <summary>Version control keeps no <c>.git</c> inside a repository: it is called <c>dot-git</c> there.</summary>
    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            if (Path.GetRelativePath(from, file).Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj" or ".git"))
                continue;
            string target = Path.Combine(to, Path.GetRelativePath(from, file).Replace("dot-git", ".git", StringComparison.Ordinal));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>The local folder joins the machine's own sources. What the machine has already is taken from its cache; ours never is.</summary>
    private void WriteNuGetConfig(string folder)
    {
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ??
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Directory.CreateDirectory(cache);
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(_root, "packages")}" />
              </config>
              <fallbackPackageFolders>
                <add key="cache" value="{cache}" />
              </fallbackPackageFolders>
              <packageSources>
                <add key="packed" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
    }

    /// <summary>The fresh projects name versions by these properties, since this repository names them in one place only.</summary>
    private void WriteVersions(string folder) => File.WriteAllText(Path.Combine(folder, "Versions.props"), $"""
        <Project>
          <PropertyGroup>
            <PrivacyAnalyzersVersion>{Version}</PrivacyAnalyzersVersion>
            <DotNetPackageVersion>{BuiltWith("DotNetPackageVersion")}</DotNetPackageVersion>
          </PropertyGroup>
        </Project>
        """);

    private static string BuiltWith(string key) =>
        typeof(Workshop).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;

    private static void WriteSolution(string folder)
    {
        // A folder each, since two projects of one folder may not share a name.
        var text = new StringBuilder("<Solution>\n");
        foreach (string project in Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string path = Path.GetRelativePath(folder, project).Replace('\\', '/');
            text.Append(CultureInfo.InvariantCulture, $"  <Folder Name=\"/{path.Replace('/', '-')}/\"><Project Path=\"{path}\" /></Folder>\n");
        }

        File.WriteAllText(Path.Combine(folder, "all.slnx"), text.Append("</Solution>\n").ToString());
    }
}

/// <summary>All tests of this assembly share one workshop.</summary>
[CollectionDefinition(Name)]
public sealed class WorkshopTests : ICollectionFixture<Workshop>
{
    public const string Name = "Workshop";
}

using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;

namespace PrivacyAnalyzers.Benchmarks;

/// <summary>The arguments that the compiler would be called with: of a project, of a folder, or as a file has them.</summary>
internal static class CompilerArguments
{
    public static CSharpCommandLineArguments Of(string path, Options options)
    {
        path = Path.GetFullPath(path);
        if (Directory.Exists(path))
            return Parse(OfFolder(path, options.References), path);
        string folder = Path.GetDirectoryName(path)!;
        if (Path.GetExtension(path) == ".csproj")
            return Parse(OfProject(path, options.Framework), folder);
        return File.Exists(path) ? Parse([$"@{path}"], folder) : throw new FileNotFoundException("No project, folder or file of compiler arguments", path);
    }

    private static CSharpCommandLineArguments Parse(IEnumerable<string> arguments, string folder) =>
        CSharpCommandLineParser.Default.Parse(arguments, folder, sdkDirectory: null);

    private static List<string> OfFolder(string folder, IReadOnlyList<string> references)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        var arguments = new List<string> { "/target:library", $"/out:{name}.dll", "/langversion:preview", "/nullable:enable", "/unsafe" };
        arguments.AddRange(Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal));
        string imports = Path.Combine(Path.GetTempPath(), "PrivacyAnalyzers.Benchmarks.ImplicitUsings.cs");
        File.WriteAllLines(imports, ImplicitUsings.Select(space => $"global using global::{space};"));
        arguments.Add(imports);
        arguments.AddRange(FrameworkAssemblies().Concat(references.SelectMany(AssembliesOf))
            .DistinctBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase).Select(file => $"/reference:{file}"));
        return arguments;
    }

    private static readonly string[] ImplicitUsings =
    [
        "System", "System.IO", "System.Linq", "System.Collections.Generic", "System.Net.Http", "System.Net.Http.Json", "System.Threading", "System.Threading.Tasks",
        "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    private static IEnumerable<string> FrameworkAssemblies()
    {
        string packs = Setting("ReferencePacks");
        foreach (string pack in new[] { "Microsoft.AspNetCore.App.Ref", "Microsoft.NETCore.App.Ref" })
        {
            string newest = Directory.GetDirectories(Path.Combine(packs, pack)).Where(folder => Version.TryParse(Path.GetFileName(folder), out _)).MaxBy(folder => Version.Parse(Path.GetFileName(folder)))!;
            foreach (string file in Directory.GetFiles(Directory.GetDirectories(Path.Combine(newest, "ref"))[0], "*.dll"))
                yield return file;
        }
    }

    private static string[] AssembliesOf(string path) => Directory.Exists(path) ? Directory.GetFiles(Path.GetFullPath(path), "*.dll") : [Path.GetFullPath(path)];

    /// <summary>Builds what the project refers to, then asks the build for the arguments of the project itself.</summary>
    private static IEnumerable<string> OfProject(string project, string? framework)
    {
        string[] target = framework is null ? [] : [$"-p:TargetFramework={framework}"];
        Run("dotnet", ["build", project, "-v:quiet", "-nologo", .. target]);
        string json = Run("dotnet", ["msbuild", project, "-t:Compile", "-getItem:CscCommandLineArgs", "-p:DesignTimeBuild=true", "-p:BuildProjectReferences=false",
            "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:NonExistentFile=never-made", .. target]);
        using JsonDocument document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)];
    }

    private static string Run(string program, IEnumerable<string> arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed:\n{output}");
    }

    public static string Setting(string key) =>
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == key).Value!;
}

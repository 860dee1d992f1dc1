using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Robustness.Determinism;

/// <summary>
/// The analyzers, as they were built, with another version of the compiler, in this process. It stays: in contexts that can be unloaded, under
/// load, compilers failed in their own code now and then, with pooled lists that were not empty.
/// </summary>
internal sealed class CompilerContext(string version) : AssemblyLoadContext(isCollectible: false)
{
    /// <summary>Findings and generated text of the program, by that compiler.</summary>
    public Task<string> RunAsync(string program) =>
        (Task<string>)Own().GetType(typeof(DeterministicRun).FullName!, throwOnError: true)!.GetMethod(nameof(DeterministicRun.OfNamedAsync))!.Invoke(null, [program])!;

    /// <summary>The version that runs there, so that nobody takes this process's own for it.</summary>
    public Version? Compiler() => LoadFromAssemblyName(new AssemblyName("Microsoft.CodeAnalysis")).GetName().Version;

    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name switch
    {
        "Microsoft.CodeAnalysis" => LoadFromAssemblyPath(Package("microsoft.codeanalysis.common", assemblyName.Name)),
        "Microsoft.CodeAnalysis.CSharp" => LoadFromAssemblyPath(Package("microsoft.codeanalysis.csharp", assemblyName.Name)),
        { } name when name.StartsWith("PrivacyAnalyzers", StringComparison.Ordinal) || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) =>
            File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll")) ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name + ".dll")) : null,
        _ => null,
    };

    private Assembly Own() => LoadFromAssemblyPath(typeof(CompilerContext).Assembly.Location);

    private string Package(string package, string name) =>
        Directory.GetFiles(Path.Combine(References.PackageRoot, package, version, "lib"), name + ".dll", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)!) is ['n', 'e', 't', >= '1' and <= '9', ..])
            .MaxBy(file => Version.Parse(Path.GetFileName(Path.GetDirectoryName(file)!)["net".Length..]))!;
}

using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace PrivacyAnalyzers.Tests.Support;

/// <summary>
/// What code under test is compiled against: everything that this test process itself runs on. No download, one set of
/// metadata references for all tests, and what compiles against it also runs.
/// </summary>
internal static class References
{
    /// <summary>The framework, ASP.NET Core, EF Core, the logging libraries and our annotations.</summary>
    public static ImmutableArray<MetadataReference> All { get; } = Load(_ => true);

    /// <summary>Where restored packages lie.</summary>
    public static string PackageRoot => Metadata("PackageRoot");

    /// <summary>The same without assemblies whose name begins with one of these.</summary>
    public static ImmutableArray<MetadataReference> Without(params string[] prefixes) =>
        All.Where(reference => !prefixes.Any(prefix => Path.GetFileName(reference.Display!).StartsWith(prefix, StringComparison.Ordinal))).ToImmutableArray();

    /// <summary>The same with the assemblies of an older EF Core, <c>8</c> or <c>9</c>, to compile against.</summary>
    public static ImmutableArray<MetadataReference> WithEfCore(int major)
    {
        string version = Metadata("EfCore" + major.ToString(CultureInfo.InvariantCulture));
        IEnumerable<MetadataReference> older =
            from package in new[] { "microsoft.entityframeworkcore", "microsoft.entityframeworkcore.abstractions", "microsoft.entityframeworkcore.relational" }
            from file in Directory.GetFiles(Path.Combine(PackageRoot, package, version, "lib"), "*.dll", SearchOption.AllDirectories)
            select (MetadataReference)MetadataReference.CreateFromFile(file);
        return [.. Without("Microsoft.EntityFrameworkCore"), .. older];
    }

    /// <summary>No packages: the references are added to the test's state by hand.</summary>
    public static ReferenceAssemblies None { get; } = new("net10.0");

    private static string Metadata(string key) =>
        typeof(References).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;

    private static ImmutableArray<MetadataReference> Load(Func<string, bool> filter)
    {
        string[] trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return trusted
            .Where(path => IsForCode(Path.GetFileName(path)) && filter(path))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
            .ToImmutableArray();
    }

    private static bool IsForCode(string file) =>
        !file.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && !file.StartsWith("xunit", StringComparison.Ordinal) &&
        !file.StartsWith("Snapshooter", StringComparison.Ordinal) && !file.StartsWith("NJsonSchema", StringComparison.Ordinal) && !file.StartsWith("Namotion", StringComparison.Ordinal) &&
        !file.StartsWith("PrivacyAnalyzers.Tests", StringComparison.Ordinal) &&
        !file.StartsWith("Microsoft.TestPlatform", StringComparison.Ordinal) && !file.StartsWith("testhost", StringComparison.Ordinal) &&
        file is not ("PrivacyAnalyzers.dll" or "PrivacyAnalyzers.CodeFixes.dll");
}

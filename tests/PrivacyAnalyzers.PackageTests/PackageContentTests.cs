using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using PrivacyAnalyzers.PackageTests.Support;

namespace PrivacyAnalyzers.PackageTests;

/// <summary>The file that is published, opened and listed.</summary>
[Collection(WorkshopTests.Name)]
public class PackageContentTests(Workshop workshop)
{
    private static readonly string[] Expected =
    [
        "PrivacyAnalyzers.nuspec",
        "README.md",
        "analyzers/dotnet/roslyn4.8/cs/PrivacyAnalyzers.CodeFixes.dll",
        "analyzers/dotnet/roslyn4.8/cs/PrivacyAnalyzers.dll",
        "analyzers/dotnet/roslyn4.8/cs/YamlDotNet.dll",
        "buildTransitive/PrivacyAnalyzers.props",
        "buildTransitive/PrivacyAnalyzers.targets",
        "buildTransitive/config/PrivacyAnalyzers.Default.globalconfig",
        "buildTransitive/config/PrivacyAnalyzers.None.globalconfig",
        "buildTransitive/config/PrivacyAnalyzers.Recommended.globalconfig",
        "buildTransitive/config/PrivacyAnalyzers.Strict.globalconfig",
        "lib/net8.0/PrivacyAnalyzers.Annotations.dll",
        "lib/net8.0/PrivacyAnalyzers.Annotations.xml",
        "lib/netstandard2.0/PrivacyAnalyzers.Annotations.dll",
        "lib/netstandard2.0/PrivacyAnalyzers.Annotations.xml",
        "privacy.schema.json",
        "sbom.cdx.json",
    ];

    [Fact]
    public void Holds_exactly_these_files()
    {
        using ZipArchive package = workshop.Open();

        Assert.Equal(Expected, package.Entries.Select(entry => entry.FullName).Where(name => !IsOfTheContainer(name)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Says_what_it_is_and_what_it_needs()
    {
        XElement metadata = Nuspec().Root!.Elements().Single();
        XNamespace space = metadata.Name.Namespace;

        Assert.Equal("PrivacyAnalyzers", metadata.Element(space + "id")!.Value);
        Assert.Equal(workshop.Version, metadata.Element(space + "version")!.Value);
        Assert.Equal("MIT", metadata.Element(space + "license")!.Value);
        Assert.Equal("README.md", metadata.Element(space + "readme")!.Value);
        Assert.Null(metadata.Element(space + "developmentDependency"));
        Assert.Equal(
            ["net8.0: Microsoft.Extensions.Compliance.Abstractions", ".NETStandard2.0: Microsoft.Extensions.Compliance.Abstractions"],
            metadata.Element(space + "dependencies")!.Elements().SelectMany(group =>
                group.Elements().Select(dependency => $"{group.Attribute("targetFramework")!.Value}: {dependency.Attribute("id")!.Value}")));
    }

    [Fact]
    public void Is_packed_without_a_warning() =>
        Assert.DoesNotContain("warning", workshop.Pack.Output, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Names_no_folder_of_the_machine_that_built_it()
    {
        string root = Workshop.RepositoryRoot.TrimEnd('/', '\\');
        using ZipArchive package = workshop.Open();

        foreach (ZipArchiveEntry entry in package.Entries)
        {
            using Stream stream = entry.Open();
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            byte[] content = memory.ToArray();
            Assert.False(Contains(content, Encoding.UTF8.GetBytes(root)) || Contains(content, Encoding.Unicode.GetBytes(root)), $"{entry.FullName} names {root}");
        }
    }

    [Fact]
    [Trait("Proof", "supply-chain")]
    public async Task Every_assembly_in_a_package_is_ours_or_in_its_bill_of_materials()
    {
        foreach (string file in new[] { workshop.PackageFile, (await workshop.ToolAsync()).PackageFile })
        {
            using ZipArchive package = ZipFile.OpenRead(file);
            using JsonDocument bill = JsonDocument.Parse(package.GetEntry("sbom.cdx.json")!.ReadText());
            string[] listed = bill.RootElement.GetProperty("components").EnumerateArray().Select(each => each.GetProperty("name").GetString()!).ToArray();

            Assert.Equal(workshop.Version, bill.RootElement.GetProperty("metadata").GetProperty("component").GetProperty("version").GetString());
            Assert.DoesNotContain(
                package.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)).Select(entry => Path.GetFileNameWithoutExtension(entry.Name)),
                // The assembly of the package Microsoft.CodeAnalysis.Common leaves the last word out.
                name => !name.StartsWith("PrivacyAnalyzers", StringComparison.Ordinal) && !listed.Contains(name) && !listed.Contains(name + ".Common"));
        }
    }

    private XDocument Nuspec()
    {
        using ZipArchive package = workshop.Open();
        using Stream stream = package.GetEntry("PrivacyAnalyzers.nuspec")!.Open();
        return XDocument.Load(stream);
    }

    private static bool IsOfTheContainer(string name) =>
        name is "_rels/.rels" or "[Content_Types].xml" || name.StartsWith("package/services/", StringComparison.Ordinal);

    private static bool Contains(byte[] content, byte[] part) => content.AsSpan().IndexOf(part) >= 0;
}

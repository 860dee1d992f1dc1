using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NuGet.Packaging;

namespace PrivacyAnalyzers.Tests.Meta;

/// <summary>
/// Each package holds a bill of materials (CycloneDX): what is inside it and what it brings along, in the versions that the lock files hold.
/// It names no time and no number of its own, so that a package is the same bytes each time; packing puts its version in.
/// </summary>
public class BillOfMaterialsTests
{
    /// <summary>Packed beside the analyzers: no dependency of the package says so.</summary>
    private static readonly string[] Inside = ["YamlDotNet"];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("PrivacyAnalyzers", "library", "PrivacyAnalyzers.Annotations", new[] { "Microsoft.Extensions.Compliance.Abstractions" })]
    [InlineData("PrivacyAnalyzers.Tool", "application", "PrivacyAnalyzers.Tool", new[] { "System.CommandLine", "Spectre.Console", "Microsoft.CodeAnalysis.CSharp" })]
    public void The_bill_of_materials_lists_what_the_lock_files_hold(string package, string type, string project, string[] brought)
    {
        Dictionary<string, List<Locked>> locked = Lock(project).Concat(Lock("PrivacyAnalyzers").Where(each => Inside.Contains(each.Id)))
            .GroupBy(each => each.Id, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.OrdinalIgnoreCase);
        string[] roots = [.. brought, .. Inside];

        Repository.ShouldHold(Repository.PathOf("src", project, "sbom.cdx.json"), Text(package, type, roots, Reached(roots, locked)));
    }

    /// <summary>What the roots lead to; of several frameworks each version once.</summary>
    private static SortedDictionary<string, Locked> Reached(string[] roots, Dictionary<string, List<Locked>> locked)
    {
        var reached = new SortedDictionary<string, Locked>(StringComparer.Ordinal);
        var open = new Queue<string>(roots);
        while (open.TryDequeue(out string? id))
        {
            foreach (Locked each in locked.TryGetValue(id, out List<Locked>? found) ? found : [])
            {
                bool isNew = !reached.TryGetValue(each.Reference, out Locked? known);
                string[] dependencies = (known?.Dependencies ?? []).Concat(each.Dependencies.Where(locked.ContainsKey)).Distinct().Order(StringComparer.Ordinal).ToArray();
                if (isNew || dependencies.Length > known!.Dependencies.Length)
                {
                    reached[each.Reference] = each with { Dependencies = dependencies };
                    foreach (string dependency in each.Dependencies)
                        open.Enqueue(dependency);
                }
            }
        }

        return reached;
    }

    private static string Text(string package, string type, string[] roots, SortedDictionary<string, Locked> reached)
    {
        string root = $"pkg:nuget/{package}@$version$";
        string[] ReferencesOf(IEnumerable<string> ids) => reached.Values.Where(each => ids.Contains(each.Id, StringComparer.OrdinalIgnoreCase)).Select(each => each.Reference).ToArray();
        var bill = new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = Component(type, root, package, "$version$", "MIT") },
            ["components"] = new JsonArray([.. reached.Values.Select(Component)]),
            ["dependencies"] = new JsonArray(
                [Dependency(root, ReferencesOf(roots)), .. reached.Values.Select(each => Dependency(each.Reference, ReferencesOf(each.Dependencies)))]),
        };
        return bill.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Component(Locked each)
    {
        JsonObject component = Component("library", each.Reference, each.Id, each.Version, License(each));
        component["properties"] = new JsonArray(new JsonObject { ["name"] = "nuget:contentHash", ["value"] = each.Hash });
        return component;
    }

    private static JsonObject Component(string type, string reference, string name, string version, string license) => new()
    {
        ["type"] = type,
        ["bom-ref"] = reference,
        ["name"] = name,
        ["version"] = version,
        ["licenses"] = new JsonArray(new JsonObject { ["license"] = license.Contains('/', StringComparison.Ordinal) ? new JsonObject { ["name"] = license, ["url"] = license } : new JsonObject { ["id"] = license } }),
        ["purl"] = reference,
    };

    private static JsonObject Dependency(string reference, string[] on) =>
        new() { ["ref"] = reference, ["dependsOn"] = new JsonArray([.. on.Select(each => JsonValue.Create(each))]) };

    /// <summary>What the restored package says of its licence: an identifier, or an address in old packages.</summary>
    private static string License(Locked each)
    {
        string root = typeof(BillOfMaterialsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "PackageRoot").Value!;
        string id = each.Id.ToLowerInvariant();
        var reader = new NuspecReader(Path.Combine(root, id, each.Version, id + ".nuspec"));
        return reader.GetLicenseMetadata()?.License ?? reader.GetLicenseUrl()!;
    }

    private static IEnumerable<Locked> Lock(string project)
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("src", project, "packages.lock.json")));
        foreach (JsonProperty framework in file.RootElement.GetProperty("dependencies").EnumerateObject())
        {
            foreach (JsonProperty package in framework.Value.EnumerateObject().Where(package => package.Value.GetProperty("type").GetString() != "Project"))
            {
                string[] dependencies = package.Value.TryGetProperty("dependencies", out JsonElement all) ? all.EnumerateObject().Select(each => each.Name).ToArray() : [];
                yield return new Locked(package.Name, package.Value.GetProperty("resolved").GetString()!, package.Value.GetProperty("contentHash").GetString()!, dependencies);
            }
        }
    }

    private sealed record Locked(string Id, string Version, string Hash, string[] Dependencies)
    {
        public string Reference => $"pkg:nuget/{Id}@{Version}";
    }
}

using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using PrivacyAnalyzers.PackageTests.Support;

namespace PrivacyAnalyzers.PackageTests;

/// <summary>
/// What runs in the user's compiler reads no file, writes none, asks no network, starts nothing: its assemblies name no type that could.
/// RS1035 says the same of the code; this reads what is packed, and so what lies beside it too.
/// </summary>
[Collection(WorkshopTests.Name)]
[Trait("Proof", "supply-chain")]
public class CompilerReachTests(Workshop workshop)
{
    /// <summary>The only types of <c>System.IO</c> that touch memory alone, and <c>Path</c>, which only cuts text.</summary>
    private static readonly string[] InMemory =
    [
        "IOException", "EndOfStreamException", "MemoryStream", "Path", "Stream", "StreamReader", "StringReader", "StringWriter", "TextReader", "TextWriter",
    ];

    private static readonly string[] Forbidden =
    [
        "System.Net", "Microsoft.Win32", "System.IO.Pipes", "System.IO.MemoryMappedFiles", "System.IO.IsolatedStorage", "System.Runtime.InteropServices.Marshal",
        "System.Diagnostics.Process", "System.Console", "System.AppDomain", "System.Reflection.Emit", "System.Runtime.Loader",
    ];

    /// <summary>Members that reach outside, of types that are fine otherwise.</summary>
    private static readonly string[] ForbiddenMembers =
    [
        "System.Environment.GetEnvironmentVariable", "System.Environment.GetEnvironmentVariables", "System.Environment.GetFolderPath", "System.Environment.get_CurrentDirectory",
        "System.Environment.Exit", "System.Environment.FailFast", "System.IO.Path.GetFullPath", "System.IO.Path.GetTempPath", "System.IO.Path.GetTempFileName",
        "System.Reflection.Assembly.Load", "System.Reflection.Assembly.LoadFrom", "System.Reflection.Assembly.LoadFile",
    ];

    [Theory]
    [InlineData("PrivacyAnalyzers.dll")]
    [InlineData("PrivacyAnalyzers.CodeFixes.dll")]
    [InlineData("YamlDotNet.dll")]
    public void What_runs_in_the_compiler_reaches_nothing_outside_it(string assembly)
    {
        using ZipArchive package = workshop.Open();
        using PEReader file = package.GetEntry("analyzers/dotnet/roslyn4.8/cs/" + assembly)!.OpenAssembly();
        MetadataReader metadata = file.GetMetadataReader();
        string[] types = metadata.TypeReferences.Select(handle => NameOf(metadata, handle)).ToArray();

        Assert.Contains("System.Object", types);
        Assert.Empty(types.Where(IsForbidden).Concat(Members(metadata).Where(ForbiddenMembers.Contains)).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(metadata.MethodDefinitions, method => metadata.GetMethodDefinition(method).Attributes.HasFlag(MethodAttributes.PinvokeImpl));
    }

    private static bool IsForbidden(string type) =>
        type.StartsWith("System.IO.", StringComparison.Ordinal) && !InMemory.Contains(type["System.IO.".Length..]) ||
        Forbidden.Any(part => type == part || type.StartsWith(part + ".", StringComparison.Ordinal));

    private static IEnumerable<string> Members(MetadataReader metadata) =>
        from handle in metadata.MemberReferences
        let member = metadata.GetMemberReference(handle)
        where member.Parent.Kind == HandleKind.TypeReference
        select $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}";

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}

using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using PrivacyAnalyzers.Generation.Manifest;
using PrivacyAnalyzers.Tool;
using PrivacyAnalyzers.ToolTests.Support;

namespace PrivacyAnalyzers.ToolTests;

/// <summary>Files that are not what they should be: the tool says what is wrong in a line and ends with its exit code, whatever the bytes are.</summary>
[Trait("Proof", "hostile")]
public sealed class HostileFileTests : IDisposable
{
    private static readonly string[][] Readers = [["report", "--json"], ["check", "--json"], ["record"], ["export", "--format", "fides"], ["init"]];

    private readonly string _folder = Directory.CreateTempSubdirectory("privacy-hostile-").FullName;

    public static TheoryData<string, byte[]> NoAssemblies => new()
    {
        { "nothing", [] },
        { "one byte", [0x4d] },
        { "the two letters", "MZ"u8.ToArray() },
        { "text", "hello, world"u8.ToArray() },
        { "a script", "#!/bin/sh\nexit 1\n"u8.ToArray() },
        { "a ZIP", [0x50, 0x4b, 3, 4, .. new byte[200]] },
        { "zeros", new byte[100_000] },
        { "a header that points beyond the end", [.. "MZ"u8, .. new byte[58], 0xff, 0xff, 0xff, 0x7f, .. new byte[200]] },
        { "a header that points to itself", [.. "MZ"u8, .. new byte[58], 0, 0, 0, 0, .. new byte[200]] },
    };

    [Theory]
    [MemberData(nameof(NoAssemblies))]
    public void No_assembly_is_a_line_and_a_code(string what, byte[] bytes)
    {
        Assert.NotNull(what);
        foreach (string[] reader in Readers)
            AssertRefused(Given(bytes), reader);
    }

    [Fact]
    public void A_truncated_or_damaged_assembly_is_read_or_refused()
    {
        using BuiltShop shop = BuiltShop.Build(withLog: false);
        byte[] whole = File.ReadAllBytes(shop.Assembly);
        var random = new Random(20261130);
        int rounds = Environment.GetEnvironmentVariable("PROOF_SCALE") == "full" ? 4_000 : 100;
        for (int round = 0; round < rounds; round++)
        {
            byte[] bytes = [.. whole];
            if (round % 4 == 0)
                Array.Resize(ref bytes, random.Next(bytes.Length));
            else
                for (int edit = random.Next(1, 30); edit > 0; edit--)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            foreach (string[] reader in Readers.Where((_, i) => i == round % 5 || i == 0))
                AssertAnswered(Given(bytes), reader, $"round {round}");
        }
    }

    [Fact]
    public void Nested_types_without_end_are_read()
    {
        string path = Given(Nested(20_000));

        ToolRun run = ToolRun.Of("init", path, "--output", Path.Combine(_folder, "deep.yml"));

        Assert.True(run.Code is ExitCodes.Done or ExitCodes.BadInput, run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    public static TheoryData<string> Manifests => new()
    {
        "", "null", "[]", "0", "{", "{}", "{\"version\":1}", "{\"version\":\"1\"}", "{\"version\":99,\"assembly\":\"Shop\"}", "{\"version\":1e99}",
        "{\"version\":1,\"assembly\":\"Shop\",\"subjects\":[null],\"entries\":[]}",
        "{\"version\":1,\"assembly\":\"Shop\",\"subjects\":[],\"entries\":[null]}",
        "{\"version\":1,\"assembly\":\"Shop\",\"subjects\":[],\"entries\":[{\"type\":\"A\"}]}",
        "{\"version\":1,\"assembly\":\"Sh\\ud800op\",\"subjects\":[],\"entries\":[]}",
        "{\"version\":1,\"assembly\":\"Shop\",\"subjects\":[],\"entries\":[],\"statement\":{\"title\":\"X\"}}",
        new string('[', 100_000),
        "{\"version\":1,\"assembly\":\"Shop\",\"subjects\":[],\"entries\":" + new string('[', 1_000) + new string(']', 1_000) + "}",
    };

    [Theory]
    [MemberData(nameof(Manifests))]
    public void A_malformed_manifest_is_a_line_and_a_code(string manifest)
    {
        string path = Given(WithManifest(manifest));

        foreach (string[] reader in Readers.Where(reader => reader[0] != "init"))
            AssertRefused(path, reader);
    }

    [Fact]
    public void A_manifest_that_says_a_member_twice_is_a_line_and_a_code()
    {
        const string Entry = "{\"type\":\"Shop.A\",\"member\":\"B\",\"category\":\"identifier\"}";
        string path = Given(WithManifest($"{{\"version\":1,\"assembly\":\"Shop\",\"subjects\":[],\"entries\":[{Entry},{Entry}]}}"));
        using BuiltShop shop = BuiltShop.Build();

        foreach (string[] reader in Readers.Where(reader => reader[0] != "init"))
            AssertAnswered(path, [.. reader, "--log", shop.Log], "twice");
    }

    public static TheoryData<string> Logs => new()
    {
        "", "null", "[]", "{", "{}", "{\"runs\":1}", "{\"runs\":[],\"version\":1}", "{\"version\":\"2.1.0\",\"runs\":[null,1,{\"results\":[1]}]}",
        "{\"runs\":[],\"runs\":[],\"version\":\"2.1.0\"}",
        "{\"version\":\"2.1.0\",\"runs\":[{\"results\":[{\"ruleId\":\"PRIV1001\",\"ruleId\":\"PRIV1001\"}]}]}",
        "{\"version\":\"2.1.0\",\"runs\":[{\"results\":[{\"ruleId\":\"\\ud800\"}]}]}",
        "{\"version\":\"2.1.0\",\"runs\":[{\"results\":[{\"ruleId\":\"PRIV4010\",\"properties\":{\"assembly\":\"\\udfff\"}}]}]}",
        "{\"version\":\"2.1.0\",\"runs\":[{\"results\":[{\"ruleId\":\"PRIV1001\",\"message\":{\"text\":\"\\ud800\"}}]}]}",
        "{\"version\":\"2.1.0\",\"runs\":" + new string('[', 10_000),
    };

    [Theory]
    [MemberData(nameof(Logs))]
    public void A_malformed_log_is_a_line_and_a_code(string log)
    {
        using BuiltShop shop = BuiltShop.Build(withLog: false);
        string path = Path.Combine(_folder, "log.sarif");
        File.WriteAllText(path, log);

        foreach (string[] reader in new[] { new[] { "report", shop.Assembly, "--log", path, "--output", Path.Combine(_folder, "r.html") }, ["check", shop.Assembly, "--log", path], ["sarif", path, "--output", Path.Combine(_folder, "o.sarif")], ["baseline", path] })
            AssertClean(ToolRun.Of(reader), string.Join(' ', reader));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Given(byte[] bytes)
    {
        string path = Path.Combine(_folder, "Given.dll");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private ToolRun Run(string path, string[] reader)
    {
        string output = Path.Combine(_folder, "output");
        File.Delete(output);
        return ToolRun.Of([reader[0], path, .. reader[1..], "--output", output]);
    }

    private void AssertRefused(string path, string[] reader)
    {
        string[] arguments = reader[0] == "check" ? [reader[0], path, .. reader[1..]] : [reader[0], path, .. reader[1..], "--output", Path.Combine(_folder, "output")];
        ToolRun run = ToolRun.Of(arguments);
        AssertClean(run, string.Join(' ', arguments));
        Assert.Equal(ExitCodes.BadInput, run.Code);
    }

    private void AssertAnswered(string path, string[] reader, string what)
    {
        ToolRun run = reader[0] == "check" ? ToolRun.Of([reader[0], path, .. reader[1..]]) : Run(path, reader);
        AssertClean(run, $"{what}: {string.Join(' ', reader)}");
    }

    /// <summary>An answer, or one line that says what is wrong: no stack, no type of an exception.</summary>
    private static void AssertClean(ToolRun run, string what)
    {
        Assert.False(run.Error.Contains("   at ", StringComparison.Ordinal) || run.Error.Contains("Exception", StringComparison.Ordinal) || run.Error.Contains("a fault of the tool itself", StringComparison.Ordinal), $"{what}\n{run.Error}");
        if (run.Code == ExitCodes.BadInput)
            Assert.True(run.Error.StartsWith("dotnet privacy: ", StringComparison.Ordinal) && !run.Error.TrimEnd('\n').Contains('\n'), $"{what}\n{run.Error}");
        else
            Assert.True(run.Code is ExitCodes.Done or ExitCodes.Drift, $"{what}: {run.Code}");
    }

    /// <summary>An assembly whose manifest is that text.</summary>
    private static byte[] WithManifest(string manifest) => Assembly(metadata =>
    {
        TypeReferenceHandle type = metadata.AddTypeReference(
            metadata.AddAssemblyReference(metadata.GetOrAddString("System.Runtime"), new Version(8, 0, 0, 0), default, default, default, default),
            metadata.GetOrAddString("System.Reflection"), metadata.GetOrAddString("AssemblyMetadataAttribute"));
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature(isInstanceMethod: true).Parameters(2, result => result.Void(), parameters =>
        {
            parameters.AddParameter().Type().String();
            parameters.AddParameter().Type().String();
        });
        var value = new BlobBuilder();
        value.WriteUInt16(1);
        value.WriteSerializedString(ManifestEmitter.Key);
        value.WriteSerializedString(manifest);
        value.WriteUInt16(0);
        metadata.AddCustomAttribute(EntityHandle.AssemblyDefinition, metadata.AddMemberReference(type, metadata.GetOrAddString(".ctor"), metadata.GetOrAddBlob(signature)), metadata.GetOrAddBlob(value));
    });

    private static byte[] Nested(int depth) => Assembly(metadata =>
    {
        TypeDefinitionHandle outer = default;
        for (int i = 0; i < depth; i++)
        {
            TypeDefinitionHandle type = metadata.AddTypeDefinition(
                i == 0 ? TypeAttributes.Public : TypeAttributes.NestedPublic, default, metadata.GetOrAddString("N"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
            if (i > 0)
                metadata.AddNestedType(type, outer);
            outer = type;
        }
    });

    private static byte[] Assembly(Action<MetadataBuilder> fill)
    {
        var metadata = new MetadataBuilder();
        metadata.AddModule(0, metadata.GetOrAddString("Given.dll"), metadata.GetOrAddGuid(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)), default, default);
        metadata.AddAssembly(metadata.GetOrAddString("Given"), new Version(1, 0, 0, 0), default, default, default, AssemblyHashAlgorithm.None);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        fill(metadata);
        var image = new BlobBuilder();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata), new BlobBuilder()).Serialize(image);
        return image.ToArray();
    }
}

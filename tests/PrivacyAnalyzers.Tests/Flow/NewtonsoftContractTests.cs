using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>Which members Json.NET writes: what the rule reports is what the library itself gives.</summary>
public class NewtonsoftContractTests
{
    private const string Usings = "using Newtonsoft.Json; using System.Runtime.Serialization; ";

    /// <summary>A class <c>P</c> with a personal member <c>M</c>, and whether that is written.</summary>
    public static TheoryData<string, bool> Types { get; } = new()
    {
        // What a type says, and its bases and interfaces.
        { "[JsonObject(MemberSerialization.OptIn)] class P { [Identifier] public string M { get; set; } = \"\"; [JsonProperty] public string Plan { get; set; } = \"\"; }", false },
        { "[JsonObject(MemberSerialization.OptIn)] class P { [JsonProperty, Identifier] public string M { get; set; } = \"\"; }", true },
        { "[JsonObject(MemberSerialization.OptIn)] class B { [JsonProperty] public int Id { get; set; } } class P : B { [Identifier] public string M { get; set; } = \"\"; }", false },
        { "[JsonObject(MemberSerialization.OptIn)] class B { [JsonProperty] public int Id { get; set; } } class P : B { [JsonProperty, Identifier] public string M { get; set; } = \"\"; }", true },
        { "[DataContract] class B { [DataMember] public int Id { get; set; } } class P : B { [Identifier] public string M { get; set; } = \"\"; }", false },
        { "class B { [Identifier] public string M { get; set; } = \"\"; } [DataContract] class P : B { [DataMember] public int Id { get; set; } }", false },
        { "class B { [DataMember, Identifier] public string M { get; set; } = \"\"; } [DataContract] class P : B { [DataMember] public int Id { get; set; } }", false },
        { "class B { [JsonProperty, Identifier] public string M { get; set; } = \"\"; } [DataContract] class P : B { [DataMember] public int Id { get; set; } }", true },
        { "class B { [Identifier] public string M { get; set; } = \"\"; } [JsonObject(MemberSerialization.OptIn)] class P : B { [JsonProperty] public int Id { get; set; } }", false },
        { "[JsonObject(MemberSerialization.OptIn)] class P { [DataMember, Identifier] public string M { get; set; } = \"\"; }", false },
        { "[DataContract, JsonObject(MemberSerialization.OptOut)] class P { [Identifier] public string M { get; set; } = \"\"; }", true },
        { "[JsonObject] class P { [Identifier] public string M { get; set; } = \"\"; }", true },
        { "[DataContract, JsonObject] class P { [Identifier] public string M { get; set; } = \"\"; }", true },
        { "[JsonObject(MemberSerialization.OptIn)] interface I { } class P : I { [Identifier] public string M { get; set; } = \"\"; }", false },
        { "[JsonObject(MemberSerialization = MemberSerialization.OptIn)] class P { [Identifier] public string M { get; set; } = \"\"; }", false },
        // What is not public.
        { "class P { [JsonProperty, Identifier] private string M { get; set; } = \"\"; }", true },
        { "class P { [Identifier] private string M { get; set; } = \"\"; }", false },
        { "class P { [JsonProperty, Identifier] private string _m = \"\"; }", true },
        { "class P { [JsonProperty, Identifier] internal string M { get; set; } = \"\"; }", true },
        { "[DataContract] class P { [DataMember, Identifier] private string M { get; set; } = \"\"; }", true },
        { "class P { [DataMember, Identifier] private string M { get; set; } = \"\"; }", false },
        { "class P { [Identifier] public string M { private get; set; } = \"\"; }", false },
        { "class P { [JsonProperty, Identifier] public string M { private get; set; } = \"\"; }", true },
        { "[Serializable] class P { [Identifier] private string M = \"\"; }", false },
        { "class P { [JsonProperty, Identifier] public static string M { get; set; } = \"\"; }", true },
        // Left out by a method.
        { "class P { [Identifier] public string M { get; set; } = \"\"; public bool ShouldSerializeM() => false; }", false },
        { "class P { [Identifier] public string M { get; set; } = \"\"; public bool ShouldSerializeM() => M.Length > 3; }", true },
        { "class P { [Identifier] public string M { get; set; } = \"\"; private bool ShouldSerializeM() => false; }", true },
        { "class P { [Identifier] public string M { get; set; } = \"\"; public bool ShouldSerializeM() { return false; } }", false },
        { "record P([Identifier] string M) { public bool ShouldSerializeM() => false; }", false },
        { "class B { public bool ShouldSerializeM() => false; } class P : B { [Identifier] public string M { get; set; } = \"\"; }", false },
        { "class B { [Identifier] public string M { get; set; } = \"\"; } class P : B { public bool ShouldSerializeM() => false; }", true },
        // Left out by an attribute, also of what is overridden.
        { "class B { [JsonIgnore, Identifier] public virtual string M { get; set; } = \"\"; } class P : B { public override string M { get; set; } = \"\"; }", false },
        { "interface I { [JsonIgnore] string M { get; } } class P : I { [Identifier] public string M { get; set; } = \"\"; }", false },
        { "class B { [JsonIgnore, Identifier] public string M { get; set; } = \"\"; } class P : B { }", false },
        { "class B { [JsonIgnore] public string M { get; set; } = \"\"; } class P : B { [Identifier] public new string M { get; set; } = \"\"; }", true },
        { "class P { [Newtonsoft.Json.JsonProperty, IgnoreDataMember, Identifier] public string M { get; set; } = \"\"; }", false },
        { "[JsonObject(MemberSerialization.OptIn)] class P { [Newtonsoft.Json.JsonProperty, IgnoreDataMember, Identifier] public string M { get; set; } = \"\"; }", true },
        { "[JsonObject(MemberSerialization.OptIn)] class P { [JsonRequired, Identifier] public string M { get; set; } = \"\"; }", true },
        { "[JsonObject(MemberSerialization.OptIn)] class P { [JsonProperty, JsonIgnore, Identifier] public string M { get; set; } = \"\"; }", false },
        { "[DataContract] class B { [DataMember, Identifier] public virtual string M { get; set; } = \"\"; } class P : B { public override string M { get; set; } = \"\"; }", true },
        { "[JsonObject(MemberSerialization.OptIn)] class B { [JsonProperty, Identifier] public virtual string M { get; set; } = \"\"; } class P : B { public override string M { get; set; } = \"\"; }", true },
        { "class P { [NonSerialized, Identifier] public string M = \"\"; }", false },
        { "class B { [Identifier] public string M { get; set; } = \"\"; } class P : B { [JsonIgnore] public new string M { get; set; } = \"\"; }", true },
        // Fields alone.
        { "[JsonObject(MemberSerialization.Fields)] class P { [Identifier] private string _m = \"\"; }", true },
        { "[JsonObject(MemberSerialization.Fields)] class P { [Identifier] public string M { get; set; } = \"\"; }", true },
        { "[JsonObject(MemberSerialization.Fields)] class P { private string _s = \"\"; [Identifier] public string M => _s; }", false },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public Task Reported_where_it_is_written(string types, bool isWritten)
    {
        const string Call = "Newtonsoft.Json.JsonConvert.SerializeObject(p)";
        string logged = isWritten ? $"{{|PRIV1005:{Call}|}}" : Call;

        return AnalyzerTest<ExposureRules>.RunAsync($"{Usings}{LogSinkTests.InClass($"void M(P p) => logger.LogInformation(\"{{T}}\", {logged});")}\n{types}");
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void The_library_itself_writes_it(string types, bool isWritten)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Written" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText($"{Usings}using System; using PrivacyAnalyzers; {types}")],
            References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        Assert.True(compilation.Emit(assembly).Success);
        Type type = Assembly.Load(assembly.ToArray()).GetType("P")!;
        object filled = RuntimeHelpers.GetUninitializedObject(type);
        foreach (FieldInfo field in Fields(type).Where(field => field.FieldType == typeof(string)))
            field.SetValue(field.IsStatic ? null : filled, field.Name is "M" or "_m" or "<M>k__BackingField" ? "personal" : "other");

        Assert.Equal(isWritten, Newtonsoft.Json.JsonConvert.SerializeObject(filled).Contains("personal", StringComparison.Ordinal));
    }

    private static IEnumerable<FieldInfo> Fields(Type? type) => type is null || type == typeof(object)
        ? []
        : type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Concat(Fields(type.BaseType));
}

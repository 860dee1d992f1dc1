using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Generation.Manifest;
using PrivacyAnalyzers.Rules.Statement;

namespace PrivacyAnalyzers.ToolTests.Support;

/// <summary>A small project, compiled with the package's manifest generator and disclosure analyzer into a folder of its own.</summary>
internal sealed class BuiltShop : IDisposable
{
    public const string Statement = """
        statement: Shop & <Sons> privacy statement
        effective: 2026-03-01
        dataClasses:
          customer-account: { role: controller }
        purposes:
          marketing:       { basis: legitimate-interest, optOut: { within: P3D } }
          provide-service: { basis: contract }
        categories:
          identifier:  { classes: [customer-account], sources: [sign-up], purposes: [marketing, provide-service], disclosedTo: [mail-provider] }
          geolocation: { classes: [customer-account], purposes: [provide-service] }
          financial:   { classes: [customer-account], purposes: [provide-service] }
        retention:
          account-default: { keep: P60D, after: account-closed, then: delete }
          relationship:    { keep: P7Y, after: account-closed, then: delete }
          invoices:        { keep: by-law, ground: tax, then: delete }
          unused:          { keep: P1M, after: account-closed, then: delete }
        recipients:
          mail-provider: { kind: service-provider, receives: [identifier], regions: [US, EEA] }
        transfers:
          - { from: EEA, to: US, mechanisms: [standard-contractual-clauses] }
        minimumAge: { EEA: 16 }
        automatedDecisions:
          suspension: { notice: required, humanReview: required }

        """;

    public const string Code = """
        using PrivacyAnalyzers;

        namespace Shop;

        [DataSubject, DataClass("customer-account"), Retention("account-default")]
        public class Customer
        {
            public int Id { get; set; }

            [Identifier]
            public string? Email { get; set; }

            [Geolocation, Retention("relationship")]
            public string? Town { get; set; }
        }

        [DataClass("customer-account"), Retention("invoices")]
        public class Invoice
        {
            public int Id { get; set; }

            [Identifier]
            public string? BillTo { get; set; }
        }

        [Recipient("mail-provider")]
        public interface IMail
        {
            void Send(string? to);
        }

        [Purpose("marketing")]
        public class Campaign
        {
            public void Run(IMail mail, Customer customer) => mail.Send(customer.Email);
        }
        """;

    public const string Record = """
        # effective: 2026-03-01
        geolocation | customer-account | Shop.Customer.Town | relationship | - | -
        identifier | customer-account | Shop.Customer.Email | account-default | marketing | mail-provider
        identifier | customer-account | Shop.Invoice.BillTo | invoices | - | -

        """;

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest);

    public string Folder { get; } = Directory.CreateTempSubdirectory("privacy-tool-").FullName;

    public string Assembly => PathOf("Shop.dll");

    public string Log => PathOf("Shop.privacy.sarif");

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Compiles the code, with its log beside it unless said otherwise.</summary>
    public static BuiltShop Build(string code = Code, string? statement = Statement, string? record = null, bool withLog = true, string name = "Shop") =>
        new BuiltShop().Add(code, statement, record, withLog, name);

    /// <summary>Another project in the same folder.</summary>
    public BuiltShop Add(string code, string? statement = Statement, string? record = null, bool withLog = true, string name = "Shop")
    {
        ImmutableArray<AdditionalText> files = [];
        if (statement is not null)
            files = files.Add(new Text("privacy.yml", statement));
        if (record is not null)
        {
            string path = PathOf(name + ".disclosures.txt");
            File.WriteAllText(path, record);
            files = files.Add(new Text(path, record, "privacy.disclosures.txt"));
        }

        CSharpCompilation compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(code, Parse, "Shop.cs", System.Text.Encoding.UTF8)], References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, deterministic: true));
        CSharpGeneratorDriver.Create([new ManifestGenerator().AsSourceGenerator()], files, Parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        Microsoft.CodeAnalysis.Emit.EmitResult emitted = output.Emit(PathOf(name + ".dll"));
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        if (withLog)
            File.WriteAllText(PathOf(name + ".privacy.sarif"), Sarif(output, files));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>As the compiler writes it: an analyzer's properties stand one level deeper.</summary>
    private static string Sarif(Compilation compilation, ImmutableArray<AdditionalText> files)
    {
        ImmutableArray<Diagnostic> found = compilation.WithAnalyzers([new DisclosureAnalyzer()], new AnalyzerOptions(files, new Kinds())).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return JsonSerializer.Serialize(new
        {
            version = "2.1.0",
            runs = new[]
            {
                new
                {
                    results = found.Select(diagnostic => new
                    {
                        ruleId = diagnostic.Id,
                        level = "note",
                        message = new { text = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture) },
                        properties = new { customProperties = diagnostic.Properties },
                    }),
                },
            },
        });
    }

    private static IEnumerable<MetadataReference> References =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is var file && (file.StartsWith("System.", StringComparison.Ordinal) || file.StartsWith("Microsoft.Extensions.Compliance", StringComparison.Ordinal) ||
            file is "netstandard.dll" or "mscorlib.dll" or "PrivacyAnalyzers.Annotations.dll"))
        .Select(path => MetadataReference.CreateFromFile(path));

    private sealed class Text(string path, string text, string? kind = null) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, System.Text.Encoding.UTF8);

        public string? Kind { get; } = kind;

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    /// <summary>Says which file is the record, whatever its name.</summary>
    private sealed class Kinds : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(null);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(null);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values((textFile as Text)?.Kind is null ? null : "disclosures");

        private sealed class Values(string? kind) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
                (value = key == "build_metadata.AdditionalFiles.PrivacyKind" ? kind : null) is not null;
        }
    }
}

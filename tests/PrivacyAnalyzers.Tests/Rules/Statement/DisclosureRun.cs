using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Rules.Statement;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Rules.Statement;

/// <summary>Runs the disclosure analyzer over a project: its code, its statement, its record, its mode.</summary>
internal sealed class DisclosureRun
{
    public const string Statement = """
        statement: Shop
        effective: 2026-03-01
        dataClasses:
          customer-account: { role: controller }
        purposes:
          marketing:       { basis: legitimate-interest }
          provide-service: { basis: contract }
        categories:
          identifier:  { classes: [customer-account], purposes: [marketing, provide-service] }
          geolocation: { classes: [customer-account], purposes: [provide-service] }
        retention:
          account-default: { keep: P60D, after: account-closed, then: delete }
          invoices:        { keep: by-law, ground: tax, then: delete }
        recipients:
          mail-provider: { kind: service-provider }
          scoring:       { kind: service-provider }

        """;

    public const string Usings = "using System; using System.Collections.Generic; using System.Linq; using Microsoft.EntityFrameworkCore; using PrivacyAnalyzers;\n";

    private readonly string _code;

    private DisclosureRun(string code, ImmutableArray<Diagnostic> diagnostics)
    {
        _code = code;
        Diagnostics = diagnostics;
    }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The record as the code would have it now, without comments.</summary>
    public string? Now => Diagnostics.SingleOrDefault(diagnostic => diagnostic.Id == "PRIV4010")?.Properties[PRIV4010_Disclosures.RecordKey];

    /// <summary>What is reported besides: <c>PRIV4005 Email: 'Shop.…</c>, at the text of the code or at a line of a file.</summary>
    public IReadOnlyList<string> Findings => Diagnostics.Where(diagnostic => diagnostic.Id != "PRIV4010").Select(diagnostic => $"{diagnostic.Id} {Place(diagnostic)}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}").ToArray();

    public static async Task<DisclosureRun> Of(string code, string? record = null, string? statement = Statement, string mode = "Default", MetadataReference? reference = null)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Shop",
            [CSharpSyntaxTree.ParseText(code, parse, "Code.cs")],
            reference is null ? References.All : References.All.Add(reference),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        ImmutableArray<AdditionalText> files = [];
        if (statement is not null)
            files = files.Add(new MemoryText("privacy.yml", statement));
        if (record is not null)
            files = files.Add(new MemoryText("privacy.disclosures.txt", record));
        var options = new AnalyzerOptions(files, new ModeOptions(mode));
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers([new DisclosureAnalyzer()], new CompilationWithAnalyzersOptions(options, onAnalyzerException: (exception, _, _) => throw exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync();
        return new DisclosureRun(code, [.. found.OrderBy(diagnostic => diagnostic.Id, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparer.Ordinal)]);
    }

    private string Place(Diagnostic diagnostic)
    {
        if (diagnostic.Location.IsInSource)
            return _code.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        return span.IsValid ? $"{span.Path}({span.StartLinePosition.Line + 1})" : "nowhere";
    }

    private sealed class ModeOptions(string mode) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(mode);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(null);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(null);

        private sealed class Values(string? mode) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
                (value = key == "build_property.PrivacyAnalysisMode" ? mode : null) is not null;
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Statement;
using PrivacyAnalyzers.Tests.Meta;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Clauses;

/// <summary>
/// Small programs under the sample company's own statement, judged by all analyzers of the package together: what upholds a clause is quiet,
/// what breaks it breaks the build, with exactly this.
/// </summary>
internal static class ClauseProgram
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.Linq;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Logging;
        using PrivacyAnalyzers;

        """;

    /// <summary>The account holder, as the sample has them.</summary>
    public const string Customer = """
        [DataSubject, DataClass("customer-account"), Retention("account-default")]
        public class Customer
        {
            public int Id { get; set; }
            [Identifier] public string? Name { get; set; }
            [Identifier] public string? Email { get; set; }
            [Credential] public string? Token { get; set; }
            [OptOut("marketing")] public bool NoMarketing { get; set; }
            [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; }
        }

        """;

    /// <summary>The statement of <c>samples/Communications</c>.</summary>
    public static string Yaml { get; } = Repository.Read(Repository.PathOf("samples", "Communications", "privacy.yml"));

    /// <summary>The same, read.</summary>
    public static PrivacyStatement Promises { get; } = StatementReader.Read("privacy.yml", SourceText.From(Yaml), CancellationToken.None).Statement!;

    public static Task UpholdsAsync(string code, string? statement = null, params (string Path, string Text)[] files) => BreaksAsync(code, statement, [], files);

    public static Task BreaksAsync(string code, params string[] expected) => BreaksAsync(code, null, expected);

    /// <param name="expected">Each as <c>PRIV1001 error at the marked text: message</c>.</param>
    public static async Task BreaksAsync(string code, string? statement, string[] expected, params (string Path, string Text)[] files)
    {
        CSharpParseOptions parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        Compilation compilation = CSharpCompilation.Create(
            "Clause",
            [CSharpSyntaxTree.ParseText(Usings + code, parse, "Clause.cs")],
            References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        AdditionalText[] additional = [new MemoryText("privacy.yml", statement ?? Yaml), .. files.Select(file => new MemoryText(file.Path, file.Text))];
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers(Meta.RuleSet.AnalyzerTypes.Select(Meta.RuleSet.Create).ToImmutableArray(), new AnalyzerOptions([.. additional]))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);

        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            found.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => Line(diagnostic, additional)).Order(StringComparer.Ordinal));
    }

    private static string Line(Diagnostic diagnostic, AdditionalText[] files)
    {
        SourceText? text = diagnostic.Location.SourceTree?.GetText() ?? files.FirstOrDefault(file => file.Path == diagnostic.Location.GetLineSpan().Path)?.GetText();
        string severity = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        return $"{diagnostic.Id} {severity} at {text?.ToString(diagnostic.Location.SourceSpan)}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }
}

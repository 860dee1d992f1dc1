using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Statement.PRIV4002_UnknownCatalogName>;

namespace PrivacyAnalyzers.Tests.Rules.Statement;

public class PRIV4002_UnknownCatalogNameTests
{
    private const string Code = """
        namespace Contoso
        {
            public class Audit
            {
                public void Write(string what, object detail) { }
                public static string Mask(string text) => text;
                public string Entry { get; set; } = "";
                public string Field = "";
            }

            public static class Extensions
            {
                public static void Note(this Audit audit, string text) { }
            }
        }
        """;

    [Theory]
    [InlineData("# a comment\n\nM:Contoso.Audit.Write(System.String,System.Object)\twhat;detail\tlog")]
    [InlineData("M:Contoso.Audit.Write(System.String,System.Object)\tthis;*\tlog\r\n")]
    [InlineData("M:Contoso.Audit.Mask(System.String)\treturn\tsanitizer")]
    [InlineData("P:Contoso.Audit.Entry\treturn\tsource:identifier")]
    [InlineData("P:Contoso.Audit.Entry\tvalue\tlog")]
    [InlineData("F:Contoso.Audit.Field\tvalue\tfile")]
    [InlineData("M:Contoso.Extensions.Note(Contoso.Audit,System.String)\tthis;text\tlog")]
    [InlineData("M:System.Console.WriteLine(System.String)\tvalue\tnone")]
    [InlineData("M:Contoso.Audit.#ctor\t*\tlog")]
    [InlineData("")]
    public Task Lines_that_resolve_are_quiet(string catalog) => Run(catalog);

    [Theory]
    [InlineData(
        "M:Contoso.Audit.Writ(System.String)\twhat\tlog", 1, 1, 36,
        "'M:Contoso.Audit.Writ(System.String)' is not a member that this compilation has; did you mean 'M:Contoso.Audit.Write(System.String,System.Object)'?")]
    [InlineData(
        "M:Contoso.Audit.Write(System.String)\twhat\tlog", 1, 1, 37,
        "'M:Contoso.Audit.Write(System.String)' is not a member that this compilation has; did you mean 'M:Contoso.Audit.Write(System.String,System.Object)'?")]
    [InlineData(
        "P:Contoso.Audit.Weather\treturn\tlog", 1, 1, 24,
        "'P:Contoso.Audit.Weather' is not a member that this compilation has")]
    [InlineData(
        "# first\nM:Fabrikam.Audit.Write\t*\tlog", 2, 1, 23,
        "'M:Fabrikam.Audit.Write' is not a member that this compilation has")]
    [InlineData(
        "T:Contoso.Audit\t*\tlog", 1, 1, 16,
        "'T:Contoso.Audit' is not the documentation id of a method, property or field")]
    [InlineData(
        "M:Contoso.Audit.Write(System.String,System.Object)\twhat;detial\tlog", 1, 57, 63,
        "'detial' is not a parameter of 'Write'; did you mean 'detail'?")]
    [InlineData(
        "M:Contoso.Audit.Mask(System.String)\tthis\tlog", 1, 37, 41,
        "'this' is not a parameter of 'Mask'; use text")]
    [InlineData(
        "P:Contoso.Audit.Entry\ttext\tlog", 1, 23, 27,
        "'text' is not a carrier of 'Entry'; use value, return, this")]
    [InlineData(
        "P:Contoso.Audit.Entry\treturn\tlogg", 1, 30, 34,
        "'logg' is not a kind of the catalogue; did you mean 'log'?")]
    [InlineData(
        "P:Contoso.Audit.Entry\treturn\tsource:", 1, 30, 37,
        "'source:' is not a kind of the catalogue; use log, trace, metric, telemetry, exception, console, url, file, …")]
    [InlineData(
        "P:Contoso.Audit.Entry\treturn\tsource:identifer", 1, 37, 46,
        "'identifer' is not a category; did you mean 'identifier'?")]
    [InlineData(
        "P:Contoso.Audit.Entry return log", 1, 1, 33,
        "'P:Contoso.Audit.Entry return log' is not a line of the catalogue: documentation-id <tab> carriers <tab> kind")]
    public Task A_line_that_names_nothing_is_reported_where_it_does(string catalog, int line, int start, int end, string message) => Run(
        catalog,
        new DiagnosticResult("PRIV4002", DiagnosticSeverity.Error).WithSpan("privacy.catalog.txt", line, start, line, end).WithMessage(message));

    [Fact]
    public Task A_category_of_the_statement_s_taxonomies_is_one()
    {
        Test test = Create("P:Contoso.Audit.Entry\treturn\tsource:badge");
        test.Statement = Statements.Minimal + "categories: { badge: { } }\ntaxonomies: { Contoso.BadgeAttribute: badge }";
        return test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task Every_fault_of_a_file_is_reported() => Run(
        "M:Fabrikam.A.B\t*\tlog\nx\nP:Contoso.Audit.Entry\treturn\tlogs\n",
        new DiagnosticResult("PRIV4002", DiagnosticSeverity.Error).WithSpan("privacy.catalog.txt", 1, 1, 1, 15).WithMessage("'M:Fabrikam.A.B' is not a member that this compilation has"),
        new DiagnosticResult("PRIV4002", DiagnosticSeverity.Error).WithSpan("privacy.catalog.txt", 2, 1, 2, 2).WithMessage("'x' is not a line of the catalogue: documentation-id <tab> carriers <tab> kind"),
        new DiagnosticResult("PRIV4002", DiagnosticSeverity.Error).WithSpan("privacy.catalog.txt", 3, 30, 3, 34).WithMessage("'logs' is not a kind of the catalogue; did you mean 'log'?"));

    [Fact]
    public Task Another_file_is_none_of_its_business()
    {
        var test = new Test { TestCode = Code };
        test.TestState.AdditionalFiles.Add(("notes.txt", "M:Nothing.At.All\t*\tlog"));
        return test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task A_strange_id_breaks_nothing() => Run(
        "M:(((\t*\tlog\nM:..\t*\tlog\nM:A.B``(\t;\tlog",
        new DiagnosticResult("PRIV4002", DiagnosticSeverity.Error).WithSpan("privacy.catalog.txt", 1, 1, 1, 6).WithMessage("'M:(((' is not a member that this compilation has"),
        new DiagnosticResult("PRIV4002", DiagnosticSeverity.Error).WithSpan("privacy.catalog.txt", 2, 1, 2, 5).WithMessage("'M:..' is not a member that this compilation has"),
        new DiagnosticResult("PRIV4002", DiagnosticSeverity.Error).WithSpan("privacy.catalog.txt", 3, 1, 3, 9).WithMessage("'M:A.B``(' is not a member that this compilation has"));

    private static Test Create(string catalog)
    {
        var test = new Test { TestCode = Code };
        test.TestState.AdditionalFiles.Add(("privacy.catalog.txt", catalog));
        return test;
    }

    private static Task Run(string catalog, params DiagnosticResult[] expected)
    {
        Test test = Create(catalog);
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(CancellationToken.None);
    }
}

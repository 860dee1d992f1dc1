using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.Statement;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Statement.PRIV4001_InvalidStatement>;

namespace PrivacyAnalyzers.Tests.Statement;

/// <summary>What a build says of statements that contradict themselves, are huge, or are not the only one: one defined outcome each, at a line.</summary>
public class BadStatementBuildTests
{
    [Theory]
    [InlineData("effective: 2026-02-30", 2, 12, 22, "'2026-02-30' in 'effective' is not a date, such as 2026-01-08")]
    [InlineData("effective: 2025-02-29", 2, 12, 22, "'2025-02-29' in 'effective' is not a date, such as 2026-01-08")]
    [InlineData("effective: 2026-13-01", 2, 12, 22, "'2026-13-01' in 'effective' is not a date, such as 2026-01-08")]
    [InlineData("effective: 2026-01-08\neffective: 2026-02-08", 3, 1, 10, "the key 'effective' stands twice in the same mapping")]
    [InlineData("effective: 2026-01-08\nretention: { r: { keep: P7, after: closed, then: delete } }", 3, 25, 27, "'P7' in 'retention.r.keep' is not an ISO 8601 period of days, weeks, months or years, such as P60D or P7Y, instructed or by-law")]
    [InlineData("effective: 2026-01-08\nretention: { r: { keep: P1M7Y, after: closed, then: delete } }", 3, 25, 30, "'P1M7Y' in 'retention.r.keep' is not an ISO 8601 period of days, weeks, months or years, such as P60D or P7Y, instructed or by-law")]
    [InlineData("effective: 2026-01-08\nretention: { r: { keep: -P7Y, after: closed, then: delete } }", 3, 25, 29, "'-P7Y' in 'retention.r.keep' is not an ISO 8601 period of days, weeks, months or years, such as P60D or P7Y, instructed or by-law")]
    [InlineData("effective: 2026-01-08\ncategories:\n\tidentifier: { }", 4, 1, 2, "the YAML cannot be read: while scanning a mapping, found invalid tab as indentation")]
    [InlineData("effective: &d 2026-01-08\nproducts: [*d, *d]", 2, 12, 25, "anchors ('&name') are not read: write the value out where it is needed")]
    [InlineData("effective: 2026-01-08\nretention: { r: { keep: by-law, ground: tax, after: closed, then: delete } }", 3, 46, 51, "'retention.r.after' has no meaning where 'keep' is 'by-law'")]
    [InlineData("effective: 2026-01-08\ncategories: { identifier: { disclosedTo: [carrier] } }\nrecipients: { carrier: { kind: authority, receives: [] } }", 4, 43, 51, "identifier is disclosed to carrier, but 'recipients.carrier.receives' lacks it")]
    public Task A_fault_is_told_at_its_place(string rest, int line, int start, int end, string message) => Test.RunAsync(
        "class C { }", "statement: S\n" + rest,
        new DiagnosticResult("PRIV4001", DiagnosticSeverity.Error).WithSpan("privacy.yml", line, start, line, end).WithMessage("The privacy statement is not valid: " + message));

    [Fact]
    public Task Ten_megabytes_are_refused_at_the_first_line_in_a_moment() => Test.RunAsync(
        "class C { }", Statements.Minimal + new string('#', 10 * 1024 * 1024),
        new DiagnosticResult("PRIV4001", DiagnosticSeverity.Error).WithSpan("privacy.yml", 1, 1, 1, 1).WithMessage(
            "The privacy statement is not valid: the file is longer than 1 048 576 characters: a privacy statement is a short text"));

    [Fact]
    public void A_statement_that_is_marked_beats_one_that_is_only_named_so()
    {
        var packaged = new MemoryText("/packages/policy/company.yml", "statement: Packaged\neffective: 2026-01-08");
        var named = new MemoryText("/repo/privacy.yml", "statement: Named\neffective: 2026-01-08");
        var options = new AnalyzerOptions([named, packaged], new Marked(packaged.Path));

        Assert.Equal("Packaged", StatementLocator.Load(options, CancellationToken.None)!.Statement!.Title);
    }

    [Fact]
    public void Of_two_that_are_marked_the_first_by_path_counts()
    {
        var own = new MemoryText("/a/company.yml", "statement: Own\neffective: 2026-01-08");
        var packaged = new MemoryText("/packages/company.yml", "statement: Packaged\neffective: 2026-01-08");

        Assert.Equal("Own", StatementLocator.Load(new AnalyzerOptions([packaged, own], new Marked(own.Path, packaged.Path)), CancellationToken.None)!.Statement!.Title);
    }

    /// <summary>What the build files of the package say of an additional file.</summary>
    private sealed class Marked(params string[] statements) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(false);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(statements.Contains(textFile.Path));

        private sealed class Options(bool isMarked) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = isMarked && key == StatementLocator.KindKey ? "statement" : null;
                return value is not null;
            }
        }
    }
}

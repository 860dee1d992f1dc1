using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Rules;

namespace PrivacyAnalyzers.Tests.Rules;

/// <summary>One analyzer hosts the rules: each of them still goes by its own severity, and its own faults.</summary>
public class PrivacyRulesTests
{
    [Fact]
    public async Task A_rule_that_is_off_is_not_asked()
    {
        var on = new Told("PRIV0001");
        var off = new Told("PRIV0002");

        Diagnostic[] found = await FindAsync(new Options(), Severities(("PRIV0002", ReportDiagnostic.Suppress)), on, off);

        Assert.Equal(["PRIV0001"], found.Select(diagnostic => diagnostic.Id));
        Assert.Equal((1, 0), (on.Asked, off.Asked));
    }

    [Fact]
    public async Task A_rule_of_two_ids_is_asked_while_one_of_them_is_on()
    {
        var rule = new Told("PRIV0001", "PRIV0002");

        Diagnostic[] found = await FindAsync(new Options(), Severities(("PRIV0001", ReportDiagnostic.Suppress)), rule);

        Assert.Equal(["PRIV0002"], found.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public async Task A_rule_that_is_on_in_one_file_alone_is_asked()
    {
        var rule = new Told("PRIV0001") { IsOffByDefault = true };

        Diagnostic[] found = await FindAsync(new Options { OnIn = "B.cs" }, Severities(), rule);

        Assert.Equal(1, rule.Asked);
        Assert.Equal(["B.cs"], found.Select(diagnostic => diagnostic.Location.SourceTree!.FilePath));
    }

    [Fact]
    public async Task A_rule_that_is_on_everywhere_by_a_global_file_is_asked()
    {
        var rule = new Told("PRIV0001") { IsOffByDefault = true };

        Diagnostic[] found = await FindAsync(new Options { Everywhere = ReportDiagnostic.Warn }, Severities(), rule);

        Assert.Equal(["PRIV0001"], found.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public async Task A_rule_that_a_global_file_turns_off_is_not_asked()
    {
        var rule = new Told("PRIV0001");

        Assert.Empty(await FindAsync(new Options { Everywhere = ReportDiagnostic.Suppress }, Severities(), rule));
        Assert.Equal(0, rule.Asked);
    }

    [Fact]
    public async Task A_rule_that_is_off_by_default_is_not_asked()
    {
        var rule = new Told("PRIV0001") { IsOffByDefault = true };

        Assert.Empty(await FindAsync(new Options(), Severities(), rule));
        Assert.Equal(0, rule.Asked);
    }

    [Fact]
    public async Task A_rule_that_fails_leaves_the_others()
    {
        Diagnostic[] found = await FindAsync(new Options(), Severities(), new Told("PRIV0001") { IsBroken = true }, new Told("PRIV0002"));

        Assert.Equal(["AD0001", "PRIV0002"], found.Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
    }

    private static ImmutableDictionary<string, ReportDiagnostic> Severities(params (string Id, ReportDiagnostic Severity)[] severities) =>
        severities.ToImmutableDictionary(severity => severity.Id, severity => severity.Severity);

    private static async Task<Diagnostic[]> FindAsync(Options options, ImmutableDictionary<string, ReportDiagnostic> severities, params PrivacyRule[] rules)
    {
        SyntaxTree[] files = options.OnIn is null ? [File("A.cs")] : [File("A.cs"), File("B.cs")];
        var compilation = CSharpCompilation.Create(
            "T", files, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary).WithSpecificDiagnosticOptions(severities).WithSyntaxTreeOptionsProvider(options));
        return [.. await compilation.WithAnalyzers([new PrivacyRules(rules)]).GetAnalyzerDiagnosticsAsync()];
    }

    private static SyntaxTree File(string path) => CSharpSyntaxTree.ParseText("", path: path);

    /// <summary>Reports its ids at each file, and counts how often it was asked.</summary>
    private sealed class Told(params string[] ids) : PrivacyRule
    {
        public bool IsOffByDefault { get; init; }

        public bool IsBroken { get; init; }

        public int Asked { get; private set; }

        public override ImmutableArray<DiagnosticDescriptor> Descriptors =>
            [.. ids.Select(id => new DiagnosticDescriptor(id, "Title", "Message", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: !IsOffByDefault))];

        public override void Register(CompilationStartAnalysisContext start)
        {
            Asked++;
            if (IsBroken)
                throw new InvalidOperationException("broken");
            ImmutableArray<DiagnosticDescriptor> rules = Descriptors;
            start.RegisterSyntaxTreeAction(file =>
            {
                foreach (DiagnosticDescriptor rule in rules)
                    file.ReportDiagnostic(Diagnostic.Create(rule, Location.Create(file.Tree, default)));
            });
        }
    }

    /// <summary>What an .editorconfig says of one file, or a global one of all.</summary>
    private sealed class Options : SyntaxTreeOptionsProvider
    {
        public string? OnIn { get; init; }

        public ReportDiagnostic? Everywhere { get; init; }

        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Warn;
            return tree.FilePath == OnIn;
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = Everywhere ?? ReportDiagnostic.Default;
            return Everywhere is not null;
        }
    }
}

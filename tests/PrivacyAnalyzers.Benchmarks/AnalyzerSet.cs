using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Rules;

namespace PrivacyAnalyzers.Benchmarks;

/// <summary>Analyzers that are measured together, and which of their rules are switched on beyond their defaults.</summary>
internal sealed class AnalyzerSet(string key, string name, ImmutableArray<DiagnosticAnalyzer> analyzers, IEnumerable<string> switchedOn)
{
    private static FlowEngine? s_engine;
    private readonly ImmutableDictionary<string, ReportDiagnostic> _switchedOn = switchedOn.Distinct().ToImmutableDictionary(id => id, _ => ReportDiagnostic.Warn);

    public string Key { get; } = key;

    public string Name { get; } = name;

    /// <summary>The flow engine that the last run of our rules used.</summary>
    public static FlowEngine? LastEngine => s_engine;

    public static IReadOnlyList<AnalyzerSet> All(IReadOnlyList<string> only)
    {
        string[] taint = [.. Enumerable.Range(3001, 12).Select(number => $"CA{number}")];
        return [.. new (string Key, Func<AnalyzerSet> Make)[]
        {
            ("floor", () => new("floor", "graphs only (floor)", [new Floor()], [])),
            ("meziantou", () => Peer("meziantou", "Meziantou")),
            ("sonar", () => Peer("sonar", "Sonar")),
            ("scan", () => Peer("scan", "SecurityCodeScan")),
            ("taint", () => Peer("taint", "NetAnalyzers, taint", taint)),
            ("ours", Ours),
        }.Where(set => only.Count == 0 || only.Contains(set.Key)).Select(set => set.Make()), .. only.Contains("each") ? Each() : []];
    }

    /// <summary>The analyzers on a compilation; those without a rule that is on would not run, so they are left out.</summary>
    public CompilationWithAnalyzers On(CSharpCompilation compilation, AnalyzerOptions options, Action<Exception, DiagnosticAnalyzer, Diagnostic>? failed = null)
    {
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(compilation.Options.SpecificDiagnosticOptions.SetItems(_switchedOn)));
        return new CompilationWithAnalyzers(compilation, analyzers, new CompilationWithAnalyzersOptions(
            options, failed, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false));
    }

    /// <summary>All our rules, also those that are off by default.</summary>
    private static AnalyzerSet Ours() => Of("ours", "PrivacyAnalyzers", [new PrivacyRules(static engine => s_engine = engine), .. EndAnalyzers()]);

    /// <summary>Each of our rules by itself: where the cost of all of them lies.</summary>
    private static IEnumerable<AnalyzerSet> Each() => new PrivacyRules().Hosted.Select(rule => (rule.GetType().Name, Analyzer: (DiagnosticAnalyzer)new PrivacyRules(rule)))
        .Concat(EndAnalyzers().Select(analyzer => (analyzer.GetType().Name, Analyzer: analyzer)))
        .Select(rule => Of($"ours/{rule.Name}", rule.Name, [rule.Analyzer]));

    private static AnalyzerSet Of(string key, string name, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        new(key, name, analyzers, analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id));

    /// <summary>Those that speak only at the end of a compilation.</summary>
    private static IEnumerable<DiagnosticAnalyzer> EndAnalyzers() => typeof(PrivacyRules).Assembly.GetTypes()
        .Where(type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && type != typeof(PrivacyRules))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);

    private static AnalyzerSet Peer(string key, string name, params string[] rules)
    {
        string folder = CompilerArguments.Setting($"Peer:{name}");
        string newest = Directory.GetDirectories(folder, "roslyn*").OrderBy(slot => Version.Parse(Path.GetFileName(slot)["roslyn".Length..])).LastOrDefault() is { } slot ? Path.Combine(slot, "cs") : folder;
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. Plugins.Load<DiagnosticAnalyzer>(Directory.GetFiles(newest, "*.dll"))
            .Where(analyzer => rules.Length == 0 || analyzer.SupportedDiagnostics.Any(rule => rules.Contains(rule.Id)))];
        return new AnalyzerSet(key, name, analyzers, rules);
    }

    /// <summary>Builds each body's control-flow graph and does nothing with it: what any flow analysis pays.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class Floor : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor s_rule = new("FLOOR", "Floor", "Floor", "Benchmark", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterOperationBlockAction(static block =>
            {
                foreach (IOperation operation in block.OperationBlocks)
                    _ = block.GetControlFlowGraph(operation);
            });
        }
    }
}

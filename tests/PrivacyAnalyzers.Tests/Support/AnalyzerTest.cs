using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace PrivacyAnalyzers.Tests.Support;

/// <summary>Runs one rule over marked-up code. Every diagnostic must be asserted; every asserted one must come, at its span.</summary>
/// <typeparam name="TRule">A rule, or an analyzer.</typeparam>
internal sealed class AnalyzerTest<TRule> : CSharpAnalyzerTest<EmptyDiagnosticAnalyzer, DefaultVerifier>
    where TRule : class, new()
{
    public AnalyzerTest()
    {
        ReferenceAssemblies = References.None;
        TestState.AdditionalReferences.AddRange(References.All);
    }

    /// <summary>The statement to check against, as <c>privacy.yml</c> beside the code.</summary>
    public string? Statement
    {
        set
        {
            if (value is not null)
                TestState.AdditionalFiles.Add(("privacy.yml", value));
        }
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [HostedRule.Of(new TRule())];

    /// <summary>Plain marks are of the rule itself. Every analyzer also speaks of its lines in a baseline, at their places there.</summary>
    protected override DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers) =>
        HostedRule.OnlyRule(analyzers[0]) ?? base.GetDefaultDiagnostic(analyzers);

    protected override ParseOptions CreateParseOptions() =>
        ((CSharpParseOptions)base.CreateParseOptions()).WithLanguageVersion(LanguageVersion.Latest);

    protected override CompilationOptions CreateCompilationOptions() =>
        ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(NullableContextOptions.Enable);

    public static Task RunAsync(string source, string? statement = null, params DiagnosticResult[] expected)
    {
        var test = new AnalyzerTest<TRule> { TestCode = source, Statement = statement };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(CancellationToken.None);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace PrivacyAnalyzers.Tests.Support;

/// <summary>Runs one rule and one fix: the fixed code must be as asserted, must compile, and must be quiet unless said otherwise.</summary>
/// <typeparam name="TRule">A rule, or an analyzer.</typeparam>
/// <typeparam name="TFix">What mends it.</typeparam>
internal sealed class FixTest<TRule, TFix> : CSharpCodeFixTest<EmptyDiagnosticAnalyzer, TFix, DefaultVerifier>
    where TRule : class, new()
    where TFix : CodeFixProvider, new()
{
    public FixTest()
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

    /// <param name="equivalenceKey">Which of the offered fixes to take.</param>
    public static Task RunAsync(string source, string @fixed, string? equivalenceKey = null, string? statement = null)
    {
        var test = new FixTest<TRule, TFix> { TestCode = source, FixedCode = @fixed, Statement = statement, CodeActionEquivalenceKey = equivalenceKey };
        return test.RunAsync(CancellationToken.None);
    }
}

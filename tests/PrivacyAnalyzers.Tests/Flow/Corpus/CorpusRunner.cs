using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Rules;
using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow.Corpus;

/// <summary>Compiles a group of cases together with the prelude, runs the exposure rules over it and compares.</summary>
internal static class CorpusRunner
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);
    private static readonly SyntaxTree Prelude = CSharpSyntaxTree.ParseText(CorpusGroup.Prelude, Options, "Prelude.cs");
    private static readonly ConcurrentDictionary<string, Task<ImmutableArray<CaseResult>>> Results = new();

    /// <summary>Whether the compiler under test knows the language that the newest cases are written in.</summary>
    private static readonly bool IsNewest = typeof(CSharpCompilation).Assembly.GetName().Version!.Major >= 5;

    public static Task<ImmutableArray<CaseResult>> RunAsync(CorpusGroup group) => Results.GetOrAdd(group.ToString(), _ => AnalyzeAsync(group));

    /// <summary>The prelude, then a file for each case.</summary>
    public static CSharpCompilation Compile(CorpusGroup group) => CSharpCompilation.Create(
        "Corpus",
        CasesOf(group).Select(each => CSharpSyntaxTree.ParseText(each.Code, Options, each.Name)).Prepend(Prelude),
        References.All,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    private static ImmutableArray<CorpusCase> CasesOf(CorpusGroup group) => group.Cases.Where(each => IsNewest || !each.IsNewestOnly).ToImmutableArray();

    private static async Task<ImmutableArray<CaseResult>> AnalyzeAsync(CorpusGroup group)
    {
        ImmutableArray<CorpusCase> cases = CasesOf(group);
        CSharpCompilation compilation = Compile(group);
        string[] errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()).ToArray();
        if (errors.Length > 0)
            throw new InvalidDataException($"{group} does not compile:\n{string.Join('\n', errors)}");

        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers([new PrivacyRules(new ExposureRules())]).GetAnalyzerDiagnosticsAsync();
        return cases.Select(each => Compare(each, diagnostics.Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == each.Name))).ToImmutableArray();
    }

    private static CaseResult Compare(CorpusCase @case, IEnumerable<Diagnostic> diagnostics)
    {
        // That a public parameter should say so is another rule's matter, unless the case is about it.
        List<(string Id, TextSpan Span)> actual = diagnostics
            .Where(diagnostic => diagnostic.Id != "PRIV1012" || @case.Expected.Any(mark => mark.Id == "PRIV1012"))
            .Select(diagnostic => (diagnostic.Id, diagnostic.Location.SourceSpan))
            .ToList();
        var missed = new List<(string Id, TextSpan Span)>();
        foreach ((string Id, TextSpan Span) mark in @case.Expected)
        {
            if (!actual.Remove(mark))
                missed.Add(mark);
        }

        return new CaseResult(@case, missed.Select(mark => InWords(@case, mark)).ToImmutableArray(), actual.Select(mark => InWords(@case, mark)).ToImmutableArray());
    }

    private static string InWords(CorpusCase @case, (string Id, TextSpan Span) mark) => $"{mark.Id} at '{@case.Code.Substring(mark.Span.Start, mark.Span.Length)}'";
}

/// <param name="Missed">What was to be found and was not.</param>
/// <param name="Alarms">What was reported and should not have been.</param>
internal sealed record CaseResult(CorpusCase Case, ImmutableArray<string> Missed, ImmutableArray<string> Alarms)
{
    public int Found => Case.Expected.Length - Missed.Length;

    /// <summary>What is not as the case states; <see langword="null"/> where all is.</summary>
    public string? Fault
    {
        get
        {
            var faults = new List<string>();
            if (Missed.Length > 0 && Case.KnownMiss is null)
                faults.Add("missed " + string.Join(", ", Missed));
            if (Alarms.Length > 0 && Case.KnownAlarm is null)
                faults.Add("false alarm " + string.Join(", ", Alarms));
            if (Missed.Length == 0 && Case.KnownMiss is not null)
                faults.Add("is found now: take the mark 'known-miss' away");
            if (Alarms.Length == 0 && Case.KnownAlarm is not null)
                faults.Add("is quiet now: take the mark 'known-alarm' away");
            return faults.Count == 0 ? null : $"{Case.Name}: {string.Join("; ", faults)}";
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.Extensions.Logging;
using PrivacyAnalyzers.Rules;
using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Flow.RandomPrograms;

/// <summary>
/// Programs of which it is known where the person's address may go: each such place is found and no other. The same programs run, with a
/// marker for the address and branches taken at random: wherever the marker is logged there was a finding.
/// <c>PROOF_SCALE=full dotnet test tests/PrivacyAnalyzers.Tests --filter Proof=random-programs --logger "console;verbosity=detailed"</c>
/// </summary>
[Trait("Proof", "random-programs")]
public class RandomProgramTests(ITestOutputHelper output)
{
    private const int MethodsEach = 50;
    private const int Runs = 20;
    private const string Marker = "Q7MARKERQ7";

    private static readonly int Compilations = Environment.GetEnvironmentVariable("PROOF_SCALE") == "full" ? 1_000 : int.Parse(Environment.GetEnvironmentVariable("PROOF_COUNT") ?? "4", CultureInfo.InvariantCulture);
    private static readonly int FirstSeed = int.Parse(Environment.GetEnvironmentVariable("PROOF_FIRST") ?? "0", CultureInfo.InvariantCulture);

    private const string Frame = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Logging;
        using PrivacyAnalyzers;
        using Carriers;

        public class Customer { [Identifier] public string Email { get; set; } = ""; public string Plan { get; set; } = "plan"; }
        public class Box { public string Left { get; set; } = ""; public string Right = ""; }
        public record Pair(string First, string Second);

        public class Programs(ILogger logger, Func<bool> next)
        {
            private bool Flag() => next();
            private int Number() => (next() ? 2 : 0) + (next() ? 1 : 0);
            private static string Cut(string text) { if (text.Length < 100) return text; int at = text.IndexOf("Q7MARKERQ7"); return text.Substring(at < 0 ? 0 : at, 10); }
            private static string Pass(string text) => text;
            private static string Twice(string text) { string once = Pass(text); return once + once; }
            private static string Drop(string text) => text.Length > 1000 ? "long" : "short";
            [Sanitizer] private static string Redact(string text) => "***";
            private string Choose(string one, string other) { if (next()) return one; return other; }
            private static void Give(string text, out string given) => given = text;
            private static string Apply(Func<string, string> change, string text) => change(text);


        """;

    [Fact]
    public async Task Each_leak_is_found_and_nothing_else()
    {
        int leaks = 0;
        int places = 0;
        int possible = 0;
        int seen = 0;
        var failures = new List<string>();
        for (int i = 0; i < Compilations; i++)
        {
            (IReadOnlyList<RandomProgram> programs, CSharpCompilation compilation) = Make(FirstSeed + (i * MethodsEach));
            SortedSet<int> found = await FindingsOf(compilation);
            Dictionary<int, bool> logged = RunAll(compilation, programs.Count, i);
            for (int m = 0; m < programs.Count; m++)
            {
                RandomProgram program = programs[m];
                int[] missed = [.. program.Leaks.Where(place => !found.Contains(place))];
                int[] wrong = [.. program.Places.Where(place => found.Contains(place) && !program.PossibleLeaks.Contains(place))];
                int[] unseen = [.. program.Places.Where(place => logged.GetValueOrDefault(place) && !found.Contains(place))];
                if (missed.Length + wrong.Length + unseen.Length > 0)
                    failures.Add($"seed {FirstSeed + (i * MethodsEach) + m}: missed {string.Join(",", missed)}; wrong {string.Join(",", wrong)}; logged without a finding {string.Join(",", unseen)}\n{program.Code}");
                leaks += program.Leaks.Count;
                possible += program.PossibleLeaks.Count - program.Leaks.Count;
                places += program.Places.Count();
                seen += program.Leaks.Count(place => logged.GetValueOrDefault(place));
            }
        }

        output.WriteLine($"{Compilations * MethodsEach} programs, {places} log calls, {leaks} leaks, {seen} of them seen at run time, {possible} that may have a finding or none, {failures.Count} failures");
        Assert.True(failures.Count == 0, string.Join("\n", failures.Take(5)));
        Assert.True(leaks > places / 10 && leaks < places, "the programs hold no fair share of leaks");
        Assert.True(seen > leaks / 2, "hardly any leak was seen at run time: the programs do not run as they should");
    }

    [Fact]
    public void Where_parameters_end_is_told_alike_by_both_questions()
    {
        for (int i = 0; i < Compilations; i++)
            Assert.InRange(FocusTests.Compare(Make(FirstSeed + (i * MethodsEach)).Compilation), 1, int.MaxValue);
    }

    private static (IReadOnlyList<RandomProgram> Programs, CSharpCompilation Compilation) Make(int seed)
    {
        var programs = new List<RandomProgram>();
        var code = new StringBuilder(Frame);
        int place = 1;
        for (int i = 0; i < MethodsEach; i++)
        {
            var program = RandomProgram.Of(seed + i, "M" + i.ToString(CultureInfo.InvariantCulture), place);
            place += program.Places.Count();
            code.Append(program.Code);
            programs.Add(program);
        }

        var compilation = CSharpCompilation.Create(
            "Programs" + seed.ToString(CultureInfo.InvariantCulture), [CSharpSyntaxTree.ParseText(code.Append("}\n").ToString())], [.. References.All, Carriers.ReferenceFor(seed / MethodsEach)], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return (programs, compilation);
    }

    /// <summary>The numbers of the log calls with a finding: each call's is at the beginning of its template.</summary>
    private static async Task<SortedSet<int>> FindingsOf(CSharpCompilation compilation)
    {
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers([new PrivacyRules(new ExposureRules())]).GetAnalyzerDiagnosticsAsync();
        var found = new SortedSet<int>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (diagnostic.Id == "PRIV1012")
                continue;
            Assert.Equal("PRIV1001", diagnostic.Id);
            string line = diagnostic.Location.SourceTree!.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString();
            string number = line[(line.IndexOf('"', StringComparison.Ordinal) + 1)..];
            found.Add(int.Parse(number[..number.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture));
        }

        return found;
    }

    /// <summary>For each log call that ran, whether the marker was in its text.</summary>
    private static Dictionary<int, bool> RunAll(CSharpCompilation compilation, int methods, int seed)
    {
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success);
        stream.Position = 0;
        var context = new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true);
        try
        {
            using Stream carriers = Carriers.Image;
            context.LoadFromStream(carriers);
            Assembly assembly = context.LoadFromStream(stream);
            Type type = assembly.GetType("Programs", throwOnError: true)!;
            object customer = Activator.CreateInstance(assembly.GetType("Customer", throwOnError: true)!)!;
            customer.GetType().GetProperty("Email")!.SetValue(customer, Marker);
            var log = new CapturedLog();
            for (int run = 0; run < Runs; run++)
            {
                var random = new Random((seed * Runs) + run);
                for (int m = 0; m < methods; m++)
                {
                    // Loops end: after so many questions the answer is no.
                    int questions = 0;
                    Func<bool> next = () => ++questions < 40 && random.Next(2) == 0;
                    object programs = Activator.CreateInstance(type, log, next)!;
                    ((Task)type.GetMethod("M" + m.ToString(CultureInfo.InvariantCulture))!.Invoke(programs, [customer])!).GetAwaiter().GetResult();
                }
            }

            return log.Seen;
        }
        finally
        {
            context.Unload();
        }
    }

    private sealed class CapturedLog : ILogger
    {
        public Dictionary<int, bool> Seen { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            string text = formatter(state, exception);
            int place = int.Parse(text[..text.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
            Seen[place] = Seen.GetValueOrDefault(place) || text.Contains(Marker, StringComparison.Ordinal);
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Help);
    return 2;
}

IReadOnlyList<AnalyzerSet> sets = AnalyzerSet.All(options.Sets);
IReadOnlyList<CodeBase> projects = CodeBase.LoadAll(options);
HashSet<string> names = [.. projects.Select(project => project.Name)];
var worst = new Dictionary<string, (double Cpu, string Project)>();
var edits = new List<(string Project, IReadOnlyDictionary<string, IReadOnlyList<(string File, double Milliseconds)>> Times)>();
using StreamWriter? findings = options.FindingsFile is { } file ? new StreamWriter(file) : null;
Exceptions.Watch();
Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, load {Load()}, {options.Repetitions} repetitions, compiler {typeof(Compilation).Assembly.GetName().Version}");
foreach (CodeBase project in projects.Where(project => options.Only.Count == 0 || options.Only.Contains(project.Name)))
{
    Compilation compilation = project.Fresh();
    ImmutableArray<Diagnostic> errors = [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
    AnalyzerOptions catalog = NameHints.CatalogFor(compilation, names, options.StatementFile, out int hints);
    Console.WriteLine($"\n## {project.Name}: {project.Written.Count} files, {project.Lines} lines, {errors.Length} compile errors, {hints} members taken for sources by their names\n");
    foreach (IGrouping<string, Diagnostic> error in errors.GroupBy(error => error.Id))
        Console.WriteLine($"{error.Key}, {error.Count()} times: {error.First()}");
    foreach (AnalyzerSet set in sets)
    {
        ImmutableArray<Diagnostic> reported = WholeBuild.Report(project, set, catalog);
        Console.WriteLine($"{set.Name}: {reported.Length} diagnostics, {reported.Count(diagnostic => diagnostic.Id == "AD0001")} crashes");
        if (set.Key != "ours")
            continue;
        Console.WriteLine($"{set.Name}: {AnalyzerSet.LastEngine?.Solved} bodies solved in {AnalyzerSet.LastEngine?.Steps} steps; {string.Join(", ", reported.CountBy(diagnostic => diagnostic.Id).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"))}");
        foreach (Diagnostic diagnostic in reported)
            findings?.WriteLine($"{project.Name}\t{diagnostic.Id}\t{diagnostic.Location.GetLineSpan().Path}:{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}\t{diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }

    foreach (string exception in Exceptions.Take())
        Console.WriteLine($"thrown: {exception}");
    if (options.Mutants > 0 && sets.FirstOrDefault(set => set.Key == "ours") is { } ours)
    {
        (IReadOnlyList<string> faults, int fixes) = await Mutants.RunAsync(project, ours, catalog, options.FirstMutant, options.Mutants);
        Console.WriteLine($"{options.Mutants} mutants, {fixes} fixes, {faults.Count} crashes or hangs");
        foreach (string fault in faults.Concat(Exceptions.Take().Select(exception => $"thrown: {exception}")))
            Console.WriteLine(fault);
    }

    if (options.Repetitions == 0)
        continue;

    (Cost plain, IReadOnlyDictionary<AnalyzerSet, Cost> ratios) = WholeBuild.Measure(project, sets, catalog, options.Repetitions);
    Console.WriteLine($"\nplain compile: {plain.Cpu:F2} s CPU, {plain.Wall:F2} s, {plain.Megabytes:F0} MB; load {Load()}\n\n| Set | CPU | Time | Allocation |\n| --- | --- | --- | --- |");
    foreach ((AnalyzerSet set, Cost ratio) in ratios)
    {
        Console.WriteLine($"| {set.Name} | {ratio.Cpu:F2} | {ratio.Wall:F2} | {ratio.Megabytes:F2} |");
        if (!worst.TryGetValue(set.Name, out (double Cpu, string) known) || ratio.Cpu > known.Cpu)
            worst[set.Name] = (ratio.Cpu, project.Name);
    }

    (Cost first, Cost afterEdit) = GeneratorRuns.Measure(project, options.Repetitions);
    Console.WriteLine($"\nour generators: first run {first.Over(plain).Cpu:F3} of the plain compile's CPU, {first.Megabytes:F1} MB; after an edit in a method {afterEdit.Over(plain).Cpu:F4}, {afterEdit.Megabytes:F2} MB");
    if (options.Files > 0)
        edits.Add((project.Name, SingleEdit.Measure(project, sets, catalog, options.Files, options.Repetitions)));
}

if (edits.Count > 0)
{
    Console.WriteLine($"\n## From an edit in one method to its file's diagnostics, in ms; load {Load()}\n\n| Set | Files | Median | Worst | Worst file |\n| --- | --- | --- | --- | --- |");
    foreach ((string key, string name) in sets.Select(set => (set.Key, set.Name)).Prepend(("", "compiler alone")))
    {
        (string File, double Milliseconds)[] all = [.. edits.SelectMany(edit => edit.Times[key])];
        if (all.Length > 0)
            Console.WriteLine($"| {name} | {all.Length} | {Cost.Median(all.Select(time => time.Milliseconds)):F1} | {all.Max(time => time.Milliseconds):F0} | {Path.GetFileName(all.MaxBy(time => time.Milliseconds).File)} |");
    }
}

if (projects.Count > 1)
{
    Console.WriteLine("\n## Worst project by CPU\n\n| Set | CPU | Project |\n| --- | --- | --- |");
    foreach ((string set, (double cpu, string project)) in worst)
        Console.WriteLine($"| {set} | {cpu:F2} | {project} |");
}

return 0;

static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

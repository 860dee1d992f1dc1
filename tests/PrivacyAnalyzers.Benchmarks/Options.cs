namespace PrivacyAnalyzers.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Options(IReadOnlyList<string> Paths, IReadOnlyList<string> References, IReadOnlyList<string> Sets, IReadOnlyList<string> Only, int Repetitions, int Files, int Mutants, int FirstMutant, string? Framework, string? FindingsFile, string? StatementFile)
{
    public const string Help = """
        Measures analyzers on C# code, as ratios to the plain compile of the same process.

          PrivacyAnalyzers.Benchmarks PATH... [options]

        PATH is a project (.csproj), a folder of .cs files, which become one compilation, or a file of compiler arguments (.rsp).
        Several paths are several projects; those that refer to each other are found by their names.

          --generate N         instead of a PATH, or beside it: a project of N files, made for this (may be repeated)
          --reference PATH     an assembly, or a folder of them, that folders are compiled with (may be repeated)
          --framework NAME     the target framework of a project that has several
          --only NAME          measure this project only, the others are what it refers to (may be repeated)
          --set NAME           measure this set only (may be repeated): floor, taint, sonar, scan, meziantou, ours;
                               each measures our analyzers one by one, and is not among the sets without this option
          --repetitions N      5; 0 measures nothing and only reports
          --files N            files that are edited, of each project: 12; 0 measures no edits
          --findings FILE      writes what our rules report, one finding a line
          --statement FILE     a privacy.yml that the projects are held to
          --mutants N          breaks N times one file of each project and counts crashes: 0
          --first-mutant N     the first seed: 0
        """;

    public static Options? Parse(string[] arguments)
    {
        var lists = new Dictionary<string, List<string>>(StringComparer.Ordinal) { ["PATH"] = [], ["--reference"] = [], ["--set"] = [], ["--only"] = [], ["--generate"] = [] };
        var single = new Dictionary<string, string?>(StringComparer.Ordinal) { ["--framework"] = null, ["--repetitions"] = "5", ["--files"] = "12", ["--mutants"] = "0", ["--first-mutant"] = "0", ["--findings"] = null, ["--statement"] = null };
        for (int i = 0; i < arguments.Length; i++)
        {
            string name = arguments[i];
            if (!name.StartsWith("--", StringComparison.Ordinal))
                lists["PATH"].Add(name);
            else if (++i == arguments.Length)
                return null;
            else if (lists.TryGetValue(name, out List<string>? list))
                list.Add(arguments[i]);
            else if (single.ContainsKey(name))
                single[name] = arguments[i];
            else
                return null;
        }

        foreach (string size in lists["--generate"])
        {
            if (!int.TryParse(size, out int count) || count < 1)
                return null;
            lists["PATH"].Add(GeneratedProject.Write(count));
            lists["--reference"].AddRange(new[] { typeof(DataSubjectAttribute), typeof(Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute) }.Select(type => type.Assembly.Location));
        }

        return lists["PATH"].Count > 0 && int.TryParse(single["--repetitions"], out int repetitions) && repetitions >= 0 && int.TryParse(single["--files"], out int files) && int.TryParse(single["--mutants"], out int mutants) && int.TryParse(single["--first-mutant"], out int first)
            ? new Options(lists["PATH"], lists["--reference"], lists["--set"], lists["--only"], repetitions, files, mutants, first, single["--framework"], single["--findings"], single["--statement"])
            : null;
    }
}

namespace PrivacyAnalyzers.Tool.Input;

/// <summary>Turns what is given on the command line into projects: assemblies, folders of assemblies, compiler logs.</summary>
internal static class Inputs
{
    /// <param name="needsUses">Whether purposes and recipients are needed, so that a missing log is a fault.</param>
    public static IReadOnlyList<Project> Read(IReadOnlyList<string> paths, IReadOnlyList<string> logs, bool needsUses, Action<string>? progress = null)
    {
        var assemblies = new List<(string Path, Manifest Manifest)>();
        var found = new List<CompilerLog>();
        foreach (string log in logs.Concat(paths.Where(path => path.EndsWith(".sarif", StringComparison.OrdinalIgnoreCase))).Distinct(StringComparer.Ordinal))
            found.Add(CompilerLog.Read(Existing(log)));
        foreach (string path in paths.Where(path => !path.EndsWith(".sarif", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (string file in Assemblies(path))
            {
                progress?.Invoke(file);
                if (ManifestReader.Read(file) is { } manifest)
                    Add(assemblies, file, manifest);
                else if (!Directory.Exists(path))
                    throw new ToolFault($"{file} holds no privacy manifest: it is no .NET assembly, stores nothing about people, or was built without the package PrivacyAnalyzers");
            }
        }

        if (assemblies.Count == 0)
            throw new ToolFault("No assembly with a privacy manifest was given; give built assemblies, such as bin/Debug/net10.0/Shop.dll, or their folder");

        // The log that -p:PrivacyLog=true leaves beside the assembly.
        foreach ((string path, _) in assemblies)
        {
            string beside = Path.ChangeExtension(path, null) + Project.LogSuffix;
            if (File.Exists(beside) && !found.Exists(log => Path.GetFullPath(log.Path) == Path.GetFullPath(beside)))
                found.Add(CompilerLog.Read(beside));
        }

        IReadOnlyList<Project> projects = Project.Combine(assemblies, found);
        if (needsUses && projects.FirstOrDefault(project => project.Disclosed is null) is { } without)
            throw new ToolFault($"There is no compiler log for {without.Path}: its purposes and recipients are not known; build it with -p:PrivacyLog=true, or name the log with --log");
        return projects;
    }

    private static void Add(List<(string Path, Manifest Manifest)> assemblies, string file, Manifest manifest)
    {
        // A reference is copied beside each assembly that uses it: the same thing twice.
        int known = assemblies.FindIndex(each => each.Manifest.Assembly == manifest.Assembly);
        if (known < 0)
            assemblies.Add((file, manifest));
        else if (!assemblies[known].Manifest.Entries.SequenceEqual(manifest.Entries))
            throw new ToolFault($"{file} and {assemblies[known].Path} are the same assembly and store different things: one is of an older build");
    }

    private static IEnumerable<string> Assemblies(string path)
    {
        if (Directory.Exists(path))
            return Directory.EnumerateFiles(path, "*.dll").Order(StringComparer.Ordinal);
        return [Existing(path)];
    }

    private static string Existing(string path) => File.Exists(path) ? path : throw new ToolFault($"{path} does not exist");
}

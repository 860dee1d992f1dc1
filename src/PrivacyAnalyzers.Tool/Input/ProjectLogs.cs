namespace PrivacyAnalyzers.Tool.Input;

/// <summary>Which project's folder a compiler log belongs to: a build leaves it below that folder, or below one for all projects, by the project's name.</summary>
internal static class ProjectLogs
{
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    /// <summary>The logs, by the file that is written for their project.</summary>
    /// <param name="paths">Logs, and folders that are searched for such as <c>-p:PrivacyLog=true</c> leaves.</param>
    /// <param name="name">What a project's file is called.</param>
    /// <param name="file">The one file for all, where one is named.</param>
    public static IEnumerable<IGrouping<string, string>> Group(IReadOnlyList<string> paths, string name, string? file)
    {
        (string Log, string? Folder)[] logs = [.. paths.SelectMany(Find).DistinctBy(each => each.Log)];

        // Two target frameworks of a project have logs of one name; two projects do not.
        string[] unknown = [.. logs.Where(each => each.Folder is null).Select(each => each.Log)];
        if (file is null && unknown.Select(Path.GetFileName).Distinct().Count() > 1)
            throw new ToolFault($"The projects of {string.Join(" and ", unknown)} were not found, so it is not known where each one's {name} belongs; give one log at a time, with --output");
        return logs.GroupBy(each => file ?? Path.Combine(each.Folder ?? "", name), each => each.Log, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Log, string? Folder)> Find(string path)
    {
        if (!Directory.Exists(path))
            return [File.Exists(path) ? (path, Above(path)) : throw new ToolFault($"{path} does not exist")];
        string[] found = [.. Directory.EnumerateFiles(path, "*" + Project.LogSuffix, Everywhere).Order(StringComparer.Ordinal)];
        return found.Length > 0
            ? found.Select(log => (log, Above(log) ?? Named(log, path)))
            : throw new ToolFault($"{path} holds no *{Project.LogSuffix}; build with -p:PrivacyLog=true, which leaves it beside each assembly");
    }

    /// <summary>The nearest folder above with a project file.</summary>
    private static string? Above(string log)
    {
        for (DirectoryInfo? folder = Directory.GetParent(Path.GetFullPath(log)); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("*.csproj").Any())
                return FromHere(folder.FullName);
        }

        return null;
    }

    /// <summary>The folder of the one project that is called as the log is.</summary>
    private static string? Named(string log, string root)
    {
        string project = Path.GetFileName(log)[..^Project.LogSuffix.Length] + ".csproj";
        return Directory.EnumerateFiles(root, project, Everywhere).Take(2).ToArray() is [var only] ? FromHere(Path.GetDirectoryName(Path.GetFullPath(only))!) : null;
    }

    private static string FromHere(string folder) => Path.GetRelativePath(Environment.CurrentDirectory, folder) is var relative && relative == "." ? "" : relative;
}

namespace PrivacyAnalyzers.Tool.Input;

/// <summary>Which project's folder a compiler log belongs to: a build leaves it below that folder.</summary>
internal static class ProjectLogs
{
    /// <summary>The logs, by the file that is written for their project.</summary>
    /// <param name="paths">Logs, and folders that are searched for such as <c>-p:PrivacyLog=true</c> leaves.</param>
    /// <param name="name">What a project's file is called.</param>
    /// <param name="file">The one file for all, where one is named.</param>
    public static IEnumerable<IGrouping<string, string>> Group(IReadOnlyList<string> paths, string name, string? file)
    {
        string[] logs = [.. paths.SelectMany(Find).Distinct(StringComparer.Ordinal)];
        IGrouping<string, string>[] groups = [.. logs.GroupBy(log => file ?? Path.Combine(FolderOf(log) ?? "", name), StringComparer.Ordinal)];

        // Two target frameworks of a project have logs of one name; two projects do not.
        if (file is null && groups.FirstOrDefault(group => group.Key == name && group.Where(log => FolderOf(log) is null).Select(Path.GetFileName).Distinct().Count() > 1) is { } unknown)
            throw new ToolFault($"{string.Join(" and ", unknown)} lie below no project file, so it is not known where each project's {name} belongs; give one at a time, with --output");
        return groups;
    }

    private static IEnumerable<string> Find(string path)
    {
        if (!Directory.Exists(path))
            return [File.Exists(path) ? path : throw new ToolFault($"{path} does not exist")];
        string[] found = [.. Directory.EnumerateFiles(path, "*" + Project.LogSuffix, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        return found.Length > 0 ? found : throw new ToolFault($"{path} holds no *{Project.LogSuffix}; build with -p:PrivacyLog=true, which leaves it beside each assembly");
    }

    /// <summary>The nearest folder above with a project file, as it is reached from the current folder.</summary>
    private static string? FolderOf(string log)
    {
        for (DirectoryInfo? folder = Directory.GetParent(Path.GetFullPath(log)); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("*.csproj").Any())
                return Path.GetRelativePath(Environment.CurrentDirectory, folder.FullName) is var relative && relative == "." ? "" : relative;
        }

        return null;
    }
}

using PrivacyAnalyzers.Model.Disclosures;

namespace PrivacyAnalyzers.Tool.Input;

/// <summary>What several projects disclose together.</summary>
/// <param name="Statement">The one that all are held to; <see langword="null"/> where none has one.</param>
/// <param name="Entries">A line for each member, with what all projects do with it, in ordinal order.</param>
/// <param name="KnowsUses">Whether every project's log was there: else purposes and recipients are those the statement allows at most.</param>
internal sealed record Picture(StatementFacts? Statement, IReadOnlyList<RecordedDisclosure> Entries, IReadOnlyList<string> Subjects, IReadOnlyList<Project> Projects, bool KnowsUses)
{
    public static Picture Of(IReadOnlyList<Project> projects)
    {
        Project? first = null;
        foreach (Project project in projects.Where(project => project.Manifest.Statement is not null))
        {
            first ??= project;
            if (!first.Manifest.Statement!.IsSameAs(project.Manifest.Statement!))
                throw new ToolFault($"{first.Path} and {project.Path} were built with different statements ({first.Manifest.Statement!.Effective}, {project.Manifest.Statement!.Effective}); build them with one");
        }

        return new Picture(
            first?.Manifest.Statement,
            Merge(projects.SelectMany(project => project.Entries)),
            projects.SelectMany(project => project.Manifest.Subjects).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray(),
            projects,
            projects.All(project => project.Disclosed is not null));
    }

    /// <summary>One line a member: what each project does with it, together.</summary>
    public static IReadOnlyList<RecordedDisclosure> Merge(IEnumerable<RecordedDisclosure> entries) =>
    [
        .. entries.GroupBy(entry => (entry.Member, entry.Category, entry.DataClass, entry.Retention))
            .Select(same => same.First() with
            {
                Purposes = RecordedDisclosure.Sorted(same.SelectMany(entry => entry.Purposes)),
                Recipients = RecordedDisclosure.Sorted(same.SelectMany(entry => entry.Recipients)),
            })
            .OrderBy(entry => entry.ToLine(), StringComparer.Ordinal),
    ];

    /// <summary>What the statement promises and no code of these projects has: PRIV4004, over all of them.</summary>
    public IEnumerable<string> Unkept()
    {
        if (Statement is null)
            yield break;
        foreach (CategoryFact category in Statement.Categories.Where(category => !Entries.Any(entry => entry.Category == category.Name)))
            yield return $"the statement names the category '{category.Name}', and nothing collects it";
        foreach (RetentionFact rule in Statement.Retention.Where(rule => !Entries.Any(entry => entry.Retention == rule.Name)))
            yield return $"the statement names the retention rule '{rule.Name}', and nothing uses it";
    }
}

using PrivacyAnalyzers.Model.Disclosures;
using PrivacyAnalyzers.Tool.Input;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.Tool.Report;

/// <summary>What a report shows, in every format.</summary>
/// <param name="Differences">To the recorded disclosures; <see langword="null"/> where no record was given.</param>
internal sealed record ReportModel(
    string Title,
    string? Effective,
    IReadOnlyList<string> Assemblies,
    bool KnowsUses,
    IReadOnlyList<RecordedDisclosure> Held,
    IReadOnlyList<ScheduledRule> Schedule,
    IReadOnlyList<Clause> Clauses,
    IReadOnlyList<DisclosureDifference>? Differences,
    StatementFacts? Statement,
    IReadOnlyDictionary<string, string> Types)
{
    /// <summary>The short name of the type that a member is stored in.</summary>
    public string TypeOf(string member) => Types.TryGetValue(member, out string? type) ? type : member.Split('.') is { Length: > 1 } parts ? parts[^2] : member;

    /// <summary>The namespaces that all members share, with the dot at the end; empty where they share none.</summary>
    public string SharedPrefix { get; } = Shared(Held.Select(entry => entry.Member).ToArray());

    /// <summary>The member's name without what all of them share.</summary>
    public string Short(string member) => member.StartsWith(SharedPrefix, StringComparison.Ordinal) ? member[SharedPrefix.Length..] : member;

    private static string Shared(string[] members)
    {
        if (members.Length == 0)
            return "";
        string shared = members[0];
        foreach (string member in members)
        {
            int same = 0;
            while (same < shared.Length && same < member.Length && shared[same] == member[same])
                same++;
            shared = shared[..same];
        }

        // A type's own name is never left away, so at least two names stay of each.
        string prefix = shared[..(shared.LastIndexOf('.') + 1)];
        while (prefix.Length > 0 && members.Any(member => !member[prefix.Length..].Contains('.', StringComparison.Ordinal)))
            prefix = prefix[..(prefix.TrimEnd('.').LastIndexOf('.') + 1)];
        return prefix;
    }

    public static ReportModel Of(Picture picture, IReadOnlyList<DisclosureDifference>? differences) => new(
        picture.Statement?.Title ?? "No privacy statement",
        picture.Statement?.Effective,
        picture.Projects.Select(project => project.Manifest.Assembly).Order(StringComparer.Ordinal).ToArray(),
        picture.KnowsUses,
        picture.Entries,
        ScheduledRule.Of(picture).ToArray(),
        Clause.Of(picture).ToArray(),
        differences,
        picture.Statement,
        picture.Projects.SelectMany(project => project.Manifest.Entries).DistinctBy(entry => entry.FullName)
            .ToDictionary(entry => entry.FullName, entry => entry.Type[(entry.Type.LastIndexOf('.') + 1)..], StringComparer.Ordinal));
}

/// <summary>A retention rule and what is kept by it.</summary>
/// <param name="Days">About how long, for the picture; <see langword="null"/> where no period is said.</param>
internal sealed record ScheduledRule(string Name, string InWords, int? Days, int Members)
{
    public static IEnumerable<ScheduledRule> Of(Picture picture) =>
        picture.Entries.Where(entry => entry.Retention is not null)
            .GroupBy(entry => entry.Retention!, StringComparer.Ordinal)
            .Select(group =>
            {
                RetentionFact? rule = picture.Statement?.FindRetention(group.Key);
                return new ScheduledRule(group.Key, rule?.InWords ?? "not in the statement", DaysOf(rule?.Keep) ?? DaysOf(rule?.Within), group.Count());
            })
            .OrderByDescending(rule => rule.Days ?? int.MaxValue).ThenBy(rule => rule.Name, StringComparer.Ordinal);

    /// <summary>An ISO 8601 period of calendar units, as days of an average year.</summary>
    public static int? DaysOf(string? period)
    {
        if (period is null || period.Length < 3 || period[0] != 'P')
            return null;
        double days = 0;
        int number = 0;
        foreach (char c in period.AsSpan(1))
        {
            if (char.IsAsciiDigit(c))
            {
                number = Math.Min((number * 10) + (c - '0'), 100_000);
                continue;
            }

            double unit = c switch { 'Y' => 365.25, 'M' => 30.44, 'W' => 7, 'D' => 1, _ => double.NaN };
            if (double.IsNaN(unit))
                return null;
            days += number * unit;
            number = 0;
        }

        return (int)Math.Round(days);
    }
}

internal enum ClauseStatus
{
    /// <summary>Code does what the statement says, as far as these assemblies show.</summary>
    Kept,

    /// <summary>The statement promises it, and no code has it.</summary>
    Unused,

    /// <summary>Code does what the statement does not say.</summary>
    Broken,

    /// <summary>The build checks it, and an assembly does not show it.</summary>
    Elsewhere,
}

/// <summary>One thing that the statement says, and how the code stands to it.</summary>
internal sealed record Clause(string Section, string Name, ClauseStatus Status, string Finding)
{
    public static IEnumerable<Clause> Of(Picture picture)
    {
        if (picture.Statement is not { } statement)
            yield break;
        foreach (CategoryFact category in statement.Categories)
        {
            int count = picture.Entries.Count(entry => entry.Category == category.Name);
            yield return new Clause("Category", category.Name, count > 0 ? ClauseStatus.Kept : ClauseStatus.Unused, count > 0 ? Words.Count(count, "stored member") : "nothing collects it");
        }

        foreach (string category in picture.Entries.Select(entry => entry.Category).Where(category => category != "credential" && statement.FindCategory(category) is null).Distinct(StringComparer.Ordinal))
            yield return new Clause("Category", category, ClauseStatus.Broken, "code stores it, and the statement does not name it");
        foreach (PurposeFact purpose in statement.Purposes)
        {
            int count = picture.Entries.Count(entry => entry.Purposes.Contains(purpose.Name));
            yield return new Clause("Purpose", purpose.Name, count > 0 ? ClauseStatus.Kept : ClauseStatus.Elsewhere, count > 0 ? $"{purpose.Basis}; code reads {Words.Count(count, "member")} for it" : $"{purpose.Basis}; no code marked with it reads a member");
        }

        foreach (RetentionFact rule in statement.Retention)
        {
            int count = picture.Entries.Count(entry => entry.Retention == rule.Name);
            yield return new Clause("Retention", rule.Name, count > 0 ? ClauseStatus.Kept : ClauseStatus.Unused, count > 0 ? $"{rule.InWords}; {Words.Count(count, "member")}" : $"{rule.InWords}; nothing uses it");
        }

        foreach (RecipientFact recipient in statement.Recipients)
            yield return Of(recipient, picture);
        foreach (TransferFact transfer in statement.Transfers)
            yield return new Clause("Transfer", $"{transfer.From} to {transfer.To}{(transfer.Product is null ? "" : $" ({transfer.Product})")}", ClauseStatus.Elsewhere, string.Join(", ", transfer.Mechanisms));
        bool sold = picture.Entries.Any(entry => entry.Recipients.Any(name => statement.FindRecipient(name)?.Kind == "sale"));
        yield return new Clause("Sale", statement.Sells ? "personal data is sold" : "personal data is not sold",
            sold && !statement.Sells ? ClauseStatus.Broken : picture.KnowsUses ? ClauseStatus.Kept : ClauseStatus.Elsewhere, sold ? "code hands data to a buyer" : "no code hands data to a buyer");
        foreach (MinimumAgeFact age in statement.MinimumAges)
            yield return new Clause("Minimum age", age.Region, ClauseStatus.Elsewhere, Words.Count(age.Age, "year"));
        foreach (DecisionFact decision in statement.AutomatedDecisions)
            yield return new Clause("Automated decision", decision.Name, ClauseStatus.Elsewhere, $"notice {(decision.NoticeRequired ? "required" : "not required")}, human review {(decision.HumanReviewRequired ? "required" : "not required")}");
        foreach (LogFact log in statement.Logs)
            yield return new Clause("Log", log.Name, ClauseStatus.Elsewhere, $"takes {string.Join(", ", log.Accepts)}");
    }

    private static Clause Of(RecipientFact recipient, Picture picture)
    {
        RecordedDisclosure[] handed = picture.Entries.Where(entry => entry.Recipients.Contains(recipient.Name)).ToArray();
        string[] wrong = handed.Select(entry => entry.Category).Where(category => !recipient.Receives.Contains(category)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return wrong.Length > 0
            ? new Clause("Recipient", recipient.Name, ClauseStatus.Broken, $"gets {string.Join(", ", wrong)}, which the statement does not say")
            : handed.Length > 0
                ? new Clause("Recipient", recipient.Name, ClauseStatus.Kept, $"{recipient.Kind}; code hands it {Words.Count(handed.Length, "member")}")
                : new Clause("Recipient", recipient.Name, ClauseStatus.Elsewhere, $"{recipient.Kind}; no marked code hands it anything");
    }
}

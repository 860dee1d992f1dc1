using System.Reflection;
using System.Text.RegularExpressions;

namespace PrivacyAnalyzers.Tests.Meta;

/// <summary>The table in docs/statement.md: each clause, what enforces it, the test that proves it, and where the samples show it.</summary>
public partial class ClauseTableTests
{
    private const int Clauses = 35;
    private const string GeneratedOnly = "kept by generated code alone";

    private static readonly string[] Findings = Repository.Read(Repository.PathOf("samples", "LeakyCommunications", "expected-findings.txt")).Split('\n');

    [Fact]
    public void Every_clause_has_its_row() =>
        Assert.Equal(Enumerable.Range(1, Clauses).Select(number => $"S{number:00}"), Rows().Select(row => row.Clause));

    [Fact]
    public void Every_clause_has_a_test_that_is_a_proof()
    {
        string[] proved = Proofs().Select(method => method[..3]).Distinct().Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(Enumerable.Range(1, Clauses).Select(number => $"S{number:00}"), proved);
    }

    [Fact]
    public void A_row_names_tests_that_exist_and_are_of_its_clause() =>
        Repository.ShouldBeNone(
            from row in Rows()
            let tests = Code().Matches(row.Test).Select(match => match.Groups[1].Value).ToArray()
            from fault in tests.Length == 0 ? ["names no test"] : tests.Where(test => !Proofs().Contains(test) || !test.StartsWith(row.Clause, StringComparison.Ordinal)).Select(test => $"'{test}' is no proof of it")
            select $"{row.Clause}: {fault}",
            "These rows and the tests in tests/PrivacyAnalyzers.Tests/Clauses differ:");

    [Fact]
    public void A_row_names_rules_that_exist() =>
        Repository.ShouldBeNone(
            from row in Rows()
            from Match rule in RuleId().Matches(row.Rule)
            where RuleSet.All.All(each => each.Id != rule.Value)
            select $"{row.Clause}: {rule.Value}",
            "These rules are not there:");

    [Fact]
    public void What_the_careless_sample_breaks_is_found_there() =>
        Repository.ShouldBeNone(
            from row in Rows()
            from Match finding in SampleFinding().Matches(row.Sample)
            let file = finding.Groups[1].Value
            let rule = finding.Groups[2].Value
            let said = finding.Groups[3].Value
            where !Findings.Any(line => line.StartsWith(file + "(", StringComparison.Ordinal) && line.Contains(" " + rule + ":", StringComparison.Ordinal) && line.Contains(said, StringComparison.Ordinal))
            select $"{row.Clause}: {file} has no {rule} {said}",
            "These findings are not in samples/LeakyCommunications/expected-findings.txt:");

    /// <summary>What a rule of the row finds; a clause that generated code keeps has nothing that the careless sample could break.</summary>
    [Fact]
    public void The_careless_sample_breaks_each_clause_that_a_rule_enforces() =>
        Repository.ShouldBeNone(
            from row in Rows()
            let rules = RuleId().Matches(row.Rule).Select(match => match.Value).ToHashSet(StringComparer.Ordinal)
            let broken = SampleFinding().Matches(row.Sample).Select(match => match.Groups[2].Value).ToHashSet(StringComparer.Ordinal)
            let isGenerated = row.Sample.EndsWith(", " + GeneratedOnly, StringComparison.Ordinal)
            from fault in new[]
            {
                rules.Count > 0 && broken.Count == 0 ? "no finding of the careless sample" : null,
                broken.Except(rules).Any() ? "a finding of a rule that the row does not name" : null,
                rules.Count == 0 != isGenerated ? $"'{GeneratedOnly}' belongs to clauses without a rule, and to all of these" : null,
            }
            where fault is not null
            select $"{row.Clause}: {fault}",
            "These rows do not say how the careless sample breaks them:");

    [Fact]
    public void What_the_sample_upholds_stands_in_a_file_of_it() =>
        Repository.ShouldBeNone(
            from row in Rows()
            from fault in Linked().Matches(row.Sample) is { Count: > 0 } links
                ? links.Select(link => link.Groups[1].Value).Where(path => !File.Exists(Path.Combine(Repository.PathOf("docs"), path)))
                : ["no file"]
            select $"{row.Clause}: {fault}",
            "These rows name no file of samples/Communications, or one that is not there:");

    private static IEnumerable<(string Clause, string Rule, string Test, string Sample)> Rows() =>
        from line in Repository.Read(Repository.PathOf("docs", "statement.md")).Split('\n')
        where line.StartsWith("| S", StringComparison.Ordinal)
        let cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries)
        where cells.Length == 5
        select (cells[0], cells[2], cells[3], cells[4]);

    private static HashSet<string> Proofs() =>
        typeof(ClauseTableTests).Assembly.GetTypes()
            .Where(type => type.Namespace == "PrivacyAnalyzers.Tests.Clauses" && type.GetCustomAttributesData().Any(IsProof))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttributes<FactAttribute>().Any())
            .Select(method => method.Name)
            .ToHashSet(StringComparer.Ordinal);

    private static bool IsProof(CustomAttributeData data) =>
        data.AttributeType == typeof(TraitAttribute) && data.ConstructorArguments is [{ Value: "Proof" }, { Value: "clause" }];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("PRIV[0-9]{4}")]
    private static partial Regex RuleId();

    [GeneratedRegex("`([A-Za-z.]+): (PRIV[0-9]{4})( '[^'`]+')?`")]
    private static partial Regex SampleFinding();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Linked();
}

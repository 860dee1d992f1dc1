using System.Text;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Rules;

namespace PrivacyAnalyzers.Tests.Meta;

/// <summary>
/// The four global configs of the package list every rule. A rule that a preset leaves as it is stands there as a comment:
/// a severity written in a global config would beat the bulk settings of an .editorconfig, such as a whole category's.
/// </summary>
public class PresetTests
{
    [Theory]
    [InlineData("None", "No rule runs. Generated code stays.")]
    [InlineData("Default", "Every rule as it is by itself.")]
    [InlineData("Recommended", "What is only informed of by default is a warning; what is off stays off.")]
    [InlineData("Strict", "Everything is on: exposure and statement as errors, the rest as warnings at least.")]
    public void A_preset_lists_every_rule(string preset, string what) =>
        Repository.ShouldHold(
            Repository.PathOf("src", "PrivacyAnalyzers.Annotations", "buildTransitive", "config", $"PrivacyAnalyzers.{preset}.globalconfig"),
            Text(preset, what));

    private static string Text(string preset, string what)
    {
        var text = new StringBuilder();
        text.Append($"# PrivacyAnalysisMode {preset}. {what}\n");
        text.Append("# Made from the rules' descriptors. Any .editorconfig or .globalconfig of the project's beats it.\n");
        text.Append("is_global = true\nglobal_level = -100\n");
        string category = "";
        foreach (DiagnosticDescriptor rule in RuleSet.All)
        {
            if (rule.Category != category)
            {
                category = rule.Category;
                text.Append($"\n# {category}\n");
            }

            string own = rule.IsEnabledByDefault ? Spelled(rule.DefaultSeverity) : "none";
            string wanted = Severity(preset, rule, own);
            text.Append(wanted == own ? $"# {rule.Id}: {own}\n" : $"dotnet_diagnostic.{rule.Id}.severity = {wanted}\n");
        }

        return text.ToString();
    }

    private static string Severity(string preset, DiagnosticDescriptor rule, string own) => preset switch
    {
        // What no setting changes stands in no setting.
        _ when rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable) => own,
        "None" => "none",
        "Recommended" => own == "suggestion" ? "warning" : own,
        "Strict" when rule.Category is RuleDescriptor.Exposure or RuleDescriptor.Statement => "error",
        "Strict" => own == "error" ? own : "warning",
        _ => own,
    };

    private static string Spelled(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "suggestion",
    };
}

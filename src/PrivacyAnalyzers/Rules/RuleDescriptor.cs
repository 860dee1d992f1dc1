using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Rules;

/// <summary>Makes a rule's descriptor. Its first parameter is named <c>id</c>, so that release tracking sees it.</summary>
internal static class RuleDescriptor
{
    public const string Exposure = "Privacy.Exposure";
    public const string Classification = "Privacy.Classification";
    public const string Rights = "Privacy.Rights";
    public const string Statement = "Privacy.Statement";
    public const string Obligations = "Privacy.Obligations";

    public static DiagnosticDescriptor Create(
        string id, string title, string message, string category, DiagnosticSeverity severity, string description, bool enabled = true, params string[] tags) =>
        new(id, title, message, category, severity, enabled, description, HelpLink(id), tags);

    public static string HelpLink(string id) => $"https://github.com/privacyanalyzers/privacyanalyzers/blob/main/docs/rules/{id}.md";
}

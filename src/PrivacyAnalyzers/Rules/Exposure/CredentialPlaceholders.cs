using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>Texts that stand where a secret would, as <c>.editorconfig</c> lists them: <c>privacy_credential_placeholders = changeme, test-*</c>.</summary>
internal static class CredentialPlaceholders
{
    private const string Key = "privacy_credential_placeholders";

    public static bool Allow(object constant, SyntaxTree tree, AnalyzerOptions options)
    {
        if (constant is not string text || !options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue(Key, out string? listed))
            return false;
        foreach (string pattern in listed.Split(','))
        {
            if (Matches(text, pattern.Trim()))
                return true;
        }

        return false;
    }

    /// <summary>A <c>*</c> at either end stands for anything; a pattern of nothing else would switch the rule off and is ignored.</summary>
    private static bool Matches(string text, string pattern)
    {
        string core = pattern.Trim('*');
        if (core.Length == 0)
            return false;
        bool open = pattern[0] == '*';
        bool openEnd = pattern[pattern.Length - 1] == '*';
        return (open, openEnd) switch
        {
            (true, true) => text.IndexOf(core, StringComparison.OrdinalIgnoreCase) >= 0,
            (true, false) => text.EndsWith(core, StringComparison.OrdinalIgnoreCase),
            (false, true) => text.StartsWith(core, StringComparison.OrdinalIgnoreCase),
            _ => text.Equals(core, StringComparison.OrdinalIgnoreCase),
        };
    }
}

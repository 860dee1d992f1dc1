namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Names that claim to take the person out of a value. A name is no proof: it demotes a leak to a pseudonym, it never clears one.
/// </summary>
internal static class SanitizerNames
{
    private static readonly string[] Verbs = ["mask", "redact", "anonymize", "anonymise", "pseudonymize", "pseudonymise", "tokenize", "obfuscate", "scrub", "sanitize", "sanitise", "censor"];

    /// <summary>Whether the name begins or ends with such a verb as a whole word: <c>MaskEmail</c>, <c>EmailMask</c>; not <c>Maskable</c>, <c>Unmask</c>.</summary>
    public static bool IsOne(string name)
    {
        foreach (string verb in Verbs)
        {
            if (name.Length < verb.Length)
                continue;
            bool begins = name.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && (name.Length == verb.Length || !char.IsLower(name[verb.Length]));
            int start = name.Length - verb.Length;
            bool ends = name.EndsWith(verb, StringComparison.OrdinalIgnoreCase) && char.IsUpper(name[start]);
            if (begins || ends)
                return true;
        }

        return name.EndsWith("Async", StringComparison.Ordinal) && name.Length > "Async".Length && IsOne(name.Substring(0, name.Length - "Async".Length));
    }
}

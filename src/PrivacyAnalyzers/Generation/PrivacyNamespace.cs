using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation;

/// <summary>The namespace for what is generated of the statement rather than of a model: <c>PrivacyNamespace</c>, by default <c>$(RootNamespace).Privacy</c>.</summary>
internal static class PrivacyNamespace
{
    public const string Step = "PrivacyNamespace";

    public static IncrementalValueProvider<string> Of(IncrementalGeneratorInitializationContext context) =>
        context.AnalyzerConfigOptionsProvider.Combine(context.CompilationProvider.Select((compilation, _) => compilation.AssemblyName))
            .Select((pair, _) => Of(pair.Left.GlobalOptions, pair.Right))
            .WithTrackingName(Step);

    public static string Of(AnalyzerConfigOptions options, string? assemblyName)
    {
        if (options.TryGetValue("build_property.PrivacyNamespace", out string? chosen) && !string.IsNullOrWhiteSpace(chosen))
            return Clean(chosen);
        string root = options.TryGetValue("build_property.RootNamespace", out string? given) ? given : assemblyName ?? "";
        return string.IsNullOrWhiteSpace(root) ? "Privacy" : Clean(root) + ".Privacy";
    }

    /// <summary>Names of projects and assemblies need not be names in C#.</summary>
    private static string Clean(string name)
    {
        IEnumerable<string> parts = name.Split('.').Select(part => part.Trim()).Where(part => part.Length > 0).Select(part =>
        {
            char[] letters = part.TrimStart('@').ToCharArray();
            for (int i = 0; i < letters.Length; i++)
            {
                if (!SyntaxFacts.IsIdentifierPartCharacter(letters[i]))
                    letters[i] = '_';
            }

            string text = new(letters);
            return TypeNames.Escape(text.Length > 0 && SyntaxFacts.IsIdentifierStartCharacter(text[0]) ? text : "_" + text);
        });
        string joined = string.Join(".", parts);
        return joined.Length == 0 ? "Privacy" : joined;
    }
}

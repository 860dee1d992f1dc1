using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Generation.Platform;

/// <summary>Writes <c>AddPrivacyRedaction</c>: the platform's redaction with a redactor for each category, and one for whatever else is classified.</summary>
internal static class RedactionEmitter
{
    private const string Erasing = "global::Microsoft.Extensions.Compliance.Redaction.ErasingRedactor";

    public static string Emit(string space)
    {
        var writer = new CodeWriter();
        GeneratedText.Begin(writer);
        using (GeneratedText.InNamespace(writer, space))
        {
            writer.Line("/// <summary>The platform's redaction, so that no category is left without a redactor.</summary>");
            writer.Line(GeneratedText.Attribute);
            using (writer.Braces("internal static class PrivacyRedaction"))
            {
                writer.Line("/// <summary>Adds redaction that erases every category. What is configured here comes after, and wins.</summary>");
                writer.Line("/// <param name=\"services\">The application's services.</param>");
                writer.Line("/// <param name=\"configure\">Other redactors for some categories, such as one that keeps a pseudonym.</param>");
                writer.Line("/// <remarks>Log methods also need <c>builder.Logging.EnableRedaction()</c>.</remarks>");
                writer.Line("public static global::Microsoft.Extensions.DependencyInjection.IServiceCollection AddPrivacyRedaction(");
                using (writer.Indented())
                {
                    writer.Line("this global::Microsoft.Extensions.DependencyInjection.IServiceCollection services,");
                    writer.Line("global::System.Action<global::Microsoft.Extensions.Compliance.Redaction.IRedactionBuilder>? configure = null) =>");
                    writer.Line("global::Microsoft.Extensions.DependencyInjection.RedactionServiceCollectionExtensions.AddRedaction(services, builder =>");
                    using (writer.Braces("", "});"))
                        Body(writer);
                }
            }
        }

        return writer.ToString();
    }

    private static void Body(CodeWriter writer)
    {
        foreach (Category category in Categories.All)
        {
            string name = Categories.AttributeOf(category.Key);
            writer.Line($"builder.SetRedactor<{Erasing}>(new global::Microsoft.Extensions.Compliance.Classification.DataClassificationSet(global::PrivacyAnalyzers.PrivacyTaxonomy.{name}));");
        }

        writer.Line($"builder.SetFallbackRedactor<{Erasing}>();");
        writer.Line("configure?.Invoke(builder);");
    }
}

using PrivacyAnalyzers.Model.Disclosures;

namespace PrivacyAnalyzers.Generation.Platform;

/// <summary>Writes <c>AddPrivacyDisclosures</c>: <c>x-privacy</c> on the schema of every classified property of an OpenAPI document.</summary>
internal static class OpenApiEmitter
{
    private const string Nodes = "global::System.Text.Json.Nodes.";

    public static string Emit(OpenApiModel model)
    {
        var writer = new CodeWriter();
        GeneratedText.Begin(writer);
        using (GeneratedText.InNamespace(writer, model.Namespace))
        {
            writer.Line("/// <summary>Says in OpenAPI documents, field by field, how personal data is handled.</summary>");
            writer.Line(GeneratedText.Attribute);
            using (writer.Braces("internal static class PrivacyOpenApi"))
            {
                writer.Line("/// <summary>Puts <c>x-privacy</c> on the schema of every property that is classified.</summary>");
                writer.Line("/// <param name=\"options\">The document's options.</param>");
                writer.Line("public static global::Microsoft.AspNetCore.OpenApi.OpenApiOptions AddPrivacyDisclosures(this global::Microsoft.AspNetCore.OpenApi.OpenApiOptions options) =>");
                using (writer.Indented())
                {
                    writer.Line("options.AddSchemaTransformer(static (schema, context, cancellation) =>");
                    using (writer.Braces("", "});"))
                    {
                        writer.Line("if (context.JsonTypeInfo is { Kind: global::System.Text.Json.Serialization.Metadata.JsonTypeInfoKind.Object } type && schema.Properties is { } properties)");
                        using (writer.Braces(""))
                        {
                            writer.Line("foreach (global::System.Text.Json.Serialization.Metadata.JsonPropertyInfo property in type.Properties)");
                            using (writer.Braces(""))
                            {
                                writer.Line("if (properties.TryGetValue(property.Name, out global::Microsoft.OpenApi.IOpenApiSchema? found) && found is global::Microsoft.OpenApi.OpenApiSchema described &&");
                                writer.Line("    Describe(property.DeclaringType, (property.AttributeProvider as global::System.Reflection.MemberInfo)?.Name) is { } description)");
                                using (writer.Braces(""))
                                {
                                    writer.Line("described.Extensions ??= new global::System.Collections.Generic.Dictionary<string, global::Microsoft.OpenApi.IOpenApiExtension>();");
                                    writer.Line("described.Extensions[\"x-privacy\"] = new global::Microsoft.OpenApi.JsonNodeExtension(description);");
                                }
                            }
                        }

                        writer.Line();
                        writer.Line("return global::System.Threading.Tasks.Task.CompletedTask;");
                    }
                }

                writer.Line();
                Describe(writer, model);
            }
        }

        return writer.ToString();
    }

    private static void Describe(CodeWriter writer, OpenApiModel model)
    {
        writer.Line($"private static {Nodes}JsonObject? Describe(global::System.Type type, string? member)");
        using (writer.Braces(""))
        {
            writer.Line("type = type.IsGenericType ? type.GetGenericTypeDefinition() : type;");
            foreach (IGrouping<string, DocumentedMember> members in model.Members.GroupBy(member => member.Type, StringComparer.Ordinal))
            {
                writer.Line($"if (type == typeof({members.Key}))");
                using (writer.Braces(""))
                {
                    writer.Line("return member switch");
                    using (writer.Braces("", "};"))
                    {
                        foreach (DocumentedMember member in members)
                            writer.Line($"{GeneratedText.Literal(member.Member)} => {Object(member)},");
                        writer.Line("_ => null,");
                    }
                }

                writer.Line();
            }

            writer.Line("return null;");
        }
    }

    private static string Object(DocumentedMember member)
    {
        var parts = new List<string> { $"[\"category\"] = {GeneratedText.Literal(member.Category)}" };
        if (member.DataClass is not null)
            parts.Add($"[\"dataClass\"] = {GeneratedText.Literal(member.DataClass)}");
        if (member.Retention is not null)
            parts.Add($"[\"retention\"] = {GeneratedText.Literal(member.Retention)}");
        parts.Add($"[\"purposes\"] = {Array(member.Purposes)}");
        parts.Add($"[\"recipients\"] = {Array(member.Recipients)}");
        return $"new {Nodes}JsonObject {{ {string.Join(", ", parts)} }}";
    }

    private static string Array(IEnumerable<string> names) => $"new {Nodes}JsonArray({string.Join(", ", names.Select(name => $"({Nodes}JsonNode){GeneratedText.Literal(name)}"))})";
}

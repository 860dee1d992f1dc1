namespace PrivacyAnalyzers.Generation.Platform;

/// <summary>Writes <c>MapPrivacyDisclosures</c>: the disclosures as a page for people, and as JSON for whoever asks for it.</summary>
internal static class PageEmitter
{
    public static string Emit(string space)
    {
        var writer = new CodeWriter();
        GeneratedText.Begin(writer);
        using (GeneratedText.InNamespace(writer, space))
        {
            writer.Line("/// <summary>Serves what this application discloses about the data it holds.</summary>");
            writer.Line(GeneratedText.Attribute);
            using (writer.Braces("internal static class PrivacyDisclosureEndpoints"))
            {
                writer.Line("/// <summary>Serves <c>PrivacyDisclosures</c>: categories, purposes, recipients and retention; no names of types or members.</summary>");
                writer.Line("/// <param name=\"endpoints\">The application's routes.</param>");
                writer.Line("/// <param name=\"pattern\">The page's path.</param>");
                writer.Line("public static global::Microsoft.AspNetCore.Builder.IEndpointConventionBuilder MapPrivacyDisclosures(");
                using (writer.Indented())
                {
                    writer.Line("this global::Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints, string pattern = \"/privacy\") =>");
                    writer.Line("global::Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(endpoints, pattern, (global::Microsoft.AspNetCore.Http.RequestDelegate)(static async context =>");
                    using (writer.Braces("", "}));"))
                    {
                        writer.Line("var page = new global::PrivacyAnalyzers.DisclosurePage(");
                        using (writer.Indented())
                            writer.Line("PrivacyDisclosures.Statement, PrivacyDisclosures.Effective, PrivacyDisclosures.Collected, PrivacyDisclosures.RetentionSchedule, PrivacyDisclosures.Transfers, PrivacyDisclosures.Sold);");
                        writer.Line("bool isJson = context.Request.Headers[\"Accept\"].ToString().Contains(\"application/json\", global::System.StringComparison.OrdinalIgnoreCase);");
                        writer.Line("context.Response.ContentType = isJson ? \"application/json\" : \"text/html; charset=utf-8\";");
                        writer.Line("context.Response.Headers[\"Vary\"] = \"Accept\";");
                        writer.Line("byte[] body = global::System.Text.Encoding.UTF8.GetBytes(isJson ? page.ToJson() : page.ToHtml());");
                        writer.Line("await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);");
                    }
                }
            }
        }

        return writer.ToString();
    }
}

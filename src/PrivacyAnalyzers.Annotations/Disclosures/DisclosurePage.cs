using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace PrivacyAnalyzers;

/// <summary>The disclosures of an application as a page for people, or as JSON: by category, without names of types or members.</summary>
/// <remarks>Clauses S27 and S34. GDPR Art. 13; CCPA 1798.130(a)(5).</remarks>
/// <param name="statement">The statement's name.</param>
/// <param name="effective">From when it is in force.</param>
/// <param name="collected">What is collected.</param>
/// <param name="schedule">How long what is kept.</param>
/// <param name="transfers">On what transfers between regions rest.</param>
/// <param name="sold">What is sold.</param>
public sealed class DisclosurePage(
    string? statement,
    DateOnly? effective,
    IReadOnlyList<DisclosedCategory> collected,
    IReadOnlyList<ScheduledRetention> schedule,
    IReadOnlyList<DisclosedTransfer> transfers,
    IReadOnlyList<DisclosedCategory> sold)
{
    private string? Date => effective?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string SoldInWords => sold.Count == 0 ? "Personal data is not sold." : "Sold: " + string.Join(", ", sold.Select(category => category.Name)) + ".";

    /// <summary>One HTML page that needs nothing but itself.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        html.Append(Text(statement ?? "What we hold about you")).Append("</title>\n<style>").Append(Css).Append("</style>\n</head>\n<body>\n<main>\n<h1>");
        html.Append(Text(statement ?? "What we hold about you")).Append("</h1>\n");
        if (Date is { } date)
            html.Append(CultureInfo.InvariantCulture, $"<p>Effective from <time datetime=\"{date}\">{date}</time>. {Text(SoldInWords)}</p>\n");
        else
            html.Append("<p>").Append(Text(SoldInWords)).Append("</p>\n");
        Table(html, "What is collected", ["Category", "Collected from", "Used for", "Disclosed to", "Needs consent"], collected.Select(category => new[]
        {
            category.Name,
            List(category.Sources),
            List(category.Purposes.Select(purpose => $"{purpose.Name} ({purpose.LegalBasis})")),
            List(category.Recipients.Select(Recipient)),
            category.Consent ?? "–",
        }));
        Table(html, "How long it is kept", ["Rule", "Kept", "Categories"], schedule.Select(rule => new[] { rule.Retention.Rule, rule.Retention.Description, List(rule.Categories) }));
        Table(html, "Transfers between regions", ["From", "To", "Product", "Mechanisms"], transfers.Select(transfer => new[] { transfer.From, transfer.To, transfer.Product ?? "–", List(transfer.Mechanisms) }));
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>The same as JSON.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            if (statement is not null)
                json.WriteString("statement", statement);
            if (Date is { } date)
                json.WriteString("effective", date);
            json.WriteStartArray("collected");
            foreach (DisclosedCategory category in collected)
            {
                json.WriteStartObject();
                json.WriteString("category", category.Name);
                Strings(json, "sources", category.Sources);
                Strings(json, "purposes", category.Purposes.Select(purpose => purpose.Name));
                Strings(json, "recipients", category.Recipients.Select(recipient => recipient.Name));
                if (category.Consent is not null)
                    json.WriteString("consent", category.Consent);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("retention");
            foreach (ScheduledRetention rule in schedule)
            {
                json.WriteStartObject();
                json.WriteString("rule", rule.Retention.Rule);
                json.WriteString("kept", rule.Retention.Description);
                Strings(json, "categories", rule.Categories);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("transfers");
            foreach (DisclosedTransfer transfer in transfers)
            {
                json.WriteStartObject();
                json.WriteString("from", transfer.From);
                json.WriteString("to", transfer.To);
                if (transfer.Product is not null)
                    json.WriteString("product", transfer.Product);
                Strings(json, "mechanisms", transfer.Mechanisms);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Strings(json, "sold", sold.Select(category => category.Name));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Table(StringBuilder html, string caption, string[] head, IEnumerable<string[]> rows)
    {
        string[][] all = rows.ToArray();
        if (all.Length == 0)
            return;
        html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"").Append(caption).Append("\">\n<table><caption>").Append(caption).Append("</caption>\n<thead><tr>");
        foreach (string cell in head)
            html.Append("<th scope=\"col\">").Append(cell).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (string[] row in all)
        {
            html.Append("<tr><th scope=\"row\">").Append(Text(row[0])).Append("</th>");
            foreach (string cell in row.Skip(1))
                html.Append("<td>").Append(Text(cell)).Append("</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody></table>\n</div>\n");
    }

    private static string Recipient(DisclosedRecipient recipient) =>
        recipient.Regions.Count == 0 ? $"{recipient.Name} ({recipient.Kind})" : $"{recipient.Name} ({recipient.Kind}; {string.Join(", ", recipient.Regions)})";

    private static string List(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } text ? text : "–";

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private const string Css =
        ":root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0}main{max-width:64rem;margin:0 auto;padding:1rem}" +
        ".scroll{overflow-x:auto;margin:1rem 0}table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:600;padding:.5rem 0}" +
        "th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-top:1px solid #8886}";
}

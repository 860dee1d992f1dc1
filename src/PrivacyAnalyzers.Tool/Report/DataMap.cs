using System.Globalization;
using System.Text;
using PrivacyAnalyzers.Model.Disclosures;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.Tool.Report;

/// <summary>Draws the data map: types, their categories, for what they are read and to whom they are handed, from left to right.</summary>
internal static class DataMap
{
    private const int ColumnWidth = 230;
    private const int Gap = 70;
    private const int BoxHeight = 40;
    private const int Step = 52;
    private const int Top = 44;
    private const int MaxLetters = 27;
    private static readonly string[] Headings = ["Stored in", "Category", "Purpose", "Recipient and regions"];

    public static string Draw(ReportModel report)
    {
        List<Node>[] columns = [[], [], [], []];
        var edges = new HashSet<(Node From, Node To)>();
        foreach (RecordedDisclosure entry in report.Held)
        {
            Node type = Add(columns[0], report.TypeOf(entry.Member), Words.Count(report.Held.Count(other => report.TypeOf(other.Member) == report.TypeOf(entry.Member)), "member"));
            Node category = Add(columns[1], entry.Category, "");
            edges.Add((type, category));
            Node[] purposes = entry.Purposes.Select(purpose => Add(columns[2], purpose, report.Statement?.FindPurpose(purpose)?.Basis ?? "")).ToArray();
            Node[] recipients = entry.Recipients.Select(recipient => Add(columns[3], recipient, Regions(report, recipient))).ToArray();
            foreach (Node purpose in purposes)
                edges.Add((category, purpose));

            // Of several purposes nobody knows which one it is handed over for: then the way leads from the category.
            foreach (Node recipient in recipients)
                edges.Add((purposes.Length == 1 ? purposes[0] : category, recipient));
        }

        foreach (List<Node> column in columns)
            column.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        int height = Top + (Math.Max(1, columns.Max(column => column.Count)) * Step) + 8;
        int width = (4 * ColumnWidth) + (3 * Gap);
        for (int i = 0; i < columns.Length; i++)
        {
            for (int j = 0; j < columns[i].Count; j++)
                (columns[i][j].X, columns[i][j].Y) = (i * (ColumnWidth + Gap), Top + (j * Step));
        }

        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"map\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"map-title map-description\">\n");
        svg.Append("<title id=\"map-title\">Data map</title>\n<desc id=\"map-description\">").Append(Escape.Html(InWords(columns))).Append("</desc>\n");
        for (int i = 0; i < Headings.Length; i++)
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"head\" x=\"{i * (ColumnWidth + Gap)}\" y=\"22\">{Escape.Html(Headings[i])}</text>\n");
        foreach ((Node from, Node to) in edges.OrderBy(edge => edge.From.X).ThenBy(edge => edge.From.Y).ThenBy(edge => edge.To.X).ThenBy(edge => edge.To.Y))
        {
            int x1 = from.X + ColumnWidth;
            int y1 = from.Y + (BoxHeight / 2);
            int y2 = to.Y + (BoxHeight / 2);
            int bend = (to.X - x1) / 2;
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"way\" d=\"M{x1} {y1}C{x1 + bend} {y1} {to.X - bend} {y2} {to.X} {y2}\"/>\n");
        }

        for (int i = 0; i < columns.Length; i++)
        {
            foreach (Node node in columns[i])
                Box(svg, node, i);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Box(StringBuilder svg, Node node, int column)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"c{column}\"><title>{Escape.Html(node.Name)}{(node.Note.Length > 0 ? Escape.Html(": " + node.Note) : "")}</title>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{node.X}\" y=\"{node.Y}\" width=\"{ColumnWidth}\" height=\"{BoxHeight}\" rx=\"6\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{node.X + 10}\" y=\"{node.Y + (node.Note.Length > 0 ? 17 : 25)}\">{Escape.Html(Short(node.Name))}</text>");
        if (node.Note.Length > 0)
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"note\" x=\"{node.X + 10}\" y=\"{node.Y + 33}\">{Escape.Html(Short(node.Note, MaxLetters + 6))}</text>");
        svg.Append("</g>\n");
    }

    private static Node Add(List<Node> column, string name, string note)
    {
        Node? known = column.Find(node => node.Name == name);
        if (known is null)
            column.Add(known = new Node(name, note));
        return known;
    }

    private static string Regions(ReportModel report, string recipient) =>
        report.Statement?.FindRecipient(recipient) is { } found ? string.Join(", ", found.Regions.Prepend(found.Kind)) : "not in the statement";

    private static string InWords(List<Node>[] columns) =>
        $"{Words.Count(columns[0].Count, "type")} with data of {columns[1].Count} categories, read for {Words.Count(columns[2].Count, "purpose")} and handed to {Words.Count(columns[3].Count, "recipient")}. The table of what is held says the same in text.";

    private static string Short(string text, int letters = MaxLetters) => text.Length <= letters ? text : text[..(letters - 1)] + "…";

    private sealed class Node(string name, string note)
    {
        public string Name { get; } = name;

        public string Note { get; } = note;

        public int X { get; set; }

        public int Y { get; set; }
    }
}

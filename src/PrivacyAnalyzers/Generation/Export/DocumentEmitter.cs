namespace PrivacyAnalyzers.Generation.Export;

/// <summary>Writes the methods that export a subject as a document: one JSON text, or a ZIP with a file for each category.</summary>
internal static class DocumentEmitter
{
    private const string Cancellation = "global::System.Threading.CancellationToken cancellationToken = default";
    private const string Options = "global::PrivacyAnalyzers.ExportOptions";
    private const string Task = "global::System.Threading.Tasks.Task";

    public static void Write(CodeWriter writer, ExportPlan plan, string access, string parameters, string authorize)
    {
        string name = plan.Subject.UniqueName;
        string subject = GeneratedText.Xml(plan.Subject.Type.Name);
        Summary(writer, $"Writes everything that is stored about one <c>{subject}</c> as JSON, row by row: memory stays bounded however much there is.", "utf8Json", hasOptions: false);
        writer.Line($"{access} static {Task} Write{name}ExportAsync({parameters}, global::System.IO.Stream utf8Json, {Cancellation}) =>");
        using (writer.Indented())
            writer.Line($"Write{name}ExportAsync(db, request, utf8Json, new {Options}(), cancellationToken);");
        writer.Line();
        Summary(writer, $"Writes what is asked for of what is stored about one <c>{subject}</c> as JSON, row by row: memory stays bounded however much there is.", "utf8Json", hasOptions: true);
        using (writer.Braces($"{access} static async {Task} Write{name}ExportAsync({parameters}, global::System.IO.Stream utf8Json, {Options} options, {Cancellation})"))
        {
            Check(writer, "utf8Json", authorize);
            writer.Line("global::System.Text.Json.Utf8JsonWriter writer = global::PrivacyAnalyzers.ExportJson.CreateWriter(utf8Json);");
            using (writer.Braces("await using (writer.ConfigureAwait(false))"))
                Json(writer, plan);
        }

        writer.Line();
        Summary(writer, $"Writes what is stored about one <c>{subject}</c> as a ZIP: a JSON file for each category, and <c>index.json</c>. Memory stays bounded however much there is.", "zip", hasOptions: true);
        using (writer.Braces($"{access} static async {Task} Write{name}ExportZipAsync({parameters}, global::System.IO.Stream zip, {Options}? options = null, {Cancellation})"))
        {
            writer.Line($"options ??= new {Options}();");
            Check(writer, "zip", authorize);
            writer.Line($"var archive = new global::PrivacyAnalyzers.ExportArchive(zip, {GeneratedText.Literal(plan.Subject.Type.Name)}, request.Id, request.TimeProvider.GetUtcNow());");
            using (writer.Braces("await using (archive.ConfigureAwait(false))"))
                Zip(writer, plan);
        }

        writer.Line();
    }

    private static void Check(CodeWriter writer, string stream, string authorize)
    {
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(db);");
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(request);");
        writer.Line($"global::System.ArgumentNullException.ThrowIfNull({stream});");
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(options);");
        writer.Line(authorize);
    }

    private static void Json(CodeWriter writer, ExportPlan plan)
    {
        writer.Line("writer.WriteStartObject();");
        writer.Line($"writer.WriteString(\"subject\", {GeneratedText.Literal(plan.Subject.Type.Name)});");
        writer.Line("writer.WriteString(\"requestId\", request.Id);");
        writer.Line("writer.WriteString(\"exportedAt\", request.TimeProvider.GetUtcNow());");
        writer.Line("writer.WriteStartObject(\"entities\");");
        foreach (ExportSection section in plan.Sections)
        {
            using (writer.Braces($"if (options.IncludesAny({RowEmitter.MembersField(section.Type)}))"))
            {
                writer.Line($"writer.WriteStartObject({GeneratedText.Literal(section.Property)});");
                writer.Line($"global::PrivacyAnalyzers.ExportJson.Members(writer, {RowEmitter.MembersField(section.Type)}, options);");
                writer.Line("writer.WriteStartArray(\"rows\");");
                using (ExportEmitter.Rows(writer, plan, section))
                {
                    writer.Line($"Write_{section.Type.Name}(writer, row, options);");
                    writer.Line("await global::PrivacyAnalyzers.ExportJson.FlushWhenFullAsync(writer, cancellationToken).ConfigureAwait(false);");
                }

                writer.Line("writer.WriteEndArray();");
                writer.Line("writer.WriteEndObject();");
            }
        }

        writer.Line("writer.WriteEndObject();");
        writer.Line("writer.WriteEndObject();");
        writer.Line("await writer.FlushAsync(cancellationToken).ConfigureAwait(false);");
    }

    /// <summary>A file reads each entity that has data of its category: rows are not kept until their file's turn comes.</summary>
    private static void Zip(CodeWriter writer, ExportPlan plan)
    {
        IEnumerable<string> categories = plan.Sections.SelectMany(section => section.Type.All).Select(CategoryOf).Distinct().OrderBy(name => name, StringComparer.Ordinal);
        int number = 0;
        foreach (string category in categories)
        {
            ExportSection[] sections = plan.Sections.Where(section => section.Type.All.Any(value => CategoryOf(value) == category)).ToArray();
            string options = FormattableString.Invariant($"options{++number}");
            writer.Line($"var {options} = options with {{ Category = {GeneratedText.Literal(category)} }};");
            string any = string.Join(" || ", sections.Select(section => $"{options}.IncludesAny({RowEmitter.MembersField(section.Type)})"));
            using (writer.Braces($"if ((options.Category is null || options.Category == {GeneratedText.Literal(category)}) && ({any}))"))
            {
                writer.Line($"global::System.Text.Json.Utf8JsonWriter writer = archive.BeginFile({GeneratedText.Literal(category)});");
                foreach (ExportSection section in sections)
                {
                    writer.Line($"archive.BeginEntity({GeneratedText.Literal(section.Property)}, {RowEmitter.MembersField(section.Type)}, {options});");
                    using (ExportEmitter.Rows(writer, plan, section))
                    {
                        writer.Line($"Write_{section.Type.Name}(writer, row, {options});");
                        writer.Line("await archive.RowAsync(cancellationToken).ConfigureAwait(false);");
                    }

                    writer.Line("archive.EndEntity();");
                }

                writer.Line("await archive.EndFileAsync(cancellationToken).ConfigureAwait(false);");
            }
        }

        writer.Line("await archive.CompleteAsync(cancellationToken).ConfigureAwait(false);");
    }

    private static string CategoryOf(ExportedValue value) => value.Member.Category ?? "choices";

    private static void Summary(CodeWriter writer, string text, string stream, bool hasOptions)
    {
        writer.Line($"/// <summary>{text}</summary>");
        writer.Line("/// <param name=\"db\">The database.</param>");
        writer.Line("/// <param name=\"request\">Whose data, by a verified request.</param>");
        writer.Line($"/// <param name=\"{stream}\">Where to. It stays open.</param>");
        if (hasOptions)
            writer.Line("/// <param name=\"options\">What goes into it.</param>");
        writer.Line("/// <param name=\"cancellationToken\">Ends the export.</param>");
        writer.Line(GeneratedText.Attribute);
    }
}

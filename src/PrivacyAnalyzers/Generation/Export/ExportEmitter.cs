using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Export;

/// <summary>Writes the exports of a context's data subjects: result types, queries, and the two methods of each subject.</summary>
internal static class ExportEmitter
{
    public static string Emit(ContextModel context)
    {
        ExportPlan[] plans = context.Subjects.Select(subject => ExportPlan.Of(subject, context)).ToArray();
        var writer = new CodeWriter();
        GeneratedText.Begin(writer);
        writer.Line("using System.Linq;");
        writer.Line("using System.Threading.Tasks;");
        writer.Line("using Microsoft.EntityFrameworkCore;");
        writer.Line();
        ContextHolder.Write(writer, context, () =>
        {
            writer.Line("// Compares this code with EF Core's model; where rows are stored in tables.");
            writer.Line($"static partial void AssertReadable({context.Type.Global} db);");
            writer.Line();
            foreach (ExportPlan plan in plans)
                Methods(writer, context, plan);
            foreach (ExportPlan plan in plans)
                ResultClass(writer, context, plan);

            // Two subjects may share an entity: its row is the same.
            foreach (ExportedType type in plans.SelectMany(plan => plan.Sections).Select(section => section.Type).GroupBy(type => type.Name).Select(group => group.First()))
                RowEmitter.Emit(writer, type, context.Accessibility);
        });
        return writer.ToString();
    }

    private static void Methods(CodeWriter writer, ContextModel context, ExportPlan plan)
    {
        SubjectModel subject = plan.Subject;
        string parameters = $"this {context.Type.Global} db, global::PrivacyAnalyzers.VerifiedRequest<{subject.Type.Global}> request";
        const string Cancellation = "global::System.Threading.CancellationToken cancellationToken = default";
        string authorize = $"{subject.KeyType} key = request.Authorize<{subject.KeyType}>(global::PrivacyAnalyzers.SubjectRights.Access);\nAssertReadable(db);" + (FilterAssertion.Call(context) is { } call ? "\n" + call : "") + (OnePerson.Call(subject, "Nothing was exported") is { } one ? "\n" + one : "");

        writer.Line($"/// <summary>Everything that is stored about one <c>{GeneratedText.Xml(subject.Type.Name)}</c>: each classified member of each row that leads there.</summary>");
        writer.Line("/// <param name=\"db\">The database.</param>");
        writer.Line("/// <param name=\"request\">Whose data, by a verified request.</param>");
        writer.Line("/// <param name=\"cancellationToken\">Ends the export.</param>");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"{context.Accessibility} static async global::System.Threading.Tasks.Task<{plan.ClassName}> Export{subject.UniqueName}Async({parameters}, {Cancellation})"))
        {
            writer.Line("global::System.ArgumentNullException.ThrowIfNull(db);");
            writer.Line("global::System.ArgumentNullException.ThrowIfNull(request);");
            writer.Line(authorize);
            writer.Line($"var export = new {plan.ClassName}(request.Id, request.TimeProvider.GetUtcNow());");
            foreach (ExportSection section in plan.Sections)
            {
                using (Rows(writer, plan, section))
                    writer.Line(section.IsSingle ? $"export.{TypeNames.Escape(section.Property)} = new {section.Type.ClassName}(row);" : $"export.Add(new {section.Type.ClassName}(row));");
            }

            writer.Line("return export;");
        }

        writer.Line();
        DocumentEmitter.Write(writer, plan, context.Accessibility, parameters, authorize);
        writer.Line();
        OnePerson.Write(writer, context, subject);
        foreach (ExportSection section in plan.Sections)
            Query(writer, context, plan, section);
    }

    public static CodeWriter.Block Rows(CodeWriter writer, ExportPlan plan, ExportSection section) =>
        writer.Braces($"await foreach ({section.Entity.Type.Global} row in {QueryName(plan, section)}(db, key).AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))");

    private static void Query(CodeWriter writer, ContextModel context, ExportPlan plan, ExportSection section)
    {
        EntityModel entity = section.Entity;
        writer.Line(GeneratedText.Attribute);
        writer.Line($"private static global::System.Linq.IQueryable<{entity.Type.Global}> {QueryName(plan, section)}({context.Type.Global} db, {plan.Subject.KeyType} key) =>");
        using (writer.Indented())
        {
            writer.Line($"{entity.Set}.AsNoTracking(){section.Path.Filters}");
            using (writer.Indented())
            {
                // A row of a derived entity is exported as what it is, once.
                string[] derived = entity.DerivedEntities.Select(name => $"!(row is {name})").ToArray();
                writer.Line($".Where(row => {string.Join(" && ", new[] { Grouped(section.Path.Predicate, derived.Length > 0) }.Concat(derived))}){OrderBy(entity)};");
            }
        }

        writer.Line();
    }

    private static string Grouped(string predicate, bool isPart) => isPart ? $"({predicate})" : predicate;

    /// <summary>By key, where every database can order by it.</summary>
    private static string OrderBy(EntityModel entity)
    {
        MemberModel[] key = entity.Key.Select(entity.FindMember).OfType<MemberModel>().ToArray();
        if (key.Length == 0 || key.Length != entity.Key.Count || !key.All(IsOrderable))
            return "";
        return string.Concat(key.Select((member, i) => $".{(i == 0 ? "OrderBy" : "ThenBy")}(row => row.{member.Identifier})"));
    }

    private static bool IsOrderable(MemberModel member) =>
        member.Shape is { IsSequence: false, Kind: ValueKind.Text or ValueKind.Guid } ||
        (member.Shape is { IsSequence: false, Kind: ValueKind.Number } && member.Type is "int" or "long" or "short" or "byte" or "uint" or "ushort" or "sbyte");

    private static string QueryName(ExportPlan plan, ExportSection section) => $"Query_{plan.Subject.UniqueName}_{section.Entity.UniqueName}";

    private static void ResultClass(CodeWriter writer, ContextModel context, ExportPlan plan)
    {
        writer.Line($"/// <summary>What is stored about one <c>{GeneratedText.Xml(plan.Subject.Type.Name)}</c>, by entity.</summary>");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"{context.Accessibility} sealed class {plan.ClassName}"))
        {
            foreach (ExportSection section in plan.Sections.Where(section => !section.IsSingle))
                writer.Line($"private readonly global::System.Collections.Generic.List<{section.Type.ClassName}> _{section.Property} = new();");
            writer.Line();
            using (writer.Braces($"internal {plan.ClassName}(global::System.Guid requestId, global::System.DateTimeOffset exportedAt)"))
            {
                writer.Line("this.RequestId = requestId;");
                writer.Line("this.ExportedAt = exportedAt;");
            }

            writer.Line();
            writer.Line("/// <summary>The request that was served.</summary>");
            writer.Line("public global::System.Guid RequestId { get; }");
            writer.Line();
            writer.Line("/// <summary>When the data was read.</summary>");
            writer.Line("public global::System.DateTimeOffset ExportedAt { get; }");
            foreach (ExportSection section in plan.Sections)
            {
                string name = TypeNames.Escape(section.Property);
                writer.Line();
                if (section.IsSingle)
                {
                    writer.Line($"/// <summary>The row itself; <see langword=\"null\"/> where there is none, or it is of another type.</summary>");
                    writer.Line($"public {section.Type.ClassName}? {name} {{ get; internal set; }}");
                    continue;
                }

                writer.Line($"/// <summary>Rows of <c>{GeneratedText.Xml(section.Entity.Type.Name)}</c>.</summary>");
                writer.Line($"public global::System.Collections.Generic.IReadOnlyList<{section.Type.ClassName}> {name} => this._{section.Property};");
                writer.Line();
                writer.Line($"internal void Add({section.Type.ClassName} row) => this._{section.Property}.Add(row);");
            }
        }

        writer.Line();
    }
}

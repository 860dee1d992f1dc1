using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>
/// Writes what a test of the user's plants in the place of a person's data, to see what an erasure leaves of it. It overwrites, so it is written only
/// where the project asks for it.
/// </summary>
internal static class CanaryEmitter
{
    public const string Property = "PrivacyCanary";

    public static IncrementalValueProvider<bool> IsAskedFor(IncrementalGeneratorInitializationContext context) =>
        context.AnalyzerConfigOptionsProvider.Select((options, _) =>
            options.GlobalOptions.TryGetValue("build_property." + Property, out string? asked) && string.Equals(asked.Trim(), "true", StringComparison.OrdinalIgnoreCase));

    public static string FileName(ContextModel context, SubjectModel subject) => GeneratedNames.File(context.Type, subject.UniqueName + ".Canary");

    public static string Emit(ContextModel context, SubjectModel subject)
    {
        ErasurePlan plan = ErasurePlanner.Plan(context, subject);
        var queries = new ErasureQueries(plan);
        var writer = new CodeWriter();
        GeneratedText.Begin(writer);
        writer.Line("using System.Linq;");
        writer.Line("using Microsoft.EntityFrameworkCore;");
        writer.Line();
        ContextHolder.Write(writer, context, () =>
        {
            writer.Line($"/// <summary>For tests: puts a marker in the place of every classified text of one <c>{GeneratedText.Xml(subject.Type.Name)}</c>, in all rows that lead there. What was there is lost.</summary>");
            writer.Line("/// <param name=\"db\">A test's database. It may have no unsaved changes.</param>");
            writer.Line("/// <param name=\"key\">The person's key.</param>");
            writer.Line("/// <param name=\"cancellationToken\">Ends it, and nothing is changed.</param>");
            writer.Line(GeneratedText.Attribute);
            using (writer.Braces($"{context.Accessibility} static async global::System.Threading.Tasks.Task<global::PrivacyAnalyzers.PrivacyCanary> Plant{subject.UniqueName}CanaryAsync(this {context.Type.Global} db, {subject.KeyType} key, global::System.Threading.CancellationToken cancellationToken = default)"))
                Body(writer, plan, queries);
        });
        return writer.ToString();
    }

    private static void Body(CodeWriter writer, ErasurePlan plan, ErasureQueries queries)
    {
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(db);");
        var markers = new List<string>();
        using (writer.Braces("await InTransactionAsync(db, async cancellationToken =>", "}, cancellationToken).ConfigureAwait(false);"))
        {
            foreach (EntityPlan entity in plan.Entities.Where(entity => !entity.Entity.IsSpread))
            {
                StoredValue[] values = StoredValue.Of(entity.Entity).Where(IsText).Select(value => Marked(value, entity, markers)).Where(value => Anonymization.Fault(value, entity.Entity) is null).ToArray();
                StoredItems[] items = StoredCollection.Of(entity.Entity)
                    .SelectMany(collection => StoredItems.Of(collection, IsText))
                    .Select(several => several with { Values = several.Values.Select(value => Marked(value, entity, markers)).Where(value => Anonymization.FaultOfItem(value) is null).ToArray() })
                    .Where(several => several.Values.Count > 0).ToArray();
                if (values.Length + items.Length == 0)
                    continue;
                writer.Line($"global::System.Linq.IQueryable<{entity.Type}> mine{entity.Name} = {queries.Mine(entity)};");
                ClearingActs.Clear(writer, "mine" + entity.Name, queries.Filters, entity.Entity, new ClearedData(values, Array.Empty<StoredCollection>(), items));
            }

            writer.Line("return true;");
        }

        using (writer.Braces("global::PrivacyAnalyzers.CanaryMarker[] markers =", "};"))
        {
            foreach (string marker in markers)
                writer.Line(marker);
        }

        writer.Line("string[] tables = db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().ToArray();");
        writer.Line("return await global::PrivacyAnalyzers.PrivacyCanary.PlantedAsync(markers, tables, db.Database.GetDbConnection(), db.Database.CurrentTransaction is { } current ? global::Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(current) : null, cancellationToken).ConfigureAwait(false);");
    }

    private static bool IsText(StoredValue value) =>
        value.IsStored && value.Member is { Category: not null, IsMapped: true, IsKey: false, IsForeignKey: false, Shape: { Kind: ValueKind.Text, IsSequence: false } } && !(value.Member.MaxLength < MarkerOf(0).Length);

    /// <summary>The value with its marker for a replacement, as <c>[Anonymize(With = …)]</c> would give one.</summary>
    private static StoredValue Marked(StoredValue value, EntityPlan entity, List<string> markers)
    {
        string marker = GeneratedText.Literal(MarkerOf(markers.Count + 1));
        string isKept = value.Member.IsKeptByLaw ? "true" : "false";
        string isCredential = Exportability.IsWithheld(value.Member) ? "true" : "false";
        markers.Add($"new({GeneratedText.Literal(entity.Name + "." + value.Name)}, {marker}, {isKept}, {isCredential}),");
        return value with { Member = value.Member with { AnonymizeWith = marker } };
    }

    private static string MarkerOf(int number) => FormattableString.Invariant($"canary{number:0000}");
}

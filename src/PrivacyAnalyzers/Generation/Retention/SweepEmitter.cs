using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Retention;

/// <summary>Writes <c>SweepRetentionAsync</c>, at once and in batches.</summary>
internal static class SweepEmitter
{
    private const string Receipt = "global::System.Threading.Tasks.Task<global::PrivacyAnalyzers.RetentionReceipt>";

    public static string FileName(ContextModel context) => GeneratedNames.File(context.Type, "Retention");

    public static string Emit(ContextModel context)
    {
        SweepPlan plan = SweepPlanner.Plan(context);
        var writer = new CodeWriter();
        GeneratedText.Begin(writer);
        writer.Line("using System.Linq;");
        writer.Line("using Microsoft.EntityFrameworkCore;");
        writer.Line();
        ContextHolder.Write(writer, context, () =>
        {
            Entrance(writer, context);
            writer.Line();
            InBatches(writer, context);
            writer.Line();
            string[] refusals = plan.Entities.Where(entity => entity.IsDeletable || entity.Clearings.Count > 0).Select(entity => Refusals.ForMapping(entity.Entity)).OfType<string>().Concat(plan.Stuck.Select(Refusals.ForCycle)).ToArray();
            DueEmitter.Write(writer, plan, refusals);
            Body(writer, plan, refusals);
            if (plan.Clocks.Count > 0)
                CanCompare(writer, context);
        });
        return writer.ToString();
    }

    private static void Entrance(CodeWriter writer, ContextModel context)
    {
        writer.Line("/// <summary>Deletes or anonymises what the statement's retention periods have run out for. All of it happens, or nothing; a second run finds nothing to do.</summary>");
        writer.Line("/// <param name=\"db\">The database. It may have no unsaved changes.</param>");
        writer.Line("/// <param name=\"asOf\">The moment to count periods to, usually now.</param>");
        writer.Line("/// <param name=\"cancellationToken\">Ends it, and nothing is changed.</param>");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"{context.Accessibility} static async {Receipt} SweepRetentionAsync(this {context.Type.Global} db, global::System.DateTimeOffset asOf, global::System.Threading.CancellationToken cancellationToken = default)"))
        {
            writer.Line("global::System.ArgumentNullException.ThrowIfNull(db);");
            writer.Line("return (await InTransactionAsync(db, token => RunRetentionSweepAsync(db, asOf, null, 0, 0, token), cancellationToken).ConfigureAwait(false)).Receipt;");
        }
    }

    private static void InBatches(CodeWriter writer, ContextModel context)
    {
        writer.Line("/// <summary>The same in batches, each a transaction of its own, so that locks are short: by entity and rule at most so many rows are cleared and so many deleted at a time, in the order of a sweep at once. A sweep that ends early has done some batches, and the next one goes on.</summary>");
        writer.Line("/// <param name=\"db\">The database. It may have no unsaved changes and no transaction.</param>");
        writer.Line("/// <param name=\"asOf\">The moment to count periods to, usually now.</param>");
        writer.Line("/// <param name=\"batchSize\">How many rows; at least one.</param>");
        writer.Line("/// <param name=\"cancellationToken\">Ends it; the batch that it is in changes nothing.</param>");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"{context.Accessibility} static async {Receipt} SweepRetentionAsync(this {context.Type.Global} db, global::System.DateTimeOffset asOf, int batchSize, global::System.Threading.CancellationToken cancellationToken = default)"))
        {
            writer.Line("global::System.ArgumentNullException.ThrowIfNull(db);");
            writer.Line("global::System.ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);");
            writer.Line("if (IsInTransaction(db))");
            using (writer.Indented())
                writer.Line("throw new global::System.InvalidOperationException(\"Each batch is a transaction of its own: sweep without one around them\");");
            writer.Line("global::PrivacyAnalyzers.RetentionReceipt? total = null;");
            writer.Line("int step = 0;");
            writer.Line("int skip = 0;");
            using (writer.Braces("while (true)"))
            {
                writer.Line($"{SweepSteps.Pass} pass = await InTransactionAsync(db, token => RunRetentionSweepAsync(db, asOf, batchSize, step, skip, token), cancellationToken).ConfigureAwait(false);");
                writer.Line("total = total is null ? pass.Receipt : total with { Entities = total.Entities.Zip(pass.Receipt.Entities, (sum, one) => sum with { Deleted = sum.Deleted + one.Deleted, Anonymized = sum.Anonymized + one.Anonymized, Held = global::System.Math.Max(sum.Held, one.Held) }).ToArray() };");
                writer.Line("if (pass.Step == int.MaxValue)");
                using (writer.Indented())
                    writer.Line("return total;");
                writer.Line("(step, skip) = (pass.Step, pass.Skip);");
            }
        }
    }

    private static void Body(CodeWriter writer, SweepPlan plan, string[] refusals)
    {
        var queries = new SweepQueries(plan);
        string isAsync = plan.Clocks.Count > 0 ? "async " : "";
        writer.Line(GeneratedText.Attribute);
        if (refusals.Length > 0)
            isAsync = "";
        using (writer.Braces($"private static {isAsync}global::System.Threading.Tasks.Task<{SweepSteps.Pass}> RunRetentionSweepAsync({plan.Context.Type.Global} db, global::System.DateTimeOffset asOf, int? batchSize, int step, int skip, global::System.Threading.CancellationToken cancellationToken)"))
        {
            if (refusals.Length > 0)
            {
                Refusals.Write(writer, refusals);
                return;
            }

            foreach (RuleClock clock in plan.Clocks)
            {
                SweepClock.Write(writer, clock, queries.Filters, plan.Context.EfCoreMajor);
                writer.Line();
            }

            (SweptEntity Entity, string Query)[] gone = queries.Gone().ToArray();
            foreach ((SweptEntity entity, string query) in gone)
                writer.Line($"global::System.Linq.IQueryable<{entity.Type}> gone{entity.Name} = {query};");
            if (gone.Length > 0)
                writer.Line();
            foreach ((SweptEntity entity, _) in gone)
                new HiddenReferences(writer, plan.Context).Refuse(entity.Entity, queries.AllEnded(entity), "gone" + entity.Name, queries.Filters, "step == 0 && ");

            foreach (SweptEntity entity in plan.Entities)
            {
                foreach ((ClockPath path, IReadOnlyList<AnonymizationFault> faults) in entity.Faults)
                    ErasureActs.Refuse(writer, queries.Left(entity, path), entity.Name, faults);
                foreach (RuleClearing clearing in entity.Clearings)
                    ClearingActs.RefuseApart(writer, queries.Left(entity, clearing.Path), entity.Entity, clearing.Data);
            }

            SweptEntity[] swept = plan.Entities.Where(entity => entity.Clearings.Count > 0 || queries.HasGone(entity)).ToArray();
            new SweepSteps(writer, queries, plan).Write(swept);
            if (gone.Length > 0)
                writer.Line();
            Result(writer, plan, swept, queries);
        }
    }

    private static void Result(CodeWriter writer, SweepPlan plan, IReadOnlyList<SweptEntity> swept, SweepQueries queries)
    {
        using (writer.Braces("var receipt = new global::PrivacyAnalyzers.RetentionReceipt", "};"))
        {
            writer.Line($"Context = {GeneratedText.Literal(plan.Context.Type.Name)},");
            writer.Line("AsOf = asOf,");
            using (writer.Braces("Entities = new global::PrivacyAnalyzers.EntityRetention[]", "},"))
            {
                foreach (SweptEntity entity in swept)
                {
                    foreach (ClockPath path in entity.Reported)
                    {
                        string name = SweepSteps.Variable(entity, path);
                        string deleted = entity.Row?.Clock == path.Clock && queries.HasGone(entity) ? "deleted" + entity.Name : "0";
                        string anonymized = entity.Clearings.Any(clearing => clearing.Path.Clock == path.Clock) ? "anonymized" + name : "0";
                        Entry(writer, entity, path, $"{deleted}, {anonymized}, held{name}");
                    }

                    if (entity.Row is null && queries.HasGone(entity) && LeaderOf(plan, entity) is { } leader)
                        Entry(writer, entity, leader, $"deleted{entity.Name}, 0, 0");
                }
            }
        }

        writer.Line(plan.Clocks.Count > 0 ? "return (receipt, next, nextSkip);" : "return global::System.Threading.Tasks.Task.FromResult((receipt, next, nextSkip));");
    }

    private static void Entry(CodeWriter writer, SweptEntity entity, ClockPath path, string counts)
    {
        RetentionRule rule = path.Clock.Rule;
        writer.Line($"new({GeneratedText.Literal(entity.Name)}, {GeneratedText.Literal(rule.Name)}, {GeneratedText.Literal(rule.Duration!.Value.ToString())}, " +
            $"{GeneratedText.Literal(rule.After)}, {counts}),");
    }

    /// <summary>The period that ends the row which this one is part of.</summary>
    private static ClockPath? LeaderOf(SweepPlan plan, SweptEntity entity)
    {
        SweptEntity? current = entity;
        for (int i = 0; i <= plan.Entities.Count && current is { Row: null }; i++)
            current = plan.LeadersOf(current).FirstOrDefault();
        return current?.Row;
    }

    private static void CanCompare(CodeWriter writer, ContextModel context)
    {
        writer.Line();
        writer.Line("// Whether the database orders the stored values as time does. It does not where a converter stores something else, and SQLite stores a");
        writer.Line("// DateTimeOffset as text with its offset.");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"private static bool CanCompare<TClock>({context.Type.Global} db, global::Microsoft.EntityFrameworkCore.Metadata.IEntityType? entity, string property)"))
        {
            writer.Line("global::System.Type? stored = entity?.FindProperty(property)?.GetTypeMapping().Converter?.ProviderClrType;");
            writer.Line("if (stored is not null && (global::System.Nullable.GetUnderlyingType(stored) ?? stored) != typeof(TClock))");
            using (writer.Indented())
                writer.Line("return false;");
            writer.Line("return typeof(TClock) != typeof(global::System.DateTimeOffset) || db.Database.ProviderName != \"Microsoft.EntityFrameworkCore.Sqlite\";");
        }
    }
}

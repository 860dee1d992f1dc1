using PrivacyAnalyzers.Generation.Erasure;

namespace PrivacyAnalyzers.Generation.Retention;

/// <summary>
/// Writes, for each entity that a sweep changes, <c>TicketIsDueAsync</c>: the sweep's own condition, as an expression for queries of the user's own.
/// It is made of the queries that the sweep runs, so the two cannot differ.
/// </summary>
internal static class DueEmitter
{
    private const string Token = "global::System.Threading.CancellationToken cancellationToken";

    public static void Write(CodeWriter writer, SweepPlan plan, IReadOnlyList<string> refusals)
    {
        var queries = new SweepQueries(plan);
        (SweptEntity Entity, string Query)[] gone = queries.Gone().ToArray();
        SweptEntity[] swept = plan.Entities.Where(entity => entity.Clearings.Count > 0 || queries.HasGone(entity)).ToArray();
        if (plan.Clocks.Count == 0 || swept.Length == 0)
            return;
        foreach (SweptEntity entity in swept)
            Entrance(writer, plan, entity);
        Holder(writer, swept);
        writer.Line();
        writer.Line("#pragma warning disable CS1998 // Clocks that the database cannot compare are read here; others are not.");
        writer.Line(GeneratedText.Attribute);
        string isAsync = refusals.Count > 0 ? "" : "async ";
        using (writer.Braces($"private static {isAsync}global::System.Threading.Tasks.Task<DueRows> DueRowsAsync({plan.Context.Type.Global} db, global::System.DateTimeOffset asOf, {Token})"))
        {
            if (refusals.Count > 0)
                Refusals.Write(writer, refusals);
            else
                Body(writer, plan, queries, gone, swept);
        }

        writer.Line("#pragma warning restore CS1998");
        writer.Line();
    }

    private static void Entrance(CodeWriter writer, SweepPlan plan, SweptEntity entity)
    {
        writer.Line($"/// <summary>Which rows of <c>{GeneratedText.Xml(entity.Entity.Type.Name)}</c> a retention sweep would delete or clear now, as a condition for queries of this context. Rows under a legal hold are not among them.</summary>");
        writer.Line("/// <param name=\"db\">The database.</param>");
        writer.Line("/// <param name=\"asOf\">The moment to count periods to, usually now.</param>");
        writer.Line("/// <param name=\"cancellationToken\">Ends the reading of clocks that the database cannot compare.</param>");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"{plan.Context.Accessibility} static async global::System.Threading.Tasks.Task<global::System.Linq.Expressions.Expression<global::System.Func<{entity.Type}, bool>>> {entity.Name}IsDueAsync(this {plan.Context.Type.Global} db, global::System.DateTimeOffset asOf, {Token} = default)"))
        {
            writer.Line("global::System.ArgumentNullException.ThrowIfNull(db);");
            writer.Line("AssertModel(db);");
            writer.Line($"global::System.Linq.IQueryable<{entity.Type}> rows = (await DueRowsAsync(db, asOf, cancellationToken).ConfigureAwait(false)).Of{entity.Name};");
            writer.Line($"return row => rows.Any(due => {RowConditions.IsSame(entity.Entity, "due", "row")});");
        }

        writer.Line();
    }

    private static void Holder(CodeWriter writer, IEnumerable<SweptEntity> swept)
    {
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces("private sealed class DueRows"))
        {
            foreach (SweptEntity entity in swept)
                writer.Line($"public required global::System.Linq.IQueryable<{entity.Type}> Of{entity.Name} {{ get; init; }}");
        }
    }

    private static void Body(CodeWriter writer, SweepPlan plan, SweepQueries queries, IEnumerable<(SweptEntity Entity, string Query)> gone, IReadOnlyList<SweptEntity> swept)
    {
        foreach (RuleClock clock in plan.Clocks)
        {
            SweepClock.Write(writer, clock, queries.Filters, plan.Context.EfCoreMajor);
            writer.Line();
        }

        foreach ((SweptEntity entity, string query) in gone)
            writer.Line($"global::System.Linq.IQueryable<{entity.Type}> gone{entity.Name} = {query};");
        foreach (SweptEntity entity in swept)
        {
            foreach (RuleClearing clearing in entity.Clearings)
                writer.Line($"global::System.Linq.IQueryable<{entity.Type}> cleared{SweepSteps.Variable(entity, clearing.Path)} = {queries.Cleared(entity, clearing)};");
        }

        using (writer.Braces("return new DueRows", "};"))
        {
            foreach (SweptEntity entity in swept)
            {
                IEnumerable<string> sets = entity.Clearings.Select(clearing => "cleared" + SweepSteps.Variable(entity, clearing.Path));
                if (queries.HasGone(entity))
                    sets = new[] { "gone" + entity.Name }.Concat(sets);
                string[] all = sets.ToArray();
                string isOneOf = string.Join(" || ", all.Select(set => $"{set}.Any(due => {RowConditions.IsSame(entity.Entity, "due", "row")})"));
                writer.Line($"Of{entity.Name} = {(all.Length == 1 ? all[0] : $"{entity.Entity.Set}{queries.Filters}.Where(row => {isOneOf})")},");
            }
        }
    }
}

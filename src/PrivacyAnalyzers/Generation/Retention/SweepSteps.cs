using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Retention;

/// <summary>
/// Writes what a sweep does, step by step: first what is cleared, by entity and rule, then what is deleted, children before principals. In batches
/// a transaction ends with the step that had more than a batch, and the next one goes on with it. So both ways do the same in the same order: a
/// row that others are found by is not deleted before all of those have been handled.
/// </summary>
internal sealed class SweepSteps(CodeWriter writer, SweepQueries queries, SweepPlan plan)
{
    /// <summary>What a transaction did, and with which step the next one goes on: at which of its rows, since those before it are done.</summary>
    public const string Pass = "(global::PrivacyAnalyzers.RetentionReceipt Receipt, int Step, int Skip)";

    private readonly SweepLocks _locks = new(writer, plan, queries.Filters);
    private int _step;

    public void Write(IReadOnlyList<SweptEntity> swept)
    {
        writer.Line("int next = int.MaxValue;");
        writer.Line("int nextSkip = 0;");
        foreach (SweptEntity entity in swept)
        {
            foreach (ClockPath path in entity.Reported)
                Clear(entity, path);
        }

        writer.Line();
        foreach (SweptEntity entity in swept.Where(queries.HasGone))
            Delete(entity);
    }

    public static string Variable(SweptEntity entity, ClockPath path) => FormattableString.Invariant($"{entity.Name}_{path.Clock.Number}");

    private void Clear(SweptEntity entity, ClockPath path)
    {
        string name = Variable(entity, path);
        string held = queries.Held(entity, path) is { } rows ? $"step == 0 ? await {rows}.CountAsync(cancellationToken).ConfigureAwait(false) : 0" : "0";
        writer.Line($"int held{name} = {held};");
        if (entity.Clearings.FirstOrDefault(candidate => candidate.Path.Clock == path.Clock) is not { } clearing)
            return;
        writer.Line($"int anonymized{name} = 0;");
        using (Step())
        {
            writer.Line($"global::System.Linq.IQueryable<{entity.Type}> cleared{name} = {queries.Cleared(entity, clearing)};");
            Pick(entity, name, "cleared" + name, Skipped);
            writer.Line($"int still{name} = 0;");
            using (writer.Braces($"foreach (var batch in batches{name})"))
            {
                _locks.BeforeClearing(entity, "batch");
                writer.Line($"anonymized{name} += await batch.CountAsync(cancellationToken).ConfigureAwait(false);");
                Statements(entity, "batch", clearing);
                writer.Line("if (batchSize.HasValue)");
                using (writer.Indented())
                    writer.Line($"still{name} += await batch.CountAsync(cancellationToken).ConfigureAwait(false);");
            }

            using (writer.Braces($"if (batchSize.HasValue && picked{name} == batchSize.Value)"))
            {
                writer.Line("// A database that stores another value than it was given would give the same rows again: they are done all the same.");
                writer.Line(FormattableString.Invariant($"next = {_step - 1};"));
                writer.Line($"nextSkip = ({Skipped}) + still{name};");
            }
        }
    }

    /// <summary>
    /// The rows at hand, as queries: all of them, or a batch by its keys, so that all that is done with it is done with the same rows. No database is asked
    /// for pairs in a list: so for the last parts, once for each of what stands before them.
    /// </summary>
    private void Pick(SweptEntity entity, string name, string rows, string skipped)
    {
        string[] parts = entity.Entity.Key.Select(TypeNames.Escape).ToArray();
        int last = parts.Length - 1;
        writer.Line($"var batches{name} = new global::System.Collections.Generic.List<global::System.Linq.IQueryable<{entity.Type}>>();");
        writer.Line($"int picked{name} = 0;");
        if (parts.Length == 0)
        {
            // Rows that code has no key for cannot be counted off: they are one batch.
            writer.Line($"batches{name}.Add({rows});");
            return;
        }

        using (writer.Braces("if (batchSize.HasValue)"))
        {
            string order = string.Concat(parts.Select((part, i) => $".{(i == 0 ? "OrderBy" : "ThenBy")}(row => row.{part})"));
            string columns = last == 0 ? "row." + parts[0] : RowConditions.Several(entity.Entity.Key.Select(name => (entity.Entity.FindMember(name)?.Type ?? "object", "row." + TypeNames.Escape(name))).ToArray());
            string skip = skipped.Length == 0 ? "" : $".Skip({skipped})";
            writer.Line($"var keys{name} = await {rows}{order}.Select(row => {columns}){skip}.Take(batchSize.Value).ToListAsync(cancellationToken).ConfigureAwait(false);");
            writer.Line($"picked{name} = keys{name}.Count;");
            if (last == 0)
            {
                writer.Line($"if (picked{name} > 0)");
                using (writer.Indented())
                    writer.Line($"batches{name}.Add({rows}.Where(row => {Contains("keys" + name, parts[0])}));");
            }
            else
            {
                string first = string.Join(", ", Enumerable.Range(1, last).Select(i => FormattableString.Invariant($"key.Item{i}")));
                using (writer.Braces($"foreach (var group in keys{name}.GroupBy(key => new {{ {first} }}))"))
                {
                    string same = string.Join(" && ", Enumerable.Range(0, last).Select(i => RowConditions.IsEqual(entity.Entity.FindMember(entity.Entity.Key[i]), "row." + parts[i], FormattableString.Invariant($"group.Key.Item{i + 1}"))));
                    writer.Line(FormattableString.Invariant($"var among = group.Select(key => key.Item{last + 1}).ToList();"));
                    writer.Line($"batches{name}.Add({rows}.Where(row => {same} && {Contains("among", parts[last])}));");
                }
            }
        }

        writer.Line("else");
        using (writer.Indented())
            writer.Line($"batches{name}.Add({rows});");
    }

    private void Statements(SweptEntity entity, string rows, RuleClearing clearing)
    {
        foreach (SharedCollection shared in clearing.Shared)
            ClearingActs.Clear(writer, $"{rows}.Where(row => {queries.HaveEnded(shared.Further)})", queries.Filters, entity.Entity, ClearedData.Of(shared.Collection));
        if (!clearing.Data.IsEmpty)
            ClearingActs.Clear(writer, rows, queries.Filters, entity.Entity, clearing.Data);
    }

    private void Delete(SweptEntity entity)
    {
        string name = entity.Name;
        string[] dependents = queries.Dependents(entity).ToArray();
        string free = dependents.Length == 0 ? "" : $".Where(row => {string.Join(" && ", dependents.Select(dependent => "!" + dependent))})";
        writer.Line($"int deleted{name} = 0;");
        using (Step())
        {
            writer.Line($"global::System.Linq.IQueryable<{entity.Type}> all{name} = gone{name};");
            if (free.Length > 0)
            {
                writer.Line("if (batchSize.HasValue)");
                using (writer.Indented())
                    writer.Line($"gone{name} = all{name}{free};");
            }

            Pick(entity, name, "gone" + name, "");
            using (writer.Braces($"foreach (var batch in batches{name})"))
            {
                _locks.BeforeDeleting(entity, "batch");
                writer.Line($"gone{name} = batch;");
                foreach (RelationModel relation in queries.Relations(entity, areRequired: false))
                    ErasureActs.Release(writer, relation, plan.Context, queries.Referring(relation, entity));

                ErasureActs.DeleteLinks(writer, entity.Entity);
                writer.Line($"deleted{name} += await batch.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);");
            }

            writer.Line($"gone{name} = all{name};");
            using (writer.Braces($"if (picked{name} > 0)"))
            {
                writer.Line("// Rows that somebody else has deleted meanwhile are done, too; those that the database does not let go would be met for ever.");
                writer.Line($"int still{name} = 0;");
                using (writer.Braces($"if (deleted{name} == 0)"))
                {
                    writer.Line($"foreach (var batch in batches{name})");
                    using (writer.Indented())
                        writer.Line($"still{name} += await batch.CountAsync(cancellationToken).ConfigureAwait(false);");
                }

                writer.Line($"if (still{name} < picked{name} && await gone{name}.AnyAsync(cancellationToken).ConfigureAwait(false))");
                using (writer.Indented())
                    writer.Line(FormattableString.Invariant($"next = {_step - 1};"));
            }
        }
    }

    /// <summary>How many rows of the step that is being written are done and look as if they were not.</summary>
    private string Skipped => FormattableString.Invariant($"step == {_step - 1} ? skip : 0");

    private CodeWriter.Block Step() => writer.Braces(FormattableString.Invariant($"if (step <= {_step++} && next == int.MaxValue)"));

    /// <summary>One parameter, however many keys; before version 9 that is the only way there is.</summary>
    private string Contains(string list, string part) => $"{(plan.Context.EfCoreMajor >= 9 ? $"global::Microsoft.EntityFrameworkCore.EF.Parameter({list})" : list)}.Contains(row.{part})";
}

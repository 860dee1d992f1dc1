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

    public static string Variable(SweptEntity entity, ClockPath path) => FormattableString.Invariant($"{entity.Name}{path.Clock.Number}");

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
            if (entity.Entity.Key.Count == 1)
                ClearByKey(entity, name, clearing);
            else
                ClearByKeys(entity, name, clearing);
        }
    }

    private void ClearByKey(SweptEntity entity, string name, RuleClearing clearing)
    {
        string key = TypeNames.Escape(entity.Entity.Key[0]);
        using (writer.Braces("if (batchSize.HasValue)"))
        {
            // The rows are those, whatever the first statement does to what tells that there is something to clear.
            writer.Line($"var keys{name} = await cleared{name}.OrderBy(row => row.{key}).Select(row => row.{key}).Skip({Skipped}).Take(batchSize.Value).ToListAsync(cancellationToken).ConfigureAwait(false);");
            writer.Line($"cleared{name} = cleared{name}.Where(row => {Contains("keys" + name, key)});");
            writer.Line($"anonymized{name} = keys{name}.Count;");
        }

        writer.Line("else");
        using (writer.Indented())
            writer.Line($"anonymized{name} = await cleared{name}.CountAsync(cancellationToken).ConfigureAwait(false);");
        Statements(entity, "cleared" + name, clearing);
        GoOn(name, $"await cleared{name}.CountAsync(cancellationToken).ConfigureAwait(false)");
    }

    /// <summary>No database is asked for pairs in a list: so for the last parts, once for each of what stands before them.</summary>
    private void ClearByKeys(SweptEntity entity, string name, RuleClearing clearing)
    {
        string[] parts = entity.Entity.Key.Select(TypeNames.Escape).ToArray();
        int last = parts.Length - 1;
        writer.Line($"var batches{name} = new global::System.Collections.Generic.List<global::System.Linq.IQueryable<{entity.Type}>>();");
        using (writer.Braces("if (batchSize.HasValue)"))
        {
            string order = string.Concat(parts.Select((part, i) => $".{(i == 0 ? "OrderBy" : "ThenBy")}(row => row.{part})"));
            string columns = RowConditions.Several(entity.Entity.Key.Select(name => (entity.Entity.FindMember(name)?.Type ?? "object", "row." + TypeNames.Escape(name))).ToArray());
            string first = string.Join(", ", Enumerable.Range(1, last).Select(i => FormattableString.Invariant($"key.Item{i}")));
            writer.Line($"var keys{name} = await cleared{name}{order}.Select(row => {columns}).Skip({Skipped}).Take(batchSize.Value).ToListAsync(cancellationToken).ConfigureAwait(false);");
            using (writer.Braces($"foreach (var group in keys{name}.GroupBy(key => new {{ {first} }}))"))
            {
                string same = string.Join(" && ", Enumerable.Range(0, last).Select(i => RowConditions.IsEqual(entity.Entity.FindMember(entity.Entity.Key[i]), "row." + parts[i], FormattableString.Invariant($"group.Key.Item{i + 1}"))));
                writer.Line(FormattableString.Invariant($"var among = group.Select(key => key.Item{last + 1}).ToList();"));
                writer.Line($"batches{name}.Add(cleared{name}.Where(row => {same} && {Contains("among", parts[last])}));");
            }

            writer.Line($"anonymized{name} = keys{name}.Count;");
        }

        using (writer.Braces("else"))
        {
            writer.Line($"batches{name}.Add(cleared{name});");
            writer.Line($"anonymized{name} = await cleared{name}.CountAsync(cancellationToken).ConfigureAwait(false);");
        }

        writer.Line($"int still{name} = 0;");
        using (writer.Braces($"foreach (var batch in batches{name})"))
        {
            Statements(entity, "batch", clearing);
            writer.Line("if (batchSize.HasValue)");
            using (writer.Indented())
                writer.Line($"still{name} += await batch.CountAsync(cancellationToken).ConfigureAwait(false);");
        }

        GoOn(name, "still" + name);
    }

    private void Statements(SweptEntity entity, string rows, RuleClearing clearing)
    {
        foreach (SharedCollection shared in clearing.Shared)
            ClearingActs.Clear(writer, $"{rows}.Where(row => {queries.HaveEnded(shared.Further)})", queries.Filters, entity.Entity, ClearedData.Of(shared.Collection));
        if (!clearing.Data.IsEmpty)
            ClearingActs.Clear(writer, rows, queries.Filters, entity.Entity, clearing.Data);
    }

    private void GoOn(string name, string still)
    {
        using (writer.Braces($"if (batchSize.HasValue && anonymized{name} == batchSize.Value)"))
        {
            writer.Line("// A database that stores another value than it was given would give the same rows again: they are done all the same.");
            writer.Line(FormattableString.Invariant($"next = {_step - 1};"));
            writer.Line($"nextSkip = ({Skipped}) + {still};");
        }
    }

    private void Delete(SweptEntity entity)
    {
        string name = entity.Name;
        string[] dependents = queries.Dependents(entity).ToArray();
        string free = dependents.Length == 0 ? "" : $".Where(row => {string.Join(" && ", dependents.Select(dependent => "!" + dependent))})";
        string order = string.Concat(entity.Entity.Key.Select((part, i) => $".{(i == 0 ? "OrderBy" : "ThenBy")}(row => row.{TypeNames.Escape(part)})"));
        writer.Line($"int deleted{name} = 0;");
        using (Step())
        {
            writer.Line($"global::System.Linq.IQueryable<{entity.Type}> all{name} = gone{name};");
            writer.Line("if (batchSize.HasValue)");
            using (writer.Indented())
                writer.Line($"gone{name} = all{name}{free}{order}.Take(batchSize.Value);");
            if (queries.Relations(entity, areRequired: true).Any())
                RowLock.Write(writer, entity.Entity, "gone" + name, isAlways: false);
            foreach (RelationModel relation in queries.Relations(entity, areRequired: false))
            {
                if (ErasureActs.Release(relation, plan.Context) is { Length: > 0 } setters)
                    ClearingActs.Execute(writer, queries.Referring(relation, entity), setters);
            }

            ErasureActs.DeleteLinks(writer, entity.Entity);
            writer.Line($"deleted{name} = await gone{name}.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);");
            writer.Line($"gone{name} = all{name};");
            writer.Line($"if (batchSize.HasValue && deleted{name} > 0 && await gone{name}.AnyAsync(cancellationToken).ConfigureAwait(false))");
            using (writer.Indented())
                writer.Line(FormattableString.Invariant($"next = {_step - 1};"));
        }
    }

    /// <summary>How many rows of the step that is being written are done and look as if they were not.</summary>
    private string Skipped => FormattableString.Invariant($"step == {_step - 1} ? skip : 0");

    private CodeWriter.Block Step() => writer.Braces(FormattableString.Invariant($"if (step <= {_step++} && next == int.MaxValue)"));

    /// <summary>One parameter, however many keys; before version 9 that is the only way there is.</summary>
    private string Contains(string list, string part) => $"{(plan.Context.EfCoreMajor >= 9 ? $"global::Microsoft.EntityFrameworkCore.EF.Parameter({list})" : list)}.Contains(row.{part})";
}

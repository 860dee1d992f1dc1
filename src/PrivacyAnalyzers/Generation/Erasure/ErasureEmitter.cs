using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>Writes <c>EraseCustomerAsync</c> and <c>PreviewCustomerErasureAsync</c>.</summary>
internal static class ErasureEmitter
{
    private const string Token = "global::System.Threading.CancellationToken cancellationToken";
    private const string Receipt = "global::System.Threading.Tasks.Task<global::PrivacyAnalyzers.ErasureReceipt>";
    private const string Ground = "global::PrivacyAnalyzers.ErasureGround ground";

    public static string FileName(ContextModel context, SubjectModel subject) => GeneratedNames.File(context.Type, subject.UniqueName + ".Erasure");

    public static string Emit(ContextModel context, SubjectModel subject)
    {
        ErasurePlan plan = ErasurePlanner.Plan(context, subject, byRow: true);
        var writer = new CodeWriter();
        GeneratedText.Begin(writer);
        writer.Line("using System.Linq;");
        writer.Line("using Microsoft.EntityFrameworkCore;");
        writer.Line();
        ContextHolder.Write(writer, context, () =>
        {
            Entrances(writer, plan);
            writer.Line();
            Body(writer, plan);
        });
        return writer.ToString();
    }

    private static void Entrances(CodeWriter writer, ErasurePlan plan)
    {
        string name = plan.Subject.UniqueName;
        string access = plan.Context.Accessibility;
        string db = $"this {plan.Context.Type.Global} db";
        string request = $"global::PrivacyAnalyzers.VerifiedRequest<{plan.Subject.Type.Global}> request";

        Summary(writer, $"Erases one <c>{GeneratedText.Xml(plan.Subject.Type.Name)}</c> on the person's request: deletes or anonymises every row that leads there, as the statement says. All of it happens, or nothing.");
        writer.Line(GeneratedText.Attribute);
        writer.Line($"{access} static {Receipt} Erase{name}Async({db}, {request}, {Token} = default) =>");
        using (writer.Indented())
            writer.Line($"Erase{name}Async(db, request, global::PrivacyAnalyzers.ErasureGround.Request, cancellationToken);");
        writer.Line();

        Summary(writer, $"Erases one <c>{GeneratedText.Xml(plan.Subject.Type.Name)}</c> on a ground: deletes or anonymises every row that leads there, as the statement says. All of it happens, or nothing.", hasGround: true);
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"{access} static {Receipt} Erase{name}Async({db}, {request}, {Ground}, {Token} = default)"))
        {
            Authorize(writer, plan);
            writer.Line($"return InTransactionAsync(db, token => Run{name}ErasureAsync(db, request, key, ground, false, null, token), cancellationToken, static done => done.Deleted + done.Anonymized > 0);");
        }

        writer.Line();
        Summary(writer, "As the other overloads, with what has to happen outside this database: each step reads inside the transaction what it needs, and is carried out after it; after your own, call <c>ErasureSteps.RunAsync</c>. Nothing happens there for a person who is not found or under a hold. A step that fails stands in the receipt and is gone on with by <c>ErasureSteps.RunAsync</c>.", hasGround: true, hasSteps: true);
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"{access} static async {Receipt} Erase{name}Async({db}, {request}, {Ground}, global::System.Collections.Generic.IReadOnlyList<global::PrivacyAnalyzers.IErasureStep> steps, global::PrivacyAnalyzers.IErasureJournal? journal = null, {Token} = default)"))
        {
            Authorize(writer, plan);
            writer.Line("global::System.ArgumentNullException.ThrowIfNull(steps);");
            writer.Line("bool isJoined = IsInTransaction(db);");
            writer.Line("if (isJoined && steps.Count > 0 && journal is null)");
            using (writer.Indented())
                writer.Line("throw new global::System.InvalidOperationException(\"What lies outside can only follow once your own transaction has ended, and no journal keeps it until then\");");
            using (writer.Braces("var (receipt, works) = await InTransactionAsync(db, async token =>", "}, cancellationToken, static done => done.Receipt.Deleted + done.Receipt.Anonymized > 0).ConfigureAwait(false);"))
            {
                writer.Line("global::System.Collections.Generic.IReadOnlyList<global::PrivacyAnalyzers.ErasureStepWork> prepared = global::System.Array.Empty<global::PrivacyAnalyzers.ErasureStepWork>();");
                writer.Line($"global::PrivacyAnalyzers.ErasureReceipt done = await Run{name}ErasureAsync(db, request, key, ground, false, async preparing => prepared = await global::PrivacyAnalyzers.ErasureSteps.PrepareAsync(steps, journal, new global::PrivacyAnalyzers.ErasureStepContext(request.Id, {GeneratedText.Literal(name)}, key), preparing).ConfigureAwait(false), token).ConfigureAwait(false);");
                writer.Line("return (Receipt: done, Works: prepared);");
            }

            writer.Line("if (!isJoined)");
            using (writer.Indented())
                writer.Line("works = await global::PrivacyAnalyzers.ErasureSteps.RunAsync(works, steps, journal, cancellationToken).ConfigureAwait(false);");
            writer.Line("return receipt with { Steps = global::PrivacyAnalyzers.ErasureSteps.Results(works) };");
        }

        writer.Line();
        Summary(writer, $"What <c>Erase{name}Async</c> would do now. It reads, and changes nothing.");
        writer.Line(GeneratedText.Attribute);
        writer.Line($"{access} static {Receipt} Preview{name}ErasureAsync({db}, {request}, {Token} = default) =>");
        using (writer.Indented())
            writer.Line($"Preview{name}ErasureAsync(db, request, global::PrivacyAnalyzers.ErasureGround.Request, cancellationToken);");
        writer.Line();

        Summary(writer, "What an erasure on a ground would do now. It reads, and changes nothing.", hasGround: true);
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"{access} static {Receipt} Preview{name}ErasureAsync({db}, {request}, {Ground}, {Token} = default)"))
        {
            Authorize(writer, plan);
            writer.Line("AssertModel(db);");
            writer.Line($"return Run{name}ErasureAsync(db, request, key, ground, true, null, cancellationToken);");
        }
    }

    private static void Authorize(CodeWriter writer, ErasurePlan plan)
    {
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(db);");
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(request);");
        writer.Line($"{plan.Subject.KeyType} key = request.Authorize<{plan.Subject.KeyType}>(global::PrivacyAnalyzers.SubjectRights.Erasure);");
    }

    private static void Body(CodeWriter writer, ErasurePlan plan)
    {
        var queries = new ErasureQueries(plan);
        string request = $"global::PrivacyAnalyzers.VerifiedRequest<{plan.Subject.Type.Global}> request";
        string[] refusals = plan.Entities.SelectMany(entity => Refusals.ForRules(entity.Entity).Append(Refusals.ForMapping(entity.Entity))).OfType<string>()
            .Concat(ChangeOrder.Stuck(plan.Context, plan.Subject).Select(Refusals.ForCycle)).ToArray();
        string isAsync = refusals.Length > 0 ? "" : "async ";
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"private static {isAsync}{Receipt} Run{plan.Subject.UniqueName}ErasureAsync({plan.Context.Type.Global} db, {request}, {plan.Subject.KeyType} key, {Ground}, bool isPreview, global::System.Func<global::System.Threading.CancellationToken, global::System.Threading.Tasks.Task>? prepare, {Token})"))
        {
            if (refusals.Length > 0)
            {
                Refusals.Write(writer, refusals);
                return;
            }

            writer.Line("global::System.DateTimeOffset at = request.TimeProvider.GetUtcNow();");
            writer.Line("var withheld = new global::System.Collections.Generic.List<global::PrivacyAnalyzers.WithheldData>();");
            if (plan.Subject.RowKey.Count > 0)
                Resolve(writer, plan.Context, plan.Subject);
            foreach (EntityPlan entity in plan.Entities)
            {
                writer.Line();
                Queries(writer, entity, queries);
            }

            Lock(writer, plan, queries);
            foreach (EntityPlan entity in plan.Entities.Where(ErasureQueries.IsDeletable))
                new HiddenReferences(writer, plan.Context).Refuse(entity.Entity, "mine" + entity.Name, "gone" + entity.Name, queries.Filters);
            foreach (EntityPlan entity in plan.Entities.Where(entity => entity.Faults.Count > 0 && queries.CanStay(entity)))
            {
                writer.Line();
                ErasureActs.Refuse(writer, "left" + entity.Name, entity.Name, entity.Faults);
            }

            foreach (EntityPlan entity in plan.Entities.Where(queries.CanStay))
                ClearingActs.RefuseApart(writer, "left" + entity.Name, entity.Entity, entity.Cleared);
            writer.Line();
            Prepare(writer, plan, queries);
            foreach (EntityPlan entity in plan.Entities)
            {
                writer.Line();
                writer.Line($"// {entity.Name}: what stays.");
                Counts(writer, entity, queries);
            }

            writer.Line();
            using (writer.Braces("if (!isPreview)"))
                ErasureActs.Write(writer, plan, queries);
            writer.Line();
            Result(writer, plan);
        }
    }

    /// <summary>
    /// The person first, so that rights of one person come one after the other; then what others may keep from being deleted, and what a hold may be set on: what
    /// is decided about a row in one statement is carried out in another.
    /// </summary>
    private static void Lock(CodeWriter writer, ErasurePlan plan, ErasureQueries queries)
    {
        var ways = new WayLocks(writer, plan.Context, queries.Filters);
        writer.Line();
        using (writer.Braces("if (!isPreview)"))
        {
            foreach (EntityPlan entity in plan.Entities.Reverse().OrderByDescending(entity => entity.Path.IsSelf))
            {
                if (entity.Path.IsSelf || (ErasureQueries.IsDeletable(entity) && queries.Blockers(entity).Any()))
                    RowLock.Write(writer, entity.Entity, "mine" + entity.Name, LockMode.Refer);
                else if (RowSurvival.HasHold(plan.Context, entity.Entity))
                    RowLock.Write(writer, entity.Entity, "mine" + entity.Name, LockMode.Change);
            }

            // Rows of others too, where a hold on them keeps what they refer to.
            foreach (EntityPlan entity in plan.Entities.Where(ErasureQueries.IsDeletable))
            {
                foreach (RelationModel relation in entity.RequiredBy.Concat(entity.OptionalFor))
                {
                    if (queries.HoldOfAnother(relation) is not { } other)
                        continue;
                    using (writer.Braces($"// {other.Name} of others."))
                    {
                        writer.Line($"global::System.Linq.IQueryable<{other.Type}> others = {ways.Referring(relation, "mine" + entity.Name)};");
                        ways.Write(other.Steps, "others", candidate => RowSurvival.HasHold(plan.Context, candidate));
                        RowLock.Write(writer, other.Entity, "others", LockMode.Change);
                    }
                }
            }
        }
    }

    /// <summary>What a request names a person by may be cleared on the way, and may be several people's: the row's key is one person's, and stays.</summary>
    private static void Resolve(CodeWriter writer, ContextModel context, SubjectModel subject)
    {
        string own = subject.RowKey.Count == 1 ? "row." + subject.RowKey[0].Identifier : RowConditions.Several(subject.RowKey.Select(part => (part.Type, "row." + part.Identifier)).ToArray());
        writer.Line($"var found = await {OnePerson.Rows(context, subject)}.Select(row => {own}).Take(2).ToListAsync(cancellationToken).ConfigureAwait(false);");
        writer.Line("if (found.Count > 1)");
        using (writer.Indented())
            writer.Line($"throw new global::System.InvalidOperationException({GeneratedText.Literal("Nothing was changed: " + OnePerson.Refusal(subject))});");
        writer.Line("bool isFound = found.Count == 1;");
        writer.Line("var id = isFound ? found[0] : default!;");
    }

    /// <summary>What lies outside has nothing to do for a person who is not there, or whom a hold keeps.</summary>
    private static void Prepare(CodeWriter writer, ErasurePlan plan, ErasureQueries queries)
    {
        string[] found = plan.Entities.Where(entity => entity.Path.IsSelf)
            .Select(entity => $"await mine{entity.Name}.AnyAsync({(queries.IsHeld(entity, "row") is { } held ? $"row => !{held}, " : "")}cancellationToken).ConfigureAwait(false)").ToArray();
        if (found.Length == 0)
            return;
        writer.Line($"if (prepare is not null && ({string.Join(" || ", found)}))");
        using (writer.Indented())
            writer.Line("await prepare(cancellationToken).ConfigureAwait(false);");
    }

    private static void Queries(CodeWriter writer, EntityPlan entity, ErasureQueries queries)
    {
        string type = $"global::System.Linq.IQueryable<{entity.Type}>";
        writer.Line(GeneratedText.Comment($"{entity.Name}: {Describe(entity)}"));
        writer.Line($"{type} mine{entity.Name} = {queries.Mine(entity)};");
        if (ErasureQueries.IsDeletable(entity))
            writer.Line($"{type} gone{entity.Name} = {queries.Gone(entity)};");
        if (queries.CanStay(entity))
            writer.Line($"{type} left{entity.Name} = {queries.Left(entity)};");
    }

    private static string Describe(EntityPlan entity)
    {
        string fate = entity.Fate switch
        {
            RowFate.Delete => "deleted",
            RowFate.Anonymize => "anonymised",
            _ => "kept by law",
        };
        return entity.Entity.Retention is { } rule ? $"{fate} ({rule.Name}: {rule.Describe()})." : fate + ".";
    }

    private static void Counts(CodeWriter writer, EntityPlan entity, ErasureQueries queries)
    {
        string name = entity.Name;
        writer.Line($"int retained{name} = 0;");
        if (queries.IsHeld(entity, "row") is { } held)
        {
            Count(writer, "held" + name, $"mine{name}.CountAsync(row => {held}, cancellationToken)");
            writer.Line($"retained{name} += held{name};");
            WriteWithheld(writer, name, "held" + name, "LegalHold", "legal-hold", null, entity.Personal, null);
        }

        if (entity.Fate == RowFate.Retain)
        {
            Count(writer, "kept" + name, $"left{name}.CountAsync(cancellationToken)");
            writer.Line($"retained{name} += kept{name};");
            foreach ((RetentionRule rule, IReadOnlyList<string> members) in entity.Kept)
                WriteWithheld(writer, name, "kept" + name, "ByLaw", rule.Ground ?? "legal-obligation", rule.Name, members, null);
        }

        if (ErasureQueries.IsDeletable(entity))
        {
            int number = 0;
            foreach (Blocker blocker in queries.Blockers(entity))
            {
                string required = FormattableString.Invariant($"required{name}{++number}");
                (string ground, string? rule) = GroundOf(blocker);
                Count(writer, required, $"left{name}.CountAsync(row => {blocker.Condition}, cancellationToken)");
                WriteWithheld(writer, name, required, "RequiredByRetained", ground, rule, Array.Empty<string>(), blocker.Dependent.UniqueName);
            }
        }

        string anonymized = ErasureActs.ClearedRows(entity, queries) is { } cleared ? $"await {cleared}.CountAsync(cancellationToken).ConfigureAwait(false)" : "0";
        writer.Line($"int anonymized{name} = {anonymized};");
        string deleted = ErasureQueries.IsDeletable(entity) ? $"isPreview ? await gone{name}.CountAsync(cancellationToken).ConfigureAwait(false) : 0" : "0";
        writer.Line($"int deleted{name} = {deleted};");
    }

    /// <summary>On what ground the rows stay that keep another.</summary>
    private static (string Ground, string? Rule) GroundOf(Blocker blocker)
    {
        if (blocker.IsByHold)
            return ("legal-hold", null);
        if (blocker.Plan is { Fate: RowFate.Retain } retained)
            return (retained.Kept[0].Rule.Ground ?? "legal-obligation", retained.Kept[0].Rule.Name);
        return ("reference", blocker.Dependent.Retention?.Name);
    }

    private static void Count(CodeWriter writer, string variable, string count) => writer.Line($"int {variable} = await {count}.ConfigureAwait(false);");

    private static void WriteWithheld(
        CodeWriter writer, string entity, string rows, string reason, string ground, string? rule, IReadOnlyList<string> members, string? requiredBy)
    {
        string list = members.Count == 0
            ? "global::System.Array.Empty<string>()"
            : $"new string[] {{ {string.Join(", ", members.Select(GeneratedText.Literal))} }}";
        string by = requiredBy is null ? "" : ", " + GeneratedText.Literal(requiredBy);
        writer.Line($"if ({rows} > 0)");
        using (writer.Indented())
        {
            writer.Line($"withheld.Add(new global::PrivacyAnalyzers.WithheldData({GeneratedText.Literal(entity)}, {rows}, global::PrivacyAnalyzers.WithheldReason.{reason}, " +
                $"{GeneratedText.Literal(ground)}, {GeneratedText.Literal(rule)}, {list}{by}));");
        }
    }

    private static void Result(CodeWriter writer, ErasurePlan plan)
    {
        writer.Line("var due = new global::System.Collections.Generic.List<global::PrivacyAnalyzers.ErasureDeadline>();");
        foreach (EntityPlan entity in plan.Entities)
        {
            foreach (RetentionRule rule in entity.Deadlines)
            {
                Period within = rule.Within!.Value;
                writer.Line($"if (deleted{entity.Name} + anonymized{entity.Name} > 0)");
                using (writer.Indented())
                {
                    writer.Line($"due.Add(new global::PrivacyAnalyzers.ErasureDeadline({GeneratedText.Literal(entity.Name)}, {GeneratedText.Literal(rule.Name)}, " +
                        $"deleted{entity.Name} + anonymized{entity.Name}, {GeneratedText.Literal(within.ToString())}, {GeneratedText.Period(within)}.EndAfter(at)));");
                }
            }
        }

        using (writer.Braces("return new global::PrivacyAnalyzers.ErasureReceipt", "};"))
        {
            writer.Line("RequestId = request.Id,");
            writer.Line($"Subject = {GeneratedText.Literal(plan.Subject.UniqueName)},");
            writer.Line("Ground = ground,");
            writer.Line("IsPreview = isPreview,");
            writer.Line("At = at,");
            writer.Line("VerifiedBy = request.Method,");
            writer.Line("VerificationReference = request.Reference,");
            using (writer.Braces("Entities = new global::PrivacyAnalyzers.EntityErasure[]", "},"))
            {
                foreach (EntityPlan entity in plan.Entities)
                {
                    writer.Line($"new({GeneratedText.Literal(entity.Name)}, {GeneratedText.Literal(entity.Entity.Retention?.Name)}, " +
                        $"deleted{entity.Name}, anonymized{entity.Name}, retained{entity.Name}),");
                }
            }

            writer.Line("Withheld = withheld,");
            writer.Line("Due = due,");
        }
    }

    private static void Summary(CodeWriter writer, string text, bool hasGround = false, bool hasSteps = false)
    {
        writer.Line($"/// <summary>{text}</summary>");
        writer.Line("/// <param name=\"db\">The database. It may have no unsaved changes.</param>");
        writer.Line("/// <param name=\"request\">Whose data, by a verified request.</param>");
        if (hasGround)
            writer.Line("/// <param name=\"ground\">Why it is erased.</param>");
        if (hasSteps)
        {
            writer.Line("/// <param name=\"steps\">What has to happen outside this database.</param>");
            writer.Line("/// <param name=\"journal\">Where the state of the steps is kept.</param>");
        }

        writer.Line($"/// <param name=\"cancellationToken\">Ends it, and nothing is changed{(hasSteps ? "; once the database is through, steps that are not done stay to be done" : "")}.</param>");
    }
}

using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Rights;

/// <summary>
/// Writes <c>WithdrawCustomerConsentAsync</c>, <c>OptOutCustomerAsync</c> and <c>RestrictCustomerAsync</c>. A choice is recorded on a held row too:
/// a hold keeps data, it does not silence a person. What a hold keeps is not cleared.
/// </summary>
internal static class ChoiceEmitter
{
    public static void Write(CodeWriter writer, ErasurePlan plan, ChoiceKind kind, IReadOnlyList<Choice> choices)
    {
        string name = plan.Subject.UniqueName;
        string subject = GeneratedText.Xml(plan.Subject.Type.Name);
        string access = plan.Context.Accessibility;
        if (kind == ChoiceKind.Restriction)
        {
            RightsEmitter.Summary(writer, $"Records that the data of one <c>{subject}</c> is kept and not used.");
            Entrance(writer, plan, $"{access} static {RightsEmitter.Task} Restrict{name}Async({RightsEmitter.Parameters(plan)}, {RightsEmitter.Token} = default)", "Restriction", $"Run{name}RestrictionAsync(db, request, key, true, token)");
            RightsEmitter.Summary(writer, $"Records that the data of one <c>{subject}</c> may be used again.");
            Entrance(writer, plan, $"{access} static {RightsEmitter.Task} Lift{name}RestrictionAsync({RightsEmitter.Parameters(plan)}, {RightsEmitter.Token} = default)", "Restriction", $"Run{name}RestrictionAsync(db, request, key, false, token)");
            Body(writer, plan, choices[0], $"Run{name}RestrictionAsync", "bool isRestricted, ");
            return;
        }

        bool isWithdrawal = kind == ChoiceKind.Withdrawal;
        string method = isWithdrawal ? $"Withdraw{name}ConsentAsync" : $"OptOut{name}Async";
        string parameter = isWithdrawal ? "consent" : "purpose";
        string text = isWithdrawal
            ? $"Takes back a consent of one <c>{subject}</c>: what records it is unset, and the data that needs it is cleared. All of it happens, or nothing."
            : $"Records that one <c>{subject}</c> objects to a purpose. The receipt says by when that takes effect.";
        RightsEmitter.Summary(writer, text, (parameter, isWithdrawal ? "The consent, as the statement names it." : "The purpose, as the statement names it."));
        using (writer.Braces($"{access} static {RightsEmitter.Task} {method}({RightsEmitter.Parameters(plan)}, string {parameter}, {RightsEmitter.Token} = default)"))
        {
            RightsEmitter.Authorize(writer, plan, "Withdrawal");
            writer.Line($"global::System.ArgumentNullException.ThrowIfNull({parameter});");
            using (writer.Braces($"return {parameter} switch", "};"))
            {
                for (int i = 0; i < choices.Count; i++)
                    writer.Line(FormattableString.Invariant($"{GeneratedText.Literal(choices[i].Name)} => InTransactionAsync(db, token => Run{name}{kind}{i + 1}Async(db, request, key, token), cancellationToken),"));
                writer.Line($"_ => throw new global::System.ArgumentException($\"Nothing of {name} records or needs '{{{parameter}}}'\", nameof({parameter})),");
            }
        }

        writer.Line();
        for (int i = 0; i < choices.Count; i++)
            Body(writer, plan, choices[i], FormattableString.Invariant($"Run{name}{kind}{i + 1}Async"), "");
    }

    private static void Entrance(CodeWriter writer, ErasurePlan plan, string header, string right, string call)
    {
        using (writer.Braces(header))
        {
            RightsEmitter.Authorize(writer, plan, right);
            writer.Line($"return InTransactionAsync(db, token => {call}, cancellationToken);");
        }

        writer.Line();
    }

    private static void Body(CodeWriter writer, ErasurePlan plan, Choice choice, string method, string more)
    {
        var queries = new ErasureQueries(plan);
        string[] faults = choice.Entities.SelectMany(entity => entity.Faults).Distinct().ToArray();
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"private static {(faults.Length > 0 ? "" : "async ")}{RightsEmitter.Task} {method}({RightsEmitter.Parameters(plan, isExtension: false)}, {plan.Subject.KeyType} key, {more}{RightsEmitter.Token})"))
        {
            if (faults.Length > 0)
            {
                Refusals.Write(writer, faults);
            }
            else
            {
                RightsEmitter.Begin(writer, plan);
                foreach (ChoiceEntity entity in choice.Entities)
                    Entity(writer, queries, choice.Kind, entity);
                if (choice.Kind != ChoiceKind.Withdrawal)
                    MustBeRecorded(writer, choice, plan);
                string right = choice.Kind == ChoiceKind.Restriction ? "Restriction" : "Withdrawal";
                RightsEmitter.Receipt(writer, plan, right, choice.Name.Length == 0 ? "null" : GeneratedText.Literal(choice.Name), choice.Entities.Select(entity => $"new({GeneratedText.Literal(entity.Name)}, recorded{entity.Name}, cleared{entity.Name})"), choice.Within);
            }
        }

        writer.Line();
    }

    private static void Entity(CodeWriter writer, ErasureQueries queries, ChoiceKind kind, ChoiceEntity entity)
    {
        string name = entity.Name;
        writer.Line();
        writer.Line($"global::System.Linq.IQueryable<{entity.Plan.Type}> mine{name} = {queries.Mine(entity.Plan)};");
        writer.Line($"int recorded{name} = 0;");
        writer.Line($"int cleared{name} = 0;");
        foreach (StoredValue record in entity.Records)
        {
            string there = record.Owner is { } owner ? $"row.{owner} != null && " : "";
            switch (kind)
            {
                case ChoiceKind.Withdrawal:
                    Record(writer, queries, entity, record, $".Where(row => {there}{IsSet(record)})", Unset(record));
                    break;
                case ChoiceKind.OptOut:
                    Record(writer, queries, entity, record, $".Where(row => {there}!({IsSet(record)}))", Set(entity.Plan.Entity, record));
                    break;
                default:
                    using (writer.Braces("if (isRestricted)"))
                        Record(writer, queries, entity, record, $".Where(row => {there}!({IsSet(record)}))", Set(entity.Plan.Entity, record));
                    using (writer.Braces("else"))
                        Record(writer, queries, entity, record, $".Where(row => {there}{IsSet(record)})", Unset(record));
                    break;
            }
        }

        string free = "mine" + name;
        var cleared = new ClearedData(entity.Cleared, entity.Emptied, Array.Empty<StoredItems>());
        bool clears = !cleared.IsEmpty;
        if (clears && queries.IsHeld(entity.Plan, "row") is { } held)
        {
            free = "free" + name;
            string left = cleared.IsLeft(entity.Plan.Entity);
            writer.Line($"global::System.Linq.IQueryable<{entity.Plan.Type}> {free} = mine{name}.Where(row => !{held});");
            Withhold(writer, name, "held" + name, $"mine{name}.CountAsync(row => {held} && ({left}), cancellationToken)", "LegalHold", "legal-hold", null, entity.Cleared.Select(value => value.Name).Concat(entity.Emptied.Select(collection => collection.Name)));
        }

        int number = 0;
        foreach (IGrouping<RetentionRule, StoredValue> kept in entity.Kept.GroupBy(value => value.Member.Retention!))
        {
            string left = ClearedData.Of(kept).IsLeft(entity.Plan.Entity);
            Withhold(writer, name, FormattableString.Invariant($"kept{++number}_{name}"), $"mine{name}.CountAsync(row => {left}, cancellationToken)", "ByLaw", kept.Key.Ground ?? "legal-obligation", kept.Key.Name, kept.Select(value => value.Name));
        }

        if (!clears)
            return;
        ClearingActs.RefuseApart(writer, free, entity.Plan.Entity, cleared);
        writer.Line($"var left{name} = {free}.Where(row => {cleared.IsLeft(entity.Plan.Entity)});");
        writer.Line($"cleared{name} = await left{name}.CountAsync(cancellationToken).ConfigureAwait(false);");
        ClearingActs.Clear(writer, free, queries.Filters, entity.Plan.Entity, cleared);
    }

    private static void Record(CodeWriter writer, ErasureQueries queries, ChoiceEntity entity, StoredValue record, string condition, string value)
    {
        (string rows, string access) = ClearingActs.Reach(entity.Plan.Entity, record, "mine" + entity.Name, queries.Filters, condition);
        writer.Line($"recorded{entity.Name} += await {rows}.ExecuteUpdateAsync(set => set.SetProperty(row => row.{access}, {value}), cancellationToken).ConfigureAwait(false);");
    }

    private static void Withhold(CodeWriter writer, string entity, string variable, string count, string reason, string ground, string? rule, IEnumerable<string> members)
    {
        writer.Line($"int {variable} = await {count}.ConfigureAwait(false);");
        writer.Line($"if ({variable} > 0)");
        using (writer.Indented())
        {
            writer.Line($"withheld.Add(new global::PrivacyAnalyzers.WithheldData({GeneratedText.Literal(entity)}, {variable}, global::PrivacyAnalyzers.WithheldReason.{reason}, " +
                $"{GeneratedText.Literal(ground)}, {GeneratedText.Literal(rule)}, new string[] {{ {string.Join(", ", members.Select(GeneratedText.Literal))} }}));");
        }
    }

    /// <summary>A choice that no row holds is lost: the person would be told that it counts, and it would not.</summary>
    private static void MustBeRecorded(CodeWriter writer, Choice choice, ErasurePlan plan)
    {
        string isThere = string.Join(" && ", choice.Entities.SelectMany(entity => entity.Records.Select(record =>
            $"!await mine{entity.Name}.AnyAsync(row => {(record.Owner is { } owner ? $"row.{owner} != null && " : "")}{IsSet(record)}, cancellationToken).ConfigureAwait(false)")));
        string condition = choice.Kind == ChoiceKind.Restriction ? "isRestricted && " + isThere : isThere;
        writer.Line();
        writer.Line($"if ({condition})");
        using (writer.Indented())
            writer.Line($"throw new global::System.InvalidOperationException(\"Nothing was changed: there is no row of this {plan.Subject.UniqueName} that could record the choice\");");
    }

    private static bool IsFlag(StoredValue record) => record.Member.Type.TrimEnd('?') == "bool";

    private static bool MayBeNull(StoredValue record) => record.Member.Type.EndsWith("?", StringComparison.Ordinal);

    private static string IsSet(StoredValue record) => IsFlag(record)
        ? MayBeNull(record) ? $"row.{record.Access} == true" : $"row.{record.Access}"
        : MayBeNull(record) ? $"row.{record.Access} != null" : $"row.{record.Access} != default({record.Member.Type})";

    private static string Unset(StoredValue record) => IsFlag(record)
        ? MayBeNull(record) ? "(bool?)false" : "false"
        : $"({record.Member.Type})default({record.Member.Type})";

    private static string Set(EntityModel entity, StoredValue record) => record.Member.Type.TrimEnd('?') switch
    {
        "bool" => MayBeNull(record) ? "(bool?)true" : "true",
        "global::System.DateTimeOffset" => $"({record.Member.Type})at",
        "global::System.DateOnly" => $"({record.Member.Type})global::System.DateOnly.FromDateTime(at.UtcDateTime)",
        _ => $"({record.Member.Type}){Moment.Of(entity, record, "at.UtcDateTime")}",
    };
}

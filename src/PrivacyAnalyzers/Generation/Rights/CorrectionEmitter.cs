using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Rights;

/// <summary>Writes <c>CustomerCorrection</c>, which has a property for each value of the subject that can be corrected, and <c>CorrectCustomerAsync</c>.</summary>
internal static class CorrectionEmitter
{
    /// <summary>What identifies rows, what later decisions need, and secrets are not corrected; what a row computes is not stored.</summary>
    public static IReadOnlyList<StoredValue> Correctable(ContextModel context, SubjectModel subject) =>
        context.Find(subject.Type.Global) is { IsSpread: false, IsKeyless: false } entity
            ? StoredValue.Of(entity).Where(value => value is { IsClearable: true, IsOwnedJson: false, Owner: null } &&
                value.Member is { Consent: null, OptOut: null, IsRestriction: false } && value.Member.Category != "credential" &&
                subject.Key.All(part => part.Name != value.Member.Name)).ToArray()
            : Array.Empty<StoredValue>();

    public static void Write(CodeWriter writer, ErasurePlan plan, IReadOnlyList<StoredValue> values)
    {
        string name = plan.Subject.UniqueName;
        string subject = GeneratedText.Xml(plan.Subject.Type.Name);
        RightsEmitter.Summary(writer, $"Puts right what is stored wrongly about one <c>{subject}</c>. A row under a legal hold stays as it is, and the receipt says so.", ("correction", "What is right."));
        using (writer.Braces($"{plan.Context.Accessibility} static {RightsEmitter.Task} Correct{name}Async({RightsEmitter.Parameters(plan)}, {name}Correction correction, {RightsEmitter.Token} = default)"))
        {
            RightsEmitter.Authorize(writer, plan, "Correction");
            writer.Line("global::System.ArgumentNullException.ThrowIfNull(correction);");
            writer.Line($"return InTransactionAsync(db, token => Run{name}CorrectionAsync(db, request, key, correction, token), cancellationToken);");
        }

        writer.Line();
        Body(writer, plan, values);
        writer.Line();
        writer.Line($"/// <summary>What is right about a <c>{subject}</c>. What is not set stays as it is stored.</summary>");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"{plan.Context.Accessibility} sealed class {name}Correction"))
        {
            for (int i = 0; i < values.Count; i++)
            {
                if (i > 0)
                    writer.Line();
                writer.Line($"/// <summary>The right <c>{GeneratedText.Xml(values[i].Name)}</c>.</summary>");
                writer.Line($"public global::PrivacyAnalyzers.Corrected<{values[i].Member.Type}> {Property(values[i])} {{ get; init; }}");
            }
        }

        writer.Line();
    }

    private static string Property(StoredValue value) => value.Name == value.Member.Name ? value.Member.Identifier : value.Name.Replace('.', '_');

    private static void Body(CodeWriter writer, ErasurePlan plan, IReadOnlyList<StoredValue> values)
    {
        string name = plan.Subject.UniqueName;
        SubjectPath path = plan.Subject.Paths.First(candidate => candidate.Entity == plan.Subject.Type.Global);
        EntityModel entity = plan.Context.Find(path.Entity)!;
        string? held = new RowConditions(plan.Context).IsHeld(entity, path.Steps.Items, "row");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"private static async {RightsEmitter.Task} Run{name}CorrectionAsync({RightsEmitter.Parameters(plan, isExtension: false)}, {plan.Subject.KeyType} key, {name}Correction correction, {RightsEmitter.Token})"))
        {
            RightsEmitter.Begin(writer, plan);
            writer.Line($"global::System.Linq.IQueryable<{entity.Type.Global}> mine = {entity.Set}{path.Filters}.Where(row => {path.Predicate});");
            if (held is not null)
            {
                writer.Line($"int held = await mine.CountAsync(row => {held}, cancellationToken).ConfigureAwait(false);");
                writer.Line("if (held > 0)");
                using (writer.Indented())
                {
                    writer.Line($"withheld.Add(new global::PrivacyAnalyzers.WithheldData({GeneratedText.Literal(name)}, held, global::PrivacyAnalyzers.WithheldReason.LegalHold, \"legal-hold\", null, new string[] {{ {string.Join(", ", values.Select(value => GeneratedText.Literal(value.Name)))} }}));");
                }

                writer.Line($"mine = mine.Where(row => !{held});");
            }

            writer.Line("int corrected = 0;");
            foreach (StoredValue value in values)
            {
                string property = "correction." + Property(value);
                (string rows, string access) = ClearingActs.Reach(entity, value, "mine", path.Filters);
                writer.Line($"if ({property}.IsGiven)");
                using (writer.Indented())
                    writer.Line($"corrected = global::System.Math.Max(corrected, await {rows}.ExecuteUpdateAsync(set => set.SetProperty(row => row.{access}, {property}.Value), cancellationToken).ConfigureAwait(false));");
            }

            RightsEmitter.Receipt(writer, plan, "Correction", "null", new[] { $"new({GeneratedText.Literal(name)}, corrected, 0)" }, null);
        }
    }
}

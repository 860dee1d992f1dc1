using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Rights;

/// <summary>Writes the methods of one subject for rights other than access and erasure; no file where the model records no choice and has nothing to correct.</summary>
internal static class RightsEmitter
{
    public const string Token = "global::System.Threading.CancellationToken cancellationToken";
    public const string Task = "global::System.Threading.Tasks.Task<global::PrivacyAnalyzers.RightsReceipt>";

    public static string? Emit(ContextModel context, SubjectModel subject)
    {
        ErasurePlan plan = ErasurePlanner.Plan(context, subject);
        Choice[] choices = Choice.Of(plan).ToArray();
        IReadOnlyList<StoredValue> correctable = CorrectionEmitter.Correctable(context, subject);
        if (choices.Length == 0 && correctable.Count == 0)
            return null;
        var writer = new CodeWriter();
        GeneratedText.Begin(writer);
        writer.Line("using System.Linq;");
        writer.Line("using Microsoft.EntityFrameworkCore;");
        writer.Line();
        ContextHolder.Write(writer, context, () =>
        {
            foreach (IGrouping<ChoiceKind, Choice> kind in choices.GroupBy(choice => choice.Kind))
                ChoiceEmitter.Write(writer, plan, kind.Key, kind.ToArray());
            if (correctable.Count > 0)
                CorrectionEmitter.Write(writer, plan, correctable);
        });
        return writer.ToString();
    }

    /// <summary>The comment of a public method.</summary>
    public static void Summary(CodeWriter writer, string text, params (string Name, string Text)[] more)
    {
        writer.Line($"/// <summary>{text}</summary>");
        writer.Line("/// <param name=\"db\">The database. It may have no unsaved changes.</param>");
        writer.Line("/// <param name=\"request\">Who asks, by a verified request.</param>");
        foreach ((string name, string description) in more)
            writer.Line($"/// <param name=\"{name}\">{description}</param>");
        writer.Line("/// <param name=\"cancellationToken\">Ends it, and nothing is changed.</param>");
        writer.Line(GeneratedText.Attribute);
    }

    public static string Parameters(ErasurePlan plan, bool isExtension = true) =>
        $"{(isExtension ? "this " : "")}{plan.Context.Type.Global} db, global::PrivacyAnalyzers.VerifiedRequest<{plan.Subject.Type.Global}> request";

    public static void Authorize(CodeWriter writer, ErasurePlan plan, string right)
    {
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(db);");
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(request);");
        writer.Line($"{plan.Subject.KeyType} key = request.Authorize<{plan.Subject.KeyType}>(global::PrivacyAnalyzers.SubjectRights.{right});");
    }

    /// <summary>What every right begins with, inside its transaction.</summary>
    public static void Begin(CodeWriter writer, ErasurePlan plan)
    {
        writer.Line("global::System.DateTimeOffset at = request.TimeProvider.GetUtcNow();");
        writer.Line("var withheld = new global::System.Collections.Generic.List<global::PrivacyAnalyzers.WithheldData>();");
        if (OnePerson.Call(plan.Subject, "Nothing was changed") is { } call)
            writer.Line(call);
    }

    /// <param name="of">A literal.</param>
    public static void Receipt(CodeWriter writer, ErasurePlan plan, string right, string of, IEnumerable<string> entities, Statement.Period? within)
    {
        using (writer.Braces("return new global::PrivacyAnalyzers.RightsReceipt", "};"))
        {
            writer.Line("RequestId = request.Id,");
            writer.Line($"Subject = {GeneratedText.Literal(plan.Subject.UniqueName)},");
            writer.Line($"Right = global::PrivacyAnalyzers.SubjectRights.{right},");
            writer.Line($"Of = {of},");
            writer.Line("At = at,");
            writer.Line("VerifiedBy = request.Method,");
            writer.Line("VerificationReference = request.Reference,");
            using (writer.Braces("Entities = new global::PrivacyAnalyzers.EntityChange[]", "},"))
            {
                foreach (string entity in entities)
                    writer.Line(entity + ",");
            }

            writer.Line("Withheld = withheld,");
            if (within is { } period)
            {
                writer.Line($"Within = {GeneratedText.Literal(period.ToString())},");
                writer.Line($"DueBy = {GeneratedText.Period(period)}.EndAfter(at),");
            }
        }
    }
}

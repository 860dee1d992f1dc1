using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>What makes generated code refuse a model as a whole, since it would delete what it does not understand or cannot reach.</summary>
internal static class Refusals
{
    /// <summary>The rules of an entity that no statement explains: a law may keep its rows. PRIV4002 reports such names.</summary>
    public static IEnumerable<string> ForRules(EntityModel entity) =>
        new[] { entity.Retention }.Concat(StoredRules.OfMembers(entity).Select(member => member.Rule))
            .OfType<RetentionRule>().Where(rule => rule.Keep is null).Select(rule => rule.Name).Distinct()
            .Select(name => $"no privacy statement has the retention rule '{name}' of {entity.UniqueName}, so a law may keep its rows (PRIV4002)");

    /// <summary>Rows in several tables, and personal data that code cannot name. PRIV3001 reports such types.</summary>
    public static string? ForMapping(EntityModel entity) =>
        entity.IsSpread ? $"rows of {entity.UniqueName} are stored in several tables, which set-based statements cannot change (PRIV3001)"
        : entity.OutOfReach.Count > 0 ? $"{entity.UniqueName}.{string.Join(" and ", entity.OutOfReach)} {(entity.OutOfReach.Count == 1 ? "is" : "are")} stored and out of reach of generated code (PRIV3001)"
        : null;

    /// <summary>Rows that no order deletes. PRIV3001 reports such types.</summary>
    public static string ForCycle(EntityModel entity) =>
        $"rows of {entity.UniqueName} and rows that they refer to must each be deleted before the other (PRIV3001)";

    public static void Write(CodeWriter writer, IEnumerable<string> refusals) =>
        writer.Line($"throw new global::System.NotSupportedException({GeneratedText.Literal("Nothing was changed: " + string.Join("; ", refusals))});");
}

using System.Text;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>Writes what queries compare rows by: keys, foreign keys, holds. Every condition is one that EF Core translates.</summary>
internal sealed class RowConditions(ContextModel context)
{
    private readonly ContextIndex _index = ContextIndex.Of(context);

    public static string Set(string entity) => $"db.Set<{entity}>()";

    /// <summary>
    /// Several values of a row in a query's <c>Select</c>, as <c>Item1</c>, <c>Item2</c> and so on. An anonymous type in a query is made by reflection, of which
    /// a trimmer warns; a tuple takes no more than seven.
    /// </summary>
    public static string Several(IReadOnlyList<(string Type, string Value)> values) => values.Count > 7
        ? $"new {{ {string.Join(", ", values.Select((value, i) => FormattableString.Invariant($"Item{i + 1} = {value.Value}")))} }}"
        : $"new global::System.ValueTuple<{string.Join(", ", values.Select(value => value.Type))}>({string.Join(", ", values.Select(value => value.Value))})";

    /// <summary>The two rows are the same.</summary>
    public static string IsSame(EntityModel entity, string left, string right) => entity.Key.Count == 0
        ? $"{left} == {right}"
        : string.Join(" && ", entity.Key.Select(name => IsEqual(entity.FindMember(name), $"{left}.{TypeNames.Escape(name)}", $"{right}.{TypeNames.Escape(name)}")));

    /// <summary>The dependent refers to the principal.</summary>
    public string RefersTo(RelationModel relation, string dependent, string principal)
    {
        EntityModel? target = context.Find(relation.Principal);
        EquatableArray<string> key = relation.PrincipalKey.Count > 0 ? relation.PrincipalKey : target?.Key ?? EquatableArray<string>.Empty;
        if (key.Count > 0 && relation.ForeignKey.Count == key.Count)
        {
            return string.Join(" && ", key.Select((name, i) =>
                IsEqual(target?.FindMember(name), $"{dependent}.{TypeNames.Escape(relation.ForeignKey[i])}", $"{principal}.{TypeNames.Escape(name)}")));
        }

        if (relation.Navigation is { } navigation)
        {
            string reference = $"{dependent}.{TypeNames.Escape(navigation)}";
            return key.Count == 0
                ? $"{reference} == {principal}"
                : string.Join(" && ", key.Select(name => IsEqual(target?.FindMember(name), $"{reference}!.{TypeNames.Escape(name)}", $"{principal}.{TypeNames.Escape(name)}")));
        }

        if (relation.Inverse is not { } inverse)
            return "false";
        string back = $"{principal}.{TypeNames.Escape(inverse)}";
        return relation.IsUnique ? $"{back} == {dependent}" : $"{back}!.Any(related => related == {dependent})";
    }

    /// <summary>
    /// A hold is on the row, or on one that it belongs to on its way to the subject; <see langword="null"/> where no type on that way has holds.
    /// </summary>
    public string? IsHeld(EntityModel entity, IReadOnlyList<RelationModel> steps, string row)
    {
        // Beyond the last entity with holds nothing is asked.
        int end = 0;
        for (int i = 0; i < steps.Count && context.Find(steps[i].Principal) is { } principal; i++)
            end = _index.HasHold(principal) ? i + 1 : end;
        var text = new StringBuilder();
        int open = 0;
        for (int i = 0; i < end; i++)
        {
            EntityModel principal = context.Find(steps[i].Principal)!;
            string above = "above" + (i + 1);
            string[] own = Holds(entity, row, i > 0);
            if (own.Length > 0)
                text.Append('(').Append(string.Join(" || ", own)).Append(" || ");
            text.Append(Set(principal.Type.Global)).Append(".Any(").Append(above).Append(" => ").Append(RefersTo(steps[i], row, above)).Append(" && ");
            open += own.Length > 0 ? 2 : 1;
            (entity, row) = (principal, above);
        }

        string[] last = Holds(entity, row, end > 0);
        if (last.Length == 0)
            return null;
        return text.Append(last.Length == 1 ? last[0] : $"({string.Join(" || ", last)})").Append(')', open).ToString();
    }

    /// <summary>What stands above a row may be of a derived type. A row itself is always of its own.</summary>
    private string[] Holds(EntityModel entity, string row, bool mayBeDerived) => !_index.HasHold(entity) ? Array.Empty<string>() : Holds(entity, row)
        .Concat((mayBeDerived ? _index.Derived(entity) : Array.Empty<EntityModel>()).SelectMany(derived => Holds(derived, $"(({derived.Type.Global}){row})", entity).Select(hold => $"({row} is {derived.Type.Global} && {hold})")))
        .ToArray();

    /// <param name="typed">The row, as its type.</param>
    /// <param name="known">A base whose holds are asked for already.</param>
    private static IEnumerable<string> Holds(EntityModel entity, string typed, EntityModel? known = null)
    {
        foreach (StoredValue value in StoredValue.Of(entity))
        {
            if (value.Member is not { IsLegalHold: true, IsMapped: true } || (known is not null && StoredValue.Of(known).Any(other => other.Access == value.Access)))
                continue;
            string hold = value.Member.IsNullable ? $"{typed}.{value.Access} == true" : $"{typed}.{value.Access}";
            yield return value.Owner is { } owner ? $"({typed}.{owner} != null && {hold})" : hold;
        }
    }

    /// <summary>Strongly typed keys need not have <c>==</c>.</summary>
    public static string IsEqual(MemberModel? member, string left, string right) =>
        KeyComparison.Write(member is not ({ IsValueType: true, Shape.Kind: ValueKind.TextOf or ValueKind.Opaque } or { HasOperator: false }), left, right);
}

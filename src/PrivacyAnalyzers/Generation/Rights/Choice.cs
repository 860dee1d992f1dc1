using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Generation.Rights;

internal enum ChoiceKind
{
    /// <summary>A consent is taken back: what records it is unset, what needs it is cleared.</summary>
    Withdrawal,

    /// <summary>A purpose is objected to: that is recorded.</summary>
    OptOut,

    /// <summary>The data is to be kept and not used: that is recorded.</summary>
    Restriction,
}

/// <summary>A choice that a subject can make, and what of the subject's rows it concerns.</summary>
/// <param name="Name">The consent or the purpose; empty for the restriction.</param>
/// <param name="Within">How soon it takes effect everywhere.</param>
internal sealed record Choice(ChoiceKind Kind, string Name, IReadOnlyList<ChoiceEntity> Entities, Period? Within)
{
    public static IEnumerable<Choice> Of(ErasurePlan plan)
    {
        (EntityPlan Entity, StoredValue Value)[] values = plan.Entities.SelectMany(entity => StoredValue.Of(entity.Entity).Select(value => (entity, value)))
            .Where(pair => pair.value is { IsStored: true, Member.IsMapped: true }).ToArray();
        IEnumerable<string> consents = values.SelectMany(pair => new[] { pair.Value.Member.Consent, pair.Value.Member.NeededConsent })
            .Concat(plan.Entities.SelectMany(entity => StoredCollection.Of(entity.Entity)).SelectMany(collection => StoredCollection.Classified(collection.Component)).Select(member => member.NeededConsent))
            .OfType<string>().Distinct().OrderBy(name => name, StringComparer.Ordinal);
        foreach (string consent in consents)
            yield return new Choice(ChoiceKind.Withdrawal, consent, Concerned(plan, value => value.Member.Consent == consent, consent), null);
        foreach (string purpose in values.Select(pair => pair.Value.Member.OptOut).OfType<string>().Distinct().OrderBy(name => name, StringComparer.Ordinal))
        {
            Period? within = values.Select(pair => pair.Value.Member).First(member => member.OptOut == purpose).OptOutWithin;
            yield return new Choice(ChoiceKind.OptOut, purpose, Concerned(plan, value => value.Member.OptOut == purpose, null), within);
        }

        if (values.Any(pair => pair.Value.Member.IsRestriction))
            yield return new Choice(ChoiceKind.Restriction, "", Concerned(plan, value => value.Member.IsRestriction, null), null);
    }

    private static ChoiceEntity[] Concerned(ErasurePlan plan, Func<StoredValue, bool> isRecord, string? consent) => plan.Entities
        .Select(entity => ChoiceEntity.Of(entity, isRecord, consent))
        .Where(entity => entity.Records.Count + entity.Cleared.Count + entity.Kept.Count + entity.Faults.Count + entity.Emptied.Count > 0)
        .ToArray();
}

/// <param name="Records">What records the choice.</param>
/// <param name="Cleared">What needs the consent.</param>
/// <param name="Emptied">Collections that need the consent.</param>
/// <param name="Kept">By rule, what needs the consent and a law keeps.</param>
/// <param name="Faults">Why it cannot be done, after a member's name.</param>
internal sealed record ChoiceEntity(
    EntityPlan Plan,
    IReadOnlyList<StoredValue> Records,
    IReadOnlyList<StoredValue> Cleared,
    IReadOnlyList<StoredCollection> Emptied,
    IReadOnlyList<StoredValue> Kept,
    IReadOnlyList<string> Faults)
{
    public string Name => Plan.Name;

    public static ChoiceEntity Of(EntityPlan plan, Func<StoredValue, bool> isRecord, string? consent)
    {
        StoredValue[] stored = StoredValue.Of(plan.Entity).Where(value => value is { IsStored: true, Member.IsMapped: true }).ToArray();
        StoredValue[] records = stored.Where(isRecord).ToArray();
        StoredValue[] needing = consent is null ? Array.Empty<StoredValue>() : stored.Where(value => value.IsClearable && value.Member.NeededConsent == consent && !records.Contains(value)).ToArray();
        StoredCollection[] collections = consent is null
            ? Array.Empty<StoredCollection>()
            : StoredCollection.Of(plan.Entity).Where(collection => StoredCollection.Classified(collection.Component).Any(member => member.NeededConsent == consent)).ToArray();
        StoredValue[] kept = needing.Where(value => value.Member.IsKeptByLaw).ToArray();
        StoredValue[] cleared = needing.Except(kept).ToArray();
        string[] faults = records.Where(value => Fault(value) is not null).Select(value => $"{plan.Name}.{value.Name} {Fault(value)}")
            .Concat(cleared.Select(value => (value.Name, Reason: Anonymization.Fault(value, plan.Entity))).Where(pair => pair.Reason is not null).Select(pair => $"{plan.Name}.{pair.Name} {pair.Reason}"))
            .Concat(collections.Select(collection => (collection.Name, Reason: Fault(collection, consent!))).Where(pair => pair.Reason is not null).Select(pair => $"{plan.Name}.{pair.Name} {pair.Reason}"))
            .Concat(Refusals.ForMapping(plan.Entity) is { } spread && records.Length + cleared.Length + collections.Length > 0 ? new[] { spread } : Array.Empty<string>())
            .ToArray();
        return new ChoiceEntity(plan, records, cleared, collections, kept, faults);
    }

    private static string? Fault(StoredValue record)
    {
        if (record.IsOwnedJson)
            return "is stored in the JSON of an owned type, which EF Core cannot update in place";
        return record.IsMoment || record.Member.Type.TrimEnd('?') == "bool" ? null : "records a choice and is neither a flag nor a date";
    }

    private static string? Fault(StoredCollection collection, string consent)
    {
        if (Anonymization.Fault(collection) is { } reason)
            return reason;
        return StoredCollection.Classified(collection.Component).Any(member => member.NeededConsent != consent || member.IsKeptByLaw)
            ? "is a collection of which only a part needs the consent"
            : null;
    }
}

using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Retention;

/// <summary>What a retention sweep does to each entity of a context. Lives while one file is written.</summary>
/// <param name="Clocks">Each rule with the clock that it is counted from, once.</param>
/// <param name="Entities">Children before their principals.</param>
/// <param name="Stuck">Those for which there is no such order.</param>
internal sealed record SweepPlan(ContextModel Context, IReadOnlyList<RuleClock> Clocks, IReadOnlyList<SweptEntity> Entities, IReadOnlyList<EntityModel> Stuck)
{
    private readonly Dictionary<string, int> _places = Enumerable.Range(0, Entities.Count).ToDictionary(i => Entities[i].Type, StringComparer.Ordinal);

    /// <summary>What a row without a rule of its own may be part of, and go with: by one reference, rows of a type or of those that derive from it.</summary>
    public IEnumerable<SweptEntity> LeadersOf(SweptEntity entity) => entity.Leader is { } step && Context.Find(step.Principal) is { } principal
        ? ContextIndex.Of(Context).Derived(principal).Append(principal).Select(other => _places.TryGetValue(other.Type.Global, out int place) ? place : -1).Where(place => place >= 0 && Entities[place].IsDeletable).OrderBy(place => place).Select(place => Entities[place])
        : Enumerable.Empty<SweptEntity>();

    public SweptEntity? Find(string type) => _places.TryGetValue(type, out int place) ? Entities[place] : null;
}

/// <summary>A rule, counted from a clock of an entity.</summary>
/// <param name="Number">What its local variables end with.</param>
internal sealed record RuleClock(int Number, RetentionRule Rule, EntityModel Owner, StoredValue Clock);

/// <summary>How an entity's rows lead to the clock of a rule.</summary>
/// <param name="Steps">From the entity to the clock's owner; none where the clock is its own.</param>
internal sealed record ClockPath(RuleClock Clock, IReadOnlyList<RelationModel> Steps);

/// <param name="Clearings">By rule, what is cleared once the rule's period has ended.</param>
/// <param name="Faults">By rule, what cannot be cleared once the rule's period has ended.</param>
/// <param name="Row">The rule that the row's end is reported under; <see langword="null"/> where no period ends the row.</param>
/// <param name="End">All periods that must have ended before the row is deleted.</param>
/// <param name="Leader">The required reference to the row that this one is part of: without a rule of its own, it goes when that one goes.</param>
/// <param name="Paths">The ways to the subjects, along which holds count.</param>
/// <param name="Later">What of its rows a later sweep or erasure has to find.</param>
internal sealed record SweptEntity(
    EntityModel Entity,
    IReadOnlyList<RuleClearing> Clearings,
    IReadOnlyList<(ClockPath Path, IReadOnlyList<AnonymizationFault> Faults)> Faults,
    ClockPath? Row,
    IReadOnlyList<ClockPath> End,
    RelationModel? Leader,
    IReadOnlyList<IReadOnlyList<RelationModel>> Paths,
    IReadOnlyList<DueLater> Later,
    IReadOnlyList<string> Derived)
{
    public string Name => Entity.UniqueName;

    public string Type => Entity.Type.Global;

    /// <summary>Its rows can be deleted: their own periods end, or those of the row that they are part of.</summary>
    public bool IsDeletable => Row is not null || Leader is not null;

    /// <summary>The rules that it is reported under: those that clear something, and the one that ends the row.</summary>
    public IEnumerable<ClockPath> Reported
    {
        get
        {
            IEnumerable<ClockPath> clearing = Clearings.Select(candidate => candidate.Path);
            return Row is { } row ? clearing.Concat(new[] { row }).GroupBy(path => path.Clock.Number).Select(group => group.First()) : clearing;
        }
    }
}

/// <summary>Personal data, until all its periods have ended.</summary>
/// <param name="Ends">The periods; none where no sweep ends it.</param>
/// <param name="Data">What it is; <see langword="null"/> where no query can tell whether there is any.</param>
internal sealed record DueLater(IReadOnlyList<ClockPath> Ends, ClearedData? Data);

/// <summary>What is cleared once a rule's period has ended.</summary>
/// <param name="Shared">Collections that other rules govern too: each is emptied once the further periods have ended as well.</param>
internal sealed record RuleClearing(ClockPath Path, ClearedData Data, IReadOnlyList<SharedCollection> Shared);

/// <param name="Further">The other periods that must have ended.</param>
internal sealed record SharedCollection(StoredCollection Collection, IReadOnlyList<ClockPath> Further);

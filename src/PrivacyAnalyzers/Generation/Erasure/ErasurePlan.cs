using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>What an erasure does to each entity that leads to a subject. Lives while one file is written.</summary>
/// <param name="Entities">Children before their principals.</param>
internal sealed record ErasurePlan(ContextModel Context, SubjectModel Subject, IReadOnlyList<EntityPlan> Entities);

/// <param name="Path">From the entity to the subject.</param>
/// <param name="Cleared">What anonymising clears.</param>
/// <param name="Faults">What a row that has to stay cannot be rid of.</param>
/// <param name="Kept">By rule, what a law keeps: the rule and the members. A rule of the type without members keeps the row alone.</param>
/// <param name="Personal">The names of all its classified members.</param>
/// <param name="Deadlines">The instructed rules that its type or its members follow.</param>
/// <param name="Derived">The entities that derive from it and are handled on their own.</param>
/// <param name="RequiredBy">Foreign keys of rows that cannot be without it.</param>
/// <param name="OptionalFor">Foreign keys of rows that can do without it.</param>
internal sealed record EntityPlan(
    EntityModel Entity,
    SubjectPath Path,
    RowFate Fate,
    ClearedData Cleared,
    IReadOnlyList<AnonymizationFault> Faults,
    IReadOnlyList<(RetentionRule Rule, IReadOnlyList<string> Members)> Kept,
    IReadOnlyList<string> Personal,
    IReadOnlyList<RetentionRule> Deadlines,
    IReadOnlyList<string> Derived,
    IReadOnlyList<RelationModel> RequiredBy,
    IReadOnlyList<RelationModel> OptionalFor)
{
    public string Name => Entity.UniqueName;

    public string Type => Entity.Type.Global;

    public IReadOnlyList<RelationModel> Steps => Path.Steps.Items;
}

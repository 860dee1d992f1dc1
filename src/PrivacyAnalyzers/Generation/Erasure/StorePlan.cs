using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>What an erasure does in a store that no context stands before: the plan for a context's rows, and what it cannot do without one.</summary>
/// <param name="Plan">What becomes of each entity that leads to the person.</param>
/// <param name="Obstacles">Why nothing may be touched.</param>
internal sealed record StorePlan(ErasurePlan Plan, IReadOnlyList<string> Obstacles)
{
    public static StorePlan Of(ContextModel context, SubjectModel subject)
    {
        ErasurePlan plan = ErasurePlanner.Plan(context, subject);
        return new StorePlan(plan, ObstaclesOf(context, plan).Distinct().ToArray());
    }

    /// <summary>The entities of the plan whose rows a reference may lead to.</summary>
    public static IEnumerable<EntityPlan> Principals(ContextModel context, ErasurePlan plan, RelationModel relation) => plan.Entities.Where(entity =>
        entity.Type == relation.Principal || context.Find(relation.Principal)?.DerivedEntities.Contains(entity.Type) == true);

    /// <summary>The members of a principal that a reference holds.</summary>
    public static EquatableArray<string> PrincipalKey(ContextModel context, RelationModel relation) =>
        relation.PrincipalKey.Count > 0 ? relation.PrincipalKey : context.Find(relation.Principal)?.Key ?? EquatableArray<string>.Empty;

    /// <summary>The members that a reference is let go of by.</summary>
    public static MemberModel[] Released(EntityModel entity, RelationModel relation) => relation.IsRequired
        ? Array.Empty<MemberModel>()
        : relation.ForeignKey.Select(entity.FindMember).OfType<MemberModel>().Where(member => member is { IsNullable: true, IsKey: false, Setter: SetterKind.Settable }).ToArray();

    private static IEnumerable<string> ObstaclesOf(ContextModel context, ErasurePlan plan)
    {
        foreach (EntityModel entity in plan.Entities.Select(planned => planned.Entity))
        {
            foreach (string refusal in Refusals.ForRules(entity))
                yield return refusal;
            if (entity.HasLinks)
                yield return $"rows of {entity.UniqueName} are linked to others by collections on both sides, which no store can be asked for: declare a type for the links";
            foreach (RelationModel relation in entity.Relations)
            {
                EntityPlan[] principals = Principals(context, plan, relation).ToArray();
                if (principals.Length == 0)
                    continue;
                if (relation.ForeignKey.Count == 0 || relation.ForeignKey.Count != PrincipalKey(context, relation).Count)
                    yield return $"rows of {entity.UniqueName} refer to {principals[0].Name} by no member that a store could be asked for: declare {string.Join(" and ", PrincipalKey(context, relation).Select(part => principals[0].Name + part))}";
                else if (Mismatch(entity, relation, principals[0].Entity, PrincipalKey(context, relation)) is { } mismatch)
                    yield return mismatch;
                else if (!relation.IsRequired && Released(entity, relation).Length == 0 && principals.Any(principal => principal.Fate == RowFate.Delete))
                    yield return $"{entity.UniqueName}.{relation.ForeignKey[0]} refers to what goes and cannot be unset: give it a setter";
            }
        }

        foreach (EntityModel stuck in ChangeOrder.Stuck(context, plan.Subject))
            yield return Refusals.ForCycle(stuck);
    }

    /// <summary>Values of two types are never the same in code, whatever the database makes of them.</summary>
    private static string? Mismatch(EntityModel entity, RelationModel relation, EntityModel principal, EquatableArray<string> key)
    {
        for (int i = 0; i < relation.ForeignKey.Count; i++)
        {
            if (entity.FindMember(relation.ForeignKey[i]) is { } held && principal.FindMember(key[i]) is { } part && held.Type.TrimEnd('?') != part.Type.TrimEnd('?'))
                return $"{entity.UniqueName}.{held.Name} and {principal.UniqueName}.{part.Name}, which it refers to, are of two types: give them one";
        }

        return null;
    }
}

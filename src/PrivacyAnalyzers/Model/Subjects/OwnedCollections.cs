namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Collections of owned rows with personal data in them. Anonymising their owner deletes those rows.</summary>
internal static class OwnedCollections
{
    /// <summary>The collections of a row, each with what follows <c>row.</c> to reach it.</summary>
    public static IEnumerable<(string Access, ComponentModel Component)> Of(EntityModel entity) => Of("", entity.Components);

    /// <summary>The classified members of what a collection holds.</summary>
    public static IEnumerable<MemberModel> Classified(ComponentModel component) =>
        component.Members.Concat(component.Components.SelectMany(Classified)).Where(member => member.Category is not null);

    public static IEnumerable<RetentionRule> Rules(ComponentModel component) =>
        Classified(component).Select(member => member.Retention).OfType<RetentionRule>().Distinct();

    /// <summary>The rule that all of a collection's members follow; <see langword="null"/> where they follow several.</summary>
    public static RetentionRule? OnlyRule(ComponentModel component) => Rules(component).Take(2).ToArray() is [var only] ? only : null;

    private static IEnumerable<(string Access, ComponentModel Component)> Of(string access, EquatableArray<ComponentModel> components)
    {
        foreach (ComponentModel component in components)
        {
            string inside = access + component.Identifier;
            if (component.IsCollection)
            {
                if (!component.IsComplex && Classified(component).Any())
                    yield return (inside, component);
                continue;
            }

            foreach ((string, ComponentModel) deeper in Of(inside + (component.IsNullable ? "!." : "."), component.Components))
                yield return deeper;
        }
    }
}

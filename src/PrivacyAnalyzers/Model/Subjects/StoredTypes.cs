namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>What contexts store: their entities and what is inside those.</summary>
internal static class StoredTypes
{
    /// <summary>The metadata names of all that the contexts store.</summary>
    public static HashSet<string> Of(IEnumerable<ContextModel> contexts)
    {
        var stored = new HashSet<string>(StringComparer.Ordinal);
        foreach (EntityModel entity in contexts.SelectMany(model => model.Entities))
        {
            stored.Add(entity.Type.Metadata);
            Add(entity.Components, stored);
        }

        return stored;
    }

    private static void Add(EquatableArray<ComponentModel> components, HashSet<string> stored)
    {
        foreach (ComponentModel component in components)
        {
            stored.Add(component.Type.Metadata);
            Add(component.Components, stored);
        }
    }
}

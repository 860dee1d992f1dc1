namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>A stored member that is personal data.</summary>
/// <param name="Type">The stored type, as documents name it: <c>Shop.Outer.Customer</c>.</param>
/// <param name="Member">The member, with the path that leads to it inside the type's rows: <c>Home.Street</c>.</param>
/// <param name="Metadata">The type's full metadata name, for lookups.</param>
internal sealed record DisclosureEntry(string Type, string Member, string Category, string? DataClass, RetentionRule? Retention, string Metadata)
{
    public string FullName => Type + "." + Member;
}

/// <summary>Lists what a project's code stores about people, once each and in ordinal order.</summary>
internal static class DisclosureEntries
{
    public static EquatableArray<DisclosureEntry> Of(IEnumerable<ContextModel> contexts, IEnumerable<PlainSubjectModel> others)
    {
        // Two contexts may store the same type.
        var entries = new SortedDictionary<string, DisclosureEntry>(StringComparer.Ordinal);
        foreach (EntityModel entity in contexts.SelectMany(context => context.Entities))
            Add(entries, entity.Type.Metadata, entity.Members, entity.Components, "");
        foreach (PlainSubjectModel other in others)
            Add(entries, other.Type.Metadata, other.Members, other.Components, "");
        return entries.Values.ToEquatableArray();
    }

    private static void Add(SortedDictionary<string, DisclosureEntry> entries, string metadata, EquatableArray<MemberModel> members, EquatableArray<ComponentModel> components, string path)
    {
        string type = metadata.Replace('+', '.');
        foreach (MemberModel member in members)
        {
            if (member.Category is not null)
                entries[type + "\0" + path + member.Name] = new DisclosureEntry(type, path + member.Name, member.Category, member.DataClass, member.Retention, metadata);
        }

        foreach (ComponentModel component in components)
            Add(entries, metadata, component.Members, component.Components, path + component.Name + ".");
    }
}

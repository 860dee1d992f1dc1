using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Generation.Disclosure;

/// <summary>What this project's code stores, for the disclosures that are generated of it.</summary>
internal sealed record DisclosureModel(string Namespace, PrivacyStatement? Statement, EquatableArray<DisclosureEntry> Entries)
{
    public static DisclosureModel Of(IEnumerable<ContextModel> contexts, IEnumerable<PlainSubjectModel> others, PrivacyStatement? statement, string space)
    {
        // Two contexts may store the same type.
        var entries = new SortedDictionary<string, DisclosureEntry>(StringComparer.Ordinal);
        foreach (EntityModel entity in contexts.SelectMany(context => context.Entities))
            Add(entries, entity.Type, entity.Members, entity.Components, "");
        foreach (PlainSubjectModel other in others)
            Add(entries, other.Type, other.Members, other.Components, "");
        return new DisclosureModel(space, statement, entries.Values.ToEquatableArray());
    }

    private static void Add(SortedDictionary<string, DisclosureEntry> entries, TypeName type, EquatableArray<MemberModel> members, EquatableArray<ComponentModel> components, string path)
    {
        string name = type.Metadata.Replace('+', '.');
        Add(entries, name, members, components, path);
    }

    private static void Add(SortedDictionary<string, DisclosureEntry> entries, string type, EquatableArray<MemberModel> members, EquatableArray<ComponentModel> components, string path)
    {
        foreach (MemberModel member in members)
        {
            if (member.Category is not null)
                entries[type + "\0" + path + member.Name] = new DisclosureEntry(type, path + member.Name, member.Category, member.DataClass, member.Retention);
        }

        foreach (ComponentModel component in components)
            Add(entries, type, component.Members, component.Components, path + component.Name + ".");
    }
}

internal sealed record DisclosureEntry(string Type, string Member, string Category, string? DataClass, RetentionRule? Retention);

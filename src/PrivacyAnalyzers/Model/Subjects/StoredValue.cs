namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>A value of a row, its own or that of a type stored inside it.</summary>
/// <param name="Name">As a receipt names it: <c>Email</c>, <c>Address.Street</c>.</param>
/// <param name="Access">What follows <c>row.</c> in code: <c>Email</c>, <c>Address!.Street</c>.</param>
/// <param name="Owner">What follows <c>row.</c> to reach the optional component that holds it; <see langword="null"/> where the value is always there.</param>
/// <param name="IsStored">Whether what holds it is stored, rather than computed by a type.</param>
/// <param name="IsOwnedJson">Stored in the JSON of an owned type.</param>
/// <param name="IsComplex">Stored in a complex type.</param>
/// <param name="Table">The path of the component that has a table of its own and holds the value; empty for the row's.</param>
internal sealed record StoredValue(string Name, string Access, string? Owner, MemberModel Member, bool IsStored, bool IsOwnedJson, bool IsComplex, string Table)
{
    /// <summary>The values of a row, but those of collections inside it.</summary>
    public static IEnumerable<StoredValue> Of(EntityModel entity) => Of("", "", null, true, false, false, "", entity.Members, entity.Components);

    /// <summary>The values of a collection's item, but those of collections inside it.</summary>
    public static IEnumerable<StoredValue> OfItem(StoredCollection collection) =>
        Of(collection.Name + ".", "", null, true, collection.Storage == CollectionStorage.OwnedJson, collection.Storage == CollectionStorage.Complex, "", collection.Component.Members, collection.Component.Components);

    /// <summary>Whether erasing its row's personal data clears it. Keys stay, since other rows refer to them; so does what later decisions need: clocks and holds.</summary>
    public bool IsClearable =>
        IsStored && Member is { Category: not null, IsMapped: true, IsKey: false, IsForeignKey: false, IsLegalHold: false, Clock: null };

    /// <summary>Whether it can say when something happened.</summary>
    public bool IsMoment => Member.Type.TrimEnd('?') is "global::System.DateTime" or "global::System.DateTimeOffset" or "global::System.DateOnly";

    private static IEnumerable<StoredValue> Of(
        string name, string access, string? owner, bool isStored, bool isOwnedJson, bool isComplex, string table, EquatableArray<MemberModel> members, EquatableArray<ComponentModel> components)
    {
        foreach (MemberModel member in members)
            yield return new StoredValue(name + member.Name, access + member.Identifier, owner, member, isStored, isOwnedJson, isComplex, table);
        foreach (ComponentModel component in components)
        {
            if (component.IsCollection)
                continue;
            string inside = access + component.Identifier;
            string step = component.IsNullable ? component.IsValueType ? "!.Value." : "!." : ".";
            foreach (StoredValue value in Of(
                name + component.Name + ".", inside + step, component.IsNullable ? owner ?? inside : owner, isStored && component.IsStored,
                isOwnedJson || component is { IsJson: true, IsComplex: false }, isComplex || component.IsComplex, component.IsApart ? inside : table, component.Members, component.Components))
            {
                yield return value;
            }
        }
    }
}

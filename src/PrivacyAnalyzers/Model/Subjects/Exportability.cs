namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// Values that an export can only write as their <c>ToString</c>, of a type that gives none of its own. PRIV3005 reports what this finds.
/// </summary>
internal static class Exportability
{
    /// <summary>A person's data, or a choice that they made.</summary>
    public static bool IsExported(MemberModel member) => member.Category is not null || member.Consent is not null || member.OptOut is not null || member.IsRestriction;

    /// <summary>A secret is never written, whatever its type.</summary>
    public static bool IsWithheld(MemberModel member) => member.Category == Categories.Credential;

    /// <summary>The exported members, by their paths, whose values cannot be written down.</summary>
    public static IEnumerable<(string Path, MemberModel Member)> Faults(EquatableArray<MemberModel> members, EquatableArray<ComponentModel> components, string path = "") =>
        members.Where(member => IsExported(member) && !IsWithheld(member) && member.Shape.Kind == ValueKind.Opaque).Select(member => (path + member.Name, member))
            .Concat(components.SelectMany(component => Faults(component.Members, component.Components, path + component.Name + ".")));
}

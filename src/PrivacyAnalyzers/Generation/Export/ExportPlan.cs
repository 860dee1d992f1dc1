using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Export;

/// <summary>What is exported of one type: its personal data, the choices a person made, and what its components hold.</summary>
/// <param name="Name">Of the row's class and of what belongs to it: <c>Customer</c>, <c>Customer_Address</c>.</param>
internal sealed record ExportedType(string Name, TypeName Type, IReadOnlyList<ExportedValue> Values, IReadOnlyList<ExportedPart> Parts)
{
    public string ClassName => Name + "Row";

    public bool IsEmpty => Values.Count == 0 && Parts.Count == 0;

    /// <summary>This type's values and those of its parts, in order.</summary>
    public IEnumerable<ExportedValue> All => Values.Concat(Parts.SelectMany(part => part.Type.All));

    /// <summary>This type and its parts, inner ones first.</summary>
    public IEnumerable<ExportedType> WithParts => Parts.SelectMany(part => part.Type.WithParts).Concat(new[] { this });

    /// <param name="taken">Names of entities, which a part's may not be.</param>
    public static ExportedType Of(string name, TypeName type, EquatableArray<MemberModel> members, EquatableArray<ComponentModel> components, ISet<string>? taken = null, string path = "") => new(
        name,
        type,
        members.Where(Exportability.IsExported).Select(member => new ExportedValue(member, path + member.Name, FieldOf(name, member.Name))).ToList(),
        components
            .Select(component => new ExportedPart(component, Of(PartOf(name, component.Name, taken), component.Type, component.Members, component.Components, taken, path + component.Name + ".")))
            .Where(part => !part.Type.IsEmpty)
            .ToList());

    /// <summary>A member with an underscore says how long the name before it is: X.Y_Z and X_Y.Z are two fields.</summary>
    private static string FieldOf(string name, string member) =>
        member.IndexOf('_') < 0 ? $"Describe_{name}_{member}" : FormattableString.Invariant($"Describe{name.Length}_{name}_{member}");

    private static string PartOf(string name, string component, ISet<string>? taken)
    {
        string part = $"{name}_{component}";
        while (taken?.Contains(part) == true)
            part += "_";
        return part;
    }
}

/// <param name="Path">As the export names it: <c>Email</c>, <c>Address.Street</c>.</param>
/// <param name="Field">The field that holds its description.</param>
internal sealed record ExportedValue(MemberModel Member, string Path, string Field)
{
    public bool IsWithheld => Exportability.IsWithheld(Member);

    /// <summary>The type of the value in the export.</summary>
    public string Type => IsWithheld ? "string?" : Member.Type;
}

internal sealed record ExportedPart(ComponentModel Component, ExportedType Type);

/// <summary>One entity in a subject's export.</summary>
/// <param name="Property">The export's property for its rows.</param>
internal sealed record ExportSection(EntityModel Entity, SubjectPath Path, ExportedType Type, string Property)
{
    /// <summary>The subject's own row: at most one.</summary>
    public bool IsSingle => Path.IsSelf;
}

/// <summary>A subject's export.</summary>
internal sealed record ExportPlan(SubjectModel Subject, IReadOnlyList<ExportSection> Sections)
{
    public string ClassName => Subject.UniqueName + "Export";

    /// <summary>The subject first, then what hangs on it, down to the last child.</summary>
    public static ExportPlan Of(SubjectModel subject, ContextModel context)
    {
        var sections = new List<ExportSection>();
        var taken = new HashSet<string>(StringComparer.Ordinal) { "RequestId", "ExportedAt", subject.UniqueName + "Export" };
        HashSet<string> entities = ContextIndex.Of(context).UniqueNames;
        foreach (SubjectPath path in subject.Paths.Reverse())
        {
            if (context.Find(path.Entity) is not { IsAbstract: false } entity)
                continue;
            ExportedType type = ExportedType.Of(entity.UniqueName, entity.Type, entity.Members, entity.Components, entities);
            if (type.IsEmpty)
                continue;
            string property = path.IsSelf ? entity.UniqueName : entity.SetName ?? entity.UniqueName;
            while (!taken.Add(property))
                property += "Rows";
            sections.Add(new ExportSection(entity, path, type, property));
        }

        return new ExportPlan(subject, sections);
    }
}

using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>
/// Writes the comparison of what the generator saw with what EF Core knows. A generator reads conventions, attributes and plain calls, not
/// all that <c>OnModelCreating</c> may do: a reference to a person's row that it missed would be a table that an erasure forgot.
/// The text of the checks is the same for all contexts; only what is expected differs.
/// </summary>
internal static class ModelAssertion
{
    private const string Dictionary = "private static readonly global::System.Collections.Generic.Dictionary";
    private const string Name = "(global::System.Type Dependent, string Name)";

    public static void Write(CodeWriter writer, ContextModel context)
    {
        writer.Line("// The types whose rows lead to a person, with the key that this code compares (empty: none that it could see; null: it only reads the rows).");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces(Dictionary + "<global::System.Type, string?> s_aboutPeople = new()", "};"))
        {
            foreach (EntityModel entity in AboutPeople(context))
                writer.Line($"[typeof({entity.Type.Global})] = {GeneratedText.Literal(entity.IsKeyless ? null : string.Join(",", entity.Key))},");
        }

        writer.Line();
        writer.Line("// The references to rows that this code was made for, by foreign key (or @navigation, or ~inverse): the members that each refers to (empty: none that it compares), and whether there must be such a row.");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"{Dictionary}<{Name}, (string Principal, bool IsRequired)> s_references = new()", "};"))
        {
            foreach (var same in context.Entities.SelectMany(entity => entity.Relations).SelectMany(relation => Names(context, relation)).GroupBy(line => line.Name))
            {
                string principal = same.Select(line => line.Principal).FirstOrDefault(name => name.Length > 0) ?? "";
                writer.Line($"[{same.Key}] = ({GeneratedText.Literal(principal)}, {(same.All(line => line.IsRequired) ? "true" : "false")}),");
            }
        }

        writer.Line();
        writer.Line("// Of rows that may stay: what of a person is replaced, by null (?), by a value of its own (*), by an empty collection (+) or by one value in all rows; what is taken for not stored (-). Parts of rows (/), and those that are changed in place (#).");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces(Dictionary + "<global::System.Type, string[]> s_members = new()", "};"))
        {
            foreach (EntityModel entity in AboutPeople(context).Where(entity => !entity.IsKeyless))
            {
                string[] members = Members(entity, RowSurvival.MayStay(context, entity)).ToArray();
                if (members.Length > 0)
                    writer.Line($"[typeof({entity.Type.Global})] = new string[] {{ {string.Join(", ", members.Select(GeneratedText.Literal))} }},");
            }
        }

        writer.Line();
        writer.Line(ModelChecks.Text(context));
    }

    /// <summary>Each by its path within the row, and what it is taken for.</summary>
    private static IEnumerable<string> Members(EntityModel entity, bool mayStay)
    {
        foreach (string part in Parts("", entity.Components, mayStay))
            yield return part;
        if (!mayStay)
            yield break;
        foreach (StoredValue value in StoredValue.Of(entity).Where(value => Anonymization.IsClearedInRow(value.Member)))
        {
            if (!value.IsStored || !value.Member.IsMapped)
                yield return value.Name + "-";
            else if (value.IsClearable && Anonymization.Fault(value, entity) is null)
                yield return value.Name + Kind(new Replacement(value, entity));
        }

        foreach (StoredValue value in StoredCollection.Of(entity).Where(collection => collection.EndsInParts).SelectMany(StoredItems.Of).SelectMany(items => items.Values).Where(value => Anonymization.IsClearedInRow(value.Member)))
        {
            if (value.IsClearable && Anonymization.FaultOfItem(value) is null)
                yield return value.Name + Kind(new Replacement(value, entity));
        }
    }

    private static string Kind(Replacement replacement) =>
        replacement.IsNull ? "?" : replacement.IsByRow ? "*" : replacement.IsEmptied ? "+" : "";

    private static IEnumerable<string> Parts(string path, EquatableArray<ComponentModel> components, bool mayStay)
    {
        foreach (ComponentModel component in components.Where(component => component.IsStored))
        {
            yield return path + component.Name + (mayStay && !component.IsJson && !component.IsComplex ? "#" : "/");
            foreach (string inner in Parts(path + component.Name + ".", component.Components, mayStay))
                yield return inner;
        }
    }

    private static IEnumerable<EntityModel> AboutPeople(ContextModel context) =>
        context.Subjects.SelectMany(subject => subject.Paths).Select(path => context.Find(path.Entity)).OfType<EntityModel>()
            .GroupBy(entity => entity.Type.Global).Select(group => group.First());

    private static IEnumerable<(string Name, string Principal, bool IsRequired)> Names(ContextModel context, RelationModel relation)
    {
        if (relation.ForeignKey.Count > 0)
        {
            EquatableArray<string> principal = relation.PrincipalKey.Count > 0 ? relation.PrincipalKey : context.Find(relation.Principal)?.Key ?? EquatableArray<string>.Empty;
            if (principal.Count > 0 || (relation.Navigation ?? relation.Inverse) is not null)
                yield return (Line(relation, string.Join(",", relation.ForeignKey)), string.Join(",", principal), relation.IsRequired);
            yield break;
        }

        if (relation.Navigation is { } navigation)
            yield return (Line(relation, "@" + navigation), "", relation.IsRequired);
        if (relation.Inverse is { } inverse)
            yield return (Line(relation, "~" + inverse), "", relation.IsRequired);
    }

    private static string Line(RelationModel relation, string name) => $"(typeof({relation.Dependent}), {GeneratedText.Literal(name)})";
}

using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>
/// Writes the comparison of what the generator saw with what EF Core knows. A generator reads conventions, attributes and plain calls, not
/// all that <c>OnModelCreating</c> may do: a reference to a person's row that it missed would be a table that an erasure forgot.
/// </summary>
internal static class ModelAssertion
{
    private const string Reference = "(global::System.Type Dependent, string Name, string Key, bool IsRequired)";

    public static void Write(CodeWriter writer, ContextModel context)
    {
        EntityModel[] aboutPeople = context.Subjects.SelectMany(subject => subject.Paths).Select(path => context.Find(path.Entity)).OfType<EntityModel>()
            .GroupBy(entity => entity.Type.Global).Select(group => group.First()).ToArray();
        writer.Line("// The types whose rows lead to a person, with their keys, and the references to rows that this code was made for, by foreign key (or @navigation, or ~inverse).");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces("private static readonly global::System.Collections.Generic.Dictionary<global::System.Type, string> s_aboutPeople = new()", "};"))
        {
            foreach (EntityModel entity in aboutPeople)
                writer.Line($"[typeof({entity.Type.Global})] = {GeneratedText.Literal(entity.IsKeyless ? "" : string.Join(",", entity.Key))},");
        }

        writer.Line();
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"private static readonly {Reference}[] s_references = new {Reference}[]", "};"))
        {
            foreach (string line in context.Entities.SelectMany(entity => entity.Relations).SelectMany(relation => Names(context, relation)).Distinct())
                writer.Line(line);
        }

        writer.Line();
        writer.Line("// What EF Core knows and this code does not must not be forgotten: it refuses before a row is touched.");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"private static void AssertModel({context.Type.Global} db)"))
            Body(writer);
    }

    private static void Body(CodeWriter writer)
    {
        using (writer.Braces("foreach (var entity in db.Model.GetEntityTypes())"))
        {
            writer.Line("if (entity.IsPropertyBag || entity.FindPrimaryKey() is not { } primary)");
            using (writer.Indented())
                writer.Line("continue;");
            using (writer.Braces("if (!entity.IsOwned() && s_aboutPeople.TryGetValue(entity.ClrType, out string? known))"))
            {
                writer.Line("if (entity.GetMappingStrategy() is \"TPT\" or \"TPC\" || global::System.Linq.Enumerable.Count(entity.GetTableMappings()) > 1)");
                using (writer.Indented())
                    writer.Line("throw new global::System.NotSupportedException($\"Nothing was changed: rows of {entity.ClrType.Name} are stored in several tables, which set-based statements cannot change (PRIV3001)\");");
                writer.Line("if (entity.GetTableName() is not null && entity.GetViewName() is not null)");
                using (writer.Indented())
                    writer.Line("throw new global::System.NotSupportedException($\"Nothing was changed: rows of {entity.ClrType.Name} are read from a view, which may hide some that its table has\");");
                writer.Line("string identity = string.Join(\",\", global::System.Linq.Enumerable.Select(primary.Properties, property => property.Name));");
                writer.Line("if (known.Length > 0 && known != identity)");
                using (writer.Indented())
                    writer.Line("throw new global::System.NotSupportedException($\"Nothing was changed: the key of {entity.ClrType.Name} is {identity} and not {known}, for which this code was generated; say so with [Key], [PrimaryKey] or HasKey in OnModelCreating\");");
            }

            using (writer.Braces("foreach (var key in entity.GetDeclaredForeignKeys())"))
            {
                writer.Line("if (key.IsOwnership || !s_aboutPeople.ContainsKey(key.PrincipalEntityType.ClrType))");
                using (writer.Indented())
                    writer.Line("continue;");
                writer.Line("string names = string.Join(\",\", global::System.Linq.Enumerable.Select(key.Properties, property => property.Name));");
                writer.Line("string target = string.Join(\",\", global::System.Linq.Enumerable.Select(key.PrincipalKey.Properties, property => property.Name));");
                writer.Line("var references = global::System.Array.FindAll(s_references, reference => !entity.IsOwned() && reference.Dependent == entity.ClrType &&");
                using (writer.Indented())
                    writer.Line("(reference.Name == names || reference.Name == \"@\" + key.DependentToPrincipal?.Name || reference.Name == \"~\" + key.PrincipalToDependent?.Name));");
                writer.Line("if (references.Length == 0)");
                using (writer.Indented())
                    writer.Line("throw new global::System.NotSupportedException($\"Nothing was changed: {entity.ClrType.Name} refers to {key.PrincipalEntityType.ClrType.Name} by {names}, which generated code does not know; say so in OnModelCreating with Entity<{entity.ClrType.Name}>() and HasForeignKey, by a navigation, or with [SubjectLink]\");");
                writer.Line("if (!global::System.Array.Exists(references, reference => reference.IsRequired == key.IsRequired && (reference.Key.Length == 0 || reference.Key == target)))");
                using (writer.Indented())
                    writer.Line("throw new global::System.NotSupportedException($\"Nothing was changed: {entity.ClrType.Name} refers to {target} of {key.PrincipalEntityType.ClrType.Name} by {names}, which is {(key.IsRequired ? \"required\" : \"optional\")}, and this code was generated for another reference; say so in OnModelCreating with Entity<{entity.ClrType.Name}>()\");");
            }
        }
    }

    private static IEnumerable<string> Names(ContextModel context, RelationModel relation)
    {
        if (relation.ForeignKey.Count > 0)
        {
            yield return Line(context, relation, string.Join(",", relation.ForeignKey));
            yield break;
        }

        if (relation.Navigation is { } navigation)
            yield return Line(context, relation, "@" + navigation);
        if (relation.Inverse is { } inverse)
            yield return Line(context, relation, "~" + inverse);
    }

    private static string Line(ContextModel context, RelationModel relation, string name)
    {
        IEnumerable<string> target = relation.PrincipalKey.Count > 0 ? relation.PrincipalKey : context.Find(relation.Principal)?.Key ?? EquatableArray<string>.Empty;
        return $"(typeof({relation.Dependent}), {GeneratedText.Literal(name)}, {GeneratedText.Literal(string.Join(",", target))}, {(relation.IsRequired ? "true" : "false")}),";
    }
}

using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>
/// Writes the comparison of what the generator saw with what EF Core knows. A generator reads conventions, attributes and plain calls, not
/// all that <c>OnModelCreating</c> may do: a reference to a person's row that it missed would be a table that an erasure forgot.
/// </summary>
internal static class ModelAssertion
{
    private const string Pair = "(global::System.Type Dependent, string Name)";

    public static void Write(CodeWriter writer, ContextModel context)
    {
        EntityModel[] aboutPeople = context.Subjects.SelectMany(subject => subject.Paths).Select(path => context.Find(path.Entity)).OfType<EntityModel>()
            .GroupBy(entity => entity.Type.Global).Select(group => group.First()).ToArray();
        writer.Line("// The types whose rows lead to a person, and the references to rows that this code was made for, by foreign key (or @navigation, or ~inverse).");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces("private static readonly global::System.Collections.Generic.HashSet<global::System.Type> s_aboutPeople = new()", "};"))
        {
            foreach (EntityModel entity in aboutPeople)
                writer.Line($"typeof({entity.Type.Global}),");
        }

        writer.Line();
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"private static readonly global::System.Collections.Generic.HashSet<{Pair}> s_references = new()", "};"))
        {
            foreach (string line in context.Entities.SelectMany(entity => entity.Relations).SelectMany(Names).Distinct())
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
            writer.Line("if (entity.IsPropertyBag || entity.IsOwned() || entity.FindPrimaryKey() is null)");
            using (writer.Indented())
                writer.Line("continue;");
            writer.Line("if (s_aboutPeople.Contains(entity.ClrType) && (entity.GetMappingStrategy() is \"TPT\" or \"TPC\" || global::System.Linq.Enumerable.Count(entity.GetTableMappings()) > 1))");
            using (writer.Indented())
                writer.Line("throw new global::System.NotSupportedException($\"Nothing was changed: rows of {entity.ClrType.Name} are stored in several tables, which set-based statements cannot change (PRIV3001)\");");
            using (writer.Braces("foreach (var key in entity.GetDeclaredForeignKeys())"))
            {
                writer.Line("string names = string.Join(\",\", global::System.Linq.Enumerable.Select(key.Properties, property => property.Name));");
                writer.Line("if (key.IsOwnership || !s_aboutPeople.Contains(key.PrincipalEntityType.ClrType) || s_references.Contains((entity.ClrType, names)) ||");
                using (writer.Indented())
                {
                    writer.Line("s_references.Contains((entity.ClrType, \"@\" + key.DependentToPrincipal?.Name)) || s_references.Contains((entity.ClrType, \"~\" + key.PrincipalToDependent?.Name)))");
                }

                using (writer.Indented())
                    writer.Line("continue;");
                writer.Line("throw new global::System.NotSupportedException($\"Nothing was changed: {entity.ClrType.Name} refers to {key.PrincipalEntityType.ClrType.Name} by {names}, which generated code does not know; say so in OnModelCreating with Entity<{entity.ClrType.Name}>() and HasForeignKey, by a navigation, or with [SubjectLink]\");");
            }
        }
    }

    private static IEnumerable<string> Names(RelationModel relation)
    {
        if (relation.ForeignKey.Count > 0)
        {
            yield return Line(relation, string.Join(",", relation.ForeignKey));
            yield break;
        }

        if (relation.Navigation is { } navigation)
            yield return Line(relation, "@" + navigation);
        if (relation.Inverse is { } inverse)
            yield return Line(relation, "~" + inverse);
    }

    private static string Line(RelationModel relation, string name) => $"(typeof({relation.Dependent}), {GeneratedText.Literal(name)}),";
}

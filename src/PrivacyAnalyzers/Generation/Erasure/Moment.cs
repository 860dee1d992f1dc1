using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>
/// Writes moments so that every database takes them: PostgreSQL has a type with a time zone and one without, and takes for each only the kind
/// of <c>DateTime</c> that fits. Which one a column has is known when the program runs.
/// </summary>
internal static class Moment
{
    /// <summary>The value as the column takes it.</summary>
    public static string Of(EntityModel entity, StoredValue column, string value) =>
        $"Moment(db.Model.FindEntityType(typeof({entity.Type.Global})), {GeneratedText.Literal(column.Name)}, {value})";

    public static void WriteHelper(CodeWriter writer)
    {
        writer.Line("// A moment of the kind that the column takes: PostgreSQL tells those with a time zone from those without.");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces("private static global::System.DateTime Moment(global::Microsoft.EntityFrameworkCore.Metadata.IEntityType? entity, string path, global::System.DateTime value)"))
        {
            writer.Line("string[] names = path.Split('.');");
            writer.Line("global::Microsoft.EntityFrameworkCore.Metadata.ITypeBase? type = entity;");
            writer.Line("for (int i = 0; i < names.Length - 1; i++)");
            using (writer.Indented())
            {
                writer.Line("type = type?.FindComplexProperty(names[i])?.ComplexType ?? (global::Microsoft.EntityFrameworkCore.Metadata.ITypeBase?)(type as global::Microsoft.EntityFrameworkCore.Metadata.IEntityType)?.FindNavigation(names[i])?.TargetEntityType;");
            }

            writer.Line("string column = type?.FindProperty(names[names.Length - 1])?.FindRelationalTypeMapping()?.StoreType ?? \"\";");
            writer.Line("// SQL Server has types that begin later than the calendar.");
            writer.Line("if (value.Year < 1900 && (column.Equals(\"datetime\", global::System.StringComparison.OrdinalIgnoreCase) || column.Equals(\"smalldatetime\", global::System.StringComparison.OrdinalIgnoreCase)))");
            using (writer.Indented())
                writer.Line("value = new global::System.DateTime(1900, 1, 1);");
            writer.Line("bool hasNoZone = column.StartsWith(\"timestamp\", global::System.StringComparison.Ordinal) && !column.Contains(\"with time zone\", global::System.StringComparison.Ordinal);");
            writer.Line("return global::System.DateTime.SpecifyKind(value.Kind == global::System.DateTimeKind.Local ? value.ToUniversalTime() : value, hasNoZone ? global::System.DateTimeKind.Unspecified : global::System.DateTimeKind.Utc);");
        }
    }
}

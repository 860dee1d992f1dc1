using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Export;

/// <summary>Writes the method that turns one row into JSON: a call for each value, by its type.</summary>
internal static class JsonEmitter
{
    private const string Json = "global::PrivacyAnalyzers.ExportJson.";

    public static void Method(CodeWriter writer, ExportedType type)
    {
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"private static void Write_{type.Name}(global::System.Text.Json.Utf8JsonWriter writer, {type.Type.Global} row, global::PrivacyAnalyzers.ExportOptions? options = null)"))
        {
            writer.Line("writer.WriteStartObject();");
            foreach (ExportedValue value in type.Values)
            {
                using (writer.Braces($"if (options?.Includes({value.Field}) != false)"))
                {
                    writer.Line($"writer.WritePropertyName({GeneratedText.Literal(value.Member.Name)});");
                    writer.Line(Value(value));
                }
            }

            foreach (ExportedPart part in type.Parts)
            {
                using (writer.Braces($"if (options?.IncludesAny({string.Join(", ", part.Type.All.Select(value => value.Field))}) != false)"))
                {
                    writer.Line($"writer.WritePropertyName({GeneratedText.Literal(part.Component.Name)});");
                    Part(writer, part);
                }
            }

            writer.Line("writer.WriteEndObject();");
        }
    }

    /// <summary>Says that a secret is there, and not which.</summary>
    public static string Withheld(MemberModel member)
    {
        const string Text = "global::PrivacyAnalyzers.ExportedMember.Withheld";
        return member.IsValueType && !member.Type.EndsWith("?", StringComparison.Ordinal) ? Text : $"row.{member.Identifier} is null ? null : {Text}";
    }

    private static string Value(ExportedValue value)
    {
        MemberModel member = value.Member;
        if (value.IsWithheld)
            return $"{Json}Value(writer, {Withheld(member)});";
        string read = $"row.{member.Identifier}";
        bool mayBeNull = !member.IsValueType || member.Type.EndsWith("?", StringComparison.Ordinal);
        return member.Shape.IsSequence
            ? $"{Json}Sequence(writer, {read}, static (json, item) => {Call(member.Shape.Kind, "item", member.Shape.IsNullableElement, "json")});"
            : Call(member.Shape.Kind, read, mayBeNull) + ";";
    }

    private static string Call(ValueKind kind, string read, bool mayBeNull, string writer = "writer") => kind switch
    {
        ValueKind.Formattable => $"{Json}Formatted({writer}, {read})",
        ValueKind.Enum or ValueKind.TextOf or ValueKind.Opaque => $"{Json}Value({writer}, {read}{(mayBeNull ? "?" : "")}.ToString())",
        _ => $"{Json}Value({writer}, {read})",
    };

    private static void Part(CodeWriter writer, ExportedPart part)
    {
        string read = $"row.{part.Component.Identifier}";
        string held = "held_" + part.Component.Name;
        if (part.Component.IsCollection)
        {
            writer.Line("writer.WriteStartArray();");
            using (writer.Braces($"if ({read} is {{ }} {held})"))
            {
                using (writer.Braces($"foreach (var item in {held})"))
                    writer.Line($"Write_{part.Type.Name}(writer, item, options);");
            }

            writer.Line("writer.WriteEndArray();");
            return;
        }

        if (part.Component.IsValueType && !part.Component.IsNullable)
        {
            writer.Line($"Write_{part.Type.Name}(writer, {read}, options);");
            return;
        }

        writer.Line($"if ({read} is {{ }} {held})");
        using (writer.Indented())
            writer.Line($"Write_{part.Type.Name}(writer, {held}, options);");
        writer.Line("else");
        using (writer.Indented())
            writer.Line("writer.WriteNullValue();");
    }
}

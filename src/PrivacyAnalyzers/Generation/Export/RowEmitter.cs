using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Export;

/// <summary>Writes what is exported of one type: its class, the descriptions of its members, and how it becomes JSON.</summary>
internal static class RowEmitter
{
    private const string MemberType = "global::PrivacyAnalyzers.ExportedMember";

    public static string MembersField(ExportedType type) => "Members_" + type.Name;

    public static void Emit(CodeWriter writer, ExportedType root, string accessibility)
    {
        foreach (ExportedType type in root.WithParts)
        {
            Class(writer, type, accessibility);
            writer.Line();
            JsonEmitter.Method(writer, type);
            writer.Line();
            foreach (ExportedValue value in type.Values)
            {
                writer.Line(GeneratedText.Attribute);
                writer.Line($"private static readonly {MemberType} {value.Field} = {Description(value)};");
                writer.Line();
            }
        }

        writer.Line(GeneratedText.Attribute);
        writer.Line($"private static readonly {MemberType}[] {MembersField(root)} =");
        using (writer.Braces("", "};"))
        {
            foreach (ExportedValue value in root.All)
                writer.Line(value.Field + ",");
        }

        writer.Line();
    }

    private static string Description(ExportedValue value)
    {
        MemberModel member = value.Member;
        string? choice = member.Consent is not null ? "consent: " + member.Consent : member.OptOut is not null ? "opt-out: " + member.OptOut : member.IsRestriction ? "restriction" : null;
        string[] more = new[]
        {
            member.IsPortable ? "IsPortable = true" : null,
            member.Sources.Count > 0 ? "Sources = " + List(member.Sources) : null,
            member.Recipients.Count > 0 ? "Recipients = " + List(member.Recipients) : null,
        }.OfType<string>().ToArray();
        return $"new({GeneratedText.Literal(value.Path)}, {GeneratedText.Literal(member.Category)}, {GeneratedText.Literal(member.DataClass)}, {List(member.Purposes)}, " +
            $"{GeneratedText.Literal(member.Retention?.Name)}, {GeneratedText.Literal(member.Retention is { Keep: not null } rule ? rule.Describe() : null)}, {GeneratedText.Literal(choice)}){(more.Length == 0 ? "" : $" {{ {string.Join(", ", more)} }}")}";
    }

    private static string List(EquatableArray<string> names) => names.Count == 0
        ? "global::System.Array.Empty<string>()"
        : $"new string[] {{ {string.Join(", ", names.Select(GeneratedText.Literal))} }}";

    private static void Class(CodeWriter writer, ExportedType type, string accessibility)
    {
        writer.Line($"/// <summary>What is exported of one <c>{GeneratedText.Xml(type.Type.Name)}</c>.</summary>");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"{accessibility} sealed class {type.ClassName}"))
        {
            using (writer.Braces($"internal {type.ClassName}({type.Type.Global} row)"))
            {
                foreach (ExportedValue value in type.Values)
                    writer.Line($"this.{value.Member.Identifier} = new global::PrivacyAnalyzers.Exported<{value.Type}>({Stored(value)}, {value.Field});");
                foreach (ExportedPart part in type.Parts)
                    Part(writer, part);
            }

            foreach (ExportedValue value in type.Values)
            {
                writer.Line();
                writer.Line($"/// <summary><c>{GeneratedText.Xml(value.Path)}</c>: {GeneratedText.Xml(value.Member.Category ?? "a recorded choice")}.</summary>");
                writer.Line($"public global::PrivacyAnalyzers.Exported<{value.Type}> {value.Member.Identifier} {{ get; }}");
            }

            foreach (ExportedPart part in type.Parts)
            {
                writer.Line();
                writer.Line($"/// <summary><c>{GeneratedText.Xml(part.Component.Name)}</c>, and what of it is personal data.</summary>");
                writer.Line($"public {PartType(part)} {part.Component.Identifier} {{ get; }}");
            }
        }
    }

    private static string PartType(ExportedPart part)
    {
        string name = part.Type.ClassName;
        return part.Component.IsCollection ? $"global::System.Collections.Generic.IReadOnlyList<{name}>" : part.Component.IsValueType && !part.Component.IsNullable ? name : name + "?";
    }

    private static void Part(CodeWriter writer, ExportedPart part)
    {
        string name = part.Component.Identifier;
        if (!part.Component.IsCollection)
        {
            writer.Line(part.Component.IsValueType && !part.Component.IsNullable
                ? $"this.{name} = new {part.Type.ClassName}(row.{name});"
                : $"this.{name} = row.{name} is {{ }} held_{part.Component.Name} ? new {part.Type.ClassName}(held_{part.Component.Name}) : null;");
            return;
        }

        string list = "list_" + part.Component.Name;
        writer.Line($"var {list} = new global::System.Collections.Generic.List<{part.Type.ClassName}>();");
        using (writer.Braces($"if (row.{name} is {{ }} held_{part.Component.Name})"))
        {
            using (writer.Braces($"foreach (var item in held_{part.Component.Name})"))
                writer.Line($"{list}.Add(new {part.Type.ClassName}(item));");
        }

        writer.Line($"this.{name} = {list};");
    }

    /// <summary>The value as exported: never a credential.</summary>
    private static string Stored(ExportedValue value) => value.IsWithheld ? JsonEmitter.Withheld(value.Member) : $"row.{value.Member.Identifier}";
}

using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Export;

/// <summary>Writes the extension methods of a data subject that no database of this compilation stores.</summary>
internal static class PlainExportEmitter
{
    public static string Emit(PlainSubjectModel subject)
    {
        ExportedType type = ExportedType.Of(subject.Type.Name, subject.Type, subject.Members, subject.Components);
        var writer = new CodeWriter();
        GeneratedText.Begin(writer);
        using (GeneratedText.InNamespace(writer, subject.Type.Namespace))
        {
            string name = GeneratedText.Xml(subject.Type.Name);
            string accessibility = subject.IsPublic ? "public" : "internal";
            writer.Line($"/// <summary>What people may ask of one <c>{name}</c>.</summary>");
            using (writer.Braces($"{accessibility} static partial class {subject.HolderName}"))
            {
                writer.Line($"/// <summary>The personal data in this <c>{name}</c>, with what there is to say of it.</summary>");
                writer.Line("/// <param name=\"subject\">The person.</param>");
                writer.Line(GeneratedText.Attribute);
                using (writer.Braces($"{accessibility} static {type.ClassName} ToPersonalDataExport(this {subject.Type.Global} subject)"))
                {
                    writer.Line("global::System.ArgumentNullException.ThrowIfNull(subject);");
                    writer.Line($"return new {type.ClassName}(subject);");
                }

                writer.Line();
                writer.Line($"/// <summary>Writes the personal data in this <c>{name}</c> as JSON.</summary>");
                writer.Line("/// <param name=\"subject\">The person.</param>");
                writer.Line("/// <param name=\"writer\">Where to.</param>");
                writer.Line(GeneratedText.Attribute);
                using (writer.Braces($"{accessibility} static void WritePersonalDataExport(this {subject.Type.Global} subject, global::System.Text.Json.Utf8JsonWriter writer)"))
                {
                    writer.Line("global::System.ArgumentNullException.ThrowIfNull(subject);");
                    writer.Line("global::System.ArgumentNullException.ThrowIfNull(writer);");
                    writer.Line("writer.WriteStartObject();");
                    writer.Line($"global::PrivacyAnalyzers.ExportJson.Members(writer, {RowEmitter.MembersField(type)});");
                    writer.Line("writer.WritePropertyName(\"row\");");
                    writer.Line($"Write_{type.Name}(writer, subject);");
                    writer.Line("writer.WriteEndObject();");
                }

                writer.Line();
                AnonymizeEmitter.Emit(writer, subject, accessibility);
                RowEmitter.Emit(writer, type, accessibility);
            }
        }

        return writer.ToString();
    }
}

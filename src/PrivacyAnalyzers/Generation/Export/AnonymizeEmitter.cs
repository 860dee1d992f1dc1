using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Export;

/// <summary>
/// Writes the method that clears a data subject's personal data in memory. Where a member cannot be cleared there is no method:
/// one that left something behind would promise what it does not do.
/// </summary>
internal static class AnonymizeEmitter
{
    public static void Emit(CodeWriter writer, PlainSubjectModel subject, ExportedType type, string accessibility)
    {
        if (!CanClear(type))
            return;
        writer.Line($"/// <summary>Replaces all personal data in this <c>{GeneratedText.Xml(subject.Type.Name)}</c>, so that it identifies nobody any more.</summary>");
        writer.Line("/// <param name=\"subject\">The person.</param>");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"{accessibility} static void Anonymize(this {subject.Type.Global} subject)"))
        {
            writer.Line("global::System.ArgumentNullException.ThrowIfNull(subject);");
            Clear(writer, type, "subject", "");
        }

        writer.Line();
    }

    private static bool CanClear(ExportedType type) =>
        type.Values.Where(value => value.Member.Category is not null).All(value => value.Member.Setter == SetterKind.Settable && Replacement(value.Member) is not null) &&
        type.Parts.All(part => CanDrop(part.Component) || (!part.Component.IsValueType && CanClear(part.Type)));

    /// <summary>What takes the value's place; <see langword="null"/> where nothing is given and nothing will do.</summary>
    private static string? Replacement(MemberModel member) =>
        member.AnonymizeWith ?? (member.IsNullable ? "null" : member.IsValueType ? "default" : null);

    private static bool CanDrop(ComponentModel component) =>
        component.Setter == SetterKind.Settable && (component.IsNullable || (component.IsValueType && !component.IsCollection));

    private static void Clear(CodeWriter writer, ExportedType type, string target, string suffix)
    {
        foreach (ExportedValue value in type.Values)
        {
            if (value.Member.Category is not null)
                writer.Line($"{target}.{value.Member.Identifier} = {Replacement(value.Member)};");
        }

        foreach (ExportedPart part in type.Parts)
        {
            string read = $"{target}.{part.Component.Identifier}";
            string held = $"held{suffix}_{part.Component.Name}";
            if (CanDrop(part.Component))
            {
                writer.Line($"{read} = {(part.Component.IsNullable ? "null" : "default")};");
                continue;
            }

            using (writer.Braces($"if ({read} is {{ }} {held})"))
            {
                if (!part.Component.IsCollection)
                {
                    Clear(writer, part.Type, held, suffix + "_" + part.Component.Name);
                    continue;
                }

                using (writer.Braces($"foreach (var item{suffix} in {held})"))
                    Clear(writer, part.Type, "item" + suffix, suffix + "_" + part.Component.Name);
            }
        }
    }
}

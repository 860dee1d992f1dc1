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
        if (Anonymization.Of(subject).Any())
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

    private static void Clear(CodeWriter writer, ExportedType type, string target, string suffix)
    {
        foreach (ExportedValue value in type.Values)
        {
            if (value.Member.Category is not null)
                writer.Line($"{target}.{value.Member.Identifier} = {Anonymization.Replacement(value.Member)};");
        }

        foreach (ExportedPart part in type.Parts.Where(part => StoredCollection.Classified(part.Component).Any()))
        {
            string read = $"{target}.{part.Component.Identifier}";
            string held = $"held{suffix}_{part.Component.Name}";
            if (Anonymization.CanDrop(part.Component))
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

using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Export;

/// <summary>
/// Writes the method that clears a data subject's personal data in memory. Where a member cannot be cleared there is no method:
/// one that left something behind would promise what it does not do.
/// </summary>
internal static class AnonymizeEmitter
{
    public static void Emit(CodeWriter writer, PlainSubjectModel subject, string accessibility)
    {
        if (Anonymization.Of(subject).Any())
            return;
        writer.Line($"/// <summary>Replaces all personal data in this <c>{GeneratedText.Xml(subject.Type.Name)}</c>, so that it identifies nobody any more.</summary>");
        writer.Line("/// <param name=\"subject\">The person.</param>");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"{accessibility} static void Anonymize(this {subject.Type.Global} subject)"))
        {
            writer.Line("global::System.ArgumentNullException.ThrowIfNull(subject);");
            ObjectClearing.Write(writer, subject.Members, subject.Components, "subject", member => member.Category is not null, (_, access, value, _) => writer.Line($"{access} = {value};"));
        }

        writer.Line();
    }
}

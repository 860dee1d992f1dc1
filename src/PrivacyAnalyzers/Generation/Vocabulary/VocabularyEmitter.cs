using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Vocabulary;

/// <summary>Writes a class of constants for each kind of name.</summary>
internal static class VocabularyEmitter
{
    // A static class has these from `object`: a constant of such a name hides one on purpose.
    private static readonly HashSet<string> OfObject = new(StringComparer.Ordinal)
    {
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    };

    public static string Emit(VocabularyModel model)
    {
        var writer = new CodeWriter();
        GeneratedText.Begin(writer);
        using (GeneratedText.InNamespace(writer, model.Namespace))
        {
            for (int i = 0; i < model.Classes.Count; i++)
            {
                if (i > 0)
                    writer.Line();
                Class(writer, model.Classes[i]);
            }
        }

        return writer.ToString();
    }

    private static void Class(CodeWriter writer, VocabularyClass type)
    {
        writer.Line($"/// <summary>{GeneratedText.Xml(type.Description)}</summary>");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"internal static class {type.Name}"))
        {
            for (int i = 0; i < type.Constants.Count; i++)
            {
                VocabularyConstant constant = type.Constants[i];
                if (i > 0)
                    writer.Line();
                writer.Line($"/// <summary><c>{GeneratedText.Xml(constant.Value)}</c>: {GeneratedText.Xml(constant.Description)}.</summary>");
                writer.Line($"public {(OfObject.Contains(constant.Identifier) ? "new " : "")}const string {TypeNames.Escape(constant.Identifier)} = {GeneratedText.Literal(constant.Value)};");
            }
        }
    }
}

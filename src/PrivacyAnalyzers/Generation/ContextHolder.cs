using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation;

/// <summary>The static class that a context's generated methods stand in; every file that writes to it is one part.</summary>
internal static class ContextHolder
{
    public static void Write(CodeWriter writer, ContextModel context, Action content)
    {
        using (GeneratedText.InNamespace(writer, context.Type.Namespace))
        {
            writer.Line($"/// <summary>What people may ask of <c>{GeneratedText.Xml(context.Type.Name)}</c>.</summary>");
            using (writer.Braces($"{context.Accessibility} static partial class {context.HolderName}"))
                content();
        }
    }
}

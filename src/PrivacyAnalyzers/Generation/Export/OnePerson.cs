using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Export;

/// <summary>Writes the refusal to serve a request that names several people, where a subject's key need not be unique: one would be served the rights of all.</summary>
internal static class OnePerson
{
    /// <summary>The call that refuses; <see langword="null"/> where the row's own key names the person.</summary>
    public static string? Call(SubjectModel subject, string isNotDone) => subject.RowKey.Count == 0
        ? null
        : $"await AssertOne{subject.UniqueName}Async(db, key, {GeneratedText.Literal(isNotDone)}, cancellationToken).ConfigureAwait(false);";

    public static string Refusal(SubjectModel subject) =>
        $"several rows of {subject.UniqueName} have the {string.Join(", ", subject.Key.Select(part => part.Name))} that the request names one by";

    public static void Write(CodeWriter writer, ContextModel context, SubjectModel subject)
    {
        if (subject.RowKey.Count == 0)
            return;
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"private static async global::System.Threading.Tasks.Task AssertOne{subject.UniqueName}Async({context.Type.Global} db, {subject.KeyType} key, string isNotDone, global::System.Threading.CancellationToken cancellationToken)"))
        {
            writer.Line($"if (await {Rows(context, subject)}.Take(2).CountAsync(cancellationToken).ConfigureAwait(false) > 1)");
            using (writer.Indented())
                writer.Line($"throw new global::System.InvalidOperationException(isNotDone + {GeneratedText.Literal(": " + Refusal(subject))});");
        }

        writer.Line();
    }

    /// <summary>The person's own rows, by the key of the request.</summary>
    public static string Rows(ContextModel context, SubjectModel subject)
    {
        SubjectPath path = subject.Paths.First(candidate => candidate.Entity == subject.Type.Global);
        return $"{context.Find(path.Entity)!.Set}{path.Filters}.Where(row => {path.Predicate})";
    }
}

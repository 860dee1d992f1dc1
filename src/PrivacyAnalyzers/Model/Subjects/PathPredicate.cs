namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// Writes a path as a C# condition on <c>row</c> that EF Core translates: it compares foreign keys where it can, follows navigations
/// where it must, and looks into <c>db</c> where there is neither.
/// </summary>
internal sealed class PathPredicate(EntityDraft subject, EquatableArray<KeyPart> key, string variable, IReadOnlyDictionary<string, EntityDraft> drafts)
{
    public string Of(IReadOnlyList<RelationModel> steps) => From("row", steps, 0);

    private string From(string row, IReadOnlyList<RelationModel> steps, int index)
    {
        if (index == steps.Count)
            return Compare(row, key.Select(part => part.Name), subject);
        RelationModel step = steps[index];
        EntityDraft dependent = drafts[step.Dependent];
        EntityDraft principal = drafts[step.Principal];
        bool isLast = index == steps.Count - 1;
        IReadOnlyList<string> principalKey = step.PrincipalKey.Count > 0 ? step.PrincipalKey.Items : principal.Key;

        // The foreign key is the subject's key: no join is needed.
        if (isLast && step.ForeignKey.Count > 0 && principalKey.SequenceEqual(key.Select(part => part.Name)))
            return Compare(row, step.ForeignKey, dependent);
        if (step.Navigation is not null)
            return From($"{row}.{TypeNames.Escape(step.Navigation)}!", steps, index + 1);

        string other = "principal" + (index + 1);
        string leadsHere = step.ForeignKey.Count > 0 && principalKey.Count > 0
            ? string.Join(" && ", principalKey.Zip(step.ForeignKey, (target, own) => IsEqual(principal, target, $"{other}.{TypeNames.Escape(target)}", $"{row}.{TypeNames.Escape(own)}")))
            : step.Inverse is not null && principal.Navigations.Any(navigation => navigation.Member.Name == step.Inverse && navigation.IsCollection)
                ? $"{other}.{TypeNames.Escape(step.Inverse)}!.Any(related => related == {row})"
                : step.Inverse is not null ? $"{other}.{TypeNames.Escape(step.Inverse)} == {row}" : "false";
        return $"db.Set<{principal.Global}>().Any({other} => {leadsHere} && {From(other, steps, index + 1)})";
    }

    private string Compare(string row, IEnumerable<string> members, EntityDraft owner)
    {
        string[] names = members.ToArray();
        return string.Join(" && ", names.Select((name, i) =>
        {
            string left = $"{row}.{TypeNames.Escape(name)}";
            string right = names.Length == 1 ? variable : variable + ".Item" + (i + 1);
            return IsEqual(owner, name, left, right);
        }));
    }

    private static string IsEqual(EntityDraft owner, string name, string left, string right) =>
        KeyComparison.Write(owner.FindValue(name) is not { } member || KeyComparison.HasEqualityOperator(ModelMembers.TypeOf(member)), left, right);
}

using System.Text;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// Writes a path as a C# condition on <c>row</c> that EF Core translates: it compares foreign keys where it can, follows navigations
/// where it must, and looks into <c>db</c> where there is neither.
/// </summary>
internal sealed class PathPredicate(EntityDraft subject, EquatableArray<KeyPart> key, string variable, IReadOnlyDictionary<string, EntityDraft> drafts)
{
    public string Of(IReadOnlyList<RelationModel> steps)
    {
        var text = new StringBuilder();
        var row = new StringBuilder("row");
        int open = 0;
        for (int index = 0; index < steps.Count; index++)
        {
            RelationModel step = steps[index];
            EntityDraft principal = drafts[step.Principal];
            IReadOnlyList<string> principalKey = step.PrincipalKey.Count > 0 ? step.PrincipalKey.Items : principal.Key;

            // The foreign key is the subject's key: no join is needed.
            if (index == steps.Count - 1 && step.ForeignKey.Count > 0 && principalKey.SequenceEqual(key.Select(part => part.Name)))
                return text.Append(Compare(row.ToString(), step.ForeignKey, drafts[step.Dependent])).Append(')', open).ToString();
            if (step.Navigation is not null)
            {
                row.Append('.').Append(TypeNames.Escape(step.Navigation)).Append('!');
                continue;
            }

            string other = "principal" + (index + 1);
            text.Append("db.Set<").Append(principal.Global).Append(">().Any(").Append(other).Append(" => ").Append(LeadsTo(step, principal, principalKey, row.ToString(), other)).Append(" && ");
            row.Clear().Append(other);
            open++;
        }

        return text.Append(Compare(row.ToString(), key.Select(part => part.Name), subject)).Append(')', open).ToString();
    }

    private static string LeadsTo(RelationModel step, EntityDraft principal, IReadOnlyList<string> principalKey, string row, string other)
    {
        if (step.ForeignKey.Count > 0 && principalKey.Count > 0)
            return string.Join(" && ", principalKey.Zip(step.ForeignKey, (target, own) => IsEqual(principal, target, $"{other}.{TypeNames.Escape(target)}", $"{row}.{TypeNames.Escape(own)}")));
        if (step.Inverse is null)
            return "false";
        string back = $"{other}.{TypeNames.Escape(step.Inverse)}";
        return principal.Navigations.Any(navigation => navigation.Member.Name == step.Inverse && navigation.IsCollection) ? $"{back}!.Any(related => related == {row})" : $"{back} == {row}";
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

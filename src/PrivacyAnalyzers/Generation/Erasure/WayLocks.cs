using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>
/// Writes locks on what rows are judged by: the rows on their way to a person, as far up as a hold or a clock may stand. What is judged in a statement
/// after that stays so until the transaction ends.
/// </summary>
internal sealed class WayLocks(CodeWriter writer, ContextModel context, string filters)
{
    private readonly RowConditions _rows = new(context);

    /// <summary>Principals first, as an erasure locks them.</summary>
    /// <param name="counts">Whether something that counts may stand on rows of the entity.</param>
    public void Write(IReadOnlyList<RelationModel> steps, string rows, Func<EntityModel, bool> counts)
    {
        int last = steps.Count - 1;
        while (last >= 0 && !(context.Find(steps[last].Principal) is { } principal && counts(principal)))
            last--;
        for (; last >= 0; last--)
        {
            if (context.Find(steps[last].Principal) is { } principal)
                RowLock.Write(writer, principal, Principals(steps, rows, last), LockMode.Change);
        }
    }

    /// <summary>The rows that a step of the way leads to.</summary>
    public string Principals(IReadOnlyList<RelationModel> steps, string rows, int index) =>
        $"{RowConditions.Set(steps[index].Principal)}{filters}.Where({Above(index)} => {Leads(steps, rows, index)})";

    /// <summary>The rows that refer to some.</summary>
    public string Referring(RelationModel relation, string rows) =>
        $"{RowConditions.Set(relation.Dependent)}{filters}.Where(other => {rows}.Any(row => {_rows.RefersTo(relation, "other", "row")}))";

    private string Leads(IReadOnlyList<RelationModel> steps, string rows, int index) => index == 0
        ? $"{rows}.Any(row => {_rows.RefersTo(steps[0], "row", Above(0))})"
        : $"{RowConditions.Set(steps[index - 1].Principal)}.Any({Above(index - 1)} => {_rows.RefersTo(steps[index], Above(index - 1), Above(index))} && {Leads(steps, rows, index - 1)})";

    private static string Above(int index) => FormattableString.Invariant($"above{index + 1}");
}

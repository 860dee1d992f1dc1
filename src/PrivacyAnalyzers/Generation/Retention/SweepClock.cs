using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Generation.Retention;

/// <summary>
/// Writes the query for the rows whose clock says that a rule's period has ended. The database compares where its order of the stored values
/// is that of time; else the clocks are read and compared here, which is slower and as right.
/// </summary>
internal static class SweepClock
{
    private const string OffsetType = "global::System.DateTimeOffset";
    private const string DayType = "global::System.DateOnly";

    public static void Write(CodeWriter writer, RuleClock clock, string filters, int efCoreMajor)
    {
        string n = clock.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string type = clock.Owner.Type.Global;
        string set = clock.Owner.Set + filters;
        Period period = clock.Rule.Duration!.Value;
        writer.Line(GeneratedText.Comment($"{clock.Rule.Name}: {clock.Rule.Describe()}, by {clock.Owner.UniqueName}.{clock.Clock.Name}."));
        writer.Line($"var period{n} = {GeneratedText.Period(period)};");
        writer.Line($"var cutoff{n} = period{n}.CutoffAt(asOf);");
        int ranges = Ranges(clock.Clock.Member, period);
        writer.Line($"{TypeOf(clock.Clock.Member)} latest{n} = {Bound(clock, $"cutoff{n}.Latest", $"cutoff{n}.LatestDay")};");
        for (int i = 0; i < ranges; i++)
        {
            writer.Line($"{TypeOf(clock.Clock.Member)} from{n}x{i} = {Bound(clock, $"cutoff{n}.FromMoment({i})", "")};");
            writer.Line($"{TypeOf(clock.Clock.Member)} until{n}x{i} = {Bound(clock, $"cutoff{n}.UntilMoment({i})", "")};");
        }

        writer.Line($"global::System.Linq.IQueryable<{type}> ended{n};");
        using (writer.Braces($"if (CanCompare<{TypeOf(clock.Clock.Member)}>(db, db.Model.FindEntityType(typeof({type})), {GeneratedText.Literal(clock.Clock.Member.Name)}))"))
            writer.Line($"ended{n} = {set}.Where(row => {IsSetInDatabase(clock)} && {IsEnded(clock, n, ranges)});");
        using (writer.Braces("else"))
            InMemory(writer, clock, n, set, efCoreMajor);
    }

    private static void InMemory(CodeWriter writer, RuleClock clock, string n, string set, int efCoreMajor)
    {
        if (clock.Owner.Key.Count != 1 || clock.Owner.FindMember(clock.Owner.Key[0]) is not { } key)
        {
            writer.Line($"throw new global::System.NotSupportedException({GeneratedText.Literal($"The database cannot compare {clock.Owner.UniqueName}.{clock.Clock.Name}, and the key has several parts: store it as a DateTime in UTC")});");
            return;
        }

        string access = "row." + clock.Clock.Access;
        string value = clock.Clock.Member.IsNullable ? "candidate.Item2.Value" : "candidate.Item2";
        writer.Line($"var keys{n} = new global::System.Collections.Generic.List<{key.Type}>();");
        using (writer.Braces($"foreach (var candidate in await {set}.Where(row => {IsSet(clock, "row")}).Select(row => {Erasure.RowConditions.Several(new[] { (key.Type, $"row.{key.Identifier}"), (clock.Clock.Member.Type, access) })}).ToListAsync(cancellationToken).ConfigureAwait(false))"))
        {
            string isSet = clock.Clock.Member.IsNullable ? "candidate.Item2 is not null && " : "";
            writer.Line($"if ({isSet}period{n}.HasEnded({value}, asOf))");
            using (writer.Indented())
                writer.Line($"keys{n}.Add(candidate.Item1);");
        }

        writer.Line();

        // One parameter, however many keys; before version 9 that is the only way there is.
        string list = efCoreMajor >= 9 ? $"global::Microsoft.EntityFrameworkCore.EF.Parameter(keys{n})" : "keys" + n;
        writer.Line($"ended{n} = {set}.Where(row => {list}.Contains(row.{key.Identifier}));");
    }

    /// <summary>An event that has not happened: <see langword="null"/>, or the default of a type that has none.</summary>
    private static string IsSet(RuleClock clock, string row) => IsThere(clock, row) + (clock.Clock.Member.IsNullable
        ? $"{row}.{clock.Clock.Access} != null"
        : $"{row}.{clock.Clock.Access} != default({TypeOf(clock.Clock.Member)})");

    /// <summary>A part that is not there has no clock.</summary>
    private static string IsThere(RuleClock clock, string row) => clock.Clock.Owner is { } owner ? $"{row}.{owner} != null && " : "";

    /// <summary>The same where the database compares: SQL Server has columns that begin later than the calendar, and other databases have such columns with its beginning in them.</summary>
    private static string IsSetInDatabase(RuleClock clock) => clock.Clock.Member.IsNullable || TypeOf(clock.Clock.Member) is DayType or OffsetType
        ? IsSet(clock, "row")
        : $"{IsThere(clock, "row")}row.{clock.Clock.Access} > {Erasure.Moment.Of(clock.Owner, clock.Clock, "default")}";

    private static string IsEnded(RuleClock clock, string n, int ranges)
    {
        string access = "row." + clock.Clock.Access;
        string latest = $"{access} <= latest{n}";
        if (ranges == 0)
            return latest;
        IEnumerable<string> further = Enumerable.Range(0, ranges).Select(i => $"({access} >= from{n}x{i} && {access} <= until{n}x{i})");
        return $"({latest} || {string.Join(" || ", further)})";
    }

    /// <summary>How many days beside the latest share a period's last day: see <c>RetentionCutoff</c>.</summary>
    private static int Ranges(MemberModel clock, Period period) =>
        TypeOf(clock) == DayType || (period.Years == 0 && period.Months == 0) ? 0 : period.Months % 12 == 0 ? 1 : 3;

    private static string Bound(RuleClock clock, string moment, string day) => TypeOf(clock.Clock.Member) switch
    {
        DayType => day,
        OffsetType => $"new {OffsetType}({moment})",
        _ => Erasure.Moment.Of(clock.Owner, clock.Clock, moment),
    };

    private static string TypeOf(MemberModel member) => member.Type.TrimEnd('?');
}

namespace PrivacyAnalyzers;

/// <summary>
/// The starts of those periods that have ended by some moment, as bounds that a database can compare with. Everything up to
/// <see cref="Latest"/> has ended; so have, up to the time of day of that moment, the days of a month's end that share their last day.
/// </summary>
/// <remarks>
/// A year after 28 February ends on 28 February, and so does one after 29 February. At noon on that day, what began on the 28th before noon
/// has ended, what began on the 28th after noon has not, and what began on the 29th before noon has: one bound cannot say that.
/// A period of months needs up to three further days, one of years one, one of days none.
/// </remarks>
public sealed class RetentionCutoff
{
    private readonly DateTime[] _days;
    private readonly TimeSpan _time;

    private RetentionCutoff(DateTime latest, DateTime[] days, TimeSpan time, DateOnly latestDay)
    {
        Latest = latest;
        _days = days;
        _time = time;
        LatestDay = latestDay;
    }

    /// <summary>All periods that began up to here, this moment included, have ended. UTC.</summary>
    public DateTime Latest { get; }

    /// <summary>All periods that began on a day, up to this one, have ended.</summary>
    public DateOnly LatestDay { get; }

    /// <summary>The first moment of a further range of starts; where there is none, <see cref="Latest"/>, as for <see cref="UntilMoment"/>: some columns take no moment before or after all others.</summary>
    /// <param name="range">From 0 to 2.</param>
    public DateTime FromMoment(int range) => range < _days.Length ? _days[range] : Latest;

    /// <summary>The last moment of a further range of starts; where there is none, <see cref="Latest"/>.</summary>
    /// <param name="range">From 0 to 2.</param>
    public DateTime UntilMoment(int range) => range < _days.Length ? _days[range] + _time : Latest;

    internal static RetentionCutoff Of(RetentionPeriod period, DateTimeOffset asOf)
    {
        DateTime moment = asOf.UtcDateTime;
        DateOnly end = DateOnly.FromDateTime(moment);
        int low = LastDayEndingBefore(period, end);
        int high = LastDayEndingBefore(period, end.DayNumber == DateOnly.MaxValue.DayNumber ? end : end.AddDays(1));

        // Whatever ends on an earlier day has ended, at any time of day; what ends today, only up to the time of day.
        DateTime[] days = Enumerable.Range(low + 1, Math.Max(0, high - low)).Select(day => StartOf(DateOnly.FromDayNumber(day))).ToArray();
        DateTime latest = days.Length > 0 ? days[0] + moment.TimeOfDay
            : low < 0 ? DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc)
            : StartOf(DateOnly.FromDayNumber(low)).AddTicks(TimeSpan.TicksPerDay - 1);
        return new RetentionCutoff(latest, days.Skip(1).ToArray(), moment.TimeOfDay, DateOnly.FromDayNumber(Math.Max(0, high)));
    }

    private static DateTime StartOf(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    /// <summary>The number of the last day from which the period ends before a day; -1 where there is none. The end never falls as the start rises.</summary>
    private static int LastDayEndingBefore(RetentionPeriod period, DateOnly end)
    {
        int low = -1;
        int high = DateOnly.MaxValue.DayNumber;
        while (low < high)
        {
            int middle = low + ((high - low + 1) / 2);
            if (period.EndAfter(DateOnly.FromDayNumber(middle)) is { } ends && ends < end)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}

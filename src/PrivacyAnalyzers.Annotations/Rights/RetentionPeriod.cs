using System.Globalization;

namespace PrivacyAnalyzers;

/// <summary>A period of calendar months and days, as retention rules and deadlines have it, counted in UTC.</summary>
/// <remarks>
/// Clauses S13 to S17: seven years are seven years, not 2,555 days. Months are added before days, and a day that the month lacks becomes the
/// month's last: one year after 29 February is 28 February.
/// </remarks>
public readonly record struct RetentionPeriod
{
    /// <summary>A period.</summary>
    /// <param name="months">Calendar months; a year has twelve.</param>
    /// <param name="days">Calendar days; a week has seven.</param>
    public RetentionPeriod(int months, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        Months = months;
        Days = days;
    }

    /// <summary>Calendar months.</summary>
    public int Months { get; }

    /// <summary>Calendar days.</summary>
    public int Days { get; }

    /// <summary>The moment at which a period that began then ends; the last moment there is, where the calendar ends first.</summary>
    /// <param name="start">When the period began.</param>
    public DateTimeOffset EndAfter(DateTimeOffset start)
    {
        DateTime utc = start.UtcDateTime;
        DateOnly? day = EndAfter(DateOnly.FromDateTime(utc));
        return day is { } end ? new DateTimeOffset(end.ToDateTime(TimeOnly.FromDateTime(utc)), TimeSpan.Zero) : DateTimeOffset.MaxValue;
    }

    /// <summary>Whether a period that began then has ended by a moment.</summary>
    /// <param name="start">When the period began.</param>
    /// <param name="asOf">The moment.</param>
    public bool HasEnded(DateTimeOffset start, DateTimeOffset asOf) =>
        EndAfter(DateOnly.FromDateTime(start.UtcDateTime)) is not null && EndAfter(start) <= asOf;

    /// <summary>Whether a period that began then has ended by a moment.</summary>
    /// <param name="start">When the period began, in UTC unless its kind says that it is local.</param>
    /// <param name="asOf">The moment.</param>
    public bool HasEnded(DateTime start, DateTimeOffset asOf) =>
        HasEnded(new DateTimeOffset(start.Kind == DateTimeKind.Local ? start.ToUniversalTime() : DateTime.SpecifyKind(start, DateTimeKind.Utc)), asOf);

    /// <summary>Whether a period that began on that day has ended by a moment: on the last day's first moment, in UTC.</summary>
    /// <param name="start">The day on which the period began.</param>
    /// <param name="asOf">The moment.</param>
    public bool HasEnded(DateOnly start, DateTimeOffset asOf) => EndAfter(start) is { } end && end <= DateOnly.FromDateTime(asOf.UtcDateTime);

    /// <summary>From when to when a period must have begun, to have ended by a moment.</summary>
    /// <param name="asOf">The moment.</param>
    public RetentionCutoff CutoffAt(DateTimeOffset asOf) => RetentionCutoff.Of(this, asOf);

    /// <summary>ISO 8601, such as <c>P7Y</c>.</summary>
    public override string ToString()
    {
        string text = "P";
        if (Months / 12 != 0)
            text += string.Create(CultureInfo.InvariantCulture, $"{Months / 12}Y");
        if (Months % 12 != 0)
            text += string.Create(CultureInfo.InvariantCulture, $"{Months % 12}M");
        if (Days != 0 || Months == 0)
            text += string.Create(CultureInfo.InvariantCulture, $"{Days}D");
        return text;
    }

    /// <summary>The day on which a period that began on that day ends; <see langword="null"/> beyond the calendar.</summary>
    internal DateOnly? EndAfter(DateOnly start)
    {
        long months = ((start.Year - 1L) * 12) + start.Month - 1 + Months;
        if (months >= 9999L * 12)
            return null;
        DateOnly moved = start.AddMonths(Months);
        return DateOnly.MaxValue.DayNumber - moved.DayNumber < Days ? null : moved.AddDays(Days);
    }
}

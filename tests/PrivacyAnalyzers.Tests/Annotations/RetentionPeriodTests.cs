using System.Globalization;

namespace PrivacyAnalyzers.Tests.Annotations;

/// <summary>Clauses S13 to S17: periods are counted by the calendar, to the tick.</summary>
public class RetentionPeriodTests
{
    [Theory]
    [InlineData(84, 0, "2019-01-08T10:00:00Z", "2026-01-08T10:00:00Z")]
    [InlineData(84, 0, "2016-02-29T10:00:00Z", "2023-02-28T10:00:00Z")]
    [InlineData(48, 0, "2016-02-29T10:00:00Z", "2020-02-29T10:00:00Z")]
    [InlineData(36, 0, "2021-02-28T23:59:59Z", "2024-02-28T23:59:59Z")]
    [InlineData(0, 60, "2024-01-01T00:00:00Z", "2024-03-01T00:00:00Z")]
    [InlineData(0, 60, "2023-01-01T00:00:00Z", "2023-03-02T00:00:00Z")]
    [InlineData(1, 0, "2025-01-31T08:00:00Z", "2025-02-28T08:00:00Z")]
    [InlineData(1, 1, "2025-01-31T08:00:00Z", "2025-03-01T08:00:00Z")]
    [InlineData(12, 0, "2025-01-01T01:00:00+02:00", "2025-12-31T23:00:00Z")]
    public void A_period_ends_where_the_calendar_says(int months, int days, string start, string end)
    {
        var period = new RetentionPeriod(months, days);
        DateTimeOffset from = Parse(start);

        Assert.Equal(Parse(end), period.EndAfter(from));
        Assert.True(period.HasEnded(from, Parse(end)));
        Assert.False(period.HasEnded(from, Parse(end).AddTicks(-1)));
    }

    [Theory]
    [InlineData(12, 0)]
    [InlineData(36, 0)]
    [InlineData(84, 0)]
    [InlineData(1, 0)]
    [InlineData(18, 0)]
    [InlineData(0, 60)]
    [InlineData(0, 0)]
    [InlineData(13, 10)]
    public void The_cutoff_says_the_same_as_the_calendar_at_every_hour_around_a_months_end(int months, int days)
    {
        var period = new RetentionPeriod(months, days);
        TimeSpan[] times = [TimeSpan.Zero, TimeSpan.FromHours(12), TimeSpan.FromHours(12) + TimeSpan.FromTicks(1), TimeSpan.FromTicks(TimeSpan.TicksPerDay - 1)];
        int compared = 0;
        foreach (DateTime asOfDay in DaysAround(new DateTime(2023, 2, 28), new DateTime(2024, 2, 29), new DateTime(2026, 12, 31)))
        {
            foreach (TimeSpan asOfTime in times)
            {
                var asOf = new DateTimeOffset(asOfDay + asOfTime, TimeSpan.Zero);
                RetentionCutoff cutoff = period.CutoffAt(asOf);
                foreach (DateTime startDay in DaysAround(asOfDay.AddMonths(-months).AddDays(-days)))
                {
                    Assert.Equal(EndsByCalendar(startDay, months, days) <= asOfDay, DateOnly.FromDateTime(startDay) <= cutoff.LatestDay);
                    foreach (TimeSpan startTime in times)
                    {
                        DateTime start = startDay + startTime;
                        bool ended = EndsByCalendar(start, months, days) <= asOf.UtcDateTime;
                        Assert.Equal(ended, period.HasEnded(new DateTimeOffset(start, TimeSpan.Zero), asOf));
                        Assert.Equal(ended, IsWithin(cutoff, start));
                        compared++;
                    }
                }
            }
        }

        Assert.True(compared > 3000);
    }

    [Fact]
    public void At_noon_of_28_February_both_the_28th_and_the_29th_have_ended_up_to_noon()
    {
        RetentionCutoff cutoff = new RetentionPeriod(84, 0).CutoffAt(Parse("2023-02-28T12:00:00Z"));

        Assert.Equal(Parse("2016-02-28T12:00:00Z").UtcDateTime, cutoff.Latest);
        Assert.Equal(Parse("2016-02-29T00:00:00Z").UtcDateTime, cutoff.FromMoment(0));
        Assert.Equal(Parse("2016-02-29T12:00:00Z").UtcDateTime, cutoff.UntilMoment(0));
        Assert.Equal((cutoff.Latest, cutoff.Latest), (cutoff.FromMoment(1), cutoff.UntilMoment(1)));
        Assert.Equal(DateTimeKind.Utc, cutoff.Latest.Kind);
    }

    [Fact]
    public void On_29_February_nothing_new_has_ended()
    {
        RetentionCutoff cutoff = new RetentionPeriod(12, 0).CutoffAt(Parse("2024-02-29T12:00:00Z"));

        Assert.Equal(new DateTime(2023, 3, 1).AddTicks(-1), cutoff.Latest);
        Assert.Equal((cutoff.Latest, cutoff.Latest), (cutoff.FromMoment(0), cutoff.UntilMoment(0)));
    }

    [Fact]
    public void A_period_beyond_the_calendar_never_ends()
    {
        var period = new RetentionPeriod(12 * 9000, 0);

        Assert.Equal(DateTimeOffset.MaxValue, period.EndAfter(Parse("2026-01-08T00:00:00Z")));
        Assert.False(period.HasEnded(Parse("2026-01-08T00:00:00Z"), DateTimeOffset.MaxValue));
        Assert.False(new RetentionPeriod(0, int.MaxValue).HasEnded(new DateOnly(2026, 1, 8), DateTimeOffset.MaxValue));
        Assert.Equal(DateTime.MinValue, period.CutoffAt(Parse("2026-01-08T00:00:00Z")).Latest);
    }

    [Theory]
    [InlineData(84, 0, "P7Y")]
    [InlineData(18, 3, "P1Y6M3D")]
    [InlineData(0, 60, "P60D")]
    [InlineData(0, 0, "P0D")]
    public void A_period_reads_as_ISO_8601(int months, int days, string text) => Assert.Equal(text, new RetentionPeriod(months, days).ToString());

    [Fact]
    public void A_period_is_not_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetentionPeriod(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetentionPeriod(0, -1));
    }

    private static bool IsWithin(RetentionCutoff cutoff, DateTime start) =>
        start <= cutoff.Latest || Enumerable.Range(0, 3).Any(range => start >= cutoff.FromMoment(range) && start <= cutoff.UntilMoment(range));

    private static DateTime EndsByCalendar(DateTime start, int months, int days) => start.AddMonths(months).AddDays(days);

    private static IEnumerable<DateTime> DaysAround(params DateTime[] centres) =>
        centres.SelectMany(centre => Enumerable.Range(-6, 13).Select(offset => centre.Date.AddDays(offset)));

    private static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PrivacyAnalyzers.Tests.Generation.Erasure;

namespace PrivacyAnalyzers.Tests.Generation.Retention;

/// <summary>Runs the generated sweep on SQLite with restricted foreign keys.</summary>
public class SweepTests
{
    [Fact]
    public async Task S13_S14_S16_Each_rule_acts_when_its_own_period_has_ended()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane", closedAt: "2019-01-08 10:00:00");
        shop.AddNote(shop.AddTicket(jane));
        shop.AddReview(jane);
        Guid open = shop.AddCustomer("Joe");
        shop.AddTicket(open);
        shop.AddReview(open);
        string before = shop.Dump();

        Assert.Equal((0, 0, 0), Totals(await shop.SweepAsync(At("2019-03-09T09:59:59Z"))));
        Assert.Equal(before, shop.Dump());

        RetentionReceipt day60 = await shop.SweepAsync(At("2019-03-09T10:00:00Z"));
        Assert.Equal(["Review by account-default (P60D after account-closed): 0 deleted, 1 anonymised, 0 held"], Changed(day60));
        Assert.Equal(1, shop.Count("SELECT count(*) FROM Reviews WHERE Author IS NULL"));

        RetentionReceipt year3 = await shop.SweepAsync(At("2022-01-08T10:00:00Z"));
        Assert.Equal(
            [
                "TicketNote by support (P3Y after account-closed): 1 deleted, 0 anonymised, 0 held",
                "Ticket by support (P3Y after account-closed): 1 deleted, 0 anonymised, 0 held",
            ],
            Changed(year3));
        Assert.Equal((0, 0, 0), Totals(await shop.SweepAsync(At("2026-01-08T09:59:59Z"))));

        RetentionReceipt year7 = await shop.SweepAsync(At("2026-01-08T10:00:00Z"));
        Assert.Equal(["Customer by customer-relationship (P7Y after account-closed): 1 deleted, 0 anonymised, 0 held"], Changed(year7));
        Assert.Equal(1, shop.Count("SELECT count(*) FROM Customers"));
        Assert.Equal(1, shop.Count("SELECT count(*) FROM Tickets"));
        Assert.Equal(1, shop.Count("SELECT count(*) FROM Reviews WHERE Author = 'Jane' AND CustomerId IS NOT NULL"));
        Assert.Equal(1, shop.Count("SELECT count(*) FROM Reviews WHERE CustomerId IS NULL"));
    }

    [Fact]
    public async Task All_at_once_is_the_same_and_a_second_sweep_finds_nothing()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane", isDeleted: true, closedAt: "2010-01-01 00:00:00");
        int ticket = shop.AddTicket(jane);
        shop.AddNote(ticket);
        shop.AddTicket(jane, parent: ticket);
        shop.AddReview(jane);

        RetentionReceipt first = await shop.SweepAsync(Shop.Now);
        string after = shop.Dump();
        RetentionReceipt second = await shop.SweepAsync(Shop.Now);

        Assert.Equal((4, 1, 0), Totals(first));
        Assert.Equal("Reviews: 1|||4\n", after);
        Assert.Equal((0, 0, 0), Totals(second));
        Assert.Equal(after, shop.Dump());
    }

    [Fact]
    public async Task S15_S17_What_a_law_or_the_customer_keeps_keeps_the_customers_row_without_personal_data()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane", closedAt: "2010-01-01 00:00:00");
        shop.AddInvoice(jane);
        Guid joe = shop.AddCustomer("Joe", closedAt: "2010-01-01 00:00:00");
        shop.AddUsage(joe);
        string usage = (string)shop.Scalar("SELECT Ip FROM Usage")!;

        RetentionReceipt receipt = await shop.SweepAsync(Shop.Now);

        Assert.Equal(
            [
                "Invoice by support (P3Y after account-closed): 0 deleted, 1 anonymised, 0 held",
                "Customer by customer-relationship (P7Y after account-closed): 0 deleted, 2 anonymised, 0 held",
            ],
            Changed(receipt));
        Assert.Equal("Jane", shop.Scalar("SELECT BilledTo FROM Invoices"));
        Assert.Null(shop.Scalar("SELECT Remark FROM Invoices"));
        Assert.Equal(usage, shop.Scalar("SELECT Ip FROM Usage"));
        Assert.Equal(2, shop.Count("SELECT count(*) FROM Customers WHERE Name = '' AND Email = 'erased-' || Id AND ClosedAt IS NOT NULL"));
        Assert.Equal(0, shop.Count("SELECT count(*) FROM Nickname"));
        string after = shop.Dump();
        Assert.Equal((0, 0, 0), Totals(await shop.SweepAsync(Shop.Now)));
        Assert.Equal(after, shop.Dump());
    }

    [Fact]
    public async Task S19_Held_rows_are_skipped_and_counted_and_swept_once_released()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane", closedAt: "2010-01-01 00:00:00");
        int parent = shop.AddTicket(jane);
        shop.AddNote(shop.AddTicket(jane, isOnHold: true, parent: parent));
        Guid joe = shop.AddCustomer("Joe", isOnHold: true, closedAt: "2010-01-01 00:00:00");
        shop.AddTicket(joe);

        RetentionReceipt receipt = await shop.SweepAsync(Shop.Now);

        Assert.Equal(
            [
                "TicketNote by support (P3Y after account-closed): 0 deleted, 0 anonymised, 1 held",
                "Ticket by support (P3Y after account-closed): 0 deleted, 1 anonymised, 2 held",
                "Customer by customer-relationship (P7Y after account-closed): 0 deleted, 1 anonymised, 1 held",
            ],
            Changed(receipt));
        Assert.Equal(2, shop.Count("SELECT count(*) FROM Tickets WHERE Body = 'help me'"));
        Assert.Equal("Joe", shop.Scalar("SELECT Name FROM Customers WHERE OnHold"));

        shop.Execute("UPDATE Tickets SET OnHold = 0; UPDATE Customers SET OnHold = 0");
        Assert.Equal((6, 0, 0), Totals(await shop.SweepAsync(Shop.Now)));
        Assert.Equal("", shop.Dump());
    }

    [Theory]
    [InlineData("2016-02-29 12:00:00", "2023-02-28T11:59:59Z", "2023-02-28T12:00:00Z")]
    [InlineData("2016-02-28 12:00:00", "2023-02-28T11:59:59Z", "2023-02-28T12:00:00Z")]
    [InlineData("2017-02-28 23:59:59.9999999", "2024-02-28T23:59:59.9999998Z", "2024-02-28T23:59:59.9999999Z")]
    [InlineData("2017-03-01 00:00:00", "2024-02-29T23:59:59.9999999Z", "2024-03-01T00:00:00Z")]
    [InlineData("2018-12-31 00:00:00", "2025-12-30T23:59:59.9999999Z", "2025-12-31T00:00:00Z")]
    public async Task S13_Seven_years_are_exact_to_the_tick(string closed, string tooEarly, string due)
    {
        using Shop shop = await Shop.OpenAsync();
        shop.AddCustomer("Jane", closedAt: closed);

        Assert.Equal((0, 0, 0), Totals(await shop.SweepAsync(At(tooEarly))));
        Assert.Equal((1, 0, 0), Totals(await shop.SweepAsync(At(due))));
    }

    [Fact]
    public async Task A_failure_in_the_middle_changes_nothing()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane", closedAt: "2010-01-01 00:00:00");
        shop.AddTicket(jane);
        shop.AddReview(jane);
        string before = shop.Dump();
        shop.Interceptors.Add(new FaultAt("DELETE FROM \"Customers\""));

        await Assert.ThrowsAsync<TimeoutException>(() => shop.SweepAsync(Shop.Now));

        Assert.Equal(before, shop.Dump());
    }

    [Fact]
    public async Task After_an_erasure_the_sweep_finishes_what_was_withheld()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane", closedAt: "2010-01-01 00:00:00");
        shop.AddTicket(jane, isOnHold: true);
        await shop.EraseAsync(jane);
        shop.Execute("UPDATE Tickets SET OnHold = 0");

        Assert.Equal((2, 0, 0), Totals(await shop.SweepAsync(Shop.Now)));
        Assert.Equal("", shop.Dump());
    }

    private static (int Deleted, int Anonymized, int Held) Totals(RetentionReceipt receipt) => (receipt.Deleted, receipt.Anonymized, receipt.Held);

    private static string[] Changed(RetentionReceipt receipt) =>
        receipt.Entities.Where(entity => entity.Deleted + entity.Anonymized + entity.Held > 0).Select(entity => entity.ToString()).ToArray();

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private sealed class FaultAt(string start) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            command.CommandText.StartsWith(start, StringComparison.Ordinal) ? throw new TimeoutException("the database went away") : new(result);
    }
}

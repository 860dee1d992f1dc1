using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>Runs the generated erasure on SQLite with restricted foreign keys.</summary>
public class ErasureTests
{
    [Fact]
    public async Task S21_A_person_without_anything_to_retain_is_gone_with_all_that_leads_there()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane");
        int ticket = shop.AddTicket(jane);
        shop.AddNote(ticket);
        shop.AddTicket(jane, parent: ticket);
        shop.AddUsage(jane);

        ErasureReceipt receipt = await shop.EraseAsync(jane);

        Assert.Equal(
            """
            Erasure of one Customer (Request), 2026-01-08 12:00:00Z, verified by session
            Device: 0 deleted, 0 anonymised, 0 retained
            InvoiceLine: 0 deleted, 0 anonymised, 0 retained
            Invoice: 0 deleted, 0 anonymised, 0 retained
            Review: 0 deleted, 0 anonymised, 0 retained
            TicketNote: 1 deleted, 0 anonymised, 0 retained
            Ticket: 2 deleted, 0 anonymised, 0 retained
            UsageRecord: 1 deleted, 0 anonymised, 0 retained
            Customer: 1 deleted, 0 anonymised, 0 retained
            due: 1 UsageRecord from all systems by 2026-02-07 12:00:00Z (usage-records, P30D)
            """,
            receipt.ToString());
        Assert.Equal("", shop.Dump());
    }

    [Fact]
    public async Task S15_What_a_law_keeps_stays_and_keeps_an_anonymised_customer()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane");
        shop.AddInvoice(jane);
        shop.AddTicket(jane);

        ErasureReceipt receipt = await shop.EraseAsync(jane);

        Assert.Equal(
            [
                new WithheldData("InvoiceLine", 2, WithheldReason.ByLaw, "tax", "invoices", ["Product"]),
                new WithheldData("Invoice", 1, WithheldReason.ByLaw, "tax", "invoices", ["BilledTo"]),
                new WithheldData("Customer", 1, WithheldReason.RequiredByRetained, "tax", "invoices", [], "Invoice"),
            ],
            receipt.Withheld,
            Same);
        Assert.Equal(new EntityErasure("Invoice", "invoices", 0, 1, 1), Entity(receipt, "Invoice"));
        Assert.Equal(new EntityErasure("Customer", "customer-relationship", 0, 1, 0), Entity(receipt, "Customer"));
        Assert.Equal("Jane", shop.Scalar("SELECT BilledTo FROM Invoices"));
        Assert.Null(shop.Scalar("SELECT Remark FROM Invoices"));
        Assert.Equal(2, shop.Count("SELECT count(*) FROM Lines WHERE Product <> ''"));
        Assert.Equal(0, shop.Count("SELECT count(*) FROM Tickets"));
        Assert.Equal(0, shop.Count("SELECT count(*) FROM Nickname"));
        Assert.Equal(
            $"|NULL|erased-{Shop.Key(jane)}|somewhere|[]|0001-01-01||NULL",
            shop.Scalar("SELECT Name || '|' || ifnull(Phone, 'NULL') || '|' || Email || '|' || City || '|' || Tags || '|' || Born || '|' || Address_Street || '|' || ifnull(Address_Zip, 'NULL') FROM Customers"));
    }

    [Fact]
    public async Task S16_A_row_that_is_to_be_anonymised_stays_without_personal_data_and_lets_go_of_the_person()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane");
        shop.AddReview(jane);

        ErasureReceipt receipt = await shop.EraseAsync(jane);

        Assert.Equal(new EntityErasure("Review", "account-default", 0, 1, 0), Entity(receipt, "Review"));
        Assert.Equal(new EntityErasure("Customer", "customer-relationship", 1, 0, 0), Entity(receipt, "Customer"));
        Assert.Equal("1|||4\n", shop.Dump().Replace("Reviews: ", "", StringComparison.Ordinal));
        Assert.Empty(receipt.Withheld);
    }

    [Fact]
    public async Task A_row_that_stays_anonymised_keeps_the_customer_that_it_requires()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane");
        shop.AddDevice(jane, "S1");
        shop.AddDevice(jane, "S2");

        ErasureReceipt receipt = await shop.EraseAsync(jane);

        Assert.Equal(new EntityErasure("Device", "account-default", 0, 2, 0), Entity(receipt, "Device"));
        Assert.Equal(new EntityErasure("Customer", "customer-relationship", 0, 1, 0), Entity(receipt, "Customer"));
        Assert.Equal([new WithheldData("Customer", 1, WithheldReason.RequiredByRetained, "reference", "account-default", [], "Device")], receipt.Withheld, Same);
        Assert.Equal(2, shop.Count("SELECT count(*) FROM Devices WHERE FriendlyName IS NULL"));
    }

    [Fact]
    public async Task S19_A_hold_on_a_row_keeps_it_and_what_hangs_below_and_the_principals_anonymised()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane");
        int parent = shop.AddTicket(jane);
        int held = shop.AddTicket(jane, isOnHold: true, parent: parent);
        shop.AddNote(held);
        shop.AddTicket(jane, parent: held);
        shop.AddNote(parent);

        ErasureReceipt receipt = await shop.EraseAsync(jane);

        Assert.Equal(new EntityErasure("TicketNote", "support", 1, 0, 1), Entity(receipt, "TicketNote"));
        Assert.Equal(new EntityErasure("Ticket", "support", 1, 1, 1), Entity(receipt, "Ticket"));
        Assert.Equal(new EntityErasure("Customer", "customer-relationship", 0, 1, 0), Entity(receipt, "Customer"));
        Assert.Equal(
            [
                new WithheldData("TicketNote", 1, WithheldReason.LegalHold, "legal-hold", null, ["Text"]),
                new WithheldData("Ticket", 1, WithheldReason.LegalHold, "legal-hold", null, ["Body"]),
                new WithheldData("Ticket", 1, WithheldReason.RequiredByRetained, "legal-hold", null, [], "Ticket"),
                new WithheldData("Customer", 1, WithheldReason.RequiredByRetained, "legal-hold", null, [], "Ticket"),
                new WithheldData("Customer", 1, WithheldReason.RequiredByRetained, "reference", "support", [], "Ticket"),
            ],
            receipt.Withheld,
            Same);
        Assert.Equal($"{parent}|", shop.Scalar($"SELECT Id || '|' || Body FROM Tickets WHERE Id = {parent}"));
        Assert.Equal($"{parent}|help me", shop.Scalar($"SELECT ParentId || '|' || Body FROM Tickets WHERE Id = {held}"));
        Assert.Equal(2, shop.Count("SELECT count(*) FROM Tickets"));
        Assert.Equal(held, shop.Count("SELECT TicketId FROM Notes"));
    }

    [Fact]
    public async Task S19_A_hold_on_the_person_keeps_everything_as_it_is_and_ends_with_the_hold()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane", isOnHold: true);
        shop.AddNote(shop.AddTicket(jane));
        shop.AddUsage(jane);
        shop.AddInvoice(jane);
        shop.AddReview(jane);
        string before = shop.Dump();

        ErasureReceipt receipt = await shop.EraseAsync(jane);

        Assert.Equal(before, shop.Dump());
        Assert.Equal((0, 0, 8), (receipt.Deleted, receipt.Anonymized, receipt.Retained));
        Assert.All(receipt.Withheld, withheld => Assert.Equal(WithheldReason.LegalHold, withheld.Reason));
        Assert.Equal(["Name", "Phone", "Email", "City", "Tags", "Born", "Address.Street", "Address.Zip", "Nicknames"], receipt.Withheld[^1].Members);
        Assert.Empty(receipt.Due);

        shop.Execute("UPDATE Customers SET OnHold = 0");
        Assert.Equal((3, 3, 3), await shop.EraseAsync(jane) is { } after ? (after.Deleted, after.Anonymized, after.Retained) : default);
    }

    [Fact]
    public async Task A_filter_that_hides_the_person_does_not_hide_them_from_erasure()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane", isDeleted: true);
        shop.AddTicket(jane);

        ErasureReceipt receipt = await shop.EraseAsync(jane);

        Assert.Equal(2, receipt.Deleted);
        Assert.Equal("", shop.Dump());
    }

    [Fact]
    public async Task Other_people_are_not_touched()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid joe = shop.AddCustomer("Joe");
        Fill(shop, joe);
        string before = shop.Dump();
        Guid jane = shop.AddCustomer("Jane");
        shop.AddNote(shop.AddTicket(jane));
        shop.AddUsage(jane);

        ErasureReceipt receipt = await shop.EraseAsync(jane);

        Assert.Equal(4, receipt.Deleted);
        Assert.Equal(before, shop.Dump());
    }

    [Fact]
    public async Task A_row_of_somebody_else_that_refers_to_this_persons_lets_go_or_keeps_it()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid joe = shop.AddCustomer("Joe");
        Guid jane = shop.AddCustomer("Jane");
        int janes = shop.AddTicket(jane);
        int joes = shop.AddTicket(joe, parent: janes);
        int held = shop.AddTicket(jane);
        shop.AddTicket(joe, isOnHold: true, parent: held);

        ErasureReceipt receipt = await shop.EraseAsync(jane);

        Assert.Equal(new EntityErasure("Ticket", "support", 1, 1, 0), Entity(receipt, "Ticket"));
        Assert.Equal("NULL|help me", shop.Scalar($"SELECT ifnull(ParentId, 'NULL') || '|' || Body FROM Tickets WHERE Id = {joes}"));
        Assert.Equal("", shop.Scalar($"SELECT Body FROM Tickets WHERE Id = {held}"));
    }

    [Fact]
    public async Task A_preview_changes_nothing_and_says_what_the_erasure_then_does()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane");
        Fill(shop, jane);
        Fill(shop, shop.AddCustomer("Joe"));
        string before = shop.Dump();
        var commands = new Commands();
        shop.Interceptors.Add(commands);

        ErasureReceipt preview = await shop.PreviewAsync(jane);

        Assert.Equal(before, shop.Dump());
        Assert.NotEmpty(commands.Texts);
        Assert.All(commands.Texts, text => Assert.StartsWith("SELECT", text.TrimStart(), StringComparison.Ordinal));
        ErasureReceipt done = await shop.EraseAsync(jane);
        Assert.True(preview.IsPreview);
        Assert.False(done.IsPreview);
        Assert.Equal(preview.ToString(), "Preview of the erasure" + done.ToString()["Erasure".Length..]);
        Assert.True(done is { Deleted: 3, Anonymized: > 3, Retained: > 2, Withheld.Count: > 3, Due.Count: 1 });
        Assert.NotEqual(before, shop.Dump());
    }

    [Theory]
    [InlineData("DELETE FROM \"Customers\"")]
    [InlineData("DELETE FROM \"Usage\"")]
    [InlineData("UPDATE \"Reviews\"")]
    public async Task A_failure_in_the_middle_changes_nothing(string failing)
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane");
        shop.AddNote(shop.AddTicket(jane));
        shop.AddUsage(jane);
        shop.AddReview(jane);
        string before = shop.Dump();
        var fault = new FaultAt(failing);
        shop.Interceptors.Add(fault);

        await Assert.ThrowsAsync<TimeoutException>(() => shop.EraseAsync(jane));

        Assert.True(fault.Changed > 0 || failing.StartsWith("UPDATE", StringComparison.Ordinal));
        Assert.Equal(before, shop.Dump());
    }

    [Fact]
    public async Task It_joins_the_callers_transaction_and_a_failure_leaves_the_callers_work()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane");
        shop.AddUsage(jane);
        string before = shop.Dump();
        var fault = new FaultAt("DELETE FROM \"Customers\"");
        shop.Interceptors.Add(fault);
        await using (DbContext context = shop.Context())
        {
            await using Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction = await context.Database.BeginTransactionAsync();
            await context.Database.ExecuteSqlRawAsync("UPDATE Customers SET Phone = 'mine'");
            await Assert.ThrowsAsync<TimeoutException>(() => shop.RunAsync("Erase", context, jane));
            Assert.Same(transaction, context.Database.CurrentTransaction);
            await transaction.CommitAsync();
        }

        Assert.Equal(before.Replace("|555|", "|mine|", StringComparison.Ordinal), shop.Dump());

        shop.Interceptors.Clear();
        await using (DbContext context = shop.Context())
        {
            await using Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction = await context.Database.BeginTransactionAsync();
            Assert.Equal(2, (await shop.RunAsync("Erase", context, jane)).Deleted);
            await transaction.RollbackAsync();
        }

        Assert.Equal(before.Replace("|555|", "|mine|", StringComparison.Ordinal), shop.Dump());
    }

    [Fact]
    public async Task It_does_not_start_while_changes_are_pending_and_leaves_nothing_stale_behind()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane");
        await using DbContext context = shop.Context();
        object customer = (await context.FindAsync(Shop.Generated.Load().GetType("Shop.Customer", throwOnError: true)!, jane))!;
        context.Entry(customer).Property("Phone").CurrentValue = "777";

        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => shop.RunAsync("Erase", context, jane));

        Assert.Equal("The context has unsaved changes: save or discard them first", refused.Message);
        Assert.Equal(1, shop.Count("SELECT count(*) FROM Customers"));
        await context.SaveChangesAsync();
        Assert.Equal(1, (await shop.RunAsync("Erase", context, jane)).Deleted);
        Assert.Empty(context.ChangeTracker.Entries());
    }

    [Fact]
    public async Task S31_The_ground_is_on_the_receipt()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane");

        ErasureReceipt receipt = await shop.RunAsync("EraseUnderage", jane);

        Assert.Equal(ErasureGround.Underage, receipt.Ground);
        Assert.Equal(1, receipt.Deleted);
    }

    [Fact]
    public async Task Erasing_again_or_somebody_unknown_finds_nothing_to_do()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane");
        shop.AddInvoice(jane);
        await shop.EraseAsync(jane);
        string after = shop.Dump();

        ErasureReceipt again = await shop.EraseAsync(jane);
        ErasureReceipt unknown = await shop.EraseAsync(Guid.NewGuid());

        Assert.Equal((0, 0, 3), (again.Deleted, again.Anonymized, again.Retained));
        Assert.Equal((0, 0, 0), (unknown.Deleted, unknown.Anonymized, unknown.Retained));
        Assert.Equal(after, shop.Dump());
    }

    [Fact]
    public async Task Two_anonymised_customers_can_stay_side_by_side()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane");
        Guid joe = shop.AddCustomer("Joe");
        shop.AddInvoice(jane);
        shop.AddInvoice(joe);

        await shop.EraseAsync(jane);
        await shop.EraseAsync(joe);

        Assert.Equal(2, shop.Count("SELECT count(DISTINCT Email) FROM Customers WHERE Email LIKE 'erased-%'"));
    }

    private static void Fill(Shop shop, Guid customer)
    {
        int ticket = shop.AddTicket(customer);
        shop.AddNote(ticket);
        shop.AddNote(shop.AddTicket(customer, isOnHold: true, parent: ticket));
        shop.AddUsage(customer);
        shop.AddUsage(customer);
        shop.AddInvoice(customer);
        shop.AddReview(customer);
        shop.AddDevice(customer, "S" + customer);
    }

    private static EntityErasure Entity(ErasureReceipt receipt, string name) => receipt.Entities.Single(entity => entity.Entity == name);

    private static bool Same(WithheldData left, WithheldData right) => left with { Members = right.Members } == right && left.Members.SequenceEqual(right.Members);

    private sealed class Commands : DbCommandInterceptor
    {
        public List<string> Texts { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Texts.Add(command.CommandText);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Texts.Add(command.CommandText);
            return new(result);
        }
    }

    private sealed class FaultAt(string start) : DbCommandInterceptor
    {
        public int Changed { get; private set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.StartsWith(start, StringComparison.Ordinal))
                throw new TimeoutException("the database went away");
            return new(result);
        }

        public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            Changed += result;
            return new(result);
        }
    }
}

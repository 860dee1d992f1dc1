using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>People whom no EF Core context stores: the same plan, carried out in a store of plain ADO.NET.</summary>
public class StoreErasureTests
{
    [Fact]
    public void Emits_the_plan_as_data() => PlainShop.Plain.MatchSnapshot();

    /// <summary>Random rows of several people, held, shared, referred to: table by table and line by line of the receipt, EF Core's erasure does the same.</summary>
    [Fact]
    public async Task Does_what_the_erasure_of_a_context_does()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            using SqliteDatabase byContext = await FilledAsync(seed);
            using SqliteDatabase byStore = await FilledAsync(seed);
            foreach (int customer in new[] { 1, 2, 1 })
            {
                string expected = Text(await PlainShop.EfCore.CallAsync<ErasureReceipt>("Shop.Script", "Erase", byContext.Connection, new Shop.Verifier(), customer, new FixedTime(Shop.Now)));
                string before = Dump(byStore.Connection);
                string preview = Text(await CallAsync("Preview", new AdoStore(byStore.Connection, KeyOf), customer));
                Assert.Equal(before, Dump(byStore.Connection));
                string actual = Text(await CallAsync("Erase", new AdoStore(byStore.Connection, KeyOf), customer));
                Assert.True(expected == actual, $"seed {seed}, customer {customer}:\n{expected}\nis not\n{actual}");
                Assert.Equal(expected, preview);
                Assert.True(Dump(byContext.Connection) == Dump(byStore.Connection), $"seed {seed}, customer {customer}:\n{Dump(byContext.Connection)}\nis not\n{Dump(byStore.Connection)}");
            }
        }
    }

    [Fact]
    public async Task A_failure_at_any_statement_changes_nothing()
    {
        using SqliteDatabase whole = await FilledAsync(7);
        var store = new AdoStore(whole.Connection, KeyOf);
        await CallAsync("Erase", store, 1);
        Assert.True(store.Statements > 10);
        for (int at = 0; at < store.Statements; at++)
        {
            using SqliteDatabase database = await FilledAsync(7);
            string before = Dump(database.Connection);
            await Assert.ThrowsAsync<TimeoutException>(() => CallAsync("Erase", new AdoStore(database.Connection, KeyOf) { FailsAt = at }, 1));
            Assert.Equal(before, Dump(database.Connection));
            await CallAsync("Erase", new AdoStore(database.Connection, KeyOf), 1);
            Assert.Equal(Dump(whole.Connection), Dump(database.Connection));
        }
    }

    [Theory]
    [InlineData("[Retention(\"support\")] public class Ticket { public int Id { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Body { get; set; } }",
        "Nothing was changed: rows of Ticket refer to Customer by no member that a store could be asked for: declare CustomerId")]
    [InlineData("[Retention(\"nowhere\")] public class Ticket { public int Id { get; set; } public int CustomerId { get; set; } [FreeText] public string? Body { get; set; } }",
        "Nothing was changed: no privacy statement has the retention rule 'nowhere' of Ticket, so a law may keep its rows (PRIV4002)")]
    [InlineData("[Retention(\"account-default\")] public class Ticket { public int Id { get; set; } public int? CustomerId { get; } [FreeText] public string? Body { get; set; } }",
        "Nothing was changed: Ticket.CustomerId refers to what goes and cannot be unset: give it a setter")]
    [InlineData("[Retention(\"support\")] public class Ticket { public int Id { get; set; } [SubjectLink(typeof(Customer))] public long CustomerId { get; set; } [FreeText] public string? Body { get; set; } }",
        "Nothing was changed: Ticket.CustomerId and Customer.Id, which it refers to, are of two types: give them one")]
    public async Task What_no_store_can_do_is_refused_before_it_is_asked(string ticket, string refusal)
    {
        GeneratorResult generated = PlainShop.Generate(Support.References.Without("Microsoft.EntityFrameworkCore"), [new PrivacyAnalyzers.Generation.Erasure.ErasureGenerator()], $$"""
            using PrivacyAnalyzers;
            namespace Shop;
            [DataSubject, Retention("customer-relationship")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } }
            {{ticket}}
            """, PlainShop.Script);
        using var database = new SqliteDatabase();
        var store = new AdoStore(database.Connection, KeyOf);

        NotSupportedException refused = await Assert.ThrowsAsync<NotSupportedException>(() => generated.CallAsync<ErasureReceipt>("Shop.Script", "Erase", store, new Shop.Verifier(), 1, new FixedTime(Shop.Now)));

        Assert.Equal(refusal, refused.Message);
        Assert.Equal(0, store.Statements);
    }

    [Theory]
    [InlineData("public int Id { get; set; } [Identifier] public string? Name { get; init; }", 1, "Customer.Name cannot be set: give it a setter that code of this project reaches")]
    [InlineData("[SubjectKey, Identifier] public string Id { get; set; } = \"\"; [Identifier] public string? Name { get; set; }", "1", "Customer.Id is part of a key, which other rows refer to: give the rows a key that says nothing of anybody, or say why it does not with [NotPersonal(\"…\")]")]
    public async Task A_row_that_has_to_stay_and_cannot_be_cleared_is_refused_before_anything_is_changed(string members, object key, string reason)
    {
        GeneratorResult generated = PlainShop.Generate(Support.References.Without("Microsoft.EntityFrameworkCore"), [new PrivacyAnalyzers.Generation.Erasure.ErasureGenerator()], $$"""
            using PrivacyAnalyzers;
            namespace Shop;
            [DataSubject, Retention("account-default")] public class Customer { {{members}} }
            """, PlainShop.Script.Replace("int id", key is string ? "string id" : "int id", StringComparison.Ordinal));
        using var database = new SqliteDatabase();
        Execute(database.Connection, $"CREATE TABLE Customer (Id {(key is string ? "TEXT" : "INTEGER")} PRIMARY KEY, Name TEXT); INSERT INTO Customer VALUES (1, 'Jane')");

        NotSupportedException refused = await Assert.ThrowsAsync<NotSupportedException>(() =>
            generated.CallAsync<ErasureReceipt>("Shop.Script", "Erase", new AdoStore(database.Connection, KeyOf), new Shop.Verifier(), key, new FixedTime(Shop.Now)));

        Assert.Equal("A row of Customer has to stay without personal data, and not all of that can be replaced, so nothing was changed (PRIV3004): " + reason, refused.Message);
        Assert.Equal("Customer: 1|Jane\n", Dump(database.Connection));
    }

    [Fact]
    public async Task Nothing_happens_outside_for_a_person_who_is_not_there_or_whom_a_hold_keeps()
    {
        using SqliteDatabase database = await FilledAsync(7);
        Execute(database.Connection, "UPDATE Customer SET OnHold = Id = 2");
        var asked = new List<string>();
        foreach (int customer in new[] { 1, 2, 99 })
        {
            ErasureReceipt receipt = await PlainShop.Plain.CallAsync<ErasureReceipt>("Shop.Script", "EraseWith", new AdoStore(database.Connection, KeyOf), new Shop.Verifier(), customer, new IErasureStep[] { new Asked(asked) });
            asked.Add($"{receipt.Steps.Count} steps");
        }

        Assert.Equal(["prepared 1", "done asked", "1 steps", "0 steps", "0 steps"], asked);
    }

    private sealed class Asked(List<string> asked) : IErasureStep
    {
        public string Name => "asked";

        public Task<string?> PrepareAsync(ErasureStepContext context, CancellationToken cancellationToken)
        {
            asked.Add($"prepared {context.Key}");
            return Task.FromResult<string?>(null);
        }

        public Task EraseAsync(ErasureStepWork work, CancellationToken cancellationToken)
        {
            asked.Add($"done {work.Step}");
            return Task.CompletedTask;
        }
    }

    private static Task<ErasureReceipt> CallAsync(string method, AdoStore store, int customer) =>
        PlainShop.Plain.CallAsync<ErasureReceipt>("Shop.Script", method, store, new Shop.Verifier(), customer, new FixedTime(Shop.Now));

    private static string[] KeyOf(Type type) => type.Name == "Line" ? ["InvoiceId", "Number"] : ["Id"];

    /// <summary>What is withheld comes in no order that means something.</summary>
    private static string Text(ErasureReceipt receipt) => string.Join('\n', (receipt with { IsPreview = false }).ToString().Split('\n').Order(StringComparer.Ordinal));

    private static async Task<SqliteDatabase> FilledAsync(int seed)
    {
        var database = new SqliteDatabase();
        await PlainShop.EfCore.CallAsync<int>("Shop.Script", "Create", database.Connection);
        var random = new Random(seed);
        string Maybe(string value) => random.Next(3) == 0 ? "NULL" : value;
        int Hold() => random.Next(8) == 0 ? 1 : 0;
        int Count(int most) => random.Next(most + 1);
        var sql = new StringBuilder();
        for (int i = 1; i <= 3; i++)
            sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO Customer (Id, Name, Phone, City, OnHold) VALUES ({i}, 'Jane', {Maybe("'555'")}, 'Town', {Hold()});\n");
        int tickets = 1 + Count(7);
        for (int i = 1; i <= tickets; i++)
            sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO Ticket (Id, CustomerId, ParentId, Body, OnHold) VALUES ({i}, {1 + random.Next(3)}, {(i == 1 ? "NULL" : Maybe((1 + random.Next(i - 1)).ToString(CultureInfo.InvariantCulture)))}, 'help', {Hold()});\n");
        for (int i = Count(6); i > 0; i--)
            sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO Note (TicketId, Text) VALUES ({1 + random.Next(tickets)}, {Maybe("'noted'")});\n");
        for (int i = Count(4); i > 0; i--)
            sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO Share (CustomerId, TicketId, Comment) VALUES ({1 + random.Next(3)}, {1 + random.Next(tickets)}, {Maybe("'look'")});\n");
        for (int i = 1; i <= Count(3); i++)
        {
            sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO Invoice (Id, CustomerId, BilledTo, Remark) VALUES ({i}, {1 + random.Next(3)}, 'Jane', {Maybe("'call'")});\n");
            sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO Line (InvoiceId, Number, Wish) VALUES ({i}, 1, {Maybe("'red'")}), ({i}, 2, {Maybe("'blue'")});\n");
            sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO Remark (InvoiceId, Number, Text) VALUES ({i}, {1 + random.Next(2)}, {Maybe("'soon'")});\n");
        }

        for (int i = Count(4); i > 0; i--)
            sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO Review (CustomerId, Author) VALUES ({Maybe((1 + random.Next(3)).ToString(CultureInfo.InvariantCulture))}, {Maybe("'Jane'")});\n");
        Execute(database.Connection, sql.ToString());
        return database;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Dump(SqliteConnection connection)
    {
        var text = new StringBuilder();
        using SqliteCommand names = connection.CreateCommand();
        names.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
        using SqliteDataReader tables = names.ExecuteReader();
        while (tables.Read())
        {
            using SqliteCommand rows = connection.CreateCommand();
            rows.CommandText = $"SELECT * FROM \"{tables.GetString(0)}\" ORDER BY 1, 2";
            using SqliteDataReader reader = rows.ExecuteReader();
            while (reader.Read())
                text.Append(tables.GetString(0)).Append(": ").AppendJoin('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)).Append('\n');
        }

        return text.ToString();
    }
}

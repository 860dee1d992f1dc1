namespace PrivacyAnalyzers.Tests.Generation.Retention;

/// <summary>Parts of a row that end at different times, and rows that a later sweep has to find.</summary>
public class SweepPartsTests
{
    private const string Customer =
        "[DataSubject, Retention(\"support\")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } [RetentionClock(\"account-closed\")] public DateTime? ClosedAt { get; set; } }\n";

    private static string Model(string types, string sets, string configuration = "") => $$"""
        {{Customer}}{{types}}
        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            {{sets}}
            protected override void OnModelCreating(ModelBuilder b) { {{configuration}} }
        }
        """;

    private static string Collection(string map) => Model(
        """
        public class Note { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } }
        [Retention("account-default")] public class Call : Note { public List<Part> Parts { get; set; } = new(); }
        public class Part { [Identifier] public string Number { get; set; } = ""; [FreeText, Retention("customer-relationship")] public string? Remark { get; set; } public string? Kind { get; set; } }
        """,
        "public DbSet<Note> Notes => Set<Note>(); public DbSet<Call> Calls => Set<Call>();",
        map);

    private const string Fill = """
        await using Db db = Open();
        db.Add(new Call { Id = 1, Customer = new() { Id = 1, Name = "Jane", ClosedAt = new DateTime(2018, 1, 1) }, Parts = { new() { Number = "555", Remark = "hello", Kind = "in" }, new() { Number = "777", Kind = "out" } } });
        db.Add(new Call { Id = 2, Customer = new() { Id = 2, Name = "Joe" }, Parts = { new() { Number = "333", Remark = "hi", Kind = "in" } } });
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        var seen = new List<string>();
        foreach (string day in new[] { "2018-02-01", "2018-03-05", "2018-03-06", "2024-12-31", "2025-01-02", "2025-01-03" })
        {
            RetentionReceipt receipt = await db.SweepRetentionAsync(DateTimeOffset.Parse(day + "T00:00:00Z"));
            seen.Add($"{day} {Figures(receipt)} {Rows("QUERY")}");
        }
        return string.Join("\n", seen);
        """;

    [Theory]
    [InlineData("")]
    [InlineData(", 1")]
    public async Task Items_that_are_rows_are_cleared_value_by_value_and_go_when_all_of_them_may(string batch)
    {
        string text = await LiveModel.RunAsync(
            Collection("b.Entity<Call>().OwnsMany(c => c.Parts, p => { p.ToTable(\"Parts\"); p.Property<int>(\"Id\"); p.HasKey(\"Id\"); });"),
            Fill.Replace("QUERY", "SELECT Number, Remark, Kind FROM Parts ORDER BY Id", StringComparison.Ordinal).Replace("\"T00:00:00Z\"))", $"\"T00:00:00Z\"){batch})", StringComparison.Ordinal));

        Assert.Equal(
            """
            2018-02-01 0/0/0 555|hello|in;777|NULL|out;333|hi|in
            2018-03-05 0/1/0 |hello|in;|NULL|out;333|hi|in
            2018-03-06 0/0/0 |hello|in;|NULL|out;333|hi|in
            2024-12-31 0/1/0 |hello|in;|NULL|out;333|hi|in
            2025-01-02 0/1/0 333|hi|in
            2025-01-03 0/0/0 333|hi|in
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public async Task Items_in_json_go_as_a_whole_with_the_last_of_their_periods()
    {
        string text = await LiveModel.RunAsync(
            Collection("b.Entity<Call>().ComplexCollection(c => c.Parts, p => p.ToJson());"),
            Fill.Replace("QUERY", "SELECT json_array_length(Parts) FROM Notes ORDER BY Id", StringComparison.Ordinal));

        Assert.Equal(
            """
            2018-02-01 0/0/0 2;1
            2018-03-05 0/0/0 2;1
            2018-03-06 0/0/0 2;1
            2024-12-31 0/1/0 2;1
            2025-01-02 0/1/0 0;1
            2025-01-03 0/0/0 0;1
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public async Task Items_of_owned_json_are_refused_where_their_row_stays()
    {
        string text = await LiveModel.RunAsync(
            Collection("b.Entity<Call>().OwnsMany(c => c.Parts, p => p.ToJson());"),
            """
            await using Db db = Open();
            db.Add(new Call { Id = 1, Customer = new() { Id = 1, ClosedAt = new DateTime(2018, 1, 1) }, Parts = { new() { Number = "555" } } });
            await db.SaveChangesAsync();
            return await Refused(async () => await db.SweepRetentionAsync(Now));
            """);

        Assert.StartsWith("NotSupportedException: A row of Call has to stay without personal data, and not all of that can be replaced, so nothing was changed (PRIV3004): Call.Parts is stored in the JSON of an owned type", text, StringComparison.Ordinal);
    }

    private const string Found = """
        [Retention("support")] public class Desk { public int Id { get; set; } public int? CustomerId { get; set; } public Customer? Customer { get; set; } [Identifier] public string? Label { get; set; } }
        """;

    private const string Sweeps = """
        await using Db db = Open();
        FILL
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        var seen = new List<string>();
        foreach (string day in new[] { "2022-01-01", "2026-01-01", "2026-01-02" })
        {
            RetentionReceipt receipt = await db.SweepRetentionAsync(DateTimeOffset.Parse(day + "T00:00:00Z"));
            seen.Add($"{day} {Figures(receipt)} {Rows("SELECT Id, Name FROM Customers")} {Rows("QUERY")}");
        }
        return string.Join("\n", seen);
        """;

    [Fact]
    public async Task A_way_to_what_is_due_later_is_not_cut()
    {
        string text = await LiveModel.RunAsync(
            Model(
                "[Retention(\"customer-relationship\")] public class Ticket { public int Id { get; set; } public int? CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } [Identifier] public string Code { get; set; } = \"\"; }",
                "public DbSet<Ticket> Tickets => Set<Ticket>();",
                "b.Entity<Ticket>().HasIndex(t => t.Code).IsUnique();"),
            Sweeps.Replace("FILL", "db.Add(new Ticket { Id = 1, Text = \"hello\", Customer = new() { Id = 1, Name = \"Jane\", ClosedAt = new DateTime(2018, 1, 1) } }); db.Add(new Customer { Id = 2, Name = \"Joe\", ClosedAt = new DateTime(2018, 1, 1) });", StringComparison.Ordinal)
                .Replace("QUERY", "SELECT Id, CustomerId, Text FROM Tickets", StringComparison.Ordinal));

        Assert.Equal(
            """
            2022-01-01 1/1/0 1|NULL 1|1|hello
            2026-01-01 2/0/0  
            2026-01-02 0/0/0  
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public async Task Nor_is_one_that_leads_on_to_it_through_other_rows()
    {
        string text = await LiveModel.RunAsync(
            Model(
                Found + "[Retention(\"customer-relationship\")] public class Ticket { public int Id { get; set; } public int? DeskId { get; set; } public Desk? Desk { get; set; } [FreeText] public string? Text { get; set; } }",
                "public DbSet<Desk> Desks => Set<Desk>(); public DbSet<Ticket> Tickets => Set<Ticket>();"),
            Sweeps.Replace("FILL", "db.Add(new Ticket { Id = 1, Text = \"hello\", Desk = new() { Id = 1, Label = \"desk\", Customer = new() { Id = 1, Name = \"Jane\", ClosedAt = new DateTime(2018, 1, 1) } } });", StringComparison.Ordinal)
                .Replace("QUERY", "SELECT t.Id, Text, Label, CustomerId FROM Tickets t LEFT JOIN Desks d ON d.Id = DeskId", StringComparison.Ordinal));

        Assert.Equal(
            """
            2022-01-01 0/2/0 1|NULL 1|hello|NULL|1
            2026-01-01 3/0/0  
            2026-01-02 0/0/0  
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public async Task An_erasure_still_finds_what_a_sweep_left()
    {
        string text = await LiveModel.RunAsync(
            Model(
                "[Retention(\"usage-records\")] public class Usage { public int Id { get; set; } public int? CustomerId { get; set; } public Customer? Customer { get; set; } [ElectronicActivity] public string? Ip { get; set; } }\n" +
                "public class Loose { public int Id { get; set; } public int? CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } }",
                "public DbSet<Usage> Usage => Set<Usage>(); public DbSet<Loose> Loose => Set<Loose>();"),
            """
            await using Db db = Open();
            db.Add(new Usage { Id = 1, Ip = "203.0.113.9", Customer = new() { Id = 1, Name = "Jane", ClosedAt = new DateTime(2018, 1, 1) } });
            db.Add(new Loose { Id = 2, Text = "hello", Customer = new() { Id = 2, Name = "Joe", ClosedAt = new DateTime(2018, 1, 1) } });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            string swept = Figures(await db.SweepRetentionAsync(Now));
            string between = Rows("SELECT Id, Name FROM Customers");
            await db.EraseCustomerAsync(await Verified<Customer>(1));
            await db.EraseCustomerAsync(await Verified<Customer>(2));
            return $"{swept} {between} {Rows("SELECT Id FROM Customers UNION SELECT Id FROM Usage UNION SELECT Id FROM Loose")}";
            """);

        Assert.Equal("0/2/0 1|NULL;2|NULL ", text);
    }

    private const string Many = """
        await using Db db = Open(o => o.AddInterceptors(new Watch()));
        for (int i = 1; i <= 5; i++)
            db.Add(new Note { Id = i, Text = "hello", Ticket = new() { Id = i, Text = "help", Customer = new() { Id = i, Name = "Jane", ClosedAt = new DateTime(2010, 1, 1) } } });
        db.Add(new Invoice { Id = 1, CustomerId = 5, BilledTo = "Jane" });
        db.Add(new Note { Id = 9, Text = "hello", Ticket = new() { Id = 9, Text = "help", Customer = new() { Id = 9, Name = "Joe" } } });
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        string State() => $"{Rows("SELECT Id, Name FROM Customers")} {Rows("SELECT Id FROM Tickets")} {Rows("SELECT Id FROM Notes")}";

        """;

    private static readonly string Batches = Model(
        "[Retention(\"support\")] public class Ticket { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } }\n" +
        "[Retention(\"support\")] public class Note { public int Id { get; set; } public int TicketId { get; set; } public Ticket? Ticket { get; set; } [FreeText] public string? Text { get; set; } }\n" +
        "[Retention(\"invoices\")] public class Invoice { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [Financial] public string BilledTo { get; set; } = \"\"; }\n" +
        "public sealed class Watch : Microsoft.EntityFrameworkCore.Diagnostics.DbTransactionInterceptor { public static int Commits; public static Action? OnCommit; public override System.Threading.Tasks.Task TransactionCommittedAsync(System.Data.Common.DbTransaction t, Microsoft.EntityFrameworkCore.Diagnostics.TransactionEndEventData e, System.Threading.CancellationToken c = default) { Commits++; OnCommit?.Invoke(); return Task.CompletedTask; } }",
        "public DbSet<Ticket> Tickets => Set<Ticket>(); public DbSet<Note> Notes => Set<Note>(); public DbSet<Invoice> Invoices => Set<Invoice>();",
        "foreach (var key in b.Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys())) key.DeleteBehavior = DeleteBehavior.Restrict;");

    [Fact]
    public async Task In_batches_a_sweep_does_the_same_in_short_transactions()
    {
        string text = await LiveModel.RunAsync(Batches, Many + """
            Watch.Commits = 0;
            RetentionReceipt receipt = await db.SweepRetentionAsync(Now, 2);
            int commits = Watch.Commits;
            return $"{Figures(receipt)} {commits > 3} {State()} {Figures(await db.SweepRetentionAsync(Now))}";
            """);

        Assert.Equal("14/1/0 True 5|NULL;9|Joe 9 9 0/0/0", text);
    }

    [Fact]
    public async Task A_batch_clears_what_its_rows_own()
    {
        string text = await LiveModel.RunAsync(
            Model(
                "[Retention(\"account-default\")] public class Note { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } public Place? Place { get; set; } }\n" +
                "public class Place { [Identifier] public string Street { get; set; } = \"\"; }",
                "public DbSet<Note> Notes => Set<Note>();",
                "b.Entity<Note>().OwnsOne(n => n.Place);"),
            """
            await using Db db = Open();
            for (int i = 1; i <= 3; i++)
                db.Add(new Note { Id = i, Text = "hello", Place = new() { Street = "Main St" }, Customer = new() { Id = i, ClosedAt = i == 3 ? null : new DateTime(2025, 1, 1) } });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            return $"{(await db.SweepRetentionAsync(Now, 1)).Deleted} {Rows("SELECT Id, Text, Place_Street FROM Notes")}";
            """);

        Assert.Equal("0 1|NULL|;2|NULL|;3|hello|Main St", text);
    }

    [Fact]
    public async Task A_sweep_in_batches_that_is_ended_early_keeps_what_it_did_and_the_next_goes_on()
    {
        string text = await LiveModel.RunAsync(Batches, Many + """
            using var source = new System.Threading.CancellationTokenSource();
            Watch.OnCommit = source.Cancel;
            string ended = (await Refused(async () => await db.SweepRetentionAsync(Now, 2, source.Token))).Split(':')[0];
            Watch.OnCommit = null;
            string between = Rows("SELECT count(*) FROM Notes");
            RetentionReceipt rest = await db.SweepRetentionAsync(Now, 2);
            return $"{ended} {between} {rest.Deleted is > 5 and < 14} {State()}";
            """);

        Assert.Matches("^(Operation|Task)CanceledException 4 True 5\\|NULL;9\\|Joe 9 9$", text);
    }

    [Fact]
    public async Task Batches_are_transactions_of_their_own()
    {
        string text = await LiveModel.RunAsync(Batches, """
            await using Db db = Open();
            string size = (await Refused(async () => await db.SweepRetentionAsync(Now, 0))).Split(':')[0];
            await using var transaction = await db.Database.BeginTransactionAsync();
            return $"{size} {await Refused(async () => await db.SweepRetentionAsync(Now, 2))}";
            """);

        Assert.Equal("ArgumentOutOfRangeException InvalidOperationException: Each batch is a transaction of its own: sweep without one around them", text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(", 1")]
    [InlineData(", 2")]
    public async Task Rows_that_are_found_through_another_go_before_it_however_small_the_batches(string batch)
    {
        string text = await LiveModel.RunAsync(
            Model(
                "[Retention(\"account-default\")] public class Desk { public int Id { get; set; } public int? CustomerId { get; set; } public Customer? Customer { get; set; } [Identifier] public string? Label { get; set; } }\n" +
                "[Retention(\"support\")] public class Ticket { public int Id { get; set; } public int DeskId { get; set; } public Desk? Desk { get; set; } [FreeText] public string? Text { get; set; } }",
                "public DbSet<Desk> Desks => Set<Desk>(); public DbSet<Ticket> Tickets => Set<Ticket>();"),
            $$"""
            await using Db db = Open();
            Desk desk = new() { Id = 1, Label = "desk", Customer = new() { Id = 1, Name = "Jane", ClosedAt = new DateTime(2018, 1, 1) } };
            for (int i = 1; i <= 5; i++)
                db.Add(new Ticket { Id = i, Text = "hello", Desk = desk });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            string figures = Figures(await db.SweepRetentionAsync(Now{{batch}}));
            return $"{figures} [{Rows("SELECT Id FROM Tickets")}] {Rows("SELECT Id, Label, CustomerId FROM Desks")} [{Rows("SELECT Id FROM Customers")}]";
            """);

        Assert.Equal("6/1/0 [] 1|NULL|NULL []", text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(", 1")]
    [InlineData(", 2")]
    public async Task A_row_counts_once_though_the_database_stores_another_value_than_it_was_given(string batch)
    {
        string text = await LiveModel.RunAsync(
            Model(
                "[Retention(\"account-default\")] public class Note { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText, Anonymize(With = \"none\")] public string? Text { get; set; } }",
                "public DbSet<Note> Notes => Set<Note>();",
                "b.Entity<Note>().ToTable(\"Notes\", t => t.HasTrigger(\"Shout\"));"),
            $$"""
            await using Db db = Open();
            Sql("CREATE TRIGGER Shout AFTER UPDATE ON Notes BEGIN UPDATE Notes SET Text = upper(new.Text) WHERE Id = new.Id; END");
            Customer customer = new() { Id = 1, ClosedAt = new DateTime(2025, 1, 1) };
            for (int i = 1; i <= 5; i++)
                db.Add(new Note { Id = i, Text = "hello", Customer = customer });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            return $"{Figures(await db.SweepRetentionAsync(Now{{batch}}))} {Rows("SELECT Text FROM Notes")}";
            """);

        Assert.Equal("0/5/0 NONE;NONE;NONE;NONE;NONE", text);
    }

    [Theory]
    [InlineData("public int Id { get; set; }", "")]
    [InlineData("public int Tenant { get; set; } public int Id { get; set; }", "b.Entity<Note>().HasKey(n => new { n.Tenant, n.Id });")]
    public async Task Parts_of_one_row_are_cleared_in_one_batch_and_count_once(string key, string configuration)
    {
        string text = await LiveModel.RunAsync(
            Model(
                $"[Retention(\"account-default\")] public class Note {{ {key} public int CustomerId {{ get; set; }} public Customer? Customer {{ get; set; }} [FreeText] public string? Text {{ get; set; }} public List<Place> Places {{ get; set; }} = new(); }}\n" +
                "public class Place { [Identifier] public string Street { get; set; } = \"\"; }",
                "public DbSet<Note> Notes => Set<Note>();",
                configuration + "b.Entity<Note>().OwnsMany(n => n.Places, p => { p.ToTable(\"Places\"); p.Property<int>(\"Number\"); p.HasKey(\"Number\"); });"),
            """
            await using Db db = Open();
            Customer customer = new() { Id = 1, ClosedAt = new DateTime(2025, 1, 1) };
            for (int i = 1; i <= 4; i++)
            {
                Note note = new() { Id = i, Text = i == 1 ? null : "hello", Customer = customer, Places = { new() { Street = "Main St" } } };
                if (i == 2)
                    note.Places.Clear();
                db.Add(note);
            }

            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            return $"{Figures(await db.SweepRetentionAsync(Now, 1))} {Rows("SELECT Text FROM Notes")} [{Rows("SELECT Street FROM Places")}] {Figures(await db.SweepRetentionAsync(Now))}";
            """);

        Assert.Equal("0/4/0 NULL;NULL;NULL;NULL [] 0/0/0", text);
    }
}

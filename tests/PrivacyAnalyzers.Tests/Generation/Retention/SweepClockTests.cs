namespace PrivacyAnalyzers.Tests.Generation.Retention;

/// <summary>Clocks of every type and place, to the moment.</summary>
public class SweepClockTests
{
    private static string Model(string clock, string configuration = "", string key = "public int Id { get; set; }") => $$"""
        [DataSubject, Retention("support")] public class Customer { {{key}} [Identifier] public string? Name { get; set; } [RetentionClock("account-closed")] {{clock}} }
        public class Line { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } public int Number { get; set; } }
        public class SubLine { public int Id { get; set; } public int LineId { get; set; } public Line? Line { get; set; } }
        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Line> Lines => Set<Line>();
            public DbSet<SubLine> SubLines => Set<SubLine>();
            protected override void OnModelCreating(ModelBuilder b)
            {
                {{configuration}}
                foreach (var foreign in b.Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys()))
                    foreign.DeleteBehavior = DeleteBehavior.Restrict;
            }
        }
        """;

    private static string Script(string due, string tooEarly) => $$"""
        await using Db db = Open();
        db.Add(new Customer { Id = 1, Name = "Jane", At = {{due}} });
        db.Add(new Customer { Id = 2, Name = "Joe", At = {{tooEarly}} });
        db.Add(new Customer { Id = 3, Name = "Open" });
        for (int i = 1; i <= 3; i++)
        {
            db.Add(new Line { Id = i, CustomerId = i });
            db.Add(new SubLine { Id = i, LineId = i });
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        string first = Figures(await db.SweepRetentionAsync(Now));
        string second = Figures(await db.SweepRetentionAsync(Now));
        return $"{first} {second} {Rows("SELECT Id FROM Customers")} {Rows("SELECT Id FROM Lines")} {Rows("SELECT Id FROM SubLines")}";
        """;

    [Theory]
    [InlineData("support")]
    [InlineData("account-default")]
    public async Task No_bound_is_a_moment_that_a_column_of_SQL_Server_does_not_hold(string rule)
    {
        string text = await LiveModel.RunAsync(
            Model("[Column(TypeName = \"datetime\")] public DateTime At { get; set; }").Replace("support", rule, StringComparison.Ordinal),
            Script("new(2020, 1, 8)", "new(2025, 12, 31)").Replace("return $\"", "return System.Text.RegularExpressions.Regex.Count(db.Customers.Where(await db.CustomerIsDueAsync(Now)).ToQueryString(), \"'(000|175|999)\") + $\" "));

        Assert.Equal(rule == "support" ? "0 3/0/0 0/0/0 2;3 2;3 2;3" : "0 0/1/0 0/0/0 1;2;3 1;2;3 1;2;3", text);
    }

    [Theory]

    // Three years before the eighth of January 2026, noon UTC, in three offsets: as text, SQLite would order them by their local time.
    [InlineData("public DateTimeOffset? At { get; set; }", "", "new(2023, 1, 8, 23, 0, 0, TimeSpan.FromHours(11))", "new(2023, 1, 8, 7, 0, 1, TimeSpan.FromHours(-5))")]
    [InlineData("public DateTimeOffset At { get; set; }", "", "new(2023, 1, 8, 12, 0, 0, TimeSpan.Zero)", "new(2023, 1, 8, 12, 0, 1, TimeSpan.Zero)")]
    [InlineData("public DateTimeOffset? At { get; set; }", "b.Entity<Customer>().Property(c => c.At).HasConversion<long>();", "new(2023, 1, 8, 12, 0, 0, TimeSpan.Zero)", "new(2023, 1, 8, 12, 0, 1, TimeSpan.Zero)")]
    [InlineData("public DateOnly? At { get; set; }", "", "new(2023, 1, 8)", "new(2023, 1, 9)")]
    [InlineData("public DateOnly At { get; set; }", "", "new(2023, 1, 8)", "new(2023, 1, 9)")]
    [InlineData("public DateOnly? At { get; set; }", "b.Entity<Customer>().Property(c => c.At).HasConversion(d => d!.Value.ToString(\"dd.MM.yyyy\"), s => DateOnly.ParseExact(s, \"dd.MM.yyyy\"));", "new(2023, 1, 8)", "new(2023, 1, 9)")]
    [InlineData("public DateTime? At { get; set; }", "b.Entity<Customer>().Property(c => c.At).HasConversion(d => d!.Value.Ticks, t => new DateTime(t));", "new(2023, 1, 8, 12, 0, 0)", "new(2023, 1, 8, 12, 0, 1)")]
    [InlineData("public DateTime? At { get; set; }", "b.Entity<Customer>().Property(c => c.At).HasConversion(d => d!.Value.ToString(\"MM/dd/yyyy HH:mm:ss\"), s => DateTime.ParseExact(s, \"MM/dd/yyyy HH:mm:ss\", null));", "new(2023, 1, 8, 12, 0, 0)", "new(2023, 1, 8, 12, 0, 1)")]
    public async Task A_clock_of_any_type_is_exact_and_rows_without_a_rule_follow_the_row_that_they_require(string clock, string configuration, string due, string tooEarly)
    {
        string text = await LiveModel.RunAsync(Model(clock, configuration), Script(due, tooEarly));

        Assert.Equal("3/0/0 0/0/0 2;3 2;3 2;3", text);
    }

    [Fact]
    public async Task A_clock_of_the_row_itself_beats_that_of_the_person()
    {
        const string Own = """
            [DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
            [Retention("support")] public class Ticket { public int Id { get; set; } public int CustomerId { get; set; } [FreeText] public string? Text { get; set; } [RetentionClock("account-closed")] public DateTime? DoneAt { get; set; } }
            [Retention("support")] public class Letter { public int Id { get; set; } public int CustomerId { get; set; } [FreeText] public string? Text { get; set; } }
            public class Db(DbContextOptions<Db> options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Ticket> Tickets => Set<Ticket>(); public DbSet<Letter> Letters => Set<Letter>(); }
            """;
        string text = await LiveModel.RunAsync(Own, """
            await using Db db = Open();
            db.Add(new Customer { Id = 1, ClosedAt = new DateTime(2010, 1, 1) });
            db.Add(new Customer { Id = 2 });
            db.Add(new Ticket { Id = 1, CustomerId = 1, DoneAt = new DateTime(2025, 1, 1) });
            db.Add(new Ticket { Id = 2, CustomerId = 1 });
            db.Add(new Ticket { Id = 3, CustomerId = 2, DoneAt = new DateTime(2010, 1, 1) });
            db.Add(new Letter { Id = 1, CustomerId = 1 });
            db.Add(new Letter { Id = 2, CustomerId = 2 });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            string figures = Figures(await db.SweepRetentionAsync(Now));
            return $"{figures} {Rows("SELECT Id FROM Tickets")} {Rows("SELECT Id FROM Letters")}";
            """);

        Assert.Equal("2/0/0 1;2 2", text);
    }

    [Fact]
    public async Task A_clock_that_the_database_cannot_order_and_a_key_of_several_parts_are_refused()
    {
        const string Composite = """
            [DataSubject, Retention("support"), PrimaryKey(nameof(Tenant), nameof(Number))] public class Customer { public int Tenant { get; set; } public int Number { get; set; } [Identifier] public string? Name { get; set; } [RetentionClock("account-closed")] public DateTimeOffset? At { get; set; } }
            public class Db(DbContextOptions<Db> options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); }
            """;
        string text = await LiveModel.RunAsync(Composite, """
            await using Db db = Open();
            db.Add(new Customer { Tenant = 1, Number = 1, Name = "Jane", At = new(2010, 1, 1, 0, 0, 0, TimeSpan.Zero) });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            string swept = await Refused(async () => await db.SweepRetentionAsync(Now));
            return $"{Rows("SELECT Name FROM Customers")} {swept}";
            """);

        Assert.Equal("Jane NotSupportedException: The database cannot compare Customer.At, and the key has several parts: store it as a DateTime in UTC", text);
    }
}

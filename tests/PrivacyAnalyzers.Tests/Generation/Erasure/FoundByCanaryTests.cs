namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>What random models brought to light, each made small.</summary>
public class FoundByCanaryTests
{
    private const string Start = "[DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } }\n";

    private static string Model(string types, string sets, string configuration) => $$"""
        {{Start}}{{types}}
        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            {{sets}}
            protected override void OnModelCreating(ModelBuilder b) { {{configuration}} }
        }
        """;

    [Fact]
    public async Task A_complex_type_far_from_the_person_is_cleared()
    {
        string text = await LiveModel.RunAsync(
            Model(
                "public class Ticket { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } }\n" +
                "[Retention(\"account-default\")] public class Note { public int Id { get; set; } public int? TicketId { get; set; } public Ticket? Ticket { get; set; } public Place Place { get; set; } = new(); public List<Place> More { get; set; } = new(); }\n" +
                "public class Place { [Identifier] public string Street { get; set; } = \"\"; }",
                "public DbSet<Note> Notes => Set<Note>();",
                "b.Entity<Note>().ComplexProperty(n => n.Place); b.Entity<Note>().ComplexCollection(n => n.More, m => m.ToJson());"),
            """
            await using Db db = Open();
            for (int i = 1; i <= 2; i++)
                db.Add(new Note { Id = i, Ticket = new() { Id = i, Customer = new() { Id = i } }, Place = new() { Street = "Main St" }, More = { new() { Street = "Side St" } } });
            await db.SaveChangesAsync();
            return $"{Figures(await db.EraseCustomerAsync(await Verified<Customer>(1)))} {Rows("SELECT Id, TicketId, Place_Street, More FROM Notes")}";
            """);

        Assert.Equal("2/1/0 1|NULL||[];2|2|Main St|[{\"Street\":\"Side St\"}]", text);
    }

    [Theory]
    [InlineData("public string Id { get; set; } = \"\";", "")]
    [InlineData("public int Number { get; set; }", "b.Entity<Note>().HasKey(\"OwnerId\", \"Number\");")]
    public async Task An_owned_type_in_a_table_of_its_own_is_cleared_far_from_the_person(string key, string configuration)
    {
        string text = await LiveModel.RunAsync(
            Model(
                "public class Desk { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } }\n" +
                "public class Ticket { public string Id { get; set; } = \"\"; public int DeskId { get; set; } public Desk? Desk { get; set; } }\n" +
                "[Retention(\"account-default\")] public class Note { " + key + " public string OwnerId { get; set; } = \"\"; public Ticket? Owner { get; set; } [FreeText] public string? Text { get; set; } public Place? Place { get; set; } }\n" +
                "public class Place { [Identifier] public string? Street { get; set; } [Identifier] public int Number { get; set; } }",
                "public DbSet<Note> Notes => Set<Note>();",
                "b.Entity<Note>().OwnsOne(n => n.Place, p => p.ToTable(\"Places\"));" + configuration),
            """
            var log = new List<string>();
            await using Db db = Open(o => o.LogTo(log.Add, Microsoft.Extensions.Logging.LogLevel.Information));
            for (int i = 1; i <= 2; i++)
                db.Add(new Note { FIRST = LAST, Owner = new() { Id = "t" + i, Desk = new() { Customer = new() { Id = i } } }, Text = "hello", Place = new() { Street = "Main St", Number = 5 } });
            await db.SaveChangesAsync();
            string figures = await Refused(async () => await db.EraseCustomerAsync(await Verified<Customer>(1)));
            return $"{figures} {Rows("SELECT Street, Number FROM Places ORDER BY Street")} {(figures == "not refused" ? "" : log[^1])}";
            """.Replace("FIRST = LAST", configuration.Length == 0 ? "Id = \"n\" + i" : "Number = i", StringComparison.Ordinal));

        Assert.Equal("not refused NULL|0;Main St|5 ", text);
    }

    [Fact]
    public async Task What_an_optional_component_would_hold_is_not_made_up_where_there_is_none()
    {
        string text = await LiveModel.RunAsync(
            Model(
                "[Retention(\"account-default\")] public class Note { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } public Place? Place { get; set; } }\n" +
                "public class Place { [Identifier] public string Street { get; set; } = \"\"; [Identifier] public int Number { get; set; } }",
                "public DbSet<Note> Notes => Set<Note>();",
                "b.Entity<Note>().OwnsOne(n => n.Place);"),
            """
            await using Db db = Open();
            db.Add(new Customer { Id = 1 });
            db.Add(new Note { Id = 1, CustomerId = 1, Text = "hello" });
            db.Add(new Note { Id = 2, CustomerId = 1, Text = "hello", Place = new() { Street = "Main St", Number = 5 } });
            await db.SaveChangesAsync();
            return $"{Figures(await db.EraseCustomerAsync(await Verified<Customer>(1)))} {Rows("SELECT Id, Text, Place_Street, Place_Number FROM Notes")}";
            """);

        Assert.Equal("0/2/0 1|NULL|NULL|NULL;2|NULL||0", text);
    }

    [Fact]
    public async Task A_row_whose_way_leads_through_one_that_stays_goes_before_the_person()
    {
        string text = await LiveModel.RunAsync(
            Model(
                "[Retention(\"account-default\")] public class Desk { public int Id { get; set; } public int? CustomerId { get; set; } public Customer? Customer { get; set; } [Identifier] public string? Label { get; set; } }\n" +
                "public class Note { public int Id { get; set; } public int? DeskId { get; set; } [SubjectLink(typeof(Customer))] public Desk? Desk { get; set; } public int? TagId { get; set; } public Tag? Tag { get; set; } [FreeText] public string? Text { get; set; } }\n" +
                "public class Tag { public int Id { get; set; } public int? NoteId { get; set; } [SubjectLink(typeof(Customer))] public Note? Note { get; set; } [FreeText] public string? Text { get; set; } }",
                "public DbSet<Desk> Desks => Set<Desk>(); public DbSet<Note> Notes => Set<Note>(); public DbSet<Tag> Tags => Set<Tag>();",
                "b.Entity<Note>().HasOne(n => n.Tag).WithMany(); b.Entity<Tag>().HasOne(t => t.Note).WithMany();"),
            """
            await using Db db = Open();
            for (int i = 1; i <= 2; i++)
                db.Add(new Tag { Id = i, Text = "tag", Note = new() { Id = i, Text = "note", Desk = new() { Id = i, Label = "desk", Customer = new() { Id = i, Name = "Jane" } } } });
            await db.SaveChangesAsync();
            return $"{Figures(await db.EraseCustomerAsync(await Verified<Customer>(1)))} {Rows("SELECT Id FROM Notes")} {Rows("SELECT Id FROM Tags")} {Rows("SELECT Id, CustomerId, Label FROM Desks")} {Rows("SELECT Id FROM Customers")}";
            """);

        Assert.Equal("3/1/0 2 2 1|NULL|NULL;2|2|desk 2", text);
    }
}

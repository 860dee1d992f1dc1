namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>Models in which somebody who read the generators foresaw that a row would be forgotten, or one too many would go.</summary>
public class FoundByReadingTests
{
    private static string Db(string sets, string configuration = "") => $$"""

        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            {{string.Join("\n", sets.Split(' ').Select(type => $"public DbSet<{type}> {type}s => Set<{type}>();"))}}
            protected override void OnModelCreating(ModelBuilder b) { {{configuration}} }
        }
        """;

    [Fact]
    public async Task A_hold_in_an_optional_part_holds_where_the_part_is_there_and_says_yes()
    {
        string text = await LiveModel.RunAsync("""
            [Owned] public class Case { [LegalHold] public bool IsOpen { get; set; } public string By { get; set; } = ""; }
            [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } public Case? Case { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
            public class Note { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } }
            """ + Db("Customer Note"), """
            Sql("INSERT INTO Customers (Id, Name, Case_IsOpen, Case_By, ClosedAt) VALUES (1, 'none', NULL, NULL, '2010-01-01'), (2, 'open', 1, 'court', '2010-01-01'), (3, 'shut', 0, 'court', '2010-01-01'), (4, 'none', NULL, NULL, '2010-01-01')");
            Sql("INSERT INTO Notes (Id, CustomerId, Text) VALUES (1, 1, 'none'), (2, 2, 'open'), (3, 3, 'shut'), (4, 4, 'none')");
            await using Db db = Open();
            var texts = new List<string>();
            foreach (int id in new[] { 1, 2, 3 })
                texts.Add(Figures(await db.PreviewCustomerErasureAsync(await Verified<Customer>(id))) + " " + Figures(await db.EraseCustomerAsync(await Verified<Customer>(id))));
            texts.Add(Figures(await db.SweepRetentionAsync(Now)) + " " + Rows("SELECT Id FROM Customers") + " " + Rows("SELECT Id FROM Notes"));
            return string.Join("\n", texts);
            """);

        Assert.Equal(
            """
            2/0/0 2/0/0
            0/0/2 0/0/2
            2/0/0 2/0/0
            2/0/1 2 2
            """,
            text);
    }

    [Fact]
    public async Task A_hold_that_a_derived_type_has_holds_what_belongs_to_its_rows()
    {
        string text = await LiveModel.RunAsync("""
            [DataSubject, Retention("support")] public abstract class Account { public int Id { get; set; } [Identifier] public string? Name { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
            public class Person : Account { }
            public class Business : Account { [LegalHold] public bool OnHold { get; set; } }
            public class Note { public int Id { get; set; } public int AccountId { get; set; } public Account? Account { get; set; } [FreeText] public string? Text { get; set; } }
            """ + Db("Account Person Business Note"), """
            await using (Db filled = Open())
            {
                filled.AddRange(new Business { Id = 1, Name = "held", OnHold = true, ClosedAt = new(2010, 1, 1) }, new Business { Id = 2, Name = "free", ClosedAt = new(2010, 1, 1) }, new Person { Id = 3, Name = "free", ClosedAt = new(2010, 1, 1) });
                filled.AddRange(new Note { Id = 1, AccountId = 1, Text = "held" }, new Note { Id = 2, AccountId = 2, Text = "free" }, new Note { Id = 3, AccountId = 3, Text = "free" });
                await filled.SaveChangesAsync();
            }
            await using Db db = Open();
            string erased = Figures(await db.EraseAccountAsync(await Verified<Account>(1))) + " " + Figures(await db.EraseAccountAsync(await Verified<Account>(2)));
            return erased + " " + Figures(await db.SweepRetentionAsync(Now)) + " " + Rows("SELECT Text FROM Notes") + " " + Rows("SELECT Name FROM Accounts");
            """);

        Assert.Equal("0/0/2 2/0/0 2/0/1 held held", text);
    }

    [Theory]
    [InlineData("[Required] public string CustomerId { get; set; } public Customer Customer { get; set; }", "")]
    [InlineData("public string CustomerId { get; set; } [Required] public Customer Customer { get; set; }", "")]
    [InlineData("public string CustomerId { get; set; } public Customer Customer { get; set; }", "b.Entity<Invoice>().Property(i => i.CustomerId).IsRequired();")]
    public async Task What_is_said_to_be_required_keeps_the_row_that_it_refers_to(string reference, string configuration)
    {
        string text = await LiveModel.RunAsync($$"""
            #nullable disable
            [DataSubject] public class Customer { public string Id { get; set; } [Identifier] public string Name { get; set; } }
            [Retention("invoices")] public class Invoice { public int Id { get; set; } {{reference}} [Financial] public string BilledTo { get; set; } }
            """ + Db("Customer Invoice", configuration), """
            Sql("INSERT INTO Customers VALUES ('c', 'Jane'); INSERT INTO Invoices (Id, CustomerId, BilledTo) VALUES (1, 'c', 'Jane')");
            await using Db db = Open();
            return Figures(await db.EraseCustomerAsync(await Verified<Customer>("c"))) + " " + Rows("SELECT Id, Name FROM Customers") + " " + Rows("SELECT CustomerId, BilledTo FROM Invoices");
            """);

        Assert.Equal("0/1/1 c|NULL c|Jane", text);
    }

    [Theory]
    [InlineData("", "b.Entity(typeof(Customer)).HasKey(\"Number\");", "the key of Customer is Number, and generated code was made for Id; say so with [PrimaryKey] on Customer, or with Entity<Customer>().HasKey(…) in OnModelCreating")]
    [InlineData("", "b.Entity(typeof(Note)).Property(\"CustomerId\").IsRequired(true);", "Note cannot be without the Customer that it refers to by CustomerId, which generated code does not know; say so with [Required] on that member")]
    [InlineData("public Payer Payer { get; set; } = new();", "", "Payer refers to Customer by CustomerId, and generated code follows no reference out of an owned type; make Payer an entity, or keep its value without a navigation")]
    [InlineData("", "b.Entity<Note>().ToTable(\"Notes\").ToView(\"OpenNotes\");", "rows of Note are written to a table and read from elsewhere, so that rows which are not shown there would be forgotten; map Note to its table alone, and what else there is to read to a type of its own")]
    public async Task What_only_EF_Core_knows_of_keys_references_and_views_is_refused(string member, string configuration, string refusal)
    {
        string text = await LiveModel.RunAsync($$"""
            [Owned] public class Payer { public int CustomerId { get; set; } public Customer? Customer { get; set; } }
            [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } public int Number { get; set; } [Identifier] public string? Name { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
            public class Note { public int Id { get; set; } public int? CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } {{member}} }
            """ + Db("Customer Note", configuration), """
            await using Db db = Open();
            return await Refused(async () => await db.EraseCustomerAsync(await Verified<Customer>(1))) + "\n" + await Refused(async () => await db.SweepRetentionAsync(Now)) + "\n" + await Refused(async () => await db.PreviewCustomerErasureAsync(await Verified<Customer>(1)));
            """);

        string expected = $"NotSupportedException: Nothing was changed: {refusal}";
        Assert.Equal($"{expected}\n{expected}\n{expected}", text);
    }

    [Fact]
    public async Task Other_people_who_refer_to_a_person_are_not_that_persons_data()
    {
        string text = await LiveModel.RunAsync("""
            [DataSubject] public class Employee { public int Id { get; set; } [Identifier] public string? Name { get; set; } }
            [DataSubject] public class Customer { public int Id { get; set; } public int? ManagerId { get; set; } public Employee? Manager { get; set; } [Identifier] public string? Email { get; set; } [LegalHold] public bool OnHold { get; set; } }
            public class Order { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } }
            public class Shift { public int Id { get; set; } public int EmployeeId { get; set; } public Employee? Employee { get; set; } [FreeText] public string? Text { get; set; } }
            """ + Db("Employee Customer Order Shift"), """
            Sql("INSERT INTO Employees VALUES (7, 'Joe'), (8, 'Jim')");
            Sql("INSERT INTO Customers (Id, ManagerId, Email, OnHold) VALUES (1, 7, 'jane@example.com', 0), (2, 8, 'jill@example.com', 1)");
            Sql("INSERT INTO Orders VALUES (1, 1, 'fast'), (2, 2, 'slow'); INSERT INTO Shifts VALUES (1, 7, 'late'), (2, 8, 'early')");
            await using Db db = Open();
            string first = Figures(await db.EraseEmployeeAsync(await Verified<Employee>(7))) + " " + Figures(await db.EraseEmployeeAsync(await Verified<Employee>(8)));
            string left = Rows("SELECT Id, Name FROM Employees") + " " + Rows("SELECT Id, ManagerId, Email FROM Customers") + " " + Rows("SELECT Text FROM Orders") + " " + Rows("SELECT Text FROM Shifts");
            return first + " " + left + "\n" + Figures(await db.EraseCustomerAsync(await Verified<Customer>(1))) + " " + Rows("SELECT Id FROM Customers") + " " + Rows("SELECT Id FROM Orders");
            """);

        Assert.Equal("2/0/0 1/1/0 8|NULL 1|NULL|jane@example.com;2|8|jill@example.com fast;slow \n2/0/0 2 2", text);
    }

    [Theory]
    [InlineData("int?", "", "2/0/0  |  | 1/0/0")]
    [InlineData("int?", "[SubjectLink(typeof(Customer))] ", "1/0/0  | 1||late | 2/0/0")]
    [InlineData("int", "[SubjectLink(typeof(Customer))] ", "0/1/0 7|NULL | 1|7|late | 2/0/0")]
    [InlineData("int?", "[SubjectLink(typeof(Customer))] [SubjectLinkOfTheOther] ", "2/0/0  |  | 1/0/0")]
    public async Task A_row_of_two_kinds_of_people_is_whose_the_links_say(string agent, string link, string expected)
    {
        string other = link.Contains("Other", StringComparison.Ordinal) ? "[SubjectLink(typeof(Agent))] " : "";
        string text = await LiveModel.RunAsync($$"""
            [DataSubject] public class Agent { public int Id { get; set; } [Identifier] public string? Name { get; set; } }
            [DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string? Email { get; set; } }
            public class Ticket { public int Id { get; set; } {{link.Replace("[SubjectLinkOfTheOther] ", "")}}public int CustomerId { get; set; } public Customer? Customer { get; set; } {{other}}public {{agent}} AgentId { get; set; } public Agent? Agent { get; set; } [FreeText] public string? Text { get; set; } }
            """ + Db("Agent Customer Ticket"), """
            Sql("INSERT INTO Agents VALUES (7, 'Joe'); INSERT INTO Customers VALUES (1, 'jane@example.com'); INSERT INTO Tickets (Id, CustomerId, AgentId, Text) VALUES (1, 1, 7, 'late')");
            await using Db db = Open();
            return Figures(await db.EraseAgentAsync(await Verified<Agent>(7))) + " " + Rows("SELECT Id, Name FROM Agents") + " | " + Rows("SELECT Id, COALESCE(AgentId, ''), Text FROM Tickets") + " | " + Figures(await db.EraseCustomerAsync(await Verified<Customer>(1)));
            """);

        Assert.Equal(expected, text);
    }

    [Fact]
    public async Task What_other_rows_refer_to_instead_of_a_key_is_refused_where_it_says_something_and_its_row_stays()
    {
        string text = await LiveModel.RunAsync("""
            [DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string Number { get; set; } = ""; [Identifier] public string? Name { get; set; } }
            [Retention("invoices")] public class Invoice { public int Id { get; set; } public string CustomerNumber { get; set; } = ""; public Customer? Buyer { get; set; } [Financial] public string? BilledTo { get; set; } }
            """ + Db("Customer Invoice", "b.Entity<Invoice>().HasOne(i => i.Buyer).WithMany().HasForeignKey(i => i.CustomerNumber).HasPrincipalKey(c => c.Number);"), """
            Sql("INSERT INTO Customers (Id, Number, Name) VALUES (1, 'N-1', 'Jane'); INSERT INTO Invoices (Id, CustomerNumber, BilledTo) VALUES (1, 'N-1', 'Jane')");
            await using Db db = Open();
            return await Refused(async () => await db.EraseCustomerAsync(await Verified<Customer>(1))) + " " + Rows("SELECT Number, Name FROM Customers") + " " + Rows("SELECT CustomerNumber FROM Invoices");
            """);

        Assert.Equal("NotSupportedException: A row of Customer has to stay without personal data, and not all of that can be replaced, so nothing was changed (PRIV3004): Customer.Number is part of a key, which other rows refer to: give the rows a key that says nothing of anybody, or say why it does not with [NotPersonal(\"…\")] N-1|Jane N-1", text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Rows_whose_key_no_member_holds_are_swept(int batch)
    {
        string text = await LiveModel.RunAsync("""
            [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
            [Retention("support")] public class Note { public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } [FreeText, Retention("account-default")] public string? Mood { get; set; } }
            """ + Db("Customer Note", "b.Entity<Note>(n => { n.Property<int>(\"Id\"); n.HasKey(\"Id\"); });"), $$"""
            Sql("INSERT INTO Customers VALUES (1, 'Jane', '2010-01-01'), (2, 'Joe', '2025-10-01'); INSERT INTO Notes (Id, CustomerId, Text, Mood) VALUES (1, 1, 'a', 'b'), (2, 1, 'c', 'd'), (3, 2, 'e', 'f'), (4, 2, 'g', NULL)");
            await using Db db = Open();
            RetentionReceipt receipt = {{(batch == 0 ? "await db.SweepRetentionAsync(Now)" : $"await db.SweepRetentionAsync(Now, {batch})")}};
            return Figures(receipt) + " " + Rows("SELECT Id FROM Customers") + " " + Rows("SELECT Id, Text, Mood FROM Notes");
            """);

        Assert.Equal("3/1/0 2 3|e|NULL;4|g|NULL", text);
    }

    [Fact]
    public async Task What_may_be_null_in_code_and_not_in_the_database_gets_a_value()
    {
        string text = await LiveModel.RunAsync("""
            [DataSubject, Retention("account-default")] public class Customer { public int Id { get; set; } [Required, Identifier] public int? Born { get; set; } [Identifier] public char Initial { get; set; } = 'J'; }
            """ + Db("Customer"), """
            await using (Db filled = Open()) { filled.Add(new Customer { Id = 1, Born = 1980 }); await filled.SaveChangesAsync(); }
            await using Db db = Open();
            return Figures(await db.EraseCustomerAsync(await Verified<Customer>(1))) + Figures(await db.EraseCustomerAsync(await Verified<Customer>(1))) + " " + Rows("SELECT Born, Initial FROM Customers");
            """);

        Assert.Equal("0/1/00/0/0 0| ", text);
    }

    [Fact]
    public async Task A_person_whom_a_request_names_by_what_is_cleared_is_still_found_to_the_end()
    {
        string text = await LiveModel.RunAsync("""
            [Owned] public class Address { [Identifier] public string? Street { get; set; } }
            [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [SubjectKey, Identifier] public string Email { get; set; } = ""; [Identifier] public string? Name { get; set; } public Address? Home { get; set; } }
            [Retention("invoices")] public class Invoice { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [Financial] public string? BilledTo { get; set; } }
            public class Note { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } }
            """ + Db("Customer Invoice Note"), """
            Sql("INSERT INTO Customers (Id, Email, Name, Home_Street) VALUES (1, 'jane', 'Jane', 'Elm'), (2, 'joe', 'Joe', NULL), (3, 'joe', 'Joe', NULL), (0, 'zero', 'Zero', 'Elm')");
            Sql("INSERT INTO Invoices VALUES (1, 1, 'Jane'); INSERT INTO Notes VALUES (1, 1, 'a'), (2, 1, 'b'), (3, 2, 'c'), (4, 0, 'd')");
            await using Db db = Open();
            string jane = Figures(await db.PreviewCustomerErasureAsync(await Verified<Customer>("jane"))) + " " + Figures(await db.EraseCustomerAsync(await Verified<Customer>("jane"))) + " " + Figures(await db.EraseCustomerAsync(await Verified<Customer>("nobody")));
            string joe = await Refused(async () => await db.EraseCustomerAsync(await Verified<Customer>("joe")));
            return jane + "\n" + joe + "\n" + Rows("SELECT Id, Email, Name, Home_Street FROM Customers ORDER BY Id") + "\n" + Rows("SELECT Text FROM Notes ORDER BY Id");
            """);

        Assert.Equal(
            """
            2/1/1 2/1/1 0/0/0
            InvalidOperationException: Nothing was changed: several rows of Customer have the Email that the request names one by
            0|zero|Zero|Elm;1||NULL|NULL;2|joe|Joe|NULL;3|joe|Joe|NULL
            c;d
            """,
            text);
    }

    [Fact]
    public async Task Several_people_of_one_name_are_served_no_right_of_each_other()
    {
        string text = await LiveModel.RunAsync("""
            [DataSubject] public class Customer { public int Id { get; set; } [SubjectKey] public string Email { get; set; } = ""; [Identifier] public string? Name { get; set; } [OptOut("service")] public bool IsQuiet { get; set; } }
            """ + Db("Customer"), """
            Sql("INSERT INTO Customers (Id, Email, Name, IsQuiet) VALUES (1, 'jane', 'Jane', 0), (2, 'joe', 'Joe', 0), (3, 'joe', 'Jo', 0)");
            await using Db db = Open();
            var texts = new List<string>();
            foreach (string email in new[] { "jane", "joe" })
            {
                texts.Add(await Refused(async () => texts.Add((await db.ExportCustomerAsync(await Verified<Customer>(email))).Customer!.Name!.Value!)));
                texts.Add(await Refused(async () => await db.WriteCustomerExportAsync(await Verified<Customer>(email), new System.IO.MemoryStream())));
                texts.Add(await Refused(async () => await db.WriteCustomerExportZipAsync(await Verified<Customer>(email), new System.IO.MemoryStream())));
                texts.Add(await Refused(async () => await db.CorrectCustomerAsync(await Verified<Customer>(email), new() { Name = "N" })));
                texts.Add(await Refused(async () => await db.OptOutCustomerAsync(await Verified<Customer>(email), "service")));
            }
            return string.Join("\n", texts) + "\n" + Rows("SELECT Name, IsQuiet FROM Customers");
            """);

        const string Several = "several rows of Customer have the Email that the request names one by";
        Assert.Equal(
            $"""
            Jane
            not refused
            not refused
            not refused
            not refused
            not refused
            InvalidOperationException: Nothing was exported: {Several}
            InvalidOperationException: Nothing was exported: {Several}
            InvalidOperationException: Nothing was exported: {Several}
            InvalidOperationException: Nothing was changed: {Several}
            InvalidOperationException: Nothing was changed: {Several}
            N|1;Joe|0;Jo|0
            """,
            text);
    }

    [Fact]
    public async Task What_Identity_keeps_of_a_user_beside_the_marks_is_cleared_too()
    {
        string text = await LiveModel.RunAsync("""
            [DataSubject] public class AppUser : Microsoft.AspNetCore.Identity.IdentityUser { }
            [Retention("invoices")] public class Invoice { public int Id { get; set; } public string UserId { get; set; } = ""; public AppUser? User { get; set; } [Financial] public string? BilledTo { get; set; } }
            """ + Db("AppUser Invoice"), """
            await using (Db filled = Open())
            {
                filled.Add(new AppUser { Id = "u", UserName = "jane", NormalizedUserName = "JANE", Email = "jane@example.com", NormalizedEmail = "JANE@EXAMPLE.COM", PasswordHash = "hash", PhoneNumber = "555" });
                filled.Add(new Invoice { Id = 1, UserId = "u", BilledTo = "Jane" });
                await filled.SaveChangesAsync();
            }
            await using Db db = Open();
            return Figures(await db.EraseAppUserAsync(await Verified<AppUser>("u"))) + " " + Rows("SELECT UserName, NormalizedUserName, Email, NormalizedEmail, PasswordHash, SecurityStamp, PhoneNumber FROM AppUsers");
            """);

        Assert.Equal("0/1/1 NULL|NULL|NULL|NULL|NULL|NULL|NULL", text);
    }

    [Theory]
    [InlineData("b.Entity<Message>().HasOne(m => m.From).WithMany().HasForeignKey(\"Writer\");", "public Customer? From { get; set; }", "", "Writer")]
    [InlineData("", "[ForeignKey(\"Writer\")] public Customer? From { get; set; }", "", "Writer")]
    [InlineData("b.Entity<Customer>().HasMany(c => c.Sent).WithOne().OnDelete(DeleteBehavior.SetNull); b.Entity<Customer>().HasMany(c => c.Received).WithOne().OnDelete(DeleteBehavior.SetNull); b.Entity<Message>().HasOne(m => m.Owner).WithMany().HasForeignKey(m => m.OwnerId);", "", "public List<Message> Sent { get; } = new(); public List<Message> Received { get; } = new();", "CustomerId1")]
    public async Task An_optional_reference_that_no_member_holds_is_unset_by_the_name_that_it_has(string configuration, string reference, string collections, string column)
    {
        string text = await LiveModel.RunAsync($$"""
            [DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } {{collections}} }
            public class Message { public int Id { get; set; } {{reference}} public int? OwnerId { get; set; } [SubjectLink(typeof(Customer))] public Customer? Owner { get; set; } [FreeText] public string? Text { get; set; } }
            """ + Db("Customer Message", configuration), $$"""
            Sql("INSERT INTO Customers (Id, Name) VALUES (1, 'Jane'), (2, 'Joe')");
            Sql("INSERT INTO Messages (Id, {{column}}, OwnerId, Text) VALUES (1, 1, 1, 'a'), (2, 1, 2, 'b'), (3, 2, 2, 'c')");
            await using Db db = Open();
            return Figures(await db.EraseCustomerAsync(await Verified<Customer>(1))) + " " + Rows("SELECT Id, {{column}}, OwnerId, Text FROM Messages");
            """);

        Assert.Equal("2/0/0 2|NULL|2|b;3|2|2|c", text);
    }

    [Fact]
    public async Task A_journal_that_fails_afterwards_hides_neither_the_receipt_nor_the_other_steps()
    {
        var done = new List<string>();
        IErasureStep[] steps = [new Step("first", done), new Step("second", done)];
        ErasureStepWork[] works = [new(Guid.Empty, "Customer", "first", null), new(Guid.Empty, "Customer", "second", null)];

        IReadOnlyList<ErasureStepWork> after = await ErasureSteps.RunAsync(works, steps, new BrokenJournal(), CancellationToken.None);

        Assert.Equal(["first", "second"], done);
        Assert.All(after, work => Assert.Equal((ErasureStepStatus.Failed, "System.TimeoutException", 1), (work.Status, work.Failure, work.Attempts)));
    }

    private sealed class Step(string name, List<string> done) : IErasureStep
    {
        public string Name => name;

        public Task EraseAsync(ErasureStepWork work, CancellationToken cancellationToken)
        {
            done.Add(name);
            return Task.CompletedTask;
        }
    }

    private sealed class BrokenJournal : IErasureJournal
    {
        public Task SaveAsync(ErasureStepWork work, CancellationToken cancellationToken) => throw new TimeoutException();
    }
}

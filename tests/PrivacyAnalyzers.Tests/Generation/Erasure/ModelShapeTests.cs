namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>Models of every shape: erasure reaches all their tables, or refuses before it touches a row.</summary>
public class ModelShapeTests
{
    private const string Customer = "[DataSubject, Retention(\"support\")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } [RetentionClock(\"account-closed\")] public DateTime? ClosedAt { get; set; } MORE }\n";
    private const string Invoice = "[Retention(\"invoices\")] public class Invoice { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [Financial] public string BilledTo { get; set; } = \"\"; }\n";

    private static string Model(string more, string types, string sets, string configuration) => $$"""
        {{Customer.Replace("MORE", more, StringComparison.Ordinal)}}{{Invoice}}{{types}}
        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Invoice> Invoices => Set<Invoice>();
            {{sets}}
            protected override void OnModelCreating(ModelBuilder b) { {{configuration}} }
        }
        """;

    private const string Restrict = "foreach (var key in b.Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys()).Where(k => !k.IsOwnership)) key.DeleteBehavior = DeleteBehavior.Restrict;";

    [Theory]
    [InlineData("public List<Topic> Topics { get; } = new();", "public class Topic { public int Id { get; set; } public List<Customer> Customers { get; } = new(); }", "public DbSet<Topic> Topics => Set<Topic>();", Restrict)]
    [InlineData("public List<Topic> Topics { get; } = new();", "public class Topic { public int Id { get; set; } public List<Customer> Customers { get; } = new(); }", "public DbSet<Topic> Topics => Set<Topic>();", "")]
    [InlineData("public List<Topic> Topics { get; } = new();", "public class Topic { public int Id { get; set; } }", "public DbSet<Topic> Topics => Set<Topic>();", "b.Entity<Customer>().HasMany(c => c.Topics).WithMany();" + Restrict)]
    public async Task Links_of_a_many_to_many_relation_go_with_the_person_and_the_other_side_stays(string more, string types, string sets, string configuration)
    {
        string text = await LiveModel.RunAsync(Model(more, types, sets, configuration), """
            await using Db db = Open();
            var topic = new Topic { Id = 7 };
            for (int i = 1; i <= 3; i++)
            {
                var customer = new Customer { Id = i, Name = "Jane", ClosedAt = i == 3 ? new DateTime(2010, 1, 1) : null };
                customer.Topics.Add(topic);
                db.Add(customer);
            }
            db.Add(new Invoice { Id = 1, CustomerId = 2, BilledTo = "Jane" });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            string join = db.Model.FindEntityType(typeof(Customer))!.GetSkipNavigations().Single().JoinEntityType.GetTableName()!;
            string links = $"SELECT count(*) FROM {join}";
            string gone = Figures(await db.EraseCustomerAsync(await Verified<Customer>(1))) + " " + Rows(links);
            string kept = Figures(await db.EraseCustomerAsync(await Verified<Customer>(2))) + " " + Rows(links);
            string swept = Figures(await db.SweepRetentionAsync(Now)) + " " + Rows(links);
            return $"{gone}, {kept}, {swept}, {Rows("SELECT Id FROM Topics")}, {Rows("SELECT Id, Name FROM Customers")}";
            """);

        Assert.Equal("1/0/0 2, 0/1/1 2, 1/0/0 1, 7, 2|NULL", text);
    }

    [Theory]
    [InlineData("public DbSet<Link> Links => Set<Link>();", "b.Entity<Link>().HasKey(l => new { l.CustomerId, l.TopicId });")]
    [InlineData("", "b.Entity<Customer>().HasMany(c => c.Topics).WithMany(t => t.Customers).UsingEntity<Link>(l => l.HasOne<Topic>().WithMany().HasForeignKey(x => x.TopicId), l => l.HasOne<Customer>().WithMany().HasForeignKey(x => x.CustomerId), l => l.HasKey(x => new { x.CustomerId, x.TopicId }));")]
    public async Task Links_that_a_class_holds_are_rows_like_others(string set, string configuration)
    {
        bool isSkip = set.Length == 0;
        string text = await LiveModel.RunAsync(
            Model(
                isSkip ? "public List<Topic> Topics { get; } = new();" : "public List<Link> Links { get; } = new();",
                "public class Topic { public int Id { get; set; } " + (isSkip ? "public List<Customer> Customers { get; } = new();" : "") + " } public class Link { public int CustomerId { get; set; } public int TopicId { get; set; } }",
                "public DbSet<Topic> Topics => Set<Topic>(); " + set,
                configuration + Restrict),
            """
            await using Db db = Open();
            db.Add(new Topic { Id = 7 });
            for (int i = 1; i <= 2; i++)
                db.Add(new Customer { Id = i, Name = "Jane", ClosedAt = new DateTime(2010, 1, 1) });
            await db.SaveChangesAsync();
            for (int i = 1; i <= 2; i++)
                db.Add(new Link { CustomerId = i, TopicId = 7 });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            return $"{Figures(await db.EraseCustomerAsync(await Verified<Customer>(1)))} {Rows("SELECT CustomerId FROM Link" + (db.Model.FindEntityType(typeof(Link))!.GetTableName() == "Links" ? "s" : ""))} {Figures(await db.SweepRetentionAsync(Now))} {Rows("SELECT Id FROM Topics")}";
            """);

        Assert.Equal("2/0/0 2 2/0/0 7", text);
    }

    private const string People = "public class Note { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string Text { get; set; } = \"\"; } public class LongNote : Note { [FreeText] public string More { get; set; } = \"\"; }\n";

    [Fact]
    public async Task A_hierarchy_in_one_table_is_erased_type_by_type()
    {
        string text = await LiveModel.RunAsync(
            Model("", "[Retention(\"support\")] " + People.Replace("public class LongNote", "[Retention(\"invoices\")] public class LongNote", StringComparison.Ordinal), "public DbSet<Note> Notes => Set<Note>(); public DbSet<LongNote> LongNotes => Set<LongNote>();", Restrict),
            """
            await using Db db = Open();
            for (int i = 1; i <= 2; i++)
            {
                db.Add(new Customer { Id = i, Name = "Jane" });
                db.Add(new Note { CustomerId = i, Text = "short" });
                db.Add(new LongNote { CustomerId = i, Text = "long", More = "more" });
            }
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            ErasureReceipt receipt = await db.EraseCustomerAsync(await Verified<Customer>(1));
            return $"{Figures(receipt)} {Rows("SELECT CustomerId, Text, More, Discriminator FROM Notes ORDER BY CustomerId, Text DESC")} {string.Join(",", receipt.Withheld)}";
            """);

        Assert.StartsWith("1/1/1 1|long|more|LongNote;2|short|NULL|Note;2|long|more|LongNote ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("b.Entity<Note>().UseTptMappingStrategy();", "Note are")]
    [InlineData("b.Entity<Note>().UseTpcMappingStrategy();", "Note are")]
    [InlineData("b.Entity<LongNote>().ToTable(\"LongNotes\");", "Note are")]
    [InlineData("b.Entity<Note>().SplitToTable(\"Texts\", t => t.Property(n => n.Text));", "Note are")]
    [InlineData("var note = b.Model.FindEntityType(typeof(Note))!; note.SetMappingStrategy(\"TPT\");", "Note are")]
    public async Task Rows_in_several_tables_are_refused_before_one_is_touched(string configuration, string named)
    {
        string text = await LiveModel.RunAsync(
            Model("", "[Retention(\"support\")] " + People, "public DbSet<Note> Notes => Set<Note>(); " + (configuration.Contains("Split", StringComparison.Ordinal) ? "" : "public DbSet<LongNote> LongNotes => Set<LongNote>();"), configuration),
            """
            await using Db db = Open();
            db.Add(new Customer { Id = 1, Name = "Jane", ClosedAt = new DateTime(2010, 1, 1) });
            db.Add(new Note { CustomerId = 1, Text = "short" });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            string erased = await Refused(async () => await db.EraseCustomerAsync(await Verified<Customer>(1)));
            string previewed = await Refused(async () => await db.PreviewCustomerErasureAsync(await Verified<Customer>(1)));
            string swept = await Refused(async () => await db.SweepRetentionAsync(Now));
            return $"{erased == previewed} {swept.StartsWith("NotSupported")} {await db.Customers.CountAsync()}{await db.Notes.CountAsync()} {erased}";
            """);

        Assert.StartsWith("True True 11 NotSupportedException: Nothing was changed: rows of ", text, StringComparison.Ordinal);
        Assert.Contains(named + " stored in several tables, which set-based statements cannot change (PRIV3001)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("b.Entity(typeof(Audit)).HasOne(typeof(Customer)).WithMany().HasForeignKey(\"Who\");", "Who")]
    [InlineData("b.Entity<Audit>(); foreach (var audit in b.Model.GetEntityTypes().Where(e => e.ClrType == typeof(Audit)).ToList()) audit.AddForeignKey(audit.FindProperty(\"Who\")!, b.Model.FindEntityType(typeof(Customer))!.FindPrimaryKey()!, b.Model.FindEntityType(typeof(Customer))!);", "Who")]
    [InlineData("var types = new[] { typeof(Audit) }; foreach (Type type in types) { var hidden = b.Entity(type); hidden.HasOne(typeof(Customer)).WithMany().HasForeignKey(\"Who\"); }", "Who")]
    public async Task A_table_that_only_EF_Core_knows_to_refer_to_a_person_is_not_forgotten(string configuration, string key)
    {
        string text = await LiveModel.RunAsync(Model("", "public class Audit { public int Id { get; set; } public int Who { get; set; } [FreeText] public string? Text { get; set; } }", "", configuration), """
            await using Db db = Open();
            db.Add(new Customer { Id = 1, Name = "Jane" });
            db.Add(new Audit { Id = 1, Who = 1, Text = "Jane called" });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            string erased = await Refused(async () => await db.EraseCustomerAsync(await Verified<Customer>(1)));
            string previewed = await Refused(async () => await db.PreviewCustomerErasureAsync(await Verified<Customer>(1)));
            string swept = await Refused(async () => await db.SweepRetentionAsync(Now));
            return $"{erased == previewed && swept == erased} {Rows("SELECT Text FROM Audit")} {erased}";
            """);

        Assert.Equal($"True Jane called NotSupportedException: Nothing was changed: Audit refers to Customer by {key}, which generated code does not know; say so in OnModelCreating with Entity<Audit>() and HasForeignKey, by a navigation, or with [SubjectLink]", text);
    }

    [Theory]
    [InlineData(Shop.Statement)]
    [InlineData(null)]
    public async Task A_rule_that_no_statement_explains_may_be_a_laws_so_nothing_is_deleted(string? statement)
    {
        string text = await LiveModel.RunAsync(
            Model("", "[Retention(\"bookkeeping\")] public class Entry { public int Id { get; set; } public int CustomerId { get; set; } [Financial] public string? Text { get; set; } }", "public DbSet<Entry> Entries => Set<Entry>();", ""),
            """
            await using Db db = Open();
            db.Add(new Customer { Id = 1, Name = "Jane", ClosedAt = new DateTime(2010, 1, 1) });
            db.Add(new Entry { Id = 1, CustomerId = 1, Text = "paid" });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            string erased = await Refused(async () => await db.EraseCustomerAsync(await Verified<Customer>(1)));
            string previewed = await Refused(async () => await db.PreviewCustomerErasureAsync(await Verified<Customer>(1)));
            await db.SweepRetentionAsync(Now);
            return $"{erased == previewed} {Rows("SELECT Text FROM Entries")} {erased}";
            """,
            statement);

        Assert.StartsWith("True paid NotSupportedException: Nothing was changed: no privacy statement has the retention rule '", text, StringComparison.Ordinal);
        Assert.Contains("no privacy statement has the retention rule 'bookkeeping' of Entry, so a law may keep its rows (PRIV4002)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_statement_and_without_a_rule_the_right_counts_and_all_goes()
    {
        const string Plain = """
            [DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } }
            public class Note { public int Id { get; set; } public int CustomerId { get; set; } [FreeText] public string? Text { get; set; } }
            public class Db(DbContextOptions<Db> options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Note> Notes => Set<Note>(); }
            """;
        string text = await LiveModel.RunAsync(Plain, """
            await using Db db = Open();
            db.Add(new Customer { Id = 1, Name = "Jane" });
            db.Add(new Note { CustomerId = 1, Text = "called" });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            return $"{Figures(await db.EraseCustomerAsync(await Verified<Customer>(1)))} {Rows("SELECT * FROM Notes")} {Figures(await db.SweepRetentionAsync(Now))}";
            """, statement: null);

        Assert.Equal("2/0/0  0/0/0", text);
    }

    [Fact]
    public async Task An_owned_type_in_a_table_of_its_own_is_cleared_or_goes()
    {
        string text = await LiveModel.RunAsync(
            Model("public Address? Home { get; set; }", "public class Address { [Identifier] public string Street { get; set; } = \"\"; }", "", "b.Entity<Customer>().OwnsOne(c => c.Home, home => home.ToTable(\"Homes\"));"),
            """
            await using Db db = Open();
            for (int i = 1; i <= 3; i++)
                db.Add(new Customer { Id = i, Name = "Jane", Home = i == 3 ? null : new() { Street = "Main St" } });
            db.Add(new Invoice { CustomerId = 1, BilledTo = "Jane" });
            db.Add(new Invoice { CustomerId = 3, BilledTo = "Jane" });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            string figures = "";
            for (int i = 1; i <= 3; i++)
                figures += Figures(await db.EraseCustomerAsync(await Verified<Customer>(i))) + " ";
            return $"{figures}{Rows("SELECT * FROM Homes")} {Rows("SELECT Id, Name FROM Customers")}";
            """);

        Assert.Equal("0/1/1 1/0/0 0/1/1 1| 1|NULL;3|NULL", text);
    }

    [Fact]
    public async Task A_cycle_of_three_optional_references_is_let_go_of()
    {
        string text = await LiveModel.RunAsync(
            Model("public int? LastNoteId { get; set; } public Note? LastNote { get; set; }",
                "[Retention(\"support\")] public class Note { public int Id { get; set; } public int? CallId { get; set; } public Call? Call { get; set; } [FreeText] public string? Text { get; set; } } [Retention(\"support\")] public class Call { public int Id { get; set; } public int? CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } }",
                "public DbSet<Note> Notes => Set<Note>(); public DbSet<Call> Calls => Set<Call>();", Restrict),
            """
            await using Db db = Open();
            for (int i = 1; i <= 2; i++)
            {
                db.Add(new Customer { Id = i, Name = "Jane", ClosedAt = new DateTime(2010, 1, 1) });
                db.Add(new Call { Id = i, CustomerId = i, Text = "called" });
                db.Add(new Note { Id = i, CallId = i, Text = "noted" });
            }
            await db.SaveChangesAsync();
            Sql("UPDATE Customers SET LastNoteId = Id");
            db.ChangeTracker.Clear();
            string figures = Figures(await db.EraseCustomerAsync(await Verified<Customer>(1)));
            return $"{figures} {Rows("SELECT Id, LastNoteId FROM Customers")} {Rows("SELECT Id FROM Notes")} {Rows("SELECT Id FROM Calls")} {Figures(await db.SweepRetentionAsync(Now))}";
            """);

        Assert.Equal("3/0/0 2|2 2 2 3/0/0", text);
    }

    [Theory]
    [InlineData("public int? ReferredById { get; set; } public Customer? ReferredBy { get; set; }", "")]
    [InlineData("public int? ReferredById { get; set; } public Customer? ReferredBy { get; set; } public List<Customer> Referred { get; } = new();", "b.Entity<Customer>().HasOne(c => c.ReferredBy).WithMany(c => c.Referred).HasForeignKey(c => c.ReferredById);")]
    public async Task People_who_refer_to_people_let_go_of_them(string more, string configuration)
    {
        string text = await LiveModel.RunAsync(Model(more, "", "", configuration + Restrict), """
            await using Db db = Open();
            db.Add(new Customer { Id = 1, Name = "Jane" });
            db.Add(new Customer { Id = 2, Name = "Joe", ReferredById = 1 });
            db.Add(new Customer { Id = 3, Name = "Jim", ReferredById = 2 });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            return $"{Figures(await db.EraseCustomerAsync(await Verified<Customer>(1)))} {Rows("SELECT Id, Name, ReferredById FROM Customers")}";
            """);

        Assert.Equal("1/0/0 2|Joe|NULL;3|Jim|2", text);
    }

    [Fact]
    public async Task A_foreign_key_that_no_member_and_no_navigation_shows_is_not_forgotten()
    {
        string text = await LiveModel.RunAsync(
            Model("", "public class Audit { public int Id { get; set; } [FreeText] public string? Text { get; set; } }", "public DbSet<Audit> Audits => Set<Audit>();", "b.Entity<Audit>().HasOne<Customer>().WithMany().HasForeignKey(\"Who\");"),
            """
            await using Db db = Open();
            return await Refused(async () => await db.EraseCustomerAsync(await Verified<Customer>(1)));
            """);

        Assert.StartsWith("NotSupportedException: Nothing was changed: Audit refers to Customer by Who, which generated code does not know", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_no_order_deletes_are_refused()
    {
        string text = await LiveModel.RunAsync(
            Model("", "[Retention(\"support\")] public class Note { public int Id { get; set; } public int? CallId { get; set; } public Call? Call { get; set; } [FreeText] public string? Text { get; set; } } [Retention(\"support\")] public class Call { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } public int FirstNoteId { get; set; } public Note? FirstNote { get; set; } [FreeText] public string? Text { get; set; } }",
                "public DbSet<Note> Notes => Set<Note>(); public DbSet<Call> Calls => Set<Call>();", "b.Entity<Call>().HasOne(c => c.FirstNote).WithMany().HasForeignKey(c => c.FirstNoteId); b.Entity<Note>().HasOne(n => n.Call).WithMany().HasForeignKey(n => n.CallId);" + Restrict),
            """
            await using Db db = Open();
            db.Add(new Customer { Id = 1, Name = "Jane" });
            db.Add(new Note { Id = 1, Text = "noted" });
            db.Add(new Call { Id = 1, CustomerId = 1, FirstNoteId = 1, Text = "called" });
            await db.SaveChangesAsync();
            Sql("UPDATE Notes SET CallId = 1");
            db.ChangeTracker.Clear();
            string erased = await Refused(async () => await db.EraseCustomerAsync(await Verified<Customer>(1)));
            string swept = await Refused(async () => await db.SweepRetentionAsync(Now));
            return $"{Rows("SELECT Text FROM Notes")} {erased == swept} {erased}";
            """);

        Assert.Equal("noted True NotSupportedException: Nothing was changed: rows of Call and rows that they refer to must each be deleted before the other (PRIV3001)", text);
    }

    [Fact]
    public async Task A_person_with_a_composite_key_is_told_from_others()
    {
        const string Plain = """
            [DataSubject, PrimaryKey(nameof(Tenant), nameof(Number))] public class Customer { public int Tenant { get; set; } public string Number { get; set; } = ""; [Identifier] public string? Name { get; set; } public List<Note> Notes { get; } = new(); }
            public class Note { public int Id { get; set; } public int CustomerTenant { get; set; } public string CustomerNumber { get; set; } = ""; public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } }
            [Retention("invoices")] public class Invoice { public int Id { get; set; } public Customer Customer { get; set; } = null!; [Financial] public string? BilledTo { get; set; } }
            public class Db(DbContextOptions<Db> options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Note> Notes => Set<Note>(); public DbSet<Invoice> Invoices => Set<Invoice>(); }
            """;
        string text = await LiveModel.RunAsync(Plain, """
            await using Db db = Open();
            foreach ((int tenant, string number) in new[] { (1, "a"), (1, "b"), (2, "a") })
            {
                var customer = new Customer { Tenant = tenant, Number = number, Name = "Jane" };
                customer.Notes.Add(new Note { Text = "called" });
                db.Add(customer);
                if (number == "b")
                    db.Add(new Invoice { Customer = customer, BilledTo = "Jane" });
            }
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            string first = Figures(await db.EraseCustomerAsync(await Verified<Customer>((1, "a"))));
            string second = Figures(await db.EraseCustomerAsync(await Verified<Customer>((1, "b"))));
            return $"{first} {second} {Rows("SELECT Tenant, Number, Name FROM Customers")} {Rows("SELECT CustomerTenant, CustomerNumber FROM Notes")} {Rows("SELECT BilledTo FROM Invoices")}";
            """);

        Assert.Equal("2/0/0 1/1/1 1|b|NULL;2|a|Jane 2|a Jane", text);
    }

    [Fact]
    public async Task A_named_tenant_filter_stays_and_one_that_hides_rows_does_not()
    {
        const string Tenants = """
            [DataSubject] public class Customer { public int Id { get; set; } public int Tenant { get; set; } public bool Deleted { get; set; } [Identifier] public string? Name { get; set; } }
            public class Note { public int Id { get; set; } public int CustomerId { get; set; } public int Tenant { get; set; } public bool Deleted { get; set; } [FreeText] public string? Text { get; set; } }
            public class Db(DbContextOptions<Db> options) : DbContext(options)
            {
                public int Tenant { get; set; } = 1;
                public DbSet<Customer> Customers => Set<Customer>();
                public DbSet<Note> Notes => Set<Note>();
                protected override void OnModelCreating(ModelBuilder b)
                {
                    b.Entity<Customer>().HasQueryFilter("tenant", c => c.Tenant == Tenant).HasQueryFilter("deleted", c => !c.Deleted);
                    b.Entity<Note>().HasQueryFilter("tenant", n => n.Tenant == Tenant).HasQueryFilter("deleted", n => !n.Deleted);
                }
            }
            """;
        string text = await LiveModel.RunAsync(Tenants, """
            await using Db db = Open();
            db.Add(new Customer { Id = 1, Tenant = 1, Deleted = true, Name = "Jane" });
            db.Add(new Customer { Id = 2, Tenant = 2, Name = "Joe" });
            db.Add(new Note { Id = 1, CustomerId = 1, Tenant = 1, Deleted = true });
            db.Add(new Note { Id = 2, CustomerId = 2, Tenant = 2 });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            string own = Figures(await db.EraseCustomerAsync(await Verified<Customer>(1)));
            string other = Figures(await db.EraseCustomerAsync(await Verified<Customer>(2)));
            return $"{own} {other} {Rows("SELECT Id FROM Customers")} {Rows("SELECT Id FROM Notes")}";
            """);

        Assert.Equal("2/0/0 0/0/0 2 2", text);
    }
}

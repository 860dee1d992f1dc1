namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>
/// Where EF Core's model is another one than the generated code was made for: what is plainly written is read, and what is not is refused before a row
/// is touched, if the difference matters.
/// </summary>
public class ModelDifferenceTests
{
    private const string Billed = "[Financial] public string BilledTo { get; set; } = \"\";";

    private static string Db(string types, string configuration, params string[] sets) => $$"""
        {{types}}
        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            {{string.Join("\n", sets.Select(set => $"public DbSet<{set}> {set}s => Set<{set}>();"))}}
            protected override void OnModelCreating(ModelBuilder b) { {{configuration}} }
        }
        """;

    private static string References(string key, string reference, string configuration, string keyType = "int") => Db(
        $$"""
        [DataSubject] public class Customer { public {{keyType}} Id { get; set; } = {{(keyType == "int" ? "0" : "\"\"")}}; [Identifier] public string? Name { get; set; } }
        [Retention("invoices")] public class Invoice { public int Id { get; set; } {{key}} {{reference}} {{Billed}} }
        """,
        configuration,
        "Customer",
        "Invoice");

    [Theory]
    [InlineData("[Required] public string? CustomerId { get; set; }", "public Customer? Customer { get; set; }", "", "string")]
    [InlineData("[Required] public int? CustomerId { get; set; }", "public Customer? Customer { get; set; }", "", "int")]
    [InlineData("public int? CustomerId { get; set; }", "public Customer? Customer { get; set; }", "b.Entity<Invoice>().Property(i => i.CustomerId).IsRequired();", "int")]
    [InlineData("public int? CustomerId { get; set; }", "[Required] public Customer? Customer { get; set; }", "", "int")]
    [InlineData("", "[Required] public Customer? Customer { get; set; }", "", "int")]
    [InlineData("", "public Customer? Customer { get; set; }", "b.Entity<Invoice>().Navigation(i => i.Customer).IsRequired();", "int")]
    public async Task A_reference_that_EF_Core_requires_keeps_the_person_for_what_a_law_keeps(string key, string reference, string configuration, string keyType)
    {
        string text = await LiveModel.RunAsync(References(key, reference, configuration, keyType), $$"""
            await using Db db = Open();
            var customer = new Customer { Id = {{(keyType == "int" ? "1" : "\"1\"")}}, Name = "Jane" };
            var invoice = new Invoice { Id = 1, BilledTo = "Jane" };
            db.AddRange(customer, invoice);
            typeof(Invoice).GetProperty("Customer")!.SetValue(invoice, customer);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            bool isRequired = db.Model.FindEntityType(typeof(Invoice))!.GetForeignKeys().Single().IsRequired;
            ErasureReceipt receipt = await db.EraseCustomerAsync(await Verified<Customer>({{(keyType == "int" ? "1" : "\"1\"")}}));
            return $"{isRequired} {Figures(receipt)} {Rows("SELECT Id, Name FROM Customers")} {Rows("SELECT CustomerId, BilledTo FROM Invoices")}";
            """);

        Assert.Equal("True 0/1/1 1|NULL 1|Jane", text);
    }

    [Theory]
    [InlineData("b.Entity<Invoice>(); b.Model.FindEntityType(typeof(Invoice))!.FindProperty(\"CustomerId\")!.IsNullable = false;")]
    [InlineData("b.Entity<Invoice>(); foreach (var key in b.Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys())) key.IsRequired = true;")]
    [InlineData("var invoice = b.Entity(typeof(Invoice)); invoice.Property(\"CustomerId\").IsRequired();")]
    public async Task A_reference_that_only_EF_Core_knows_to_be_required_is_refused(string configuration)
    {
        string text = await LiveModel.RunAsync(References("public int? CustomerId { get; set; }", "public Customer? Customer { get; set; }", configuration), """
            await using Db db = Open();
            db.AddRange(new Customer { Id = 1, Name = "Jane" }, new Invoice { Id = 1, CustomerId = 1, BilledTo = "Jane" });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            string erased = await Refused(async () => await db.EraseCustomerAsync(await Verified<Customer>(1)));
            return $"{Rows("SELECT CustomerId FROM Invoices")} {erased}";
            """);

        Assert.Equal("1 NotSupportedException: Nothing was changed: Invoice cannot be without the Customer that it refers to by CustomerId, which generated code does not know; say so with [Required] on that member", text);
    }

    [Fact]
    public async Task A_reference_that_no_value_lets_go_of_keeps_the_person()
    {
        string text = await LiveModel.RunAsync(References("public int CustomerId { get; set; }", "public Customer? Customer { get; set; }", "b.Entity<Invoice>().HasOne(i => i.Customer).WithMany().HasForeignKey(i => i.CustomerId).IsRequired(false);"), """
            await using Db db = Open();
            db.AddRange(new Customer { Id = 1, Name = "Jane" }, new Invoice { Id = 1, CustomerId = 1, BilledTo = "Jane" });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            return $"{Figures(await db.EraseCustomerAsync(await Verified<Customer>(1)))} {Rows("SELECT Id, Name FROM Customers")} {Rows("SELECT CustomerId, BilledTo FROM Invoices")}";
            """);

        Assert.Equal("0/1/1 1|NULL 1|Jane", text);
    }

    private const string Subject = "[DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } MORE }";

    private static string Person(string more = "") => Subject.Replace("MORE", more, StringComparison.Ordinal);

    /// <summary>What erasure, preview and sweep say: the same, and no row is touched.</summary>
    private static async Task<string> RefusalAsync(string model, string seed = "db.Add(new Customer { Id = 1, Name = \"Jane\" });")
    {
        string text = await LiveModel.RunAsync(model, $$"""
            await using Db db = Open();
            {{seed}}
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            string erased = await Refused(async () => await db.EraseCustomerAsync(await Verified<Customer>(1)));
            string previewed = await Refused(async () => await db.PreviewCustomerErasureAsync(await Verified<Customer>(1)));
            string swept = await Refused(async () => await db.SweepRetentionAsync(Now));
            return $"{erased == previewed && swept == erased} {Rows("SELECT Name FROM Customers WHERE Id = 1")} {erased}";
            """);
        const string Untouched = "True Jane NotSupportedException: Nothing was changed: ";
        Assert.StartsWith(Untouched, text, StringComparison.Ordinal);
        return text[Untouched.Length..];
    }

    [Theory]
    [InlineData("public Payer Payer { get; set; } = new();", "b.Entity<Invoice>().OwnsOne(i => i.Payer);")]
    [InlineData("public List<Payer> Payers { get; } = new();", "b.Entity<Invoice>().OwnsMany(i => i.Payers);")]
    public async Task A_reference_from_an_owned_type_to_a_person_is_refused(string more, string configuration)
    {
        string refusal = await RefusalAsync(Db(
            $$"""
            {{Person()}}
            public class Payer { public int CustomerId { get; set; } public Customer? Customer { get; set; } }
            [Retention("invoices")] public class Invoice { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } {{Billed}} {{more}} }
            """,
            configuration,
            "Customer",
            "Invoice"));

        Assert.Equal("Payer refers to Customer by CustomerId, and generated code follows no reference out of an owned type; make Payer an entity, or keep its value without a navigation", refusal);
    }

    [Fact]
    public async Task Owned_types_that_refer_to_nobody_are_no_difference()
    {
        string text = await LiveModel.RunAsync(
            Db(
                $$"""
                {{Person("public Home? Home { get; set; }")}}
                public class Town { public int Id { get; set; } }
                public class Home { [Identifier] public string? Street { get; set; } public int? TownId { get; set; } public Town? Town { get; set; } }
                """,
                "b.Entity<Customer>().OwnsOne(c => c.Home);",
                "Customer",
                "Town"),
            """
            await using Db db = Open();
            db.AddRange(new Town { Id = 3 }, new Customer { Id = 1, Name = "Jane", Home = new() { Street = "Main St", TownId = 3 } });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            return $"{Figures(await db.EraseCustomerAsync(await Verified<Customer>(1)))} {Rows("SELECT Id FROM Towns")}";
            """);

        Assert.Equal("1/0/0 3", text);
    }

    [Theory]
    [InlineData("b.Entity(typeof(Customer)).HasKey(\"Number\");", "Number")]
    [InlineData("b.Entity(typeof(Customer)).HasKey(\"Number\", \"Id\");", "Number,Id")]
    [InlineData("var customer = b.Model.FindEntityType(typeof(Customer))!; customer.SetPrimaryKey(customer.FindProperty(\"Number\")!);", "Number")]
    public async Task A_key_that_was_not_read_is_refused(string configuration, string key)
    {
        string refusal = await RefusalAsync(Db(
            $$"""
            {{Person("public int Number { get; set; }")}}
            public class Note { public int Id { get; set; } public int CustomerId { get; set; } [FreeText] public string? Text { get; set; } }
            """,
            configuration,
            "Customer",
            "Note"));

        Assert.Equal($"the key of Customer is {key}, and generated code was made for Id; say so with [PrimaryKey] on Customer, or with Entity<Customer>().HasKey(…) in OnModelCreating", refusal);
    }

    [Fact]
    public async Task A_key_that_a_reference_means_and_that_was_not_read_is_refused()
    {
        string refusal = await RefusalAsync(Db(
            $$"""
            {{Person("public int Number { get; set; }")}}
            public class Note { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } }
            """,
            "b.Entity(typeof(Note)).HasOne(typeof(Customer), \"Customer\").WithMany().HasForeignKey(\"CustomerId\").HasPrincipalKey(\"Number\");",
            "Customer",
            "Note"));

        Assert.Equal("Note refers by CustomerId to Number of Customer, and generated code was made for Id; say so in OnModelCreating with Entity<Note>(), HasForeignKey and HasPrincipalKey", refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[Table(\"tickets\")]")]
    public async Task Rows_that_are_written_to_a_table_and_read_from_a_view_are_refused(string attribute)
    {
        string refusal = await RefusalAsync(Db(
            $$"""
            {{Person()}}
            {{attribute}} public class Ticket { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } }
            """,
            attribute.Length == 0 ? "b.Entity<Ticket>().ToTable(\"tickets\").ToView(\"open_tickets\");" : "b.Entity<Ticket>().ToView(\"open_tickets\");",
            "Customer",
            "Ticket"));

        Assert.Equal("rows of Ticket are written to a table and read from elsewhere, so that rows which are not shown there would be forgotten; map Ticket to its table alone, and what else there is to read to a type of its own", refusal);
    }

    [Theory]
    [InlineData("b.Entity<Ticket>().HasNoKey(); b.Model.FindEntityType(typeof(Ticket))!.IsKeyless = false; b.Entity(typeof(Ticket)).HasKey(\"Id\");", "rows of Ticket have a key and a table, and generated code only reads them; leave out HasNoKey and [Keyless], and map a view to a type of its own")]
    [InlineData("b.Entity(typeof(Ticket)).ToView(\"all_tickets\");", "rows of Ticket have no key or no table, so that they can only be read, which generated code does not know; say so with [Keyless], or with HasNoKey or ToView on Entity<Ticket>() in OnModelCreating")]
    public async Task Rows_that_can_be_changed_or_only_read_against_what_was_read_are_refused(string configuration, string expected)
    {
        string refusal = await RefusalAsync(Db(
            $$"""
            {{Person()}}
            public class Ticket { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } }
            """,
            configuration,
            "Customer",
            "Ticket"));

        Assert.Equal(expected, refusal);
    }

    [Theory]
    [InlineData("b.Entity<Ticket>().ToView(\"all_tickets\");")]
    [InlineData("b.Entity<Ticket>().HasNoKey().ToView(\"all_tickets\");")]
    public async Task Rows_of_a_view_are_no_difference(string configuration)
    {
        string text = await LiveModel.RunAsync(
            Db(
                $$"""
                {{Person()}}
                public class Ticket { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } }
                """,
                configuration,
                "Customer",
                "Ticket"),
            """
            await using Db db = Open();
            Sql("CREATE VIEW all_tickets AS SELECT 1 AS Id, 1 AS CustomerId, 'x' AS Text");
            db.Add(new Customer { Id = 1, Name = "Jane" });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            return Figures(await db.EraseCustomerAsync(await Verified<Customer>(1)));
            """);

        Assert.Equal("1/0/0", text);
    }

    [Fact]
    public async Task Two_entities_in_one_table_are_refused()
    {
        string refusal = await RefusalAsync(
            Db(
                $$"""
                {{Person("public Profile? Profile { get; set; }")}}
                public class Profile { public int Id { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } }
                """,
                "b.Entity<Customer>().ToTable(\"Customers\").HasOne(c => c.Profile).WithOne(p => p.Customer).HasForeignKey<Profile>(p => p.Id); b.Entity<Profile>().ToTable(\"Customers\");",
                "Customer",
                "Profile"),
            "db.Add(new Customer { Id = 1, Name = \"Jane\", Profile = new() });");

        Assert.Equal("rows of Customer share their table with Profile, and set-based statements cannot delete such rows; let one own the other (OwnsOne), or give each a table", refusal);
    }

    [Fact]
    public async Task Rows_without_a_class_that_refer_to_a_person_are_refused()
    {
        string refusal = await RefusalAsync(Db(
            Person(),
            "b.SharedTypeEntity<Dictionary<string, object>>(\"Audit\", audit => { audit.IndexerProperty<int>(\"Id\"); audit.IndexerProperty<int>(\"CustomerId\"); audit.HasOne(typeof(Customer)).WithMany().HasForeignKey(\"CustomerId\"); });",
            "Customer"));

        Assert.Equal("Audit refers to Customer by CustomerId and has no class, so that generated code cannot know it; map a class to it", refusal);
    }

    private const string FilteredTypes = """
        [DataSubject] public class Customer { public int Id { get; set; } public int Tenant { get; set; } public bool Deleted { get; set; } [Identifier] public string? Name { get; set; } }
        public class Order { public int Id { get; set; } public int CustomerId { get; set; } public int Tenant { get; set; } public bool Deleted { get; set; } [FreeText] public string? Text { get; set; } }

        """;

    private static string Filtered(string configuration, string members = "") => FilteredTypes + $$"""
        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public int Tenant { get; set; } = 1;
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Order> Orders => Set<Order>();
            private static System.Linq.Expressions.Expression<Func<T, bool>> NotDeleted<T>() where T : class => row => !EF.Property<bool>(row, "Deleted");
            private System.Linq.Expressions.Expression<Func<T, bool>> OfTenant<T>() where T : class => row => EF.Property<int>(row, "Tenant") == Tenant;
            {{members}}
            protected override void OnModelCreating(ModelBuilder b) { {{configuration}} }
        }
        """;

    private const string SeedFiltered = """
            db.AddRange(new Customer { Id = 1, Tenant = 1, Deleted = true, Name = "Jane" }, new Order { Id = 1, CustomerId = 1, Tenant = 1, Deleted = true }, new Customer { Id = 2, Tenant = 2, Name = "Joe" }, new Order { Id = 2, CustomerId = 2, Tenant = 2 });
        """;

    [Theory]
    [InlineData("b.Entity<Order>().HasQueryFilter(\"tenant\", o => o.Tenant == Tenant).HasQueryFilter(\"soft\", NotDeleted<Order>());", "Order", "'soft'")]
    [InlineData("b.Entity<Order>().HasQueryFilter(\"tenant\", o => o.Tenant == Tenant); b.Entity(typeof(Customer)).HasQueryFilter(\"soft\", NotDeleted<Customer>());", "Customer", "'soft'")]
    [InlineData("b.Entity<Order>().HasQueryFilter(\"tenant\", o => o.Tenant == Tenant); b.Entity(typeof(Customer)).HasQueryFilter(NotDeleted<Customer>());", "Customer", "without a name")]
    public async Task A_query_filter_that_hides_rows_and_was_not_read_is_refused(string configuration, string entity, string filter)
    {
        string text = await LiveModel.RunAsync(Filtered(configuration), $$"""
            await using Db db = Open();
            {{SeedFiltered}}
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            string exported = await Refused(async () => await db.ExportCustomerAsync(await VerifiedRequest.VerifyAsync<Customer>(new Verifier(), 1, SubjectRights.Access)));
            string erased = await Refused(async () => await db.EraseCustomerAsync(await Verified<Customer>(1)));
            string swept = await Refused(async () => await db.SweepRetentionAsync(Now));
            return $"{exported == erased && swept == erased} {Rows("SELECT Name FROM Customers")} {erased}";
            """);

        Assert.Equal($"True Jane;Joe NotSupportedException: Nothing was changed: {entity} has a query filter {filter} that hides rows and that generated code does not know; write it in OnModelCreating as a lambda, with its name, in Entity<{entity}>().HasQueryFilter", text);
    }

    [Theory]
    [InlineData("b.Entity<Order>().HasQueryFilter(\"tenant\", o => o.Tenant == Tenant); b.Entity<Customer>().HasQueryFilter(\"tenant\", OfTenant<Customer>());", "2/0/0 0/0/0 2|Joe 2")]
    [InlineData("b.Entity<Order>().HasQueryFilter(\"tenant\", o => o.Tenant == Tenant).HasQueryFilter(\"soft\", o => !o.Deleted); b.Entity(typeof(Customer)).HasQueryFilter(\"soft\", NotDeleted<Customer>());", "2/0/0 NotSupportedException 2|Joe 2")]
    [InlineData("b.Entity(typeof(Order)).HasQueryFilter(NotDeleted<Order>()); b.Entity(typeof(Customer)).HasQueryFilter(NotDeleted<Customer>());", "2/0/0 2/0/0  ")]
    public async Task A_query_filter_that_separates_tenants_or_is_ignored_is_no_difference(string configuration, string expected)
    {
        string text = await LiveModel.RunAsync(Filtered(configuration), $$"""
            await using Db db = Open();
            {{SeedFiltered}}
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            string own = Figures(await db.EraseCustomerAsync(await Verified<Customer>(1)));
            string other = "";
            string refused = await Refused(async () => other = Figures(await db.EraseCustomerAsync(await Verified<Customer>(2))));
            return $"{own} {(refused == "not refused" ? other : refused.Split(':')[0])} {Rows("SELECT Id, Name FROM Customers")} {Rows("SELECT Id FROM Orders")}";
            """);

        Assert.Equal(expected, text);
    }
}

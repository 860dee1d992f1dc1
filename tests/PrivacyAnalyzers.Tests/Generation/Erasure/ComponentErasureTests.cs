namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>Complex and owned types inside a row that has to stay: cleared, or refused before a row is touched; never passed by.</summary>
public class ComponentErasureTests
{
    private static string Model(string customer, string configuration, string more = "") => $$"""
        [DataSubject, Retention("customer-relationship")]
        public class Customer
        {
            public int Id { get; set; }
            [Identifier] public string? Name { get; set; }
            [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; }
            {{customer}}
        }
        [Retention("invoices")] public class Invoice { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [Financial] public string BilledTo { get; set; } = ""; }
        {{more}}
        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Invoice> Invoices => Set<Invoice>();
            protected override void OnModelCreating(ModelBuilder b) { {{configuration}} }
        }
        """;

    private static readonly string Complex = Model(
        "public Address Home { get; set; } = new(); public Address? Work { get; set; } public List<Phone> Phones { get; set; } = new();",
        "b.Entity<Customer>(c => { c.ComplexProperty(x => x.Home, home => home.ToJson()); c.ComplexProperty(x => x.Work, work => work.ToJson()); c.ComplexCollection(x => x.Phones, phone => phone.ToJson()); });",
        "public class Address { [Identifier] public string Street { get; set; } = \"\"; [Identifier] public string? Zip { get; set; } public string Country { get; set; } = \"\"; } public class Phone { [Identifier] public string Number { get; set; } = \"\"; }");

    private const string Fill = """
        await using (Db filled = Open())
        {
            filled.Add(new Customer { Id = 1, Name = "Jane", ClosedAt = new DateTime(2010, 1, 1), Home = new() { Street = "Main St", Zip = "123", Country = "DE" }, Work = new() { Street = "Office", Country = "FR" }, Phones = [new() { Number = "555" }, new() { Number = "777" }] });
            filled.Add(new Customer { Id = 2, Name = "Joe", ClosedAt = new DateTime(2010, 1, 1), Home = new() { Street = "Side St", Country = "DE" } });
            filled.Add(new Invoice { Id = 1, CustomerId = 1, BilledTo = "Jane" });
            await filled.SaveChangesAsync();
        }

        """;

    [Fact]
    public async Task Complex_types_and_collections_in_json_are_cleared_in_a_row_that_stays()
    {
        string text = await LiveModel.RunAsync(Complex, Fill + """
            await using Db db = Open();
            ErasureReceipt preview = await db.PreviewCustomerErasureAsync(await Verified<Customer>(1));
            ErasureReceipt receipt = await db.EraseCustomerAsync(await Verified<Customer>(1));
            ErasureReceipt again = await db.EraseCustomerAsync(await Verified<Customer>(1));
            return $"{Figures(preview)} {Figures(receipt)} {Figures(again)} {Rows("SELECT Id, Name, Home, Work, Phones FROM Customers")}";
            """);

        Assert.Equal(
            """0/1/1 0/1/1 0/0/1 1|NULL|{"Country":"DE","Street":"","Zip":null}|{"Country":"FR","Street":"","Zip":null}|[];2|Joe|{"Country":"DE","Street":"Side St","Zip":null}|NULL|[]""",
            text);
    }

    [Fact]
    public async Task The_sweep_clears_them_too_and_once()
    {
        string text = await LiveModel.RunAsync(Complex, Fill + """
            await using Db db = Open();
            RetentionReceipt first = await db.SweepRetentionAsync(Now);
            RetentionReceipt second = await db.SweepRetentionAsync(Now);
            return $"{Figures(first)} {Figures(second)} {Rows("SELECT Id, Name, Home, Work, Phones FROM Customers")}";
            """);

        Assert.Equal("""1/1/0 0/0/0 1|NULL|{"Country":"DE","Street":"","Zip":null}|{"Country":"FR","Street":"","Zip":null}|[]""", text);
    }

    [Theory]
    [InlineData("public Address Home { get; set; } = new();", "b.Entity<Customer>().OwnsOne(c => c.Home, home => home.ToJson());", "Home = new() { Street = \"Main St\" }", "Customer.Home.Street is stored in the JSON of an owned type, which EF Core cannot update in place: map it as a complex type or to a table")]
    [InlineData("public List<Phone> Phones { get; set; } = new();", "b.Entity<Customer>().OwnsMany(c => c.Phones).ToJson();", "Phones = [new() { Number = \"555\" }]", "Customer.Phones is stored in the JSON of an owned type, which EF Core cannot update in place: map it as a complex type or to a table")]
    [InlineData("[Identifier] public System.Net.Mail.MailAddress Email { get; set; } = null!;", "b.Entity<Customer>().Property(c => c.Email).HasConversion(e => e.Address, e => new(e));", "Email = new(\"jane@example.com\")", "Customer.Email may not be null and its type has no empty value: make it nullable or give [Anonymize(With = …)]")]
    public async Task What_cannot_be_cleared_is_refused_before_a_row_is_touched_and_deleted_where_nothing_keeps_it(string member, string configuration, string value, string reason)
    {
        string text = await LiveModel.RunAsync(
            Model(member, configuration, "public class Address { [Identifier] public string? Street { get; set; } } public class Phone { [Identifier] public string? Number { get; set; } }"),
            $$"""
            await using Db db = Open();
            db.Add(new Customer { Id = 1, Name = "Jane", ClosedAt = new DateTime(2010, 1, 1), {{value}} });
            db.Add(new Customer { Id = 2, Name = "Joe", {{value}} });
            db.Add(new Invoice { Id = 1, CustomerId = 1, BilledTo = "Jane" });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            string before = Rows("SELECT * FROM Customers");
            string erased = await Refused(async () => await db.EraseCustomerAsync(await Verified<Customer>(1)));
            string previewed = await Refused(async () => await db.PreviewCustomerErasureAsync(await Verified<Customer>(1)));
            string swept = await Refused(async () => await db.SweepRetentionAsync(Now));
            bool isSame = erased == previewed && erased == swept && before == Rows("SELECT * FROM Customers");
            return $"{isSame} {Figures(await db.EraseCustomerAsync(await Verified<Customer>(2)))} {erased}";
            """);

        Assert.Equal("True 1/0/0 NotSupportedException: A row of Customer has to stay without personal data, and not all of that can be replaced, so nothing was changed (PRIV3004): " + reason, text);
    }

    [Fact]
    public async Task A_key_that_says_something_of_the_person_is_refused_in_a_row_that_stays_and_goes_with_one_that_does_not()
    {
        string text = await LiveModel.RunAsync(
            """
            [DataSubject, Retention("customer-relationship")] public class Customer { [Key, Identifier] public string Email { get; set; } = ""; [Identifier] public string? Name { get; set; } }
            [Retention("invoices")] public class Invoice { public int Id { get; set; } public string CustomerEmail { get; set; } = ""; public Customer? Customer { get; set; } [Financial] public string BilledTo { get; set; } = ""; }
            public class Db(DbContextOptions<Db> options) : DbContext(options)
            {
                public DbSet<Customer> Customers => Set<Customer>();
                public DbSet<Invoice> Invoices => Set<Invoice>();
            }
            """,
            """
            await using Db db = Open();
            db.Add(new Customer { Email = "jane@example.com", Name = "Jane" });
            db.Add(new Customer { Email = "joe@example.com", Name = "Joe" });
            db.Add(new Invoice { Id = 1, CustomerEmail = "jane@example.com", BilledTo = "Jane" });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            string erased = await Refused(async () => await db.EraseCustomerAsync(await Verified<Customer>("jane@example.com")));
            return $"{Figures(await db.EraseCustomerAsync(await Verified<Customer>("joe@example.com")))} {Rows("SELECT Email, Name FROM Customers")} {erased}";
            """);

        Assert.Equal("1/0/0 jane@example.com|Jane NotSupportedException: A row of Customer has to stay without personal data, and not all of that can be replaced, so nothing was changed (PRIV3004): Customer.Email is part of a key, which other rows refer to: give the rows a key that says nothing of anybody, or say why it does not with [NotPersonal(\"…\")]", text);
    }

    [Theory]
    [InlineData("", "", "Customer._email is")]
    [InlineData("[Identifier] private string? _phone;", "b.Entity<Customer>().Property(\"_phone\");", "Customer._email and _phone are")]
    public async Task Personal_data_out_of_reach_is_refused_before_a_row_is_touched(string more, string mapped, string said)
    {
        string text = await LiveModel.RunAsync(
            Model(more + " [Identifier] private string? _email; public static Customer With(string email) => new() { Id = 1, Name = \"Jane\", ClosedAt = new DateTime(2010, 1, 1), _email = email };", "b.Entity<Customer>().Property(\"_email\"); " + mapped),
            """
            await using Db db = Open();
            db.Add(Customer.With("jane@example.com"));
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            string erased = await Refused(async () => await db.EraseCustomerAsync(await Verified<Customer>(1)));
            string swept = await Refused(async () => await db.SweepRetentionAsync(Now));
            return $"{erased == swept} {Rows("SELECT Name, _email FROM Customers")} {erased}";
            """);

        Assert.Equal($"True Jane|jane@example.com NotSupportedException: Nothing was changed: {said} stored and out of reach of generated code (PRIV3001)", text);
    }

    [Fact]
    public async Task What_a_law_keeps_of_an_item_stays_and_the_rest_of_it_goes()
    {
        string text = await LiveModel.RunAsync(
            Model(
                "public List<Phone> Phones { get; set; } = new();",
                "b.Entity<Customer>().OwnsMany(c => c.Phones, p => { p.ToTable(\"Phones\"); p.Property<int>(\"Id\"); p.HasKey(\"Id\"); p.OwnsOne(x => x.Place); p.OwnsMany(x => x.Calls, c => { c.ToTable(\"Calls\"); c.Property<int>(\"Id\"); c.HasKey(\"Id\"); }); });",
                """
                public class Phone { [Identifier] public string Number { get; set; } = ""; [Financial, Retention("invoices")] public string? Bill { get; set; } public string? Kind { get; set; } public Place? Place { get; set; } public List<Call> Calls { get; set; } = new(); }
                public class Place { [Identifier] public string? Street { get; set; } }
                public class Call { [ElectronicActivity] public string? To { get; set; } [Financial, Retention("invoices")] public int Cost { get; set; } }
                """),
            """
            await using Db db = Open();
            for (int i = 1; i <= 2; i++)
                db.Add(new Customer { Id = i, Name = "Jane", Phones = { new() { Number = "555", Bill = "12", Kind = "home", Place = new() { Street = "Main St" }, Calls = { new() { To = "777", Cost = 3 } } }, new() { Number = "556" } } });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            ErasureReceipt preview = await db.PreviewCustomerErasureAsync(await Verified<Customer>(1));
            ErasureReceipt receipt = await db.EraseCustomerAsync(await Verified<Customer>(1));
            ErasureReceipt again = await db.EraseCustomerAsync(await Verified<Customer>(1));
            string kept = string.Join(",", receipt.Withheld.SelectMany(withheld => withheld.Members));
            return $"{Figures(preview)} {Figures(receipt)} {Figures(again)} {kept} {Rows("SELECT Number, Bill, Kind, Place_Street FROM Phones ORDER BY Id")} {Rows("SELECT \"To\", Cost FROM Calls ORDER BY Id")}";
            """);

        Assert.Equal("0/1/1 0/1/1 0/0/1 Phones.Bill,Phones.Calls.Cost |12|home|NULL;|NULL|NULL|NULL;555|12|home|Main St;556|NULL|NULL|NULL NULL|3;777|3", text);
    }

    [Fact]
    public async Task Of_items_in_json_a_law_cannot_keep_a_part()
    {
        string text = await LiveModel.RunAsync(
            Model(
                "public List<Phone> Phones { get; set; } = new();",
                "b.Entity<Customer>().ComplexCollection(c => c.Phones, p => p.ToJson());",
                "public class Phone { [Identifier] public string Number { get; set; } = \"\"; [Financial, Retention(\"invoices\")] public string? Bill { get; set; } }"),
            """
            await using Db db = Open();
            db.Add(new Customer { Id = 1, Name = "Jane", Phones = { new() { Number = "555", Bill = "12" } } });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            return $"{await Refused(async () => await db.EraseCustomerAsync(await Verified<Customer>(1)))} {Rows("SELECT Name FROM Customers")}";
            """);

        Assert.Equal("NotSupportedException: A row of Customer has to stay without personal data, and not all of that can be replaced, so nothing was changed (PRIV3004): Customer.Phones is a collection of which a law keeps a part, and EF Core cannot change its items in place: map it to a table Jane", text);
    }

    [Fact]
    public async Task What_a_type_only_computes_is_no_part_of_a_row()
    {
        string text = await LiveModel.RunAsync(
            Model("[NotMapped] public Address Full { get; set; } = new(); public Address Computed => new();", "", "public class Address { [Identifier] public string? Street { get; set; } }"),
            """
            await using Db db = Open();
            db.Add(new Customer { Id = 1, Name = "Jane" });
            db.Add(new Invoice { Id = 1, CustomerId = 1, BilledTo = "Jane" });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            return Figures(await db.EraseCustomerAsync(await Verified<Customer>(1)));
            """);

        Assert.Equal("0/1/1", text);
    }

    [Fact]
    public async Task Texts_that_are_unique_only_together_stay_so()
    {
        string text = await LiveModel.RunAsync(
            Model("public int Region { get; set; } [Identifier] public string Email { get; set; } = \"\";", "b.Entity<Customer>().HasIndex(c => new { c.Region, c.Email }).IsUnique();"),
            """
            await using Db db = Open();
            for (int i = 1; i <= 2; i++)
            {
                db.Add(new Customer { Id = i, Name = "Jane", Email = "jane" + i });
                db.Add(new Invoice { Id = i, CustomerId = i, BilledTo = "Jane" });
            }
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            await db.EraseCustomerAsync(await Verified<Customer>(1));
            await db.EraseCustomerAsync(await Verified<Customer>(2));
            return Rows("SELECT Email FROM Customers");
            """);

        Assert.Equal("erased-1;erased-2", text);
    }
}

namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>Members whose mapping is another one than their declaration says: keys, uniqueness, nullability, what is stored at all, also inside owned and complex types.</summary>
public class MemberDifferenceTests
{
    private const string Invoice = "[Retention(\"invoices\")] public class Invoice { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [Financial] public string BilledTo { get; set; } = \"\"; }\n";

    private static string Model(string members, string configuration, string types = "") => $$"""
        [DataSubject] public class Customer { public int Id { get; set; } {{members}} }
        {{Invoice}}{{types}}
        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Invoice> Invoices => Set<Invoice>();
            protected override void OnModelCreating(ModelBuilder b) { {{configuration}} }
        }
        """;

    /// <summary>Erases two people of whom each has an invoice that a law keeps, and gives back what is left of them.</summary>
    private static Task<string> ErasedAsync(string model, string initializer, string query) => LiveModel.RunAsync(model, $$"""
        await using Db db = Open();
        foreach (int i in new[] { 1, 2 })
            db.AddRange(new Customer { Id = i, {{initializer}} }, new Invoice { Id = i, CustomerId = i, BilledTo = "Jane" });
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        string figures = "";
        foreach (int i in new[] { 1, 2, 2 })
            figures += Figures(await db.EraseCustomerAsync(await Verified<Customer>(i))) + " ";
        return figures + Rows("{{query}}");
        """);

    private static async Task<string> RefusalAsync(string model, string initializer)
    {
        string text = await LiveModel.RunAsync(model, $$"""
            await using Db db = Open();
            db.AddRange(new Customer { Id = 1, {{initializer}} }, new Invoice { Id = 1, CustomerId = 1, BilledTo = "Jane" });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            string erased = await Refused(async () => await db.EraseCustomerAsync(await Verified<Customer>(1)));
            string previewed = await Refused(async () => await db.PreviewCustomerErasureAsync(await Verified<Customer>(1)));
            return $"{erased == previewed} {erased}";
            """);
        const string Untouched = "True NotSupportedException: Nothing was changed: ";
        Assert.StartsWith(Untouched, text, StringComparison.Ordinal);
        return text[Untouched.Length..];
    }

    private const string Number = "[Identifier] public string Number { get; set; } = \"\"; [Identifier] public string? Name { get; set; }";

    [Fact]
    public async Task A_key_that_other_rows_refer_to_stays()
    {
        string text = await ErasedAsync(
            Model(
                Number.Replace("[Identifier] public string Number", "[NotPersonal(\"drawn by lot\")] public string Number", StringComparison.Ordinal) + " public List<Bill> Bills { get; } = new();",
                "b.Entity<Bill>().HasOne(i => i.Buyer).WithMany(c => c.Bills).HasForeignKey(i => i.BuyerNumber).HasPrincipalKey(c => c.Number);",
                "[Retention(\"invoices\")] public class Bill { public int Id { get; set; } public string BuyerNumber { get; set; } = \"\"; public Customer? Buyer { get; set; } [Financial] public string? Text { get; set; } }"),
            "Number = \"N\" + i, Name = \"Jane\", Bills = { new Bill { Text = \"paid\" } }",
            "SELECT Number, Name, BuyerNumber FROM Customers JOIN Bill ON BuyerNumber = Number ORDER BY Number");

        Assert.Equal("0/1/2 0/1/2 0/0/2 N1|NULL|N1;N2|NULL|N2", text);
    }

    [Theory]
    [InlineData("b.Entity<Customer>().HasAlternateKey(c => c.Number);")]
    [InlineData("b.Entity<Customer>().HasIndex(c => c.Number).IsUnique();")]
    public async Task A_key_that_nothing_refers_to_is_replaced_by_what_is_unique(string configuration)
    {
        string text = await ErasedAsync(Model(Number, configuration), "Number = \"N\" + i, Name = \"Jane\"", "SELECT Number, Name FROM Customers");

        Assert.Equal("0/1/1 0/1/1 0/0/1 erased-1|NULL;erased-2|NULL", text);
    }

    [Theory]
    [InlineData("b.Entity(typeof(Customer)).HasAlternateKey(\"Number\");", "Customer.Number is unique, which generated code does not know; say so with [Index(…, IsUnique = true)]")]
    [InlineData("b.Entity(typeof(Customer)).HasIndex(\"Number\").IsUnique();", "Customer.Number is unique, which generated code does not know; say so with [Index(…, IsUnique = true)]")]
    [InlineData("b.Entity(typeof(Customer)).HasIndex(\"Name\", \"Number\").IsUnique();", "Customer.Number is unique, which generated code does not know; say so with [Index(…, IsUnique = true)]")]
    [InlineData("b.Entity(typeof(Customer)).Property(\"Name\").IsRequired();", "Customer.Name may not be null, which generated code does not know; say so with [Required]")]
    [InlineData("b.Entity(typeof(Customer)).Ignore(\"Name\");", "Customer.Name is not stored, or not there, which generated code does not know; say so with [NotMapped], or with Ignore, or Property and HasConversion, on its type's builder in OnModelCreating")]
    public async Task What_only_EF_Core_knows_of_a_member_is_refused_where_it_matters(string configuration, string expected)
    {
        string refusal = await RefusalAsync(Model(Number, configuration), "Number = \"N\", Name = \"Jane\"");

        Assert.Equal(expected, refusal);
    }

    [Theory]
    [InlineData("b.Entity(typeof(Customer)).HasIndex(\"Name\").IsUnique();")]
    [InlineData("b.Entity(typeof(Customer)).HasIndex(\"Number\");")]
    [InlineData("b.Entity(typeof(Customer)).HasIndex(\"Id\", \"Number\").IsUnique();")]
    [InlineData("b.Entity(typeof(Customer)).Property(\"Number\").IsRequired(false);")]
    [InlineData("b.Entity(typeof(Customer)).Property<string>(\"Name\").HasConversion(v => v + \"!\", v => v.TrimEnd('!'));")]
    public async Task What_only_EF_Core_knows_of_a_member_is_no_difference_where_it_does_not_matter(string configuration)
    {
        string text = await ErasedAsync(Model(Number, configuration), "Number = \"N\", Name = \"Jane\" + i", "SELECT Number, Name FROM Customers");

        Assert.Equal("0/1/1 0/1/1 0/0/1 |NULL;|NULL", text);
    }

    [Fact]
    public async Task A_member_that_only_EF_Core_stores_is_refused_and_not_left()
    {
        string refusal = await RefusalAsync(
            Model("private string _full = \"\"; [Identifier] public string Full => _full; public void Name(string text) => _full = text;", "b.Entity(typeof(Customer)).Property(typeof(string), \"Full\").HasField(\"_full\");"),
            "");

        Assert.Equal("Customer.Full is stored, which generated code does not know; say so with Property on its type's builder in OnModelCreating", refusal);
    }

    [Fact]
    public async Task A_part_that_has_rows_of_its_own_is_refused_and_not_left()
    {
        string refusal = await RefusalAsync(
            Model("public Home? Home { get; set; }", "Type home = typeof(Home); b.Entity(home).Property(typeof(int), \"Key\"); b.Entity(home).HasKey(\"Key\");", "public class Home { [Identifier] public string? Street { get; set; } }"),
            "Home = new() { Street = \"Main St\" }");

        Assert.Equal("Customer.Home has rows of its own, which generated code takes for a part of the row; say so with Entity<Home>() in OnModelCreating", refusal);
    }

    [Fact]
    public async Task A_collection_that_no_query_looks_into_is_refused()
    {
        string refusal = await RefusalAsync(
            Model("[FreeText] public List<string> Tags { get; set; } = new();", "b.Entity<Customer>().Property(c => c.Tags).HasConversion(v => string.Join(',', v), v => v.Split(',', StringSplitOptions.None).ToList());"),
            "Tags = { \"vip\" }");

        Assert.Equal("Customer.Tags is stored by a conversion, and no query can tell whether it is empty; make it nullable, or give [Anonymize(With = …)]", refusal);
    }

    private const string Contact = "public class Contact { [Identifier] public string Email { get; set; } = \"\"; [Identifier] public string? Phone { get; set; } [Identifier] public string Full { get => Email + Phone; set { } } }";

    [Theory]
    [InlineData("b.Entity<Customer>().OwnsOne(c => c.Contact, o => { o.HasIndex(x => x.Email).IsUnique(); o.Property(x => x.Phone).IsRequired(); o.Ignore(x => x.Full); });", "erased-1|;erased-2|")]
    [InlineData("b.Entity<Customer>().ComplexProperty(c => c.Contact, o => { o.Property(x => x.Phone).IsRequired(); o.Ignore(x => x.Full); });", "|;|")]
    public async Task What_is_configured_for_members_of_a_part_counts(string configuration, string expected)
    {
        string text = await ErasedAsync(
            Model("public Contact Contact { get; set; } = new();", configuration, Contact),
            "Contact = new() { Email = \"jane\" + i, Phone = \"555\" }",
            "SELECT Contact_Email, Contact_Phone FROM Customers");

        Assert.Equal("0/1/1 0/1/1 0/0/1 " + expected, text);
    }

    [Fact]
    public async Task An_index_attribute_on_an_owned_type_counts()
    {
        string text = await ErasedAsync(
            Model("public Contact Contact { get; set; } = new();", "b.Entity<Customer>().OwnsOne(c => c.Contact);", "[Index(nameof(Email), IsUnique = true)] " + Contact.Replace(" [Identifier] public string Full { get => Email + Phone; set { } }", "", StringComparison.Ordinal)),
            "Contact = new() { Email = \"jane\" + i, Phone = \"555\" }",
            "SELECT Contact_Email, Contact_Phone FROM Customers");

        Assert.Equal("0/1/1 0/1/1 0/0/1 erased-1|NULL;erased-2|NULL", text);
    }

    [Fact]
    public async Task A_converted_member_of_a_part_is_one_value()
    {
        string text = await ErasedAsync(
            Model(
                "public Contact Contact { get; set; } = new();",
                "b.Entity<Customer>().OwnsOne(c => c.Contact, o => o.Property(x => x.Place).HasConversion(p => p!.Town, t => new Geo { Town = t }));",
                "public class Contact { [Identifier] public string Email { get; set; } = \"\"; [Identifier] public Geo? Place { get; set; } } public class Geo { [Identifier] public string Town { get; set; } = \"\"; }"),
            "Contact = new() { Email = \"jane\" + i, Place = new() { Town = \"Berlin\" } }",
            "SELECT Contact_Email, Contact_Place FROM Customers");

        Assert.Equal("0/1/1 0/1/1 0/0/1 |NULL;|NULL", text);
    }

    [Theory]
    [InlineData("OwnsOne")]
    [InlineData("ComplexProperty")]
    public async Task What_only_EF_Core_knows_of_a_members_part_is_refused(string call)
    {
        string refusal = await RefusalAsync(
            Model("public Contact Contact { get; set; } = new();", $"b.Entity<Customer>().{call}(c => c.Contact, o => {{ foreach (string name in new[] {{ \"Phone\" }}) o.Property(name).IsRequired(); }});", Contact),
            "Contact = new() { Email = \"jane\", Phone = \"555\" }");

        Assert.Equal("Customer.Contact.Phone may not be null, which generated code does not know; say so with [Required]", refusal);
    }

    [Theory]
    [InlineData("[Identifier, Required] public int? Value { get; set; }", "1970", "", "0")]
    [InlineData("[Identifier, Required] public DateOnly? Value { get; set; }", "new DateOnly(1970, 1, 1)", "", "0001-01-01")]
    [InlineData("[Identifier] public int? Value { get; set; }", "1970", "b.Entity<Customer>().Property(c => c.Value).IsRequired();", "0")]
    [InlineData("[Identifier] public char Value { get; set; }", "'f'", "", " ")]
    [InlineData("[Identifier, Column(TypeName = \"datetime\")] public DateTime Value { get; set; }", "new DateTime(1970, 1, 1)", "", "1900-01-01 00:00:00")]
    [InlineData("[Identifier] public DateTime Value { get; set; }", "new DateTime(1970, 1, 1)", "", "0001-01-01 00:00:00")]
    public async Task A_value_that_may_not_be_null_is_replaced_by_one_that_the_database_takes(string member, string value, string configuration, string expected)
    {
        string text = await ErasedAsync(Model(member, configuration), "Value = " + value, "SELECT Value FROM Customers");

        Assert.Equal($"0/1/1 0/1/1 0/0/1 {expected};{expected}", text);
    }
}

using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Generation.Retention;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>Models that somebody who read the generators foresaw not to compile, or not to be served.</summary>
public class UnusualModelTests
{
    private static string Db(string sets, string configuration = "") => $$"""

        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            {{string.Join("\n", sets.Split(' ').Select(type => $"public DbSet<{type}> {type}s => Set<{type}>();"))}}
            protected override void OnModelCreating(ModelBuilder b) { {{configuration}} }
        }
        """;

    [Fact]
    public async Task A_class_of_ones_own_may_have_the_name_of_the_generated_one()
    {
        string text = await LiveModel.RunAsync("""
            [DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } }
            public class DbPrivacy { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } }
            """ + Db("Customer DbPrivacy"), """
            Sql("INSERT INTO Customers VALUES (1, 'Jane'); INSERT INTO DbPrivacys VALUES (1, 1, 'a')");
            await using Db db = Open();
            return Figures(await DbPrivacyMethods.EraseCustomerAsync(db, await Verified<Customer>(1)));
            """);

        Assert.Equal("2/0/0", text);
    }

    [Fact]
    public async Task Keys_without_an_operator_are_compared_on_every_way()
    {
        string text = await LiveModel.RunAsync("""
            public struct BoxId(int value) : IFormattable { public int Value { get; } = value; public string ToString(string? format, IFormatProvider? provider) => Value.ToString(format, provider); }
            [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
            public class Box { public BoxId Id { get; set; } public int CustomerId { get; set; } [FreeText] public string? Label { get; set; } }
            [Retention("invoices")] public class Slip { public int Id { get; set; } public BoxId BoxId { get; set; } [FreeText] public string? Text { get; set; } }
            public class Thing { public int Id { get; set; } public BoxId BoxId { get; set; } [FreeText] public string? Text { get; set; } }
            """ + Db("Customer Box Slip Thing", "b.Entity<Box>().Property(x => x.Id).HasConversion(i => i.Value, v => new BoxId(v)); b.Entity<Slip>().Property(x => x.BoxId).HasConversion(i => i.Value, v => new BoxId(v)); b.Entity<Thing>().Property(x => x.BoxId).HasConversion(i => i.Value, v => new BoxId(v)); b.Entity<Slip>().HasOne<Box>().WithMany().HasForeignKey(x => x.BoxId); b.Entity<Thing>().HasOne<Box>().WithMany().HasForeignKey(x => x.BoxId); b.Entity<Box>().HasOne<Customer>().WithMany().HasForeignKey(x => x.CustomerId);"), """
            Sql("INSERT INTO Customers VALUES (1, 'Jane', NULL), (2, 'Joe', NULL)");
            Sql("INSERT INTO Boxs VALUES (5, 1, 'a'), (6, 2, 'b'); INSERT INTO Slips VALUES (1, 5, 'a'), (2, 6, 'b'); INSERT INTO Things VALUES (1, 5, 'a'), (2, 6, 'b')");
            await using Db db = Open();
            return Figures(await db.EraseCustomerAsync(await Verified<Customer>(1))) + " " + Rows("SELECT Name FROM Customers") + " " + Rows("SELECT Id, Label FROM Boxs") + " " + Rows("SELECT Text FROM Slips") + " " + Rows("SELECT Text FROM Things");
            """);

        Assert.Equal("1/2/1 NULL;Joe 5|NULL;6|b a;b b", text);
    }

    [Fact]
    public async Task A_reference_that_no_query_can_follow_is_refused()
    {
        string text = await LiveModel.RunAsync("""
            [DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } }
            public class Box { public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Label { get; set; } }
            public class Thing { public int Id { get; set; } public int BoxKey { get; set; } [FreeText] public string? Text { get; set; } }
            """ + Db("Customer Box Thing", "b.Entity<Box>(x => { x.Property<int>(\"Id\"); x.HasKey(\"Id\"); }); b.Entity<Thing>().HasOne<Box>().WithMany().HasForeignKey(x => x.BoxKey);"), """
            await using Db db = Open();
            return await Refused(async () => await db.EraseCustomerAsync(await Verified<Customer>(1)));
            """);

        Assert.Equal("NotSupportedException: Nothing was changed: Thing refers to Box by BoxKey, which generated code does not know; say so in OnModelCreating with Entity<Thing>() and HasForeignKey, by a navigation, or with [SubjectLink]", text);
    }

    [Fact]
    public async Task Names_that_end_in_figures_do_not_meet()
    {
        // Two rules for each: B's clocks are the 11th and the 12th, and those of B1 the first two.
        const string Members = "[Identifier] public string? Name { get; set; } [FreeText, Retention(\"account-default\")] public string? Text { get; set; } [RetentionClock(\"account-closed\")] public DateTime? ClosedAt { get; set; }";
        string parts = string.Concat(Enumerable.Range(1, 5).Select(i => $"[Retention(\"support\")] public class B{i} {{ public int Id {{ get; set; }} public int BId {{ get; set; }} public B? B {{ get; set; }} {Members} }}\n"));
        string text = await LiveModel.RunAsync($"[DataSubject, Retention(\"support\")] public class B {{ public int Id {{ get; set; }} {Members} }}\n" + parts + Db("B B1 B2 B3 B4 B5"), """
            Sql("INSERT INTO Bs VALUES (1, 'a', 'b', '2025-10-01'); INSERT INTO B1s VALUES (1, 1, 'a', 'b', '2010-01-01')");
            await using Db db = Open();
            return Figures(await db.SweepRetentionAsync(Now)) + " " + Rows("SELECT Name, Text FROM Bs") + " " + Rows("SELECT * FROM B1s");
            """);

        Assert.Equal("1/1/0 a|NULL ", text);
    }

    [Fact]
    public async Task A_clock_in_a_part_that_is_not_there_has_not_begun()
    {
        string text = await LiveModel.RunAsync("""
            [Owned] public class Exit { [RetentionClock("account-closed")] public DateTimeOffset At { get; set; } public string Why { get; set; } = ""; }
            [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } public Exit? Exit { get; set; } }
            """ + Db("Customer"), """
            await using (Db filled = Open()) { filled.AddRange(new Customer { Id = 1, Name = "a" }, new Customer { Id = 2, Name = "b", Exit = new() { At = new(2010, 1, 1, 0, 0, 0, TimeSpan.Zero) } }); await filled.SaveChangesAsync(); }
            await using Db db = Open();
            return Figures(await db.SweepRetentionAsync(Now)) + " " + Rows("SELECT Id FROM Customers");
            """);

        Assert.Equal("1/0/0 1", text);
    }

    [Theory]
    [InlineData("", "public List<Phone>? Phones { get; set; }", "b.Entity<Customer>().OwnsMany(c => c.Phones, p => { p.Property<int>(\"Id\"); p.HasKey(\"Id\"); });")]
    [InlineData("#nullable disable\n", "public List<Phone> Phones { get; set; }", "b.Entity<Customer>().OwnsMany(c => c.Phones, p => { p.Property<int>(\"Id\"); p.HasKey(\"Id\"); });")]
    [InlineData("", "public List<Phone>? Phones { get; set; } = new();", "b.Entity<Customer>().ComplexCollection(c => c.Phones, p => p.ToJson());")]
    public async Task A_collection_that_may_be_null_is_emptied(string context, string member, string configuration)
    {
        string text = await LiveModel.RunAsync(context + $$"""
            public class Phone { [Identifier] public string Number { get; set; } = ""; }
            [DataSubject, Retention("account-default")] public class Customer { public int Id { get; set; } [Identifier] public string Name { get; set; } = ""; {{member}} }
            """ + Db("Customer", configuration), """
            await using (Db filled = Open()) { filled.AddRange(new Customer { Id = 1, Name = "a", Phones = new() { new() { Number = "5" } } }, new Customer { Id = 2, Name = "b", Phones = new() { new() { Number = "6" } } }); await filled.SaveChangesAsync(); }
            await using Db db = Open();
            string figures = Figures(await db.EraseCustomerAsync(await Verified<Customer>(1)));
            return figures + " " + string.Join(";", db.Customers.AsNoTracking().AsEnumerable().Select(c => c.Name + c.Phones!.Count));
            """);

        Assert.Equal("0/1/0 0;b1", text);
    }

    [Theory]
    [InlineData("b.Entity(typeof(Customer)).HasKey(\"Number\");", "the key of Customer is Number, and generated code was made for Id; say so with [PrimaryKey] on Customer, or with Entity<Customer>().HasKey(…) in OnModelCreating")]
    [InlineData("b.Entity(typeof(Note)).HasOne(typeof(Customer)).WithMany().HasForeignKey(\"WriterRef\");", "Note refers to Customer by WriterRef, which generated code does not know; say so in OnModelCreating with Entity<Note>() and HasForeignKey, by a navigation, or with [SubjectLink]")]
    public async Task An_export_from_which_rows_would_be_missing_is_refused(string configuration, string refusal)
    {
        string text = await LiveModel.RunAsync("""
            [DataSubject] public class Customer { public int Id { get; set; } public int Number { get; set; } [Identifier] public string? Name { get; set; } }
            public class Note { public int Id { get; set; } public int? WriterRef { get; set; } [FreeText] public string? Text { get; set; } }
            """ + Db("Customer Note", configuration), """
            await using Db db = Open();
            var request = await Verified<Customer>(1);
            return await Refused(async () => await db.ExportCustomerAsync(request)) + "\n" + await Refused(async () => await db.WriteCustomerExportAsync(request, new System.IO.MemoryStream())) + "\n" + await Refused(async () => await db.WriteCustomerExportZipAsync(request, new System.IO.MemoryStream()));
            """);

        string expected = $"NotSupportedException: Nothing was changed: {refusal}";
        Assert.Equal($"{expected}\n{expected}\n{expected}", text);
    }

    [Fact]
    public void A_value_of_bytes_in_a_store_is_compared_by_its_content()
    {
        string text = new GeneratorTest("""
            using PrivacyAnalyzers;
            namespace Shop;
            [DataSubject, Retention("account-default")] public class Customer { public int Id { get; set; } [Identifier] public byte[] Face { get; set; } = []; [Identifier] public byte[]? Voice { get; set; } [Identifier, Anonymize(With = "none")] public byte[]? Sign { get; set; } }
            """)
        { Statement = Shop.Statement }.Run(new ErasureGenerator()).Text;

        foreach (string condition in new[] { "if (row.Face is null || !global::System.Linq.Enumerable.SequenceEqual(row.Face, global::System.Array.Empty<byte>()))", "if (row.Voice is not null)", "if (row.Sign is null || !global::System.Linq.Enumerable.SequenceEqual(row.Sign, global::System.Text.Encoding.UTF8.GetBytes(\"none\")))" })
            Assert.Contains(condition, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Without_annotations_a_complex_type_may_be_null_only_where_EF_Core_lets_it(int major, bool isOptional)
    {
        GeneratorResult result = new GeneratorTest("""
            using Microsoft.EntityFrameworkCore; using PrivacyAnalyzers;
            #nullable disable
            namespace Shop;
            public class Address { [Identifier] public string Street { get; set; } }
            [DataSubject, Retention("account-default")] public class Customer { public int Id { get; set; } public Address Home { get; set; } }
            public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); protected override void OnModelCreating(ModelBuilder b) => b.Entity<Customer>().ComplexProperty(c => c.Home); }
            """)
        { Statement = Shop.Statement, References = major == 10 ? References.All : References.WithEfCore(major) }.Run(new ErasureGenerator(), new RetentionGenerator(), new ExportGenerator());

        Assert.Equal(isOptional, result.Text.Contains("row.Home != null", StringComparison.Ordinal));
        Assert.Contains("row.Home", result.Text, StringComparison.Ordinal);
    }
}

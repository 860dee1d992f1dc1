using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Model.Subjects;

/// <summary>Reads contexts as EF Core would, without running it.</summary>
public class ContextModelTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Metadata.Builders;
        using PrivacyAnalyzers;
        namespace Shop;
        """;

    [Fact]
    public void Finds_sets_keys_relations_and_paths()
    {
        ContextModel model = Read("""
            [DataSubject] public class Customer { public Guid Id { get; set; } [Identifier] public string Email { get; set; } = ""; public List<Account> Accounts { get; } = new(); }
            public class Account { public int Id { get; set; } public Guid CustomerId { get; set; } public Customer? Customer { get; set; } }
            public class Message { public long MessageId { get; set; } public int AccountId { get; set; } public Account Account { get; set; } = null!; [Content] public string? Body { get; set; } }
            public class Db : DbContext { public DbSet<Message> Messages => Set<Message>(); public DbSet<Account> Accounts { get; set; } public DbSet<Customer> Customers { get; set; } }
            """);

        Assert.Equal(["Message", "Account", "Customer"], model.Entities.Select(entity => entity.UniqueName));
        Assert.Equal(["db.Messages", "db.Accounts", "db.Customers"], model.Entities.Select(entity => entity.Set));
        Assert.Equal(["MessageId", "Id", "Id"], model.Entities.Select(entity => entity.Key.Single()));
        SubjectModel subject = Assert.Single(model.Subjects);
        Assert.Equal("global::System.Guid", subject.KeyType);
        Assert.Equal(
            ["row.Account!.CustomerId == key", "row.CustomerId == key", "row.Id == key"],
            subject.Paths.Select(path => path.Predicate));
        Assert.True(model.IsPublic);
        Assert.Equal(10, model.EfCoreMajor);
        Assert.Equal("DbPrivacy", model.HolderName);
    }

    [Theory]
    // By convention.
    [InlineData("public Guid CustomerId { get; set; } public Customer? Customer { get; set; }", "row.CustomerId == key", true)]
    [InlineData("public Guid? OwnerId { get; set; } public Customer? Owner { get; set; }", "row.OwnerId == key", false)]
    [InlineData("public Guid CUSTOMERID { get; set; } public Customer? Customer { get; set; }", "row.CUSTOMERID == key", true)]
    // By attribute.
    [InlineData("public Guid Who { get; set; } [ForeignKey(nameof(Who))] public Customer? Customer { get; set; }", "row.Who == key", true)]
    [InlineData("[ForeignKey(nameof(Customer))] public Guid Who { get; set; } public Customer? Customer { get; set; }", "row.Who == key", true)]
    // Without a member for the foreign key.
    [InlineData("public Customer? Customer { get; set; }", "row.Customer!.Id == key", false)]
    [InlineData("public Customer Customer { get; set; } = null!;", "row.Customer!.Id == key", true)]
    // Without a navigation.
    [InlineData("public Guid CustomerId { get; set; }", "row.CustomerId == key", true)]
    [InlineData("[SubjectLink(typeof(Customer))] public Guid Reporter { get; set; }", "row.Reporter == key", true)]
    // Several: the link decides.
    [InlineData("public Guid CustomerId { get; set; } [SubjectLink(typeof(Customer))] public Guid PayerId { get; set; } public Customer? Customer { get; set; } public Customer? Payer { get; set; }", "row.PayerId == key", true)]
    [InlineData("public Guid @class { get; set; } [ForeignKey(\"class\")] public Customer? Customer { get; set; }", "row.@class == key", true)]
    public void Finds_the_way_to_the_subject(string members, string predicate, bool isRequired)
    {
        ContextModel model = Read($$"""
            [DataSubject] public class Customer { public Guid Id { get; set; } }
            public class Order { public int Id { get; set; } {{members}} }
            public class Db : DbContext { public DbSet<Order> Orders { get; set; } public DbSet<Customer> Customers { get; set; } }
            """);

        SubjectPath path = model.Subjects.Single().Paths.Single(path => path.Entity == "global::Shop.Order");
        Assert.Equal(predicate, path.Predicate);
        Assert.Equal(isRequired, path.Steps.Single().IsRequired);
        Assert.False(path.IsAmbiguous);
    }

    [Theory]
    [InlineData("b.Entity<Order>().HasOne(o => o.Buyer).WithMany().HasForeignKey(o => o.Who);", "row.Who == key")]
    [InlineData("b.Entity<Order>(o => { o.HasOne(x => x.Buyer).WithMany(c => c.Orders).HasForeignKey(nameof(Order.Who)); });", "row.Who == key")]
    [InlineData("b.Entity<Customer>().HasMany(c => c.Orders).WithOne(o => o.Buyer).HasForeignKey(o => o.Who);", "row.Who == key")]
    [InlineData("b.Entity<Customer>().HasMany<Order>().WithOne().HasForeignKey(o => o.Who);", "row.Who == key")]
    [InlineData("b.Entity<Order>().HasOne(o => o.Buyer).WithMany().HasForeignKey(o => o.Number).HasPrincipalKey(c => c.Number);", "row.Buyer!.Id == key")]
    [InlineData("b.ApplyConfiguration(new OrderConfiguration());", "row.Who == key")]
    [InlineData("b.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);", "row.Who == key")]
    public void Reads_relations_that_are_configured(string configuration, string predicate)
    {
        ContextModel model = Read($$"""
            [DataSubject] public class Customer { public Guid Id { get; set; } public int Number { get; set; } public List<Order> Orders { get; } = new(); }
            public class Order { public int Id { get; set; } public Guid Who { get; set; } public int Number { get; set; } public Customer? Buyer { get; set; } }
            public class OrderConfiguration : IEntityTypeConfiguration<Order>
            {
                public void Configure(EntityTypeBuilder<Order> builder) => builder.HasOne(o => o.Buyer).WithMany(c => c.Orders).HasForeignKey(o => o.Who);
            }
            public class Db : DbContext
            {
                public DbSet<Order> Orders { get; set; }
                public DbSet<Customer> Customers { get; set; }
                protected override void OnModelCreating(ModelBuilder b) { {{configuration}} }
            }
            """);

        Assert.Equal(predicate, model.Subjects.Single().Paths.Single(path => path.Entity == "global::Shop.Order").Predicate);
    }

    [Fact]
    public void Reads_keys_however_they_are_said()
    {
        ContextModel model = Read("""
            public class ById { public int id { get; set; } }
            public class ByName { public int ByNameId { get; set; } }
            public class ByAttribute { [Key] public int Number { get; set; } public int Id { get; set; } }
            [PrimaryKey(nameof(A), nameof(B))] public class ByType { public int A { get; set; } public string B { get; set; } = ""; }
            public class ByConfiguration { public int A { get; set; } public int B { get; set; } }
            [Keyless] public class View { public int Id { get; set; } }
            public class Db : DbContext
            {
                public DbSet<ById> S1 { get; set; } public DbSet<ByName> S2 { get; set; } public DbSet<ByAttribute> S3 { get; set; }
                public DbSet<ByType> S4 { get; set; } public DbSet<ByConfiguration> S5 { get; set; } public DbSet<View> S6 { get; set; }
                protected override void OnModelCreating(ModelBuilder b) => b.Entity<ByConfiguration>().HasKey(x => new { x.B, x.A });
            }
            """);

        Assert.Equal(
            ["ByAttribute:Number", "ByConfiguration:B,A", "ById:id", "ByName:ByNameId", "ByType:A,B", "View:"],
            model.Entities.Select(entity => $"{entity.UniqueName}:{string.Join(",", entity.Key)}"));
        Assert.Equal(["View"], model.Entities.Where(entity => entity.IsKeyless).Select(entity => entity.UniqueName));
    }

    [Fact]
    public void Compares_composite_keys_part_by_part()
    {
        ContextModel model = Read("""
            [DataSubject, PrimaryKey(nameof(Tenant), nameof(Number))] public class Customer { public Guid Tenant { get; set; } public int Number { get; set; } }
            public class Order { public int Id { get; set; } public Guid CustomerTenant { get; set; } public int CustomerNumber { get; set; } public Customer? Customer { get; set; } }
            public class Db : DbContext { public DbSet<Order> Orders { get; set; } public DbSet<Customer> Customers { get; set; } }
            """);

        SubjectModel subject = model.Subjects.Single();
        Assert.Equal("(global::System.Guid, int)", subject.KeyType);
        Assert.Equal(
            ["row.CustomerTenant == key.Item1 && row.CustomerNumber == key.Item2", "row.Tenant == key.Item1 && row.Number == key.Item2"],
            subject.Paths.Select(path => path.Predicate));
    }

    [Fact]
    public void Goes_through_the_navigation_where_requests_name_the_subject_by_another_key()
    {
        ContextModel model = Read("""
            [DataSubject] public class Customer { public int Id { get; set; } [SubjectKey] public string Number { get; set; } = ""; public List<Note> Notes { get; } = new(); }
            public class Order { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } }
            public class Call { public int Id { get; set; } public int CustomerId { get; set; } }
            public class Note { public int Id { get; set; } }
            public class Db : DbContext { public DbSet<Order> Orders { get; set; } public DbSet<Call> Calls { get; set; } public DbSet<Customer> Customers { get; set; } }
            """);

        Assert.Equal(
            [
                "Call: db.Set<global::Shop.Customer>().Any(principal1 => principal1.Id == row.CustomerId && principal1.Number == key)",
                "Note: db.Set<global::Shop.Customer>().Any(principal1 => principal1.Notes!.Any(related => related == row) && principal1.Number == key)",
                "Order: row.Customer!.Number == key",
                "Customer: row.Number == key",
            ],
            model.Subjects.Single().Paths.Select(path => $"{path.Entity.Split('.')[^1]}: {path.Predicate}"));
    }

    [Fact]
    public void One_to_one_belongs_to_the_side_with_the_foreign_key()
    {
        ContextModel model = Read("""
            [DataSubject] public class Customer { public int Id { get; set; } public Profile? Profile { get; set; } }
            public class Profile { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } }
            public class Db : DbContext { public DbSet<Customer> Customers { get; set; } }
            """);

        Assert.Equal(["Profile", "Customer"], model.Entities.Select(entity => entity.UniqueName));
        Assert.Equal("db.Set<global::Shop.Profile>()", model.Entities[0].Set);
        RelationModel relation = model.Entities.SelectMany(entity => entity.Relations).Single();
        Assert.Equal(("global::Shop.Profile", "global::Shop.Customer", true), (relation.Dependent, relation.Principal, relation.IsUnique));
    }

    [Fact]
    public void Many_to_many_is_no_path()
    {
        ContextModel model = Read("""
            [DataSubject] public class Customer { public int Id { get; set; } public List<Tag> Tags { get; } = new(); }
            public class Tag { public int Id { get; set; } public List<Customer> Customers { get; } = new(); }
            public class Db : DbContext { public DbSet<Customer> Customers { get; set; } }
            """);

        Assert.Equal(["global::Shop.Customer"], model.Subjects.Single().Paths.Select(path => path.Entity));
    }

    [Fact]
    public void Cycles_end_and_keep_their_order()
    {
        const string Code = """
            [DataSubject] public class Customer { public int Id { get; set; } public int? FirstOrderId { get; set; } public Order? FirstOrder { get; set; } public int? ReferrerId { get; set; } public Customer? Referrer { get; set; } }
            public class Order { public int Id { get; set; } public int CustomerId { get; set; } public Customer Customer { get; set; } = null!; }
            public class Db : DbContext
            {
                public DbSet<Customer> Customers { get; set; } public DbSet<Order> Orders { get; set; }
                protected override void OnModelCreating(ModelBuilder b)
                {
                    b.Entity<Customer>().HasOne(c => c.FirstOrder).WithMany().HasForeignKey(c => c.FirstOrderId);
                    b.Entity<Order>().HasOne(o => o.Customer).WithMany().HasForeignKey(o => o.CustomerId);
                }
            }
            """;
        ContextModel model = Read(Code);

        // The optional reference gives way: orders go before the customer that they require.
        Assert.Equal(["Order", "Customer"], model.Entities.Select(entity => entity.UniqueName));
        Assert.Equal(["row.CustomerId == key", "row.Id == key"], model.Subjects.Single().Paths.Select(path => path.Predicate));
        Assert.Equal(model, Read(Code));
    }

    [Fact]
    public void Derived_entities_come_before_their_base_and_are_the_subject_too()
    {
        ContextModel model = Read("""
            [DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string Name { get; set; } = ""; }
            public class Business : Customer { [Identifier] public string Contact { get; set; } = ""; }
            public class Order { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } }
            public class Db : DbContext { public DbSet<Customer> Customers { get; set; } public DbSet<Business> Businesses { get; set; } public DbSet<Order> Orders { get; set; } }
            """);

        Assert.Equal(["Order", "Business", "Customer"], model.Entities.Select(entity => entity.UniqueName));
        Assert.Equal("global::Shop.Customer", model.Find("global::Shop.Business")!.BaseEntity);
        Assert.Equal(["global::Shop.Business"], model.Find("global::Shop.Customer")!.DerivedEntities);
        Assert.Equal(["Id", "Name", "Contact"], model.Find("global::Shop.Business")!.Members.Select(member => member.Name));
        SubjectModel subject = Assert.Single(model.Subjects);
        Assert.Equal([false, true, true], subject.Paths.Select(path => path.IsSelf));
    }

    [Fact]
    public void Owned_and_complex_types_are_parts_of_their_rows()
    {
        ContextModel model = Read("""
            [Owned] public class Address { [Identifier] public string? Street { get; set; } public string? Country { get; set; } }
            public class Name { [Identifier] public string First { get; set; } = ""; }
            public class Phone { [Identifier] public string Number { get; set; } = ""; }
            public struct Place { public double Lat { get; set; } }
            [DataSubject, Retention("account-default"), DataClass("customer-account")]
            public class Customer
            {
                public int Id { get; set; }
                public Address? Address { get; set; }
                public Name Name { get; set; } = new();
                public List<Phone> Phones { get; } = new();
                [Geolocation] public Place Place { get; set; }
            }
            public class Db : DbContext
            {
                public DbSet<Customer> Customers { get; set; }
                protected override void OnModelCreating(ModelBuilder b) => b.Entity<Customer>(c => { c.ComplexProperty(x => x.Name); c.ComplexProperty(x => x.Place); c.OwnsMany(x => x.Phones); });
            }
            """, Statements.Example);

        EntityModel customer = Assert.Single(model.Entities);
        Assert.Equal(
            ["Address owned one nullable", "Name complex one", "Phones owned many", "Place complex one"],
            customer.Components.Select(c => $"{c.Name} {(c.IsComplex ? "complex" : "owned")} {(c.IsCollection ? "many" : "one")}{(c.IsNullable ? " nullable" : "")}"));
        MemberModel street = customer.Components[0].Members[0];
        Assert.Equal(("Street", "identifier", "customer-account", "account-default"), (street.Name, street.Category, street.DataClass, street.Retention?.Name));
        Assert.Equal(KeepKind.Period, street.Retention!.Keep);
        Assert.Equal("geolocation", customer.Components[3].Members[0].Category);
        Assert.Null(customer.Components[0].Members[1].Category);
    }

    [Fact]
    public void A_members_word_beats_its_types_and_names_are_found_in_the_statement()
    {
        ContextModel model = Read("""
            [DataSubject, DataClass("customer-account"), Retention(Retentions.AccountDefault)]
            public class Customer
            {
                public int Id { get; set; }
                [Identifier] public string Email { get; set; } = "";
                [Identifier, Retention(Retentions.Invoices), DataClass("customer-usage")] public string? Address { get; set; }
                [RetentionClock(Clocks.AccountClosed)] public DateTime? ClosedAt { get; set; }
                [Consent(Consents.SurveyOptIn)] public bool Survey { get; set; }
                [OptOut(Purposes.Marketing)] public DateTimeOffset? NoMarketing { get; init; }
                [LegalHold] public bool Held { get; }
                [Identifier, Anonymize(With = "gone")] public required string Nickname { get; set; }
                [ElectronicActivity, Anonymize(With = "2000-01-01")] public DateTime LastSeen { get; private set; }
            }
            public class Db : DbContext { public DbSet<Customer> Customers { get; set; } }
            """, Statements.Example, mayHaveErrors: true);

        MemberModel[] members = model.Entities.Single().Members.ToArray();
        MemberModel Member(string name) => members.Single(member => member.Name == name);
        Assert.Equal(("customer-account", "account-default"), (Member("Email").DataClass, Member("Email").Retention!.Name));
        Assert.Equal(("customer-usage", "invoices"), (Member("Address").DataClass, Member("Address").Retention!.Name));
        Assert.Equal(["provide-service", "fraud-prevention", "marketing"], Member("Email").Purposes);
        // Operators receive usage, and the address here is an account's.
        Assert.Equal(["fraud-scoring"], Member("Email").Recipients);
        Assert.Equal(["telephony-operators"], Member("Address").Recipients);
        Assert.Equal("account-closed", Member("ClosedAt").Clock);
        Assert.Equal("survey-opt-in", Member("Survey").Consent);
        Assert.Equal("marketing", Member("NoMarketing").OptOut);
        Assert.True(Member("Held").IsLegalHold);
        Assert.Equal(
            [SetterKind.Settable, SetterKind.Init, SetterKind.None, SetterKind.None],
            new[] { "Email", "NoMarketing", "Held", "LastSeen" }.Select(name => Member(name).Setter));
        Assert.Equal([true, false, true], new[] { "LastSeen", "Held", "Email" }.Select(name => Member(name).IsMapped));
        Assert.Equal("\"gone\"", Member("Nickname").AnonymizeWith);
        Assert.True(Member("Nickname").IsRequired);
        Assert.Equal("global::System.DateTime.Parse(\"2000-01-01\", global::System.Globalization.CultureInfo.InvariantCulture)", Member("LastSeen").AnonymizeWith);
        Assert.Equal("Kept P60D after account-closed, then anonymize", Member("Email").Retention!.Describe());
    }

    [Theory]
    [InlineData("", ".IgnoreQueryFilters()")]
    [InlineData("b.Entity<Customer>().HasQueryFilter(c => !c.Deleted);", ".IgnoreQueryFilters()")]
    [InlineData("b.Entity<Customer>().HasQueryFilter(\"gone\", c => !c.Deleted);", ".IgnoreQueryFilters(new string[] { \"gone\" })")]
    [InlineData("b.Entity<Customer>().HasQueryFilter(\"tenant\", c => c.Tenant == _tenant);", "")]
    [InlineData("b.Entity<Customer>().HasQueryFilter(\"gone\", c => !c.Deleted).HasQueryFilter(\"tenant\", c => c.Tenant == _tenant);", ".IgnoreQueryFilters(new string[] { \"gone\" })")]
    [InlineData("b.Entity<Customer>().HasQueryFilter(\"ambient\", c => c.Tenant == Ambient.Tenant);", "")]
    public void Sees_past_filters_that_hide_rows_and_keeps_those_that_part_tenants(string configuration, string call)
    {
        ContextModel model = Read($$"""
            public static class Ambient { public static int Tenant { get; set; } }
            [DataSubject] public class Customer { public int Id { get; set; } public int Tenant { get; set; } public bool Deleted { get; set; } }
            public class Db : DbContext
            {
                private readonly int _tenant = 1;
                public DbSet<Customer> Customers { get; set; }
                protected override void OnModelCreating(ModelBuilder b) { {{configuration}} }
            }
            """);

        Assert.Equal(call, model.Subjects.Single().Paths.Single().Filters);
    }

    [Fact]
    public void Sees_unique_members_and_lengths()
    {
        ContextModel model = Read("""
            [Index(nameof(Email), IsUnique = true), Index(nameof(Name))]
            public class Customer { public int Id { get; set; } public string Email { get; set; } = ""; [MaxLength(20)] public string Name { get; set; } = ""; public string Phone { get; set; } = ""; public string? Note { get; set; } }
            public class Db : DbContext
            {
                public DbSet<Customer> Customers { get; set; }
                protected override void OnModelCreating(ModelBuilder b)
                {
                    b.Entity<Customer>().HasIndex(c => c.Phone).IsUnique();
                    b.Entity<Customer>().HasIndex(c => c.Note).IsUnique(false);
                    b.Entity<Customer>().Property(c => c.Note).HasMaxLength(9).IsRequired();
                }
            }
            """);

        MemberModel[] members = model.Entities.Single().Members.ToArray();
        Assert.Equal(["Id", "Email", "Phone"], members.Where(member => member.IsUnique).Select(member => member.Name));
        Assert.Equal([null, null, 20, null, 9], members.Select(member => member.MaxLength));
        Assert.False(members[4].IsNullable);
    }

    [Fact]
    public void Two_entities_of_one_name_are_told_apart()
    {
        ContextModel model = Read("""
            public class Customer { public int Id { get; set; } }
            public class Club { public class Customer { public int Id { get; set; } } }
            public class Db : DbContext { public DbSet<Customer> A { get; set; } public DbSet<Club.Customer> B { get; set; } }
            """);

        Assert.Equal(["Club_Customer", "Customer"], model.Entities.Select(entity => entity.UniqueName).OrderBy(name => name, StringComparer.Ordinal));
    }

    [Fact]
    public void Sets_of_a_base_context_count_and_so_do_constructed_generics()
    {
        ContextModel model = Read("""
            [DataSubject] public class Customer { public int Id { get; set; } }
            public class Box<T> { public int Id { get; set; } public T? Value { get; set; } public int CustomerId { get; set; } }
            public abstract class BaseDb : DbContext { public DbSet<Customer> Customers { get; set; } }
            public class Db : BaseDb { public DbSet<Box<string>> Boxes { get; set; } public DbSet<Box<int>> Numbers { get; set; } }
            """);

        Assert.Equal(["Numbers", "Boxes", "Customers"], model.Entities.Select(entity => entity.SetName));
        Assert.Equal(["BoxOfInt32", "BoxOfString", "Customer"], model.Entities.Select(entity => entity.UniqueName));
        Assert.Equal("string?", model.Entities[1].FindMember("Value")!.Type);
    }

    internal static ContextModel Read(string code, string? statement = null, bool mayHaveErrors = false)
    {
        CSharpCompilation compilation = new GeneratorTest(Usings + code).Compile();
        if (!mayHaveErrors)
            Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        PrivacyStatement? read = statement is null ? null : StatementReader.Read("privacy.yml", SourceText.From(statement), CancellationToken.None).Statement;
        ContextModel? model = ContextModelBuilder.Build(compilation.GetTypeByMetadataName("Shop.Db")!, compilation, read, CancellationToken.None);
        Assert.NotNull(model);
        return model;
    }
}

using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Tests.Model.Subjects;

/// <summary>Types that only the configuration says are in the model: classes of a hierarchy, and values that a convention puts into one column.</summary>
public class ConfiguredTypesTests
{
    private const string Messages = """
        [DataSubject] public class Customer { public int Id { get; set; } }
        public abstract class Message { public int Id { get; set; } public int CustomerId { get; set; } }
        public class Mail : Message { [Content] public string? Body { get; set; } }
        public class Text : Message { [Content] public string? Words { get; set; } }
        """;

    [Theory]
    [InlineData("b.Entity<Message>().HasDiscriminator<string>(\"kind\").HasValue<Mail>(\"mail\").HasValue<Text>(\"text\");")]
    [InlineData("b.Entity<Message>().HasDiscriminator<string>(\"kind\").HasValue(typeof(Mail), \"mail\").HasValue(typeof(Text), \"text\");")]
    [InlineData("b.ApplyConfiguration(new MailConfiguration()); b.ApplyConfiguration(new TextConfiguration());")]
    [InlineData("b.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);")]
    public void Classes_of_a_hierarchy_are_found_where_they_are_named(string configuration)
    {
        ContextModel model = ContextModelTests.Read(Messages + $$"""
            public class MailConfiguration : IEntityTypeConfiguration<Mail> { public void Configure(EntityTypeBuilder<Mail> builder) { } }
            public class TextConfiguration : IEntityTypeConfiguration<Text> { public void Configure(EntityTypeBuilder<Text> builder) => builder.Ignore("Nothing"); }
            public class Db : DbContext
            {
                public DbSet<Customer> Customers => Set<Customer>();
                public DbSet<Message> Messages => Set<Message>();
                protected override void OnModelCreating(ModelBuilder b) { {{configuration}} }
            }
            """);

        Assert.Equal(["Customer", "Mail", "Message", "Text"], model.Entities.Select(entity => entity.UniqueName).Order(StringComparer.Ordinal));
        Assert.Equal(["global::Shop.Mail", "global::Shop.Text"], model.Entities.Single(entity => entity.UniqueName == "Message").DerivedEntities.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("c.Properties<EmailAddress>().HaveConversion<string>();")]
    [InlineData("c.Properties(typeof(EmailAddress)).HaveMaxLength(254);")]
    public void A_type_that_a_convention_stores_in_one_column_is_a_value(string convention)
    {
        ContextModel model = ContextModelTests.Read($$"""
            [Identifier] public readonly record struct EmailAddress(string Value);
            [DataSubject] public class Customer { public int Id { get; set; } public EmailAddress Email { get; set; } public EmailAddress? Other { get; set; } public Contact Contact { get; set; } = new(); }
            [Owned] public class Contact { public EmailAddress Mail { get; set; } }
            public class Db : DbContext
            {
                public DbSet<Customer> Customers => Set<Customer>();
                protected override void ConfigureConventions(ModelConfigurationBuilder c) { {{convention}} }
            }
            """);

        EntityModel customer = Assert.Single(model.Entities);
        Assert.Equal("identifier", customer.FindMember("Email")!.Category);
        Assert.Equal("identifier", customer.FindMember("Other")!.Category);
        ComponentModel contact = Assert.Single(customer.Components);
        MemberModel mail = Assert.Single(contact.Members);
        Assert.Equal(("Contact", "Mail", "identifier"), (contact.Name, mail.Name, mail.Category));
    }
}

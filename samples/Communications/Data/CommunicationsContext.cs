using Fernhallow.Communications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Fernhallow.Communications.Data;

/// <summary>The service's database. What each table holds and how long it is kept, the models themselves say.</summary>
public sealed class CommunicationsContext(DbContextOptions<CommunicationsContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Preferences> Preferences => Set<Preferences>();

    public DbSet<SurveyAnswer> SurveyAnswers => Set<SurveyAnswer>();

    public DbSet<CrmContact> CrmContacts => Set<CrmContact>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<SignIn> SignIns => Set<SignIn>();

    public DbSet<SupportTicket> SupportTickets => Set<SupportTicket>();

    public DbSet<SupportReply> SupportReplies => Set<SupportReply>();

    public DbSet<Invoice> Invoices => Set<Invoice>();

    public DbSet<InvoiceLine> InvoiceLines => Set<InvoiceLine>();

    public DbSet<SubscriberRecord> SubscriberRecords => Set<SubscriberRecord>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<EmailEvent> EmailEvents => Set<EmailEvent>();

    public DbSet<EndUserDevice> EndUserDevices => Set<EndUserDevice>();

    public DbSet<Suspension> Suspensions => Set<Suspension>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Customer>(customer =>
        {
            customer.HasIndex(c => c.Email).IsUnique();
            customer.HasMany(c => c.Invoices).WithOne(i => i.Customer).OnDelete(DeleteBehavior.Restrict);
            customer.HasMany(c => c.SubscriberRecords).WithOne(r => r.Customer).OnDelete(DeleteBehavior.Restrict);
            customer.HasMany(c => c.SupportTickets).WithOne(t => t.Customer).OnDelete(DeleteBehavior.Restrict);
            customer.HasMany<EmailEvent>().WithOne().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<ApiKey>().HasIndex(k => k.KeySid).IsUnique();
        modelBuilder.Entity<Invoice>().HasIndex(i => i.Number).IsUnique();
        modelBuilder.Entity<SupportTicket>().HasQueryFilter("not-hidden", t => t.HiddenAt == null);
    }

    /// <summary>SQLite stores no kind of time: what is read is UTC, as what was written.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value, value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}

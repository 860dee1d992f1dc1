using Microsoft.EntityFrameworkCore;

namespace LeakyCommunications;

public class LeakyContext(DbContextOptions<LeakyContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<SupportTicket> Tickets => Set<SupportTicket>();

    public DbSet<SignIn> SignIns => Set<SignIn>();

    public DbSet<Lead> Leads => Set<Lead>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<MailEvent> MailEvents => Set<MailEvent>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<SubscriberRecord> SubscriberRecords => Set<SubscriberRecord>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Lead>().HasNoKey();
}

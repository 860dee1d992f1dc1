using Microsoft.EntityFrameworkCore;

namespace LeakyCommunications;

public class LeakyContext(DbContextOptions<LeakyContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<SupportTicket> Tickets => Set<SupportTicket>();

    public DbSet<SignIn> SignIns => Set<SignIn>();

    public DbSet<Lead> Leads => Set<Lead>();

    public DbSet<Visit> Visits => Set<Visit>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Lead>().HasNoKey();
}

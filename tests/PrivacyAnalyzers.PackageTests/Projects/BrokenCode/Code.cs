using Microsoft.EntityFrameworkCore;
using PrivacyAnalyzers;

[DataSubject, Retention("")]
public partial class Customer
{
    [Identifier] public string Email { get; set; } = "";
    public Missing<Customer>? Other { get; set; } // expect: error CS0246
}

public class Shop : DbContext
{
    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<> Nothing { get; set; } // expect: error CS7003
}

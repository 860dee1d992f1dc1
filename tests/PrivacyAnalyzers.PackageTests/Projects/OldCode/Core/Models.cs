using Microsoft.EntityFrameworkCore;

namespace OldCode;

public class Customer
{
    public Guid Id { get; set; }

    public string Email { get; set; } = "";

    public string? PhoneNumber { get; set; }

    public DateOnly? DateOfBirth { get; set; }

    public string PasswordHash { get; set; } = "";

    public DateTimeOffset? ClosedAt { get; set; }

    public List<Order> Orders { get; } = [];
}

public class Order
{
    public int Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public string? ShippingAddress { get; set; }

    public decimal Total { get; set; }
}

public class Warehouse
{
    public int Id { get; set; }

    public string Code { get; set; } = "";
}

public class Shop(DbContextOptions<Shop> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Warehouse> Warehouses => Set<Warehouse>();
}

using System.Reflection;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation;

/// <summary>What is generated compiles against every supported EF Core.</summary>
public class EfCoreVersionTests
{
    private const string Code = """
        using System;
        using System.Collections.Generic;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;
        namespace Shop;
        [DataSubject, Retention("account-default"), DataClass("customer-account")]
        public class Customer
        {
            public Guid Id { get; set; }
            [Identifier] public string? Email { get; set; }
            [Identifier, Anonymize(With = "nobody")] public string Name { get; set; } = "";
            [LegalHold] public bool Held { get; set; }
            [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; }
            public bool Deleted { get; set; }
            public Address? Address { get; set; }
            public List<Phone> Phones { get; } = new();
        }
        [Owned] public class Address { [Identifier] public string? Street { get; set; } }
        [Owned] public class Phone { public int Id { get; set; } [Identifier] public string? Number { get; set; } }
        [Retention("customer-relationship"), DataClass("customer-account")] public class Account { public int Id { get; set; } public Guid CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Name { get; set; } }
        [Retention("invoices"), DataClass("customer-account")] public class Invoice { public int Id { get; set; } public int AccountId { get; set; } public Account Account { get; set; } = null!; [Commercial] public string? Lines { get; set; } }
        [Retention("usage-records"), DataClass("customer-usage")] public class Call { public int Id { get; set; } public int AccountId { get; set; } [ElectronicActivity] public DateTime At { get; set; } }
        public class Db : DbContext
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Account> Accounts => Set<Account>();
            public DbSet<Invoice> Invoices => Set<Invoice>();
            public DbSet<Call> Calls => Set<Call>();
            protected override void OnModelCreating(ModelBuilder b) => b.Entity<Customer>().HasQueryFilter(c => !c.Deleted);
        }
        """;

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public void Every_generator_compiles_against_it(int major)
    {
        IIncrementalGenerator[] generators = [.. typeof(ExportGenerator).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<GeneratorAttribute>() is not null)
            .Select(type => (IIncrementalGenerator)Activator.CreateInstance(type)!)];

        // The run itself fails on an error, and on a warning in what is generated.
        GeneratorResult result = new GeneratorTest(Code)
        {
            Statement = Statements.Example,
            References = major == 10 ? References.All : References.WithEfCore(major),
        }.Run(generators);

        Assert.Equal(major, result.Output.ReferencedAssemblyNames.Single(name => name.Name == "Microsoft.EntityFrameworkCore").Version.Major);
        foreach (string method in new[] { "ExportCustomerAsync", "EraseCustomerAsync", "SweepRetentionAsync", "class PrivacyDisclosures", "class Retentions" })
            Assert.Contains(method, result.Text, StringComparison.Ordinal);
    }
}

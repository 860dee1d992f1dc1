global using System;
global using System.Collections.Generic;
global using System.Linq;
global using System.Threading;
global using System.Threading.Tasks;
global using Corpus;
global using Microsoft.Extensions.Logging;
global using PrivacyAnalyzers;

namespace Corpus
{
    public class Customer
    {
        public int Id { get; set; }
        [Identifier] public string Email { get; set; } = "";
        [Identifier] public string Name { get; set; } = "";
        [Identifier] public string? Phone { get; set; }
        [ProtectedCharacteristic] public DateTime BirthDate { get; set; }
        [Financial] public decimal Balance { get; set; }
        public string Plan { get; set; } = "";
        public Address Address { get; set; } = new();
        public List<Order> Orders { get; } = new();
    }

    public class Address
    {
        [Identifier] public string Street { get; set; } = "";
        [Geolocation] public double Latitude { get; set; }
        public string Country { get; set; } = "";
    }

    public class Order
    {
        public int Id { get; set; }
        public string Number { get; set; } = "";
        public Customer Customer { get; set; } = new();
        public decimal Total { get; set; }
    }

    public class Account
    {
        public Guid Id { get; set; }
        [Credential] public string Password { get; set; } = "";
        [Credential] public string ApiKey { get; set; } = "";
        public string Region { get; set; } = "";
        public Customer Owner { get; set; } = new();
    }

    public record Person(int Id, [Identifier] string Name, [Identifier] string Email, string Plan);

    public class Dto
    {
        public string Mail { get; set; } = "";
        public string Plan { get; set; } = "";
        public int Id { get; set; }
    }
}

#pragma warning disable IL2026, IL3050 // EF Core itself is not made for trimming.
using Generated;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PrivacyAnalyzers;

using var connection = new SqliteConnection("Data Source=:memory:");
connection.Open();
using var shop = new Shop(new DbContextOptionsBuilder<Shop>().UseSqlite(connection).Options);
shop.Database.EnsureCreated();
var ada = new Customer { Id = Guid.NewGuid(), Email = "ada@example.com" };
ada.Phones.Add(new Phone { Number = "+1 555 0100" });
shop.AddRange(ada, new Customer { Id = Guid.NewGuid(), Email = "bob@example.com" });
shop.SaveChanges();
shop.ChangeTracker.Clear();

VerifiedRequest<Customer> request = await VerifiedRequest.VerifyAsync<Customer>(new Verifier(), ada.Id, CancellationToken.None);
using Stream output = Console.OpenStandardOutput();
await shop.WriteCustomerExportAsync(request, output, CancellationToken.None);

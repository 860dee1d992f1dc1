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
var eve = new Customer { Id = Guid.NewGuid(), Email = "eve@example.com", ClosedAt = DateTimeOffset.UnixEpoch };
shop.AddRange(ada, eve, new Device { Customer = eve, Number = 1, Name = "Eve's phone" }, new Customer { Id = Guid.NewGuid(), Email = "bob@example.com" });
shop.SaveChanges();
shop.ChangeTracker.Clear();

VerifiedRequest<Customer> request = await VerifiedRequest.VerifyAsync<Customer>(new Verifier(), ada.Id, CancellationToken.None);
using (Stream output = Console.OpenStandardOutput())
    await shop.WriteCustomerExportAsync(request, output, CancellationToken.None);
Console.WriteLine();
Console.WriteLine(await shop.EraseCustomerAsync(request));
Console.WriteLine(await shop.SweepRetentionAsync(TimeProvider.System.GetUtcNow(), batchSize: 10));

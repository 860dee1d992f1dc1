using System.Text.Json;
using Aot;
using PrivacyAnalyzers;

var ada = new Customer { Id = Guid.NewGuid(), Email = "ada@example.com" };
var store = new ListStore { Customers = { ada, new Customer { Id = Guid.NewGuid(), Email = "bob@example.com" } }, Phones = { new Phone { Id = 1, CustomerId = ada.Id, Number = "+1 555 0100" } } };

using (Stream output = Console.OpenStandardOutput())
using (var json = new Utf8JsonWriter(output))
    ada.WritePersonalDataExport(json);
Console.WriteLine();

VerifiedRequest<Customer> request = await VerifiedRequest.VerifyAsync<Customer>(new Verifier(), ada.Id, CancellationToken.None);
Console.WriteLine(await store.EraseCustomerAsync(request));
store.Customers[0].Anonymize();
Console.WriteLine($"{store.Customers.Count} left, {store.Phones.Count} phones, an address of {store.Customers[0].Email.Length} characters");

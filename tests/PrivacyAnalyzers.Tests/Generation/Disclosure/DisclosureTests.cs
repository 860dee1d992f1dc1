using PrivacyAnalyzers.Generation.Disclosure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Disclosure;

/// <summary>What code stores and what the statement says of it, as typed data that runs.</summary>
public class DisclosureTests
{
    private const string Model = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;
        using Shop.Privacy;

        namespace Shop;

        [DataSubject, DataClass("customer-account"), Retention("account-default")]
        public class Customer
        {
            public int Id { get; set; }
            [Identifier] public string? Email { get; set; }
            [ProtectedCharacteristic] public int? Age { get; set; }
            [Identifier, Retention("invoices")] public string? Address { get; set; }
        }

        [DataClass("customer-content"), Retention("usage-records")]
        public class Message { public int Id { get; set; } public int CustomerId { get; set; } [Identifier] public string? To { get; set; } }

        [DataClass("customer-usage"), Retention("usage-records")]
        public record Call(int Id, [Identifier] string? Number, [ElectronicActivity] DateTime At);

        [DataClass("customer-usage"), Retention("usage-records"), Transient]
        public record Request([Identifier] string? Name);

        public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Message> Messages => Set<Message>(); }

        public static class Script
        {
            public static string Print()
            {
                var lines = new List<string>
                {
                    $"{PrivacyDisclosures.Statement} from {PrivacyDisclosures.Effective:yyyy-MM-dd}",
                    "ages: " + string.Join(", ", PrivacyDisclosures.MinimumAges.Select(age => $"{age.Key} {age.Value}")),
                    "collected: " + Names(PrivacyDisclosures.Collected),
                    "disclosed: " + Names(PrivacyDisclosures.DisclosedForBusinessPurposes),
                    "sold: " + Names(PrivacyDisclosures.Sold),
                };
                lines.AddRange(PrivacyDisclosures.RetentionSchedule.Select(line => $"{line.Retention.Rule}: {line.Retention.Description} ({line.Retention.Period} {line.Retention.Within} {line.Retention.Ground}): {string.Join("+", line.Categories)} in {string.Join("+", line.Types)}"));
                foreach (DisclosedMember entry in PrivacyDisclosures.Entries)
                {
                    lines.Add($"{entry.Type}.{entry.Member}: {entry.Category}, {entry.DataClass} ({entry.Roles}), from {string.Join("+", entry.Sources)}, " +
                        $"for {string.Join("+", entry.Purposes.Select(purpose => $"{purpose.Name}[{purpose.LegalBasis}{purpose.OptOutWithin}]"))}, " +
                        $"to {string.Join("+", entry.Recipients.Select(recipient => $"{recipient.Name}[{string.Join(",", recipient.Regions)}]"))}, " +
                        $"by {string.Join("+", entry.Transfers.Select(transfer => $"{transfer.From}>{transfer.To}{transfer.Product}[{transfer.Mechanisms.Count}]"))}, " +
                        $"consent {entry.Consent}, {entry.Retention?.Rule}");
                }

                return string.Join("\n", lines);
            }

            private static string Names(IReadOnlyList<DisclosedCategory> categories) => string.Join(", ", categories.Select(category => category.Name));
        }
        """;

    [Fact]
    public void Emits_the_disclosures() => Run(Model, Statements.Example).MatchSnapshot();

    [Fact]
    public void Entries_hold_roles_bases_sources_recipients_transfers_and_retention()
    {
        Assert.Equal(
            """
            Example Communications privacy statement from 2026-01-08
            ages: US 13, EEA 16
            collected: identifier, electronic-activity, protected-characteristic
            disclosed: identifier, electronic-activity
            sold: 
            account-default: Kept P60D after account-closed, then anonymize (P60D  ): identifier+protected-characteristic in Shop.Customer
            usage-records: Kept as long as the customer instructs, then delete within P30D ( P30D ): electronic-activity+identifier in Shop.Call+Shop.Message
            invoices: Kept as long as the law requires (tax), then delete (  tax): identifier in Shop.Customer
            Shop.Call.At: electronic-activity, customer-usage (Controller, Processor), from automatic, for provide-service[contract]+fraud-prevention[legitimate-interest], to telephony-operators[US,EEA], by EEA>US[2]+EEA>USemail[1], consent , usage-records
            Shop.Call.Number: identifier, customer-usage (Controller, Processor), from sign-up+support, for provide-service[contract]+fraud-prevention[legitimate-interest]+marketing[consentP3D], to telephony-operators[US,EEA], by EEA>US[2]+EEA>USemail[1], consent , usage-records
            Shop.Customer.Address: identifier, customer-account (Controller), from sign-up+support, for provide-service[contract]+fraud-prevention[legitimate-interest]+marketing[consentP3D], to fraud-scoring[US], by EEA>US[2]+EEA>USemail[1], consent , invoices
            Shop.Customer.Age: protected-characteristic, customer-account (Controller), from , for provide-service[contract], to , by , consent survey-opt-in, account-default
            Shop.Customer.Email: identifier, customer-account (Controller), from sign-up+support, for provide-service[contract]+fraud-prevention[legitimate-interest]+marketing[consentP3D], to fraud-scoring[US], by EEA>US[2]+EEA>USemail[1], consent , account-default
            Shop.Message.To: identifier, customer-content (Processor), from sign-up+support, for provide-service[contract]+fraud-prevention[legitimate-interest]+marketing[consentP3D], to , by , consent , usage-records
            """,
            Run(Model, Statements.Example).Call<string>("Shop.Script", "Print"));
    }

    [Fact]
    public void A_sale_is_called_one()
    {
        string selling = Statements.Example
            .Replace("effective: 2026-01-08", "effective: 2026-01-08\nsells: true", StringComparison.Ordinal)
            .Replace("kind: service-provider", "kind: sale", StringComparison.Ordinal);

        string text = Run(Model, selling).Call<string>("Shop.Script", "Print");

        Assert.Contains("\nsold: identifier\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_statement_names_stand_as_written()
    {
        string text = Run(Model.Replace("using Shop.Privacy;", "using Shop.Privacy; ", StringComparison.Ordinal), null).Call<string>("Shop.Script", "Print");

        Assert.StartsWith(" from \n", text, StringComparison.Ordinal);
        Assert.Contains("usage-records: Not in the statement", text, StringComparison.Ordinal);
        Assert.Contains("Shop.Customer.Email: identifier, customer-account (None), from , for , to , by , consent , account-default", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("namespace Shop; public class Nothing;")]
    [InlineData("using PrivacyAnalyzers; namespace Shop; [Transient, Retention(\"x\")] public class Request { [Identifier] public string? Name { get; set; } }")]
    public void Without_stored_data_there_is_no_file(string code) => Assert.Empty(Run(code, Statements.Example).Files);

    private static GeneratorResult Run(string code, string? statement) => new GeneratorTest(code) { Statement = statement }.Run(new DisclosureGenerator());
}

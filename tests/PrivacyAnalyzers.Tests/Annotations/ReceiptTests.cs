using System.Text.Json;

namespace PrivacyAnalyzers.Tests.Annotations;

/// <summary>Clause S23: a receipt says what was withheld, and why.</summary>
public class ReceiptTests
{
    private static readonly ErasureReceipt Erasure = new()
    {
        RequestId = new Guid("6f0a6d2c-5b0e-4a53-8c5f-3c1f6f3f0001"),
        Subject = "Customer",
        Ground = ErasureGround.Underage,
        IsPreview = false,
        At = new DateTimeOffset(2026, 1, 8, 12, 0, 0, TimeSpan.Zero),
        VerifiedBy = "session",
        Entities = [new("UsageRecord", "usage-records", 12, 0, 0), new("Invoice", "invoices", 0, 0, 2), new("Customer", null, 0, 1, 0)],
        Withheld =
        [
            new("Invoice", 2, WithheldReason.ByLaw, "tax", "invoices", ["BillingName"]),
            new("Customer", 1, WithheldReason.RequiredByRetained, "tax", "invoices", [], "Invoice"),
            new("Ticket", 1, WithheldReason.LegalHold, "legal-hold", null, ["Subject", "Body"]),
        ],
        Due = [new("UsageRecord", "usage-records", 12, "P30D", new DateTimeOffset(2026, 2, 7, 12, 0, 0, TimeSpan.Zero))],
    };

    [Fact]
    public void S23_An_erasure_receipt_reads_as_text()
    {
        string[] lines = Erasure.ToString().Split('\n');

        Assert.Equal(
            [
                "Erasure of one Customer (Underage), 2026-01-08 12:00:00Z, verified by session",
                "UsageRecord: 12 deleted, 0 anonymised, 0 retained",
                "Invoice: 0 deleted, 0 anonymised, 2 retained",
                "Customer: 0 deleted, 1 anonymised, 0 retained",
                "withheld: 2 Invoice (BillingName), kept by law: tax, rule invoices",
                "withheld: 1 Customer, required by Invoice: tax, rule invoices",
                "withheld: 1 Ticket (Subject, Body), legal hold",
                "due: 12 UsageRecord from all systems by 2026-02-07 12:00:00Z (usage-records, P30D)",
            ],
            lines);
        Assert.StartsWith("Preview of the erasure of one Customer", (Erasure with { IsPreview = true }).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_erasure_receipt_adds_up()
    {
        Assert.Equal((12, 1, 2, false), (Erasure.Deleted, Erasure.Anonymized, Erasure.Retained, Erasure.IsComplete));
        Assert.False((Erasure with { Entities = [] }).IsComplete);
        Assert.True((Erasure with { Entities = [], Due = [] }).IsComplete);
    }

    [Fact]
    public void A_receipt_goes_through_JSON_with_names_for_its_grounds()
    {
        string json = JsonSerializer.Serialize(Erasure);

        Assert.Contains("\"Ground\":\"Underage\"", json, StringComparison.Ordinal);
        Assert.Contains("\"Reason\":\"LegalHold\"", json, StringComparison.Ordinal);
        Assert.Equal(Erasure.ToString(), JsonSerializer.Deserialize<ErasureReceipt>(json)!.ToString());
    }

    [Fact]
    public void A_retention_receipt_reads_as_text_and_adds_up()
    {
        var receipt = new RetentionReceipt
        {
            Context = "ShopDb",
            AsOf = new DateTimeOffset(2026, 1, 8, 0, 0, 0, TimeSpan.Zero),
            Entities = [new("Ticket", "support-communications", "P3Y", "account-closed", 5, 0, 1), new("Customer", "account-default", "P60D", "account-closed", 0, 2, 0)],
        };

        Assert.Equal(
            "Retention sweep of ShopDb as of 2026-01-08 00:00:00Z\n" +
            "Ticket by support-communications (P3Y after account-closed): 5 deleted, 0 anonymised, 1 held\n" +
            "Customer by account-default (P60D after account-closed): 0 deleted, 2 anonymised, 0 held",
            receipt.ToString());
        Assert.Equal((5, 2, 1), (receipt.Deleted, receipt.Anonymized, receipt.Held));
    }
}

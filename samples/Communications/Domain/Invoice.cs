using Fernhallow.Communications.Privacy;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Domain;

/// <summary>An invoice, kept in identifying form for as long as accounting, tax and audit law asks.</summary>
[DataClass(DataClasses.CustomerAccount)]
[Retention(Retentions.Invoices)]
public sealed class Invoice
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public required string Number { get; set; }

    [Identifier]
    public required string BilledTo { get; set; }

    [Financial]
    public required string BillingAddress { get; set; }

    [Financial]
    public long TotalCents { get; set; }

    public DateTime IssuedAt { get; set; }

    public List<InvoiceLine> Lines { get; } = [];
}

/// <summary>One line of an invoice.</summary>
[DataClass(DataClasses.CustomerAccount)]
[Retention(Retentions.Invoices)]
public sealed class InvoiceLine
{
    public Guid Id { get; set; }

    public Guid InvoiceId { get; set; }

    public Invoice? Invoice { get; set; }

    [Commercial]
    public required string Product { get; set; }

    [Commercial]
    public int Quantity { get; set; }

    [Financial]
    public long AmountCents { get; set; }
}

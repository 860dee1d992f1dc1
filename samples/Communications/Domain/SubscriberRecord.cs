using Fernhallow.Communications.Privacy;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Domain;

/// <summary>Who uses a phone number, where the law of its country wants that on file. It may go to the local carrier or an authority.</summary>
[DataClass(DataClasses.CustomerAccount)]
[Retention(Retentions.SubscriberRecords)]
public sealed class SubscriberRecord
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [Identifier]
    public required string PhoneNumber { get; set; }

    [Identifier]
    public required string LegalName { get; set; }

    [Identifier]
    public required string ServiceAddress { get; set; }

    /// <summary>The kind and number of the document that was shown.</summary>
    [Identifier]
    public string? ProofOfIdentity { get; set; }

    public DateTime RegisteredAt { get; set; }
}

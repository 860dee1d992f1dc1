using Fernhallow.Communications.Privacy;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Domain;

/// <summary>A device that a customer's application pushes to.</summary>
[DataClass(DataClasses.CustomerUsage)]
[Retention(Retentions.UsageRecords)]
public sealed class EndUserDevice
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    /// <summary>A name of the customer's choice. People write "Grandma's phone" into it.</summary>
    [FreeText]
    public string? FriendlyName { get; set; }

    [Identifier]
    public required string DeviceToken { get; set; }

    [ElectronicActivity]
    public bool IsReachable { get; set; }

    [Geolocation]
    public string? LastCell { get; set; }
}

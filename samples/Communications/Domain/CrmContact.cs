using Fernhallow.Communications.Privacy;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Domain;

/// <summary>What sales knows of a customer, from conversations and from public sources.</summary>
[DataClass(DataClasses.CustomerAccount)]
[Retention(Retentions.CustomerRelationship)]
public sealed class CrmContact
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [Identifier]
    public required string ContactName { get; set; }

    [Identifier]
    public required string ContactEmail { get; set; }

    [Professional]
    public string? Industry { get; set; }

    [Commercial]
    public string? UseCase { get; set; }

    [FreeText]
    public string? Notes { get; set; }

    public DateTime LastContactAt { get; set; }
}

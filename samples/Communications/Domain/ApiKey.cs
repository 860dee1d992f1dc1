using Fernhallow.Communications.Privacy;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Domain;

/// <summary>What a customer's programs sign their requests with. The secret is stored hashed and is never shown again.</summary>
[DataClass(DataClasses.CustomerAccount)]
[Retention(Retentions.AccountActivity)]
public sealed class ApiKey
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [Identifier]
    public required string KeySid { get; set; }

    [FreeText]
    public string? FriendlyName { get; set; }

    [Credential]
    public required string SecretHash { get; set; }

    public DateTime CreatedAt { get; set; }
}

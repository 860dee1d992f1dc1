using Fernhallow.Communications.Privacy;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Domain;

/// <summary>One sign-in to the account portal, kept to find fraud, abuse and intrusions.</summary>
[DataClass(DataClasses.CustomerAccount)]
[Retention(Retentions.AccountActivity)]
public sealed class SignIn
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public DateTime At { get; set; }

    [ElectronicActivity]
    public required string IpAddress { get; set; }

    [ElectronicActivity]
    public string? UserAgent { get; set; }

    /// <summary>From the IP address: for analytics and export control.</summary>
    [Geolocation]
    public string? Country { get; set; }

    public bool Succeeded { get; set; }
}

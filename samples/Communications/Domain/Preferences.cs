using Fernhallow.Communications.Privacy;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Domain;

/// <summary>What the account holder chose: mail they want, mail they do not, and what they like to hear about.</summary>
[DataClass(DataClasses.CustomerAccount)]
[Retention(Retentions.AccountActivity)]
public sealed class Preferences
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    /// <summary>When they opted out of marketing. It takes effect within three days; service mail goes on.</summary>
    [OptOut(Purposes.Marketing)]
    [ElectronicActivity]
    public DateTime? MarketingOptOutAt { get; set; }

    [Commercial]
    public string? Interests { get; set; }

    [NotPersonal("a language that millions choose")]
    public string Language { get; set; } = "en";
}

using Fernhallow.Communications.Privacy;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Domain;

/// <summary>An answer to a survey. Age and gender are asked for here and nowhere else, and only after opt-in.</summary>
[DataClass(DataClasses.CustomerAccount)]
[Retention(Retentions.AccountActivity)]
public sealed class SurveyAnswer
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public required string Survey { get; set; }

    [Consent(Consents.SurveyOptIn)]
    public DateTime? OptedInAt { get; set; }

    [ProtectedCharacteristic]
    public string? AgeBand { get; set; }

    [ProtectedCharacteristic]
    public string? Gender { get; set; }

    [FreeText]
    public string? Comment { get; set; }
}

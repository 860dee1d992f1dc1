using PrivacyAnalyzers;

namespace Fernhallow.Communications.Domain;

/// <summary>An answer to a survey. Age and gender are asked for here and nowhere else, and only after opt-in.</summary>
[DataClass("customer-account")]
[Retention("account-activity")]
public sealed class SurveyAnswer
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public required string Survey { get; set; }

    [Consent("survey-opt-in")]
    public DateTime? OptedInAt { get; set; }

    [ProtectedCharacteristic]
    public string? AgeBand { get; set; }

    [ProtectedCharacteristic]
    public string? Gender { get; set; }

    [FreeText]
    public string? Comment { get; set; }
}

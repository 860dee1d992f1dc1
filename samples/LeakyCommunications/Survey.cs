using PrivacyAnalyzers;

namespace LeakyCommunications;

/// <summary>An answer to a survey, with nothing that says whether the person agreed to be asked.</summary>
[DataClass("customer-account")]
[Retention("support-communications")]
public class SurveyAnswer
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    [ProtectedCharacteristic]
    public string? AgeBand { get; set; }
}

/// <summary>What a person told of themselves.</summary>
[Retention("support-communications")]
[DataClass("customer-acount")]
public class Profile
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    [Consent("survey-opt-in")]
    public DateTime? OptedInAt { get; set; }

    [ProtectedCharacteristic]
    public string? Gender { get; set; }

    [Biometric]
    public byte[]? Voiceprint { get; set; }
}

public class SurveyService
{
    public void Fill(Profile profile, string gender) => profile.Gender = gender;

    public void Ask(Profile profile, string gender)
    {
        if (profile.OptedInAt is not null)
            profile.Gender = gender;
    }

    /// <summary>Asked for in a survey, and now held against the person.</summary>
    [Purpose("fraud-prevention")]
    public bool IsUnusual(Profile profile) => profile.Gender is null;
}

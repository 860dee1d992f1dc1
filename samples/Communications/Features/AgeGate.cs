using PrivacyAnalyzers;

namespace Fernhallow.Communications.Features;

/// <summary>Children may not sign up: 13 in the United States, 16 in the European Economic Area and in Switzerland.</summary>
internal static class AgeGate
{
    [AgeGate]
    public static bool IsOldEnough([ProtectedCharacteristic] DateOnly birthDate, string region, DateOnly today) =>
        birthDate.AddYears(region == "US" ? 13 : 16) <= today;
}

using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Generation;

internal static class LegalBases
{
    /// <summary>As the statement spells it.</summary>
    public static string Name(LegalBasis basis) => basis switch
    {
        LegalBasis.Contract => "contract",
        LegalBasis.LegitimateInterest => "legitimate-interest",
        LegalBasis.Consent => "consent",
        LegalBasis.LegalObligation => "legal-obligation",
        _ => "vital-interest",
    };
}

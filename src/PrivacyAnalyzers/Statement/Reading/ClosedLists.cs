using System.Collections.Immutable;

namespace PrivacyAnalyzers.Statement.Reading;

/// <summary>The values that a key may have where the company has no free choice.</summary>
internal static class ClosedLists
{
    public const string Controller = "controller";
    public const string Processor = "processor";
    public const string Instructed = "instructed";
    public const string ByLaw = "by-law";
    public const string Anonymize = "anonymize";
    public const string Sale = "sale";
    public const string Required = "required";

    public static readonly ImmutableArray<string> Roles = ImmutableArray.Create(Controller, Processor);

    public static readonly ImmutableArray<string> Bases = ImmutableArray.Create(
        "contract", "legitimate-interest", "consent", "legal-obligation", "vital-interest");

    public static readonly ImmutableArray<string> Ends = ImmutableArray.Create("delete", Anonymize);

    public static readonly ImmutableArray<string> Grounds = ImmutableArray.Create(
        "tax", "billing", "audit", "legal-obligation", "legal-claims", "security", "anti-fraud");

    public static readonly ImmutableArray<string> RecipientKinds = ImmutableArray.Create(
        "communications-provider", "service-provider", "sub-processor", "add-on-partner", "authority", "group-company", "acquirer", Sale);

    public static readonly ImmutableArray<string> Mechanisms = ImmutableArray.Create(
        "binding-corporate-rules", "standard-contractual-clauses", "adequacy-decision", "explicit-consent");

    public static readonly ImmutableArray<string> Requirements = ImmutableArray.Create(Required, "none");

    /// <summary>The basis as the records have it; the closed list and the enumeration stand in the same order.</summary>
    public static LegalBasis Basis(string? text) => text is null ? LegalBasis.Contract : (LegalBasis)Bases.IndexOf(text);
}

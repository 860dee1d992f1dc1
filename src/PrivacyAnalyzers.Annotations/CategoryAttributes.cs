using Microsoft.Extensions.Compliance.Classification;

namespace PrivacyAnalyzers;

/// <summary>A name, alias, e-mail address, phone number, postal address, account or device identifier: whatever points at one person.</summary>
/// <remarks>Statement key <c>identifier</c>. California Civil Code 1798.140(v)(1)(A). Clauses S04, S24.</remarks>
[AttributeUsage(CategoryTargets.All)]
public sealed class IdentifierAttribute : DataClassificationAttribute
{
    /// <summary>Classifies the target as <c>identifier</c>.</summary>
    public IdentifierAttribute()
        : base(new DataClassification(PrivacyTaxonomy.Name, "identifier"))
    {
    }
}

/// <summary>What a customer file holds beyond identifiers: signature, physical description, insurance or identity papers.</summary>
/// <remarks>Statement key <c>customer-record</c>. California Civil Code 1798.140(v)(1)(B). Clauses S10.</remarks>
[AttributeUsage(CategoryTargets.All)]
public sealed class CustomerRecordAttribute : DataClassificationAttribute
{
    /// <summary>Classifies the target as <c>customer-record</c>.</summary>
    public CustomerRecordAttribute()
        : base(new DataClassification(PrivacyTaxonomy.Name, "customer-record"))
    {
    }
}

/// <summary>A characteristic protected by law, such as age or gender. Collected only with knowledge and opt-in consent.</summary>
/// <remarks>Statement key <c>protected-characteristic</c>. California Civil Code 1798.140(v)(1)(C). Clauses S06.</remarks>
[AttributeUsage(CategoryTargets.All)]
public sealed class ProtectedCharacteristicAttribute : DataClassificationAttribute
{
    /// <summary>Classifies the target as <c>protected-characteristic</c>.</summary>
    public ProtectedCharacteristicAttribute()
        : base(new DataClassification(PrivacyTaxonomy.Name, "protected-characteristic"))
    {
    }
}

/// <summary>What was bought, obtained or considered: orders, plans, invoices' lines.</summary>
/// <remarks>Statement key <c>commercial</c>. California Civil Code 1798.140(v)(1)(D). Clauses S04.</remarks>
[AttributeUsage(CategoryTargets.All)]
public sealed class CommercialAttribute : DataClassificationAttribute
{
    /// <summary>Classifies the target as <c>commercial</c>.</summary>
    public CommercialAttribute()
        : base(new DataClassification(PrivacyTaxonomy.Name, "commercial"))
    {
    }
}

/// <summary>Billing and payment information. Card and bank account numbers stay with the payment processor.</summary>
/// <remarks>Statement key <c>financial</c>. California Civil Code 1798.140(v)(1)(B); the statement names it on its own. Clauses S04, S09.</remarks>
[AttributeUsage(CategoryTargets.All)]
public sealed class FinancialAttribute : DataClassificationAttribute
{
    /// <summary>Classifies the target as <c>financial</c>.</summary>
    public FinancialAttribute()
        : base(new DataClassification(PrivacyTaxonomy.Name, "financial"))
    {
    }
}

/// <summary>A voiceprint, fingerprint, face geometry or other biometric measure.</summary>
/// <remarks>Statement key <c>biometric</c>. California Civil Code 1798.140(v)(1)(E). Clauses S04.</remarks>
[AttributeUsage(CategoryTargets.All)]
public sealed class BiometricAttribute : DataClassificationAttribute
{
    /// <summary>Classifies the target as <c>biometric</c>.</summary>
    public BiometricAttribute()
        : base(new DataClassification(PrivacyTaxonomy.Name, "biometric"))
    {
    }
}

/// <summary>Internet or other network activity: IP addresses, cookies, sign-ins, opens and clicks.</summary>
/// <remarks>Statement key <c>electronic-activity</c>. California Civil Code 1798.140(v)(1)(F). Clauses S04, S12, S29.</remarks>
[AttributeUsage(CategoryTargets.All)]
public sealed class ElectronicActivityAttribute : DataClassificationAttribute
{
    /// <summary>Classifies the target as <c>electronic-activity</c>.</summary>
    public ElectronicActivityAttribute()
        : base(new DataClassification(PrivacyTaxonomy.Name, "electronic-activity"))
    {
    }
}

/// <summary>Where a person is or was, from IP address, cell tower or Wi-Fi.</summary>
/// <remarks>Statement key <c>geolocation</c>. California Civil Code 1798.140(v)(1)(G). Clauses S04.</remarks>
[AttributeUsage(CategoryTargets.All)]
public sealed class GeolocationAttribute : DataClassificationAttribute
{
    /// <summary>Classifies the target as <c>geolocation</c>.</summary>
    public GeolocationAttribute()
        : base(new DataClassification(PrivacyTaxonomy.Name, "geolocation"))
    {
    }
}

/// <summary>Audio, visual, thermal or similar recordings.</summary>
/// <remarks>Statement key <c>sensory</c>. California Civil Code 1798.140(v)(1)(H). Clauses S08.</remarks>
[AttributeUsage(CategoryTargets.All)]
public sealed class SensoryAttribute : DataClassificationAttribute
{
    /// <summary>Classifies the target as <c>sensory</c>.</summary>
    public SensoryAttribute()
        : base(new DataClassification(PrivacyTaxonomy.Name, "sensory"))
    {
    }
}

/// <summary>Professional or employment information: role, employer, industry.</summary>
/// <remarks>Statement key <c>professional</c>. California Civil Code 1798.140(v)(1)(I). Clauses S04.</remarks>
[AttributeUsage(CategoryTargets.All)]
public sealed class ProfessionalAttribute : DataClassificationAttribute
{
    /// <summary>Classifies the target as <c>professional</c>.</summary>
    public ProfessionalAttribute()
        : base(new DataClassification(PrivacyTaxonomy.Name, "professional"))
    {
    }
}

/// <summary>Education records that are not public.</summary>
/// <remarks>Statement key <c>education</c>. California Civil Code 1798.140(v)(1)(J). Clauses S04.</remarks>
[AttributeUsage(CategoryTargets.All)]
public sealed class EducationAttribute : DataClassificationAttribute
{
    /// <summary>Classifies the target as <c>education</c>.</summary>
    public EducationAttribute()
        : base(new DataClassification(PrivacyTaxonomy.Name, "education"))
    {
    }
}

/// <summary>A conclusion drawn about a person: a preference, a score, a segment.</summary>
/// <remarks>Statement key <c>inference</c>. California Civil Code 1798.140(v)(1)(K). Clauses S30.</remarks>
[AttributeUsage(CategoryTargets.All)]
public sealed class InferenceAttribute : DataClassificationAttribute
{
    /// <summary>Classifies the target as <c>inference</c>.</summary>
    public InferenceAttribute()
        : base(new DataClassification(PrivacyTaxonomy.Name, "inference"))
    {
    }
}

/// <summary>Sensitive personal information: health, belief, sex life, precise location, government numbers.</summary>
/// <remarks>Statement key <c>sensitive</c>. California Civil Code 1798.140(v)(1)(L). Clauses S35.</remarks>
[AttributeUsage(CategoryTargets.All)]
public sealed class SensitiveAttribute : DataClassificationAttribute
{
    /// <summary>Classifies the target as <c>sensitive</c>.</summary>
    public SensitiveAttribute()
        : base(new DataClassification(PrivacyTaxonomy.Name, "sensitive"))
    {
    }
}

/// <summary>The content of a communication: message bodies, recordings, attachments.</summary>
/// <remarks>Statement key <c>content</c>. No category of California Civil Code 1798.140: the statement's own. Clauses S01, S24.</remarks>
[AttributeUsage(CategoryTargets.All)]
public sealed class ContentAttribute : DataClassificationAttribute
{
    /// <summary>Classifies the target as <c>content</c>.</summary>
    public ContentAttribute()
        : base(new DataClassification(PrivacyTaxonomy.Name, "content"))
    {
    }
}

/// <summary>A string in which people may write anything, such as a friendly name. It counts as personal data.</summary>
/// <remarks>Statement key <c>free-text</c>. No category of California Civil Code 1798.140: the statement's own. Clauses S08, S24.</remarks>
[AttributeUsage(CategoryTargets.All)]
public sealed class FreeTextAttribute : DataClassificationAttribute
{
    /// <summary>Classifies the target as <c>free-text</c>.</summary>
    public FreeTextAttribute()
        : base(new DataClassification(PrivacyTaxonomy.Name, "free-text"))
    {
    }
}

/// <summary>A secret that proves who somebody is: password, token, API key. It reaches no sink and no export, and is never a constant in source.</summary>
/// <remarks>Statement key <c>credential</c>. No category of California Civil Code 1798.140: the statement's own. Clauses S11.</remarks>
[AttributeUsage(CategoryTargets.All)]
public sealed class CredentialAttribute : DataClassificationAttribute
{
    /// <summary>Classifies the target as <c>credential</c>.</summary>
    public CredentialAttribute()
        : base(new DataClassification(PrivacyTaxonomy.Name, "credential"))
    {
    }
}

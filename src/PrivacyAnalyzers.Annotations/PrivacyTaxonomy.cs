using Microsoft.Extensions.Compliance.Classification;

namespace PrivacyAnalyzers;

/// <summary>The taxonomy that the category attributes belong to, for the platform's redaction and logging.</summary>
public static class PrivacyTaxonomy
{
    /// <summary>The taxonomy's name, <c>PrivacyAnalyzers</c>.</summary>
    public const string Name = "PrivacyAnalyzers";

    /// <summary>A name, alias, e-mail address, phone number, postal address, account or device identifier: whatever points at one person.</summary>
    public static DataClassification Identifier { get; } = new(Name, "identifier");

    /// <summary>What a customer file holds beyond identifiers: signature, physical description, insurance or identity papers.</summary>
    public static DataClassification CustomerRecord { get; } = new(Name, "customer-record");

    /// <summary>A characteristic protected by law, such as age or gender. Collected only with knowledge and opt-in consent.</summary>
    public static DataClassification ProtectedCharacteristic { get; } = new(Name, "protected-characteristic");

    /// <summary>What was bought, obtained or considered: orders, plans, invoices' lines.</summary>
    public static DataClassification Commercial { get; } = new(Name, "commercial");

    /// <summary>Billing and payment information. Card and bank account numbers stay with the payment processor.</summary>
    public static DataClassification Financial { get; } = new(Name, "financial");

    /// <summary>A voiceprint, fingerprint, face geometry or other biometric measure.</summary>
    public static DataClassification Biometric { get; } = new(Name, "biometric");

    /// <summary>Internet or other network activity: IP addresses, cookies, sign-ins, opens and clicks.</summary>
    public static DataClassification ElectronicActivity { get; } = new(Name, "electronic-activity");

    /// <summary>Where a person is or was, from IP address, cell tower or Wi-Fi.</summary>
    public static DataClassification Geolocation { get; } = new(Name, "geolocation");

    /// <summary>Audio, visual, thermal or similar recordings.</summary>
    public static DataClassification Sensory { get; } = new(Name, "sensory");

    /// <summary>Professional or employment information: role, employer, industry.</summary>
    public static DataClassification Professional { get; } = new(Name, "professional");

    /// <summary>Education records that are not public.</summary>
    public static DataClassification Education { get; } = new(Name, "education");

    /// <summary>A conclusion drawn about a person: a preference, a score, a segment.</summary>
    public static DataClassification Inference { get; } = new(Name, "inference");

    /// <summary>Sensitive personal information: health, belief, sex life, precise location, government numbers.</summary>
    public static DataClassification Sensitive { get; } = new(Name, "sensitive");

    /// <summary>The content of a communication: message bodies, recordings, attachments.</summary>
    public static DataClassification Content { get; } = new(Name, "content");

    /// <summary>A string in which people may write anything, such as a friendly name. It counts as personal data.</summary>
    public static DataClassification FreeText { get; } = new(Name, "free-text");

    /// <summary>A secret that proves who somebody is: password, token, API key. It reaches no sink and no export, and is never a constant in source.</summary>
    public static DataClassification Credential { get; } = new(Name, "credential");
}

/// <summary>Where a category may stand. One place, so that every category can stand everywhere.</summary>
internal static class CategoryTargets
{
    internal const AttributeTargets All =
        AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.ReturnValue |
        AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface;
}

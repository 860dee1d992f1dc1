using System.Collections.Immutable;

namespace PrivacyAnalyzers.Model;

/// <summary>The categories of personal data that the package itself knows: statement key, attribute, and the law's letter.</summary>
internal static class Categories
{
    public const string Identifier = "identifier";
    public const string ElectronicActivity = "electronic-activity";
    public const string ProtectedCharacteristic = "protected-characteristic";
    public const string Credential = "credential";

    /// <summary>Someone else's classification attribute that the statement's taxonomies do not map.</summary>
    public const string Unclassified = "unclassified";

    public static readonly ImmutableArray<Category> All = ImmutableArray.Create(
        new Category(Identifier, "IdentifierAttribute", "A"),
        new Category("customer-record", "CustomerRecordAttribute", "B"),
        new Category(ProtectedCharacteristic, "ProtectedCharacteristicAttribute", "C"),
        new Category("commercial", "CommercialAttribute", "D"),
        new Category("financial", "FinancialAttribute", "B"),
        new Category("biometric", "BiometricAttribute", "E"),
        new Category(ElectronicActivity, "ElectronicActivityAttribute", "F"),
        new Category("geolocation", "GeolocationAttribute", "G"),
        new Category("sensory", "SensoryAttribute", "H"),
        new Category("professional", "ProfessionalAttribute", "I"),
        new Category("education", "EducationAttribute", "J"),
        new Category("inference", "InferenceAttribute", "K"),
        new Category("sensitive", "SensitiveAttribute", "L"),
        new Category("content", "ContentAttribute", null),
        new Category("free-text", "FreeTextAttribute", null),
        new Category(Credential, "CredentialAttribute", null));

    private static readonly ImmutableDictionary<string, string> KeyByAttribute =
        All.ToImmutableDictionary(category => category.AttributeName, category => category.Key);

    /// <summary>The statement key of one of our category attributes, by the attribute's class name.</summary>
    public static string? KeyOf(string attributeName) =>
        KeyByAttribute.TryGetValue(attributeName, out string? key) ? key : null;

    /// <summary>The name of a category's attribute as code writes it: <c>FreeText</c> of <c>free-text</c>.</summary>
    public static string AttributeOf(string key)
    {
        string attribute = All.First(category => category.Key == key).AttributeName;
        return attribute.Substring(0, attribute.Length - "Attribute".Length);
    }

    /// <summary>How grave it is when a category leaks: what a message names when an object holds several.</summary>
    public static int Gravity(string key) => key switch
    {
        Credential => 100,
        "sensitive" or "biometric" => 90,
        ProtectedCharacteristic => 80,
        "financial" => 70,
        "content" => 60,
        Identifier or "customer-record" => 50,
        Unclassified => 10,
        _ => 40,
    };
}

/// <param name="Key">The statement's key.</param>
/// <param name="AttributeName">The attribute's class name in the namespace <c>PrivacyAnalyzers</c>.</param>
/// <param name="CcpaLetter">The letter in California Civil Code 1798.140(v)(1), where there is one.</param>
internal sealed record Category(string Key, string AttributeName, string? CcpaLetter);

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Model;

/// <summary>The attributes of the package whose argument is a name of the statement.</summary>
internal static class NameAttributes
{
    private const string Suffix = "Attribute";

    public static readonly ImmutableDictionary<string, NameKind> KindByAttribute = new Dictionary<string, NameKind>
    {
        ["DataClassAttribute"] = NameKind.DataClass,
        ["RetentionAttribute"] = NameKind.Retention,
        ["RetentionClockAttribute"] = NameKind.Clock,
        ["ConsentAttribute"] = NameKind.Consent,
        ["OptOutAttribute"] = NameKind.OptOut,
        ["ApprovedLogAttribute"] = NameKind.Log,
        ["RecipientAttribute"] = NameKind.Recipient,
        ["PurposeAttribute"] = NameKind.Purpose,
        ["ProductAttribute"] = NameKind.Product,
        ["AutomatedDecisionAttribute"] = NameKind.AutomatedDecision,
        ["SubjectNoticeAttribute"] = NameKind.AutomatedDecision,
        ["HumanReviewAttribute"] = NameKind.AutomatedDecision,
    }.ToImmutableDictionary();

    /// <summary>Whether an attribute written like this can be one of them: a cheap test before binding.</summary>
    public static bool MayBe(string written) => KindByAttribute.ContainsKey(written) || KindByAttribute.ContainsKey(written + Suffix);

    public static NameKind? KindOf(INamedTypeSymbol attribute) =>
        KindByAttribute.TryGetValue(attribute.Name, out NameKind kind) && PrivacyAttributes.IsOurs(attribute) ? kind : null;
}

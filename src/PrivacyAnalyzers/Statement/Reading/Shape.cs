using System.Collections.Immutable;

namespace PrivacyAnalyzers.Statement.Reading;

/// <summary>A key of a mapping, and whether it must be there.</summary>
internal sealed record ShapeKey(string Name, bool IsRequired);

/// <summary>The keys that one mapping of the statement has. The reader knows no others; the JSON Schema says the same.</summary>
/// <param name="Path">Where such a mapping stands; <c>*</c> is a name that the company chooses.</param>
internal sealed record Shape(string Path, ImmutableArray<ShapeKey> Keys)
{
    public static readonly Shape Root = Of(
        "", "statement!", "effective!", "sells", "dataClasses", "purposes", "categories", "retention", "recipients", "transfers", "products",
        "minimumAge", "automatedDecisions", "logs", "taxonomies");

    public static readonly Shape DataClass = Of("dataClasses.*", "role!");
    public static readonly Shape Purpose = Of("purposes.*", "basis!", "consent", "optOut");
    public static readonly Shape OptOut = Of("purposes.*.optOut", "within!");
    public static readonly Shape Category = Of("categories.*", "classes", "sources", "purposes", "disclosedTo", "consent");
    public static readonly Shape Retention = Of("retention.*", "keep!", "after", "within", "ground", "then!");
    public static readonly Shape Recipient = Of("recipients.*", "kind!", "receives", "classes", "regions");
    public static readonly Shape Transfer = Of("transfers.*", "from!", "to!", "product", "mechanisms!");
    public static readonly Shape AutomatedDecision = Of("automatedDecisions.*", "notice", "humanReview");
    public static readonly Shape Log = Of("logs.*", "purpose", "accepts!");

    public static readonly ImmutableArray<Shape> All = ImmutableArray.Create(
        Root, DataClass, Purpose, OptOut, Category, Retention, Recipient, Transfer, AutomatedDecision, Log);

    // "!" marks what is required.
    private static Shape Of(string path, params string[] keys) =>
        new(path, keys.Select(key => new ShapeKey(key.TrimEnd('!'), key.EndsWith("!", StringComparison.Ordinal))).ToImmutableArray());
}

using System.Text.Json;
using System.Text.Json.Serialization;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.Tool.Input;

/// <summary>What an assembly says of itself: what its code stores about people, and the statement that it is held to.</summary>
internal sealed record Manifest(int Version, string Assembly, StatementFacts? Statement, string[] Subjects, StoredMember[] Entries)
{
    public const int KnownVersion = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        MaxDepth = 32,
    };

    /// <summary>Reads the JSON; refuses what is no manifest, and versions that this tool does not know.</summary>
    public static Manifest Parse(string json, string assembly)
    {
        try
        {
            Manifest? manifest = JsonSerializer.Deserialize<Manifest>(json, Options);
            if (manifest is null)
                throw new ToolFault($"{assembly}: its privacy manifest is empty; build it again");
            if (manifest.Version != KnownVersion)
                throw new ToolFault($"{assembly}: its privacy manifest has version {manifest.Version}, and this tool reads version {KnownVersion}; update the tool or the package, so that both are of one release");
            if (!manifest.IsWhole())
                throw new ToolFault($"{assembly}: its privacy manifest lacks members that it must have; build it again");
            return manifest;
        }
        catch (JsonException fault)
        {
            throw new ToolFault($"{assembly}: its privacy manifest cannot be read ({fault.Message}); build it again", fault);
        }
    }

    private bool IsWhole() =>
        Assembly is not null && Subjects is not null && Array.TrueForAll(Subjects, subject => subject is not null) &&
        Entries is not null && Array.TrueForAll(Entries, entry => entry is { Type: not null, Member: not null, Category: not null }) &&
        (Statement is null || Statement.IsWhole());
}

/// <param name="Member">With the path that leads to it inside the type's rows.</param>
internal sealed record StoredMember(string Type, string Member, string Category, string? DataClass, string? Retention)
{
    [JsonIgnore]
    public string FullName => Type + "." + Member;
}

internal sealed record StatementFacts(
    string Title,
    string? Effective,
    bool Sells,
    DataClassFact[] DataClasses,
    PurposeFact[] Purposes,
    CategoryFact[] Categories,
    RetentionFact[] Retention,
    RecipientFact[] Recipients,
    TransferFact[] Transfers,
    string[] Products,
    MinimumAgeFact[] MinimumAges,
    DecisionFact[] AutomatedDecisions,
    LogFact[] Logs)
{
    public RetentionFact? FindRetention(string? name) => Array.Find(Retention, rule => rule.Name == name);

    public RecipientFact? FindRecipient(string name) => Array.Find(Recipients, recipient => recipient.Name == name);

    public PurposeFact? FindPurpose(string name) => Array.Find(Purposes, purpose => purpose.Name == name);

    public CategoryFact? FindCategory(string name) => Array.Find(Categories, category => category.Name == name);

    public DataClassFact? FindDataClass(string? name) => Array.Find(DataClasses, dataClass => dataClass.Name == name);

    /// <summary>Whether two builds were held to the same statement.</summary>
    public bool IsSameAs(StatementFacts other) => JsonSerializer.Serialize(this) == JsonSerializer.Serialize(other);

    internal bool IsWhole() =>
        Title is not null && All(DataClasses, entry => entry.Name) && All(Purposes, entry => entry.Name) &&
        All(Categories, entry => entry is { Classes: not null, Sources: not null, Purposes: not null, DisclosedTo: not null } ? entry.Name : null) &&
        All(Retention, entry => entry is { Then: not null } ? entry.Name : null) &&
        All(Recipients, entry => entry is { Kind: not null, Receives: not null, Classes: not null, Regions: not null } ? entry.Name : null) &&
        All(Transfers, entry => entry is { To: not null, Mechanisms: not null } ? entry.From : null) && All(Products, product => product) &&
        All(MinimumAges, entry => entry.Region) && All(AutomatedDecisions, entry => entry.Name) && All(Logs, entry => entry is { Accepts: not null } ? entry.Name : null);

    private static bool All<T>(T[]? entries, Func<T, string?> name) => entries is not null && Array.TrueForAll(entries, entry => entry is not null && name(entry) is not null);
}

internal sealed record DataClassFact(string Name, bool Controller, bool Processor);

internal sealed record PurposeFact(string Name, string? Basis, string? Consent, string? OptOutWithin);

internal sealed record CategoryFact(string Name, string[] Classes, string[] Sources, string[] Purposes, string[] DisclosedTo, string? Consent);

/// <param name="Keep">A duration, <c>instructed</c> or <c>by-law</c>.</param>
internal sealed record RetentionFact(string Name, string? Keep, string? After, string? Within, string? Ground, string Then)
{
    /// <summary>In words: <c>7 years after account-closed, then delete</c>.</summary>
    [JsonIgnore]
    public string InWords => Keep switch
    {
        "instructed" => $"as long as the customer instructs, then {Then} within {Words.Period(Within)}",
        "by-law" => $"as long as the law requires ({Ground}), then {Then}",
        null => $"not said, then {Then}",
        _ => $"{Words.Period(Keep)} after {After}, then {Then}",
    };
}

internal sealed record RecipientFact(string Name, string Kind, string[] Receives, string[] Classes, string[] Regions);

internal sealed record TransferFact(string From, string To, string? Product, string[] Mechanisms);

internal sealed record MinimumAgeFact(string Region, int Age);

internal sealed record DecisionFact(string Name, bool NoticeRequired, bool HumanReviewRequired);

internal sealed record LogFact(string Name, string? Purpose, string[] Accepts);

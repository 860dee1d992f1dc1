using System.Text.Json.Nodes;
using PrivacyAnalyzers.Model.Disclosures;
using PrivacyAnalyzers.Tool.Input;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.Tool.Export;

/// <summary>The W3C Data Privacy Vocabulary (2.3) as JSON-LD: a process for each purpose, with its data, basis, recipients and storage.</summary>
internal static class Dpv
{
    private const string Own = "urn:privacyanalyzers:";

    /// <summary>Our categories in DPV and its extension for personal data.</summary>
    public static readonly IReadOnlyDictionary<string, string> Categories = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["identifier"] = "pd:Identifying",
        ["customer-record"] = "pd:Identifying",
        ["protected-characteristic"] = "pd:Demographic",
        ["commercial"] = "pd:Transactional",
        ["financial"] = "pd:Financial",
        ["biometric"] = "pd:Biometric",
        ["electronic-activity"] = "pd:Tracking",
        ["geolocation"] = "pd:Location",
        ["sensory"] = "dpv:ObservedPersonalData",
        ["professional"] = "pd:Professional",
        ["education"] = "pd:Education",
        ["inference"] = "dpv:InferredPersonalData",
        ["sensitive"] = "dpv:SensitivePersonalData",
        ["content"] = "pd:Communication",
        ["free-text"] = "dpv:ProvidedPersonalData",
        ["credential"] = "pd:Authenticating",
    };

    public static readonly IReadOnlyDictionary<string, string> Bases = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["contract"] = "eu-gdpr:A6-1-b",
        ["legitimate-interest"] = "eu-gdpr:A6-1-f",
        ["consent"] = "eu-gdpr:A6-1-a",
        ["legal-obligation"] = "eu-gdpr:A6-1-c",
        ["vital-interest"] = "eu-gdpr:A6-1-d",
    };

    public static readonly IReadOnlyDictionary<string, string> Recipients = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["service-provider"] = "dpv:DataProcessor",
        ["sub-processor"] = "dpv:DataSubProcessor",
        ["authority"] = "dpv:Authority",
    };

    public static string Write(Picture picture)
    {
        var graph = new JsonArray();
        StatementFacts? statement = picture.Statement;
        string[] purposes = (statement?.Purposes.Select(purpose => purpose.Name) ?? []).Union(picture.Entries.SelectMany(entry => entry.Purposes), StringComparer.Ordinal).ToArray();
        foreach (string purpose in purposes)
        {
            RecordedDisclosure[] entries = picture.Entries.Where(entry => entry.Purposes.Contains(purpose)).ToArray();
            graph.Add(Process(purpose, statement?.FindPurpose(purpose), entries));
        }

        RecordedDisclosure[] others = picture.Entries.Where(entry => entry.Purposes.Count == 0).ToArray();
        if (others.Length > 0)
            graph.Add(Process(null, null, others));
        foreach (RecordedDisclosure entry in picture.Entries)
            graph.Add(Data(entry, statement));
        foreach (string recipient in picture.Entries.SelectMany(entry => entry.Recipients).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            graph.Add(Recipient(recipient, statement?.FindRecipient(recipient)));
        var document = new JsonObject
        {
            ["@context"] = new JsonObject
            {
                ["dpv"] = "https://w3id.org/dpv#",
                ["pd"] = "https://w3id.org/dpv/pd#",
                ["eu-gdpr"] = "https://w3id.org/dpv/legal/eu/gdpr#",
                ["dct"] = "http://purl.org/dc/terms/",
            },
            ["@graph"] = graph,
        };
        return document.ToJsonString(Json.Options).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject Process(string? name, PurposeFact? purpose, RecordedDisclosure[] entries)
    {
        var node = new JsonObject
        {
            ["@id"] = Id("process", name ?? "-"),
            ["@type"] = "dpv:Process",
            ["dct:title"] = name ?? "Storage for which no purpose is known",
        };
        if (name is not null)
            node["dpv:hasPurpose"] = new JsonObject { ["@id"] = Id("purpose", name), ["@type"] = "dpv:Purpose", ["dct:title"] = name };
        if (purpose?.Basis is { } basis && Bases.TryGetValue(basis, out string? term))
            node["dpv:hasLegalBasis"] = new JsonObject { ["@id"] = term };
        if (entries.Length > 0)
            node["dpv:hasPersonalData"] = References(entries.Select(entry => Id("data", entry.Member)));
        string[] recipients = entries.SelectMany(entry => entry.Recipients).Distinct(StringComparer.Ordinal).ToArray();
        if (recipients.Length > 0)
            node["dpv:hasRecipient"] = References(recipients.Select(recipient => Id("recipient", recipient)));
        return node;
    }

    private static JsonObject Data(RecordedDisclosure entry, StatementFacts? statement)
    {
        var node = new JsonObject
        {
            ["@id"] = Id("data", entry.Member),
            ["@type"] = Categories.GetValueOrDefault(entry.Category, "dpv:PersonalData"),
            ["dct:title"] = entry.Member,
        };
        if (entry.Retention is { } retention)
        {
            node["dpv:hasStorageCondition"] = new JsonObject
            {
                ["@id"] = Id("retention", retention),
                ["@type"] = "dpv:StorageDuration",
                ["dct:description"] = statement?.FindRetention(retention)?.InWords ?? retention,
            };
        }

        return node;
    }

    private static JsonObject Recipient(string name, RecipientFact? recipient)
    {
        var node = new JsonObject
        {
            ["@id"] = Id("recipient", name),
            ["@type"] = recipient is null ? "dpv:Recipient" : Recipients.GetValueOrDefault(recipient.Kind, "dpv:ThirdParty"),
            ["dct:title"] = name,
        };
        if (recipient is { Regions.Length: > 0 })
            node["dct:spatial"] = new JsonArray([.. recipient.Regions.Select(region => (JsonNode)region)]);
        return node;
    }

    private static JsonArray References(IEnumerable<string> ids) => new([.. ids.Select(id => (JsonNode)new JsonObject { ["@id"] = id })]);

    private static string Id(string kind, string name) => Own + kind + ":" + Escape.Iri(name);
}

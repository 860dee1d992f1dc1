using System.Text;
using PrivacyAnalyzers.Tool.Input;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.Tool.Export;

/// <summary>A fideslang dataset for each assembly, as YAML: collections are stored types, fields their classified members.</summary>
internal static class Fides
{
    /// <summary>Our categories in fideslang's taxonomy (3.1). Those that hold several kinds of data get the nearest that holds them all.</summary>
    public static readonly IReadOnlyDictionary<string, string> Categories = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["identifier"] = "user.unique_id",
        ["customer-record"] = "user.account",
        ["protected-characteristic"] = "user.demographic",
        ["commercial"] = "user.behavior.purchase_history",
        ["financial"] = "user.financial",
        ["biometric"] = "user.biometric",
        ["electronic-activity"] = "user.behavior",
        ["geolocation"] = "user.location",
        ["sensory"] = "user.sensor",
        ["professional"] = "user.workplace",
        ["education"] = "user.demographic.profile",
        ["inference"] = "user.demographic.profile",
        ["sensitive"] = "user.health_and_medical",
        ["content"] = "user.content.private",
        ["free-text"] = "user.content",
        ["credential"] = "user.authorization.credentials",
    };

    /// <summary>What a member's last word says more exactly.</summary>
    private static readonly (string Category, string Word, string Key)[] Words =
    [
        ("identifier", "email", "user.contact.email"),
        ("identifier", "mail", "user.contact.email"),
        ("identifier", "phone", "user.contact.phone_number"),
        ("identifier", "name", "user.name"),
        ("identifier", "address", "user.contact.address"),
        ("identifier", "street", "user.contact.address"),
        ("electronic-activity", "ip", "user.device.ip_address"),
        ("electronic-activity", "ipaddress", "user.device.ip_address"),
        ("protected-characteristic", "gender", "user.demographic.gender"),
        ("protected-characteristic", "birthdate", "user.demographic.date_of_birth"),
        ("credential", "password", "user.authorization.password"),
    ];

    public static string Write(Picture picture)
    {
        var text = new StringBuilder("dataset:\n");
        foreach (Project project in picture.Projects.OrderBy(project => project.Manifest.Assembly, StringComparer.Ordinal))
        {
            text.Append("  - fides_key: ").Append(Escape.Yaml(Escape.Key(project.Manifest.Assembly))).Append('\n');
            text.Append("    name: ").Append(Escape.Yaml(project.Manifest.Assembly)).Append('\n');
            text.Append("    description: ").Append(Escape.Yaml(Description(project.Manifest))).Append('\n');
            text.Append("    collections:\n");
            foreach (IGrouping<string, StoredMember> type in project.Manifest.Entries.GroupBy(entry => entry.Type, StringComparer.Ordinal).OrderBy(type => type.Key, StringComparer.Ordinal))
            {
                text.Append("      - name: ").Append(Escape.Yaml(type.Key)).Append('\n');
                text.Append("        fields:\n");
                foreach (StoredMember member in type.OrderBy(member => member.Member, StringComparer.Ordinal))
                {
                    text.Append("          - name: ").Append(Escape.Yaml(member.Member)).Append('\n');
                    text.Append("            description: ").Append(Escape.Yaml(Description(member))).Append('\n');
                    text.Append("            data_categories:\n              - ").Append(Escape.Yaml(KeyOf(member))).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    public static string KeyOf(StoredMember member)
    {
        string last = member.Member[(member.Member.LastIndexOf('.') + 1)..];
        foreach ((string category, string word, string key) in Words)
        {
            if (member.Category == category && last.EndsWith(word, StringComparison.OrdinalIgnoreCase))
                return key;
        }

        return Categories.GetValueOrDefault(member.Category, "user");
    }

    private static string Description(Manifest manifest) => manifest.Statement is { } statement ? $"Held to '{statement.Title}' of {statement.Effective}" : "Held to no statement";

    private static string Description(StoredMember member) =>
        string.Join("; ", new[] { member.Category, member.DataClass, member.Retention is null ? null : $"kept by '{member.Retention}'" }.OfType<string>());
}

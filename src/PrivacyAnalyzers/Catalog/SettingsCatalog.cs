using System.Collections.Immutable;
using System.Reflection;

namespace PrivacyAnalyzers.Catalog;

/// <summary>When a setting turns personal data on.</summary>
internal enum SettingWhen
{
    /// <summary>It is given <see langword="true"/>.</summary>
    True,

    /// <summary>It is given an enum value that holds one of the names.</summary>
    Flags,

    /// <summary>One of the texts is added to it.</summary>
    Item,

    /// <summary>It is no setting, but a condition under which any may be on.</summary>
    Guard,
}

/// <param name="Id">The documentation id of the method or property.</param>
/// <param name="Carrier">The parameter's name; <c>value</c> for a property.</param>
/// <param name="Names">The flags or texts.</param>
/// <param name="What">What happens when it is on, as the message says it.</param>
internal sealed record Setting(string Id, string Carrier, SettingWhen When, ImmutableArray<string> Names, string What);

/// <summary>The shipped list of settings that turn personal data on: text, one line each. Read once a process; it never changes.</summary>
internal static class SettingsCatalog
{
    private static readonly Lazy<ImmutableArray<Setting>> Shipped = new(() => Read(ReadResource()).ToImmutableArray());

    public static ImmutableArray<Setting> All => Shipped.Value;

    /// <summary>All lines that can be read.</summary>
    public static IEnumerable<Setting> Read(string text) => text.Split('\n').Select(ReadLine).OfType<Setting>();

    /// <summary>The line; <see langword="null"/> for a comment, a blank line and one that is no setting.</summary>
    public static Setting? ReadLine(string raw)
    {
        string[] parts = raw.TrimEnd('\r').Split('\t');
        if (parts.Length != 4 || parts[0].StartsWith("#", StringComparison.Ordinal))
            return null;
        string[] when = parts[2].Split(':');
        ImmutableArray<string> names = when.Length > 1 ? when[1].Split('|').ToImmutableArray() : ImmutableArray<string>.Empty;
        return Enum.TryParse(when[0], ignoreCase: true, out SettingWhen kind) ? new Setting(parts[0], parts[1], kind, names, parts[3]) : null;
    }

    private static string ReadResource()
    {
        using Stream stream = typeof(SettingsCatalog).GetTypeInfo().Assembly.GetManifestResourceStream("Settings.settings.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

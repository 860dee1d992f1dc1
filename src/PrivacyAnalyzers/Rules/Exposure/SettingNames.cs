using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>The names of the settings that turn personal data on, and of their types: what has another name is none, and costs no look-up.</summary>
internal static class SettingNames
{
    private static readonly (string Type, string Member)[] All = SettingsCatalog.All.Where(static setting => setting.When != SettingWhen.Guard).Select(static setting => Split(setting.Id)).ToArray();
    private static readonly HashSet<string> Types = new(All.Select(static name => name.Type), StringComparer.Ordinal);
    private static readonly HashSet<string> Members = new(All.Select(static name => name.Member), StringComparer.Ordinal);
    private static readonly object Yes = new();
    private static readonly PerAssembly<object> Declaring = new(static assembly => Types.Overlaps(assembly.TypeNames) ? Yes : new object());

    /// <summary>Not asked of the program itself, whose types' names are gathered anew after each edit: settings are a library's.</summary>
    public static bool MayBeIn(Compilation compilation) => Declaring.OfReferences(compilation).Contains(Yes);

    public static bool MayBe(ISymbol member) => Members.Contains(member.Name) && member.ContainingType is { } type && Types.Contains(type.Name);

    /// <summary>Of a documentation id such as <c>M:Name.Space.Type.Method``1(System.Boolean)</c>.</summary>
    private static (string Type, string Member) Split(string id)
    {
        int end = id.IndexOf('(');
        string[] parts = (end < 0 ? id : id.Substring(0, end)).Split('.');
        return (WithoutArity(parts[parts.Length - 2]), WithoutArity(parts[parts.Length - 1]).Replace('#', '.'));
    }

    private static string WithoutArity(string name) => name.IndexOf('`') is >= 0 and int arity ? name.Substring(0, arity) : name;
}

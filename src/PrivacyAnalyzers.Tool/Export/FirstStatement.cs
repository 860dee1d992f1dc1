using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PrivacyAnalyzers.Statement.Yaml;
using PrivacyAnalyzers.Tool.Input;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.Tool.Export;

/// <summary>Writes a first <c>privacy.yml</c> from what code looks like: valid, and to be read line by line by who is accountable for it.</summary>
internal static partial class FirstStatement
{
    private const string DefaultClass = "customer-account";
    private const string DefaultPurpose = "provide-service";
    private const string DefaultRule = "account-default";

    public static string Write(CodeModel code, string title, DateOnly effective)
    {
        string[] classes = Names(code, "DataClassAttribute", DefaultClass);
        string[] purposes = Names(code, "PurposeAttribute", DefaultPurpose);
        var text = new StringBuilder();
        text.Append("# A first statement, made from what the code looks like. Nothing in it is known to be true: read it with who is accountable for it,\n");
        text.Append("# put in the real purposes, legal bases, periods and recipients, and delete what does not hold.\n");
        text.Append(CultureInfo.InvariantCulture, $"statement: {Escape.Yaml(title)}\n");
        text.Append(CultureInfo.InvariantCulture, $"effective: {effective:yyyy-MM-dd}\n");
        Section(text, "dataClasses", classes, "{ role: controller }");
        Section(text, "purposes", purposes, "{ basis: contract }");
        string[] categories = code.Members.Select(member => member.Category).Where(category => category is not ("credential" or "unclassified")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (categories.Length > 0)
            text.Append("\ncategories:\n");
        foreach (string category in categories)
            text.Append($"  {category}:\n    classes: [{string.Join(", ", classes)}]\n    purposes: [{string.Join(", ", purposes)}]\n");
        Section(text, "retention", Names(code, "RetentionAttribute", DefaultRule), "{ keep: P1Y, after: account-closed, then: delete }");
        Section(text, "recipients", Names(code, "RecipientAttribute", null), "{ kind: service-provider }");
        return text.ToString();
    }

    /// <summary>The names that code uses already; those that a statement cannot have are left to PRIV4002.</summary>
    private static string[] Names(CodeModel code, string attribute, string? otherwise)
    {
        string[] names = code.Names(attribute).Where(name => KebabCase().IsMatch(name)).Select(name => YamlCore.KindOf(name) == ScalarKind.Text ? name : Escape.Yaml(name)).ToArray();
        return names.Length > 0 || otherwise is null ? names : [otherwise];
    }

    private static void Section(StringBuilder text, string name, string[] entries, string value)
    {
        if (entries.Length == 0)
            return;
        text.Append($"\n{name}:\n");
        foreach (string entry in entries)
            text.Append($"  {entry}: {value}\n");
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();
}

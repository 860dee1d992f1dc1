using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Reads our attributes from a member, its positional parameter, or what it overrides.</summary>
internal static class MemberAttributes
{
    public static AttributeData? Find(ISymbol symbol, string attribute)
    {
        for (ISymbol? current = symbol; current is not null; current = (current as IPropertySymbol)?.OverriddenProperty)
        {
            if (PrivacyAttributes.FindOnMember(current, attribute) is { } found)
                return found;
        }

        return null;
    }

    public static bool Has(ISymbol symbol, string attribute) => Find(symbol, attribute) is not null;

    /// <summary>The subject that <c>[SubjectLink]</c> names.</summary>
    public static INamedTypeSymbol? SubjectLink(ISymbol member) =>
        Find(member, "SubjectLinkAttribute") is { ConstructorArguments.Length: > 0 } data ? data.ConstructorArguments[0].Value as INamedTypeSymbol : null;

    /// <summary>Whether <c>[Anonymize(With = …)]</c> stands on a member.</summary>
    public static bool IsReplaced(ISymbol member) => Find(member, "AnonymizeAttribute") is { } data && data.NamedArguments.Any(argument => argument.Key == "With");

    /// <summary>What <c>[Anonymize(With = …)]</c> gives, as an expression of the member's type; <see langword="null"/> without one.</summary>
    public static string? AnonymizeWith(ISymbol member, ITypeSymbol type)
    {
        if (Find(member, "AnonymizeAttribute") is not { } data)
            return null;
        foreach (KeyValuePair<string, TypedConstant> argument in data.NamedArguments)
        {
            if (argument.Key == "With")
                return Expression(argument.Value, TypeNames.StripNullable(type));
        }

        return null;
    }

    private static string? Expression(TypedConstant constant, ITypeSymbol type)
    {
        if (constant.IsNull)
            return "null";
        if (constant.Kind == TypedConstantKind.Array || constant.Kind == TypedConstantKind.Error)
            return null;
        if (constant.Kind == TypedConstantKind.Type)
            return constant.Value is ITypeSymbol named ? $"typeof({TypeNames.Global(named)})" : null;
        if (constant.Value is string text && type.SpecialType != SpecialType.System_String)
            return Parsed(text, type);
        if (!Converts(constant.Type!, type))
            return null;
        string literal = Literal(constant.Value!);
        return SymbolEqualityComparer.Default.Equals(constant.Type, type) && constant.Kind != TypedConstantKind.Enum ? literal : $"({TypeNames.Global(type)})({literal})";
    }

    /// <summary>Whether a cast leads from an attribute's value to the member's type.</summary>
    private static bool Converts(ITypeSymbol from, ITypeSymbol to) =>
        to.SpecialType == SpecialType.System_Object || SymbolEqualityComparer.Default.Equals(from, to) || (IsNumeric(from) && IsNumeric(to));

    private static bool IsNumeric(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum || type.SpecialType is >= SpecialType.System_Char and <= SpecialType.System_Double;

    private static string Literal(object value) => value switch
    {
        string or char => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
        bool flag => flag ? "true" : "false",
        float number => number.ToString("R", CultureInfo.InvariantCulture) + "F",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "D",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>An attribute cannot hold a date or a <c>Guid</c>: its text stands for it. One that says something else would fail in every erasure.</summary>
    private static string? Parsed(string text, ITypeSymbol type)
    {
        string quoted = SymbolDisplay.FormatLiteral(text, quote: true);
        string name = TypeNames.Global(type);
        if (type.SpecialType == SpecialType.System_Object)
            return quoted;
        if (!IsText(text, type, name))
            return null;
        if (name is "global::System.Uri" or "global::System.Net.Mail.MailAddress" or "global::System.Version")
            return $"new {name}({quoted})";

        // Without an offset the machine's would count, and PostgreSQL takes no other than that of UTC.
        if (name is "global::System.DateTimeOffset")
            return $"{name}.Parse({quoted}, global::System.Globalization.CultureInfo.InvariantCulture, global::System.Globalization.DateTimeStyles.AssumeUniversal | global::System.Globalization.DateTimeStyles.AdjustToUniversal)";
        if (type.SpecialType == SpecialType.System_DateTime || name is "global::System.DateOnly" or "global::System.TimeOnly" or "global::System.TimeSpan" or "global::System.Guid")
            return $"{name}.Parse({quoted}, global::System.Globalization.CultureInfo.InvariantCulture)";
        if (name is "global::System.Net.IPAddress")
            return $"{name}.Parse({quoted})";
        if (type.SpecialType == SpecialType.System_Decimal && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number))
            return number.ToString(CultureInfo.InvariantCulture) + "M";
        if (type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte })
            return $"global::System.Text.Encoding.UTF8.GetBytes({quoted})";
        return null;
    }

    private static bool IsText(string text, ITypeSymbol type, string name) => name switch
    {
        "global::System.Uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "global::System.Version" => Version.TryParse(text, out _),
        "global::System.Guid" => Guid.TryParse(text, out _),
        "global::System.Net.IPAddress" => Uri.CheckHostName(text) is UriHostNameType.IPv4 or UriHostNameType.IPv6,
        "global::System.TimeSpan" => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _),
        "global::System.DateTimeOffset" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        "global::System.DateOnly" => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out DateTime day) && day.TimeOfDay == TimeSpan.Zero && day.Date != default,
        "global::System.TimeOnly" => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out DateTime time) && time.Date == default,
        _ => type.SpecialType != SpecialType.System_DateTime || DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
    };
}

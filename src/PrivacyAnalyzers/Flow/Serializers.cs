using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>What writes out whole objects.</summary>
internal static class Serializers
{
    public static bool Writes(IMethodSymbol method) => method.ContainingType.Name switch
    {
        "JsonSerializer" => method.Name.StartsWith("Serialize", StringComparison.Ordinal) && MetadataNames.IsIn(method.ContainingType, "System", "Text", "Json"),
        "JsonConvert" => method.Name.StartsWith("Serialize", StringComparison.Ordinal),
        "JsonContent" => method.Name == "Create" && MetadataNames.IsIn(method.ContainingType, "System", "Net", "Http", "Json"),
        "XmlSerializer" or "DataContractSerializer" => method.Name is "Serialize" or "WriteObject",
        _ => false,
    };
}

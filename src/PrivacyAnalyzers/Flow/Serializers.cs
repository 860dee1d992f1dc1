using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>What writes out whole objects.</summary>
internal static class Serializers
{
    public static bool Writes(IMethodSymbol method) => ModeOf(method) != RenderMode.Raw;

    /// <summary>Which members it writes: each serializer heeds its own attributes only. <see cref="RenderMode.Raw"/> for all other methods.</summary>
    public static RenderMode ModeOf(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        bool serializes = method.Name.StartsWith("Serialize", StringComparison.Ordinal);
        return type.Name switch
        {
            "JsonSerializer" when serializes && MetadataNames.IsIn(type, "System.Text.Json") => RenderMode.Serialized,
            "JsonContent" when method.Name == "Create" && MetadataNames.IsIn(type, "System.Net.Http.Json") => RenderMode.Serialized,
            "JsonConvert" when serializes => RenderMode.SerializedByNewtonsoft,
            "JsonSerializer" when serializes && MetadataNames.IsIn(type, "Newtonsoft.Json") => RenderMode.SerializedByNewtonsoft,
            "JObject" or "JArray" or "JToken" when method.Name == "FromObject" && MetadataNames.IsIn(type, "Newtonsoft.Json.Linq") => RenderMode.SerializedByNewtonsoft,
            "XmlSerializer" when method.Name == "Serialize" => RenderMode.SerializedAsXml,
            "DataContractSerializer" or "DataContractJsonSerializer" when method.Name == "WriteObject" => RenderMode.SerializedByContract,
            _ => RenderMode.Raw,
        };
    }
}

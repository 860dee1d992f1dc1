using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>Streams in memory, and readers and writers over them: what is written to one comes out of it, and their own text is their type's name.</summary>
internal static class Streams
{
    public static bool Is(ITypeSymbol? type) => type is INamedTypeSymbol named && named.Name switch
    {
        "MemoryStream" or "StreamReader" or "StreamWriter" or "StringReader" or "BinaryReader" or "BinaryWriter" or "BufferedStream" => MetadataNames.IsIn(named, "System.IO"),
        "JsonTextWriter" => MetadataNames.IsIn(named, "Newtonsoft.Json"),
        _ => false,
    };

    /// <summary>What its constructor takes is what it holds: others take the name of a file.</summary>
    public static bool BeginsWithContent(ITypeSymbol type) => Is(type) && type.Name is "MemoryStream" or "StringReader";

    public static bool Writes(string method) => method.StartsWith("Write", StringComparison.Ordinal);

    public static bool Copies(string method) => method is "CopyTo" or "CopyToAsync" or "WriteTo";

    /// <summary>Fills a buffer that it is given.</summary>
    public static bool Fills(string method) => method is "Read" or "ReadAsync" or "ReadBlock" or "ReadBlockAsync" or "ReadExactly" or "ReadExactlyAsync" or "ReadAtLeast" or "ReadAtLeastAsync";
}

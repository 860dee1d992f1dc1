using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PrivacyAnalyzers.Tests.Support;

/// <summary>Another project as a build sees it, by metadata alone, and as an editor does, by its code.</summary>
internal static class BuiltLibrary
{
    /// <summary>Both: whatever is found must be found in either.</summary>
    public static IEnumerable<MetadataReference> BothOf(string code, string name = "Library") => [Of(code, name), Compile(code, name).ToMetadataReference()];

    public static MetadataReference Of(string code, string name = "Library") => MetadataReference.CreateFromImage(ImageOf(code, name));

    public static byte[] ImageOf(string code, string name = "Library")
    {
        using var stream = new MemoryStream();
        Assert.Empty(Compile(code, name).Emit(stream).Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return stream.ToArray();
    }

    private static CSharpCompilation Compile(string code, string name) => CSharpCompilation.Create(
        name, [CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Latest))], References.All,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}

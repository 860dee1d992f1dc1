using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Model;

/// <summary>Which libraries are asked for marks at all.</summary>
public class MarkingAssembliesTests
{
    private const string OwnMark = "namespace Own { public sealed class MarkAttribute() : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute(new(\"a\", \"b\")); }";

    [Theory]
    [InlineData("public class T { [PrivacyAnalyzers.Identifier] public string M; }", "identifier")]
    [InlineData("public class T { public string M; }", null)]
    [InlineData(OwnMark + " public class T { [Own.Mark] public string M; }", "unclassified")]
    public void A_library_says_what_it_says(string code, string? category) => Assert.Equal(category, CategoryIn(References.All, Library("Shop", code, References.All)));

    /// <summary>The attributes are needed where they are written, not where the library is used.</summary>
    [Fact]
    public void Also_where_the_attributes_are_not_at_hand()
    {
        PortableExecutableReference library = Library("Shop", "public class T { [PrivacyAnalyzers.Identifier] public string M; }", References.All);

        Assert.Equal("identifier", CategoryIn(References.Without("PrivacyAnalyzers"), library));
    }

    /// <summary>Who uses an attribute need not name the library of the attribute's base.</summary>
    [Fact]
    public void Also_by_another_librarys_attribute()
    {
        PortableExecutableReference marks = Library("Marks", OwnMark, References.All);
        PortableExecutableReference shop = Library("Shop", "public class T { [Own.Mark] public string M; }", [.. References.All, marks]);

        Assert.Equal("unclassified", CategoryIn([.. References.All, marks], shop));
    }

    /// <summary>A library that has the attributes in its own sources refers to nobody for them.</summary>
    [Fact]
    public void Also_by_attributes_of_its_own()
    {
        PortableExecutableReference library = Library("Shop", "namespace PrivacyAnalyzers { sealed class CredentialAttribute : System.Attribute; } public class T { [PrivacyAnalyzers.Credential] public string M; }", References.Without("PrivacyAnalyzers"));

        Assert.Equal("credential", CategoryIn(References.Without("PrivacyAnalyzers"), library));
    }

    [Fact]
    public void The_platform_is_not_asked()
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Program", [], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        Assert.False(MarkingAssemblies.Contains(compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly));
        Assert.True(MarkingAssemblies.Contains(compilation.Assembly));
    }

    private static PortableExecutableReference Library(string name, string code, IEnumerable<MetadataReference> references)
    {
        var stream = new MemoryStream();
        CSharpCompilation compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.Emit(stream).Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    private static string? CategoryIn(IEnumerable<MetadataReference> references, MetadataReference library)
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Program", [], [.. references, library], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return new MemberClassifier(null).Classify(compilation.GetTypeByMetadataName("T")!.GetMembers("M").Single())?.Category;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Model;

public class KnownTypesTests
{
    private static CSharpCompilation Compile(string code, params MetadataReference[] references) =>
        CSharpCompilation.Create("code", [CSharpSyntaxTree.ParseText(code)], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location), .. references], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    [Fact]
    public void A_type_of_a_reference_is_known()
    {
        CSharpCompilation compilation = CSharpCompilation.Create("code", references: References.All);
        Assert.True(KnownTypes.Has(compilation, KnownTypes.DataClassification));
        Assert.True(KnownTypes.Has(compilation, "PrivacyAnalyzers.DataSubjectAttribute"));
    }

    [Fact]
    public void A_type_that_the_program_declares_is_known_and_one_of_another_name_is_not()
    {
        CSharpCompilation compilation = Compile("namespace Microsoft.EntityFrameworkCore { public class DbContext; public class ErasureReceipt; }");
        Assert.True(KnownTypes.Has(compilation, KnownTypes.DbContext));
        Assert.False(KnownTypes.Has(compilation, KnownTypes.ErasureReceipt));
        Assert.False(KnownTypes.Has(Compile("class C;"), KnownTypes.DbContext));
    }

    [Fact]
    public void A_type_of_a_project_that_is_referred_to_is_known()
    {
        CSharpCompilation other = Compile("namespace PrivacyAnalyzers { public class VerifiedRequest<T>; }");
        Assert.True(KnownTypes.Has(Compile("class C;", other.WithAssemblyName("other").ToMetadataReference()), KnownTypes.VerifiedRequest));
    }

    [Fact]
    public void Who_asks_for_another_name_is_told()
    {
        Assert.Equal("System.String (Parameter 'name')", Assert.Throws<ArgumentException>(() => KnownTypes.Has(Compile("class C;"), "System.String")).Message);
    }
}

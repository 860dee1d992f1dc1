using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Model;

public class MemberClassifierTests
{
    [Theory]
    [InlineData("class T { [Identifier] public string M { get; set; } }", "identifier")]
    [InlineData("class T { [Credential] public string M; }", "credential")]
    [InlineData("class T { [Identifier, Credential] public string M { get; set; } }", "credential")]
    [InlineData("class T { public string M { get; set; } }", null)]
    [InlineData("record T([Identifier] string M);", "identifier")]
    [InlineData("record T([property: Identifier] string M);", "identifier")]
    [InlineData("class T { [field: Identifier] public string M { get; set; } }", "identifier")]
    [InlineData("record T([field: Credential] string M);", "credential")]
    [InlineData("interface I { string M { get; } } class T : I { [field: Identifier] public string M { get; } }", "identifier")]
    [InlineData("class T { [field: NotPersonal(\"a colour\")] public string M { get; set; } }", null)]
    [InlineData("[Identifier] record T(string M);", "identifier")]
    [InlineData("[Identifier] record T([SubjectKey] string M);", null)]
    [InlineData("[Identifier] record T([SubjectLink(typeof(T))] string M);", null)]
    [InlineData("[Identifier] record T([property: System.ComponentModel.DataAnnotations.Key] string M);", null)]
    [InlineData("class B { [Identifier] public virtual string M { get; set; } } class T : B { public override string M { get; set; } }", "identifier")]
    [InlineData("interface I { [Identifier] string M { get; } } class T : I { public string M { get; set; } }", "identifier")]
    [InlineData("class B { [Identifier] public virtual string M { get; set; } } class T : B { [NotPersonal(\"none\")] public override string M { get; set; } }", null)]
    [InlineData("class B { [Identifier] public virtual string M { get; set; } } class T : B { [NotPersonal(\" \")] public override string M { get; set; } }", "identifier")]
    [InlineData("class T { [Identifier, NotPersonal(null)] public string M { get; set; } }", "identifier")]
    [InlineData("[Identifier] class T { public string M { get; set; } }", "identifier")]
    [InlineData("[Identifier] class T { public T M { get; set; } }", null)]
    [InlineData("class T { [Microsoft.AspNetCore.Identity.ProtectedPersonalData] public string M { get; set; } }", "identifier")]
    [InlineData("class XAttribute() : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute(new(\"a\", \"b\")); class T { [X] public string M { get; set; } }", "unclassified")]
    [InlineData("class T { [Microsoft.Extensions.Compliance.Classification.NoDataClassification, Identifier] public string M { get; set; } }", null)]
    public void Reads_what_a_member_says(string code, string? category)
    {
        var compilation = CSharpCompilation.Create(
            "T", [CSharpSyntaxTree.ParseText("using PrivacyAnalyzers;" + code)], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        ISymbol member = compilation.GetTypeByMetadataName("T")!.GetMembers("M").Single();

        Assert.Equal(category, new MemberClassifier(null).Classify(member)?.Category);
    }
}

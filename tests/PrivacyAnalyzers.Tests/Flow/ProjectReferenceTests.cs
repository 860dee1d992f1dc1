using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Rules;
using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>An editor refers to other projects by their code, a build by their assemblies: the same must be found, and nobody may look into code that is not of the compilation.</summary>
public class ProjectReferenceTests
{
    private const string Other = """
        using PrivacyAnalyzers;
        public abstract record Notice(string Kind);
        public record Welcome([Identifier] string Email, string Plan) : Notice(Plan.Trim());
        public class Envelope(string subject, string to) { public string Subject { get; } = subject; [Identifier] public string To { get; } = to; }
        public class Letter(string subject, string to) : Envelope("Re: " + subject, to) { public int Pages { get; set; } = 1; }
        public class Refused(string reason) : System.Exception("Refused: " + reason);
        """;

    private const string Code = """
        using System;
        class C
        {
            void Create(string email) { var made = new Welcome(email, "free"); Console.WriteLine(made.Plan); Console.WriteLine(made.Email); }
            void Send(string to) { var letter = new Letter("Hello", to); Console.WriteLine(letter.Subject); Console.WriteLine(letter.To); }
            void Refuse(Welcome welcome) { if (welcome.Plan.Length > 3) throw new Refused(welcome.Plan); throw new Refused(welcome.Email); }
        }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Code_of_another_project_is_not_looked_into(bool isEditor)
    {
        CSharpCompilation other = Compile("Other", Other);
        using var image = new MemoryStream();
        Assert.True(other.Emit(image).Success);
        CSharpCompilation compilation = Compile("Code", Code).AddReferences(isEditor ? other.ToMetadataReference() : MetadataReference.CreateFromImage(image.ToArray()));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        IEnumerable<Diagnostic> found = await compilation.WithAnalyzers([new PrivacyRules(new ExposureRules())]).GetAnalyzerDiagnosticsAsync();

        Assert.Equal(
            ["PRIV1004 made.Email", "PRIV1004 letter.To", "PRIV1003 welcome.Email"],
            found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).Select(diagnostic => $"{diagnostic.Id} {Code.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)}"));
    }

    private static CSharpCompilation Compile(string name, string code) => CSharpCompilation.Create(
        name, [CSharpSyntaxTree.ParseText(code, path: name + ".cs")], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}

using PrivacyAnalyzers.Generation.Disclosure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Generation.Vocabulary;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;
using PrivacyAnalyzers.Tests.Meta;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation;

/// <summary>The generators over the sample's own model and statement.</summary>
public class SampleModelTests
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private const string Script = """
        public static class Script
        {
            public static string Print() => string.Join("\n",
                string.Join(", ", Fernhallow.Communications.Privacy.PrivacyDisclosures.DisclosedForBusinessPurposes.Select(category => category.Name)),
                string.Join(", ", Fernhallow.Communications.Privacy.PrivacyDisclosures.MinimumAges.Select(age => $"{age.Key} {age.Value}")),
                string.Join(", ", Fernhallow.Communications.Privacy.PrivacyDisclosures.RetentionSchedule.Select(line => $"{line.Retention.Rule} {line.Retention.Period}{line.Retention.Within}{line.Retention.Ground}")));
        }
        """;

    private static readonly string Statement = Repository.Read(Repository.PathOf("samples", "Communications", "privacy.yml"));

    [Fact]
    [Trait("Clause", "S27")]
    public void S27_the_six_disclosed_categories_are_typed_code()
    {
        GeneratorResult result = Sample(Script).Run(new VocabularyGenerator(), new ExportGenerator(), new DisclosureGenerator());

        Assert.Equal(
            """
            identifier, commercial, financial, electronic-activity, geolocation, professional
            US 13, EEA 16
            customer-relationship P7Y, support-communications P3Y, account-default P60D, account-activity P60D, usage-records P30D, invoices tax, subscriber-records anti-fraud
            """,
            result.Call<string>("Script", "Print"));
    }

    [Fact]
    public void Every_entity_of_the_sample_reaches_the_customer()
    {
        Microsoft.CodeAnalysis.CSharp.CSharpCompilation compilation = Sample().Compile();
        ContextModel? model = ContextModelBuilder.Build(
            compilation.GetTypeByMetadataName("Fernhallow.Communications.Data.CommunicationsContext")!,
            compilation,
            StatementReader.Read("privacy.yml", Microsoft.CodeAnalysis.Text.SourceText.From(Statement), CancellationToken.None).Statement,
            CancellationToken.None);

        SubjectModel subject = Assert.Single(model!.Subjects);
        Assert.Equal(model.Entities.Select(entity => entity.Type.Global), subject.Paths.Select(path => path.Entity));
        Assert.Equal("global::Fernhallow.Communications.Domain.Customer", subject.Paths[^1].Entity);
        Assert.DoesNotContain(subject.Paths, path => path.IsAmbiguous);
    }

    private static GeneratorTest Sample(params string[] more) => new(
        [
            Usings,
            .. Repository.Files("samples/Communications/Domain", "*.cs").Select(Repository.Read),
            Repository.Read(Repository.PathOf("samples", "Communications", "Data", "CommunicationsContext.cs")),
            .. more,
        ])
    {
        Statement = Statement,
        Properties = { ["RootNamespace"] = "Fernhallow.Communications" },
    };
}

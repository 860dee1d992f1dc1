using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Disclosures;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Generation.Platform;

/// <summary>
/// Emits what joins the platform's own parts, each only where the project references the part: redaction for every category, the page of
/// disclosures, and <c>x-privacy</c> in OpenAPI documents.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class PlatformGenerator : IIncrementalGenerator
{
    internal const string RedactionStep = "Redaction";
    internal const string PageStep = "DisclosurePage";
    internal const string OpenApiStep = "OpenApi";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<string> space = PrivacyNamespace.Of(context);
        IncrementalValueProvider<PlatformParts> parts = context.CompilationProvider.Select((compilation, _) => PlatformParts.Of(compilation));

        context.RegisterSourceOutput(
            parts.Combine(space).Select((pair, _) => pair.Left.HasRedaction ? pair.Right : null).WithTrackingName(RedactionStep),
            static (output, name) =>
            {
                if (name is not null)
                    output.AddSource("PrivacyRedaction.g.cs", RedactionEmitter.Emit(name));
            });

        // The page shows PrivacyDisclosures, which is there where something is stored.
        context.RegisterSourceOutput(
            ModelPipeline.Contexts(context).Collect().Combine(ModelPipeline.OtherStoredTypes(context).Collect()).Combine(parts).Combine(space)
                .Select((all, _) =>
                {
                    (((var contexts, var others), PlatformParts has), string name) = all;
                    return has.HasRouting && Model.Subjects.DisclosureEntries.Of(contexts, others).Count > 0 ? name : null;
                })
                .WithTrackingName(PageStep),
            static (output, name) =>
            {
                if (name is not null)
                    output.AddSource("PrivacyPage.g.cs", PageEmitter.Emit(name));
            });

        context.RegisterSourceOutput(
            context.CompilationProvider.Combine(parts).Combine(ModelPipeline.Statement(context)).Combine(space)
                .Select((all, cancellation) =>
                {
                    (((Compilation compilation, PlatformParts has), PrivacyStatement? statement), string name) = all;
                    return new OpenApiModel(name, has.HasOpenApi ? DocumentedMembers.Of(compilation, statement, cancellation) : EquatableArray<DocumentedMember>.Empty);
                })
                .WithTrackingName(OpenApiStep),
            static (output, model) =>
            {
                if (model.Members.Count > 0)
                    output.AddSource("PrivacyOpenApi.g.cs", OpenApiEmitter.Emit(model));
            });
    }
}

/// <summary>Which parts of the platform a project references, in the versions that generated code is written for.</summary>
internal sealed record PlatformParts(bool HasRedaction, bool HasRouting, bool HasOpenApi)
{
    public static PlatformParts Of(Compilation compilation) => new(
        Has(compilation, "Microsoft.Extensions.DependencyInjection.RedactionServiceCollectionExtensions") && Has(compilation, "PrivacyAnalyzers.PrivacyTaxonomy"),
        Has(compilation, "Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions") && Has(compilation, "PrivacyAnalyzers.DisclosurePage"),
        Has(compilation, "Microsoft.AspNetCore.OpenApi.OpenApiSchemaTransformerContext") && Has(compilation, "Microsoft.OpenApi.JsonNodeExtension"));

    private static bool Has(Compilation compilation, string type) => !compilation.GetTypesByMetadataName(type).IsEmpty;
}

internal sealed record OpenApiModel(string Namespace, EquatableArray<DocumentedMember> Members);

using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Generation.Disclosure;

/// <summary>Emits what the project's code stores and what the statement says of it, as typed data: for a privacy page, an API's documentation, a record of processing.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DisclosureGenerator : IIncrementalGenerator
{
    internal const string Step = "Disclosures";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(
            ModelPipeline.Contexts(context).Collect()
                .Combine(ModelPipeline.OtherStoredTypes(context).Collect())
                .Combine(ModelPipeline.Statement(context))
                .Combine(PrivacyNamespace.Of(context))
                .Select((all, _) =>
                {
                    (((var contexts, var others), var statement), string space) = all;
                    return DisclosureModel.Of(contexts, others, statement, space);
                })
                .WithTrackingName(Step),
            static (output, model) =>
            {
                if (model.Entries.Count > 0)
                    output.AddSource("PrivacyDisclosures.g.cs", DisclosureEmitter.Emit(model));
            });
}

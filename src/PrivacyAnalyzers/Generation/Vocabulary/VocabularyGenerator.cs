using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Generation.Vocabulary;

/// <summary>Emits the names of the statement as constants, so that code names a rule, a purpose or a recipient without a chance to misspell it.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class VocabularyGenerator : IIncrementalGenerator
{
    internal const string Step = "Vocabulary";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(
            ModelPipeline.Statement(context).Combine(PrivacyNamespace.Of(context))
                .Select((pair, _) => pair.Left is null ? null : VocabularyModel.Of(pair.Left, pair.Right))
                .WithTrackingName(Step),
            static (output, model) =>
            {
                if (model is { Classes.Count: > 0 })
                    output.AddSource("PrivacyVocabulary.g.cs", VocabularyEmitter.Emit(model));
            });
}

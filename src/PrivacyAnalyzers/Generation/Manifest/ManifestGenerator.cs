using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Generation.Manifest;

/// <summary>Puts what the project stores, and the statement that it is held to, into the assembly: <c>dotnet privacy</c> reads it there without loading code.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ManifestGenerator : IIncrementalGenerator
{
    internal const string Step = "Manifest";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(
            ModelPipeline.Contexts(context, needsRuntime: false).Collect()
                .Combine(ModelPipeline.OtherStoredTypes(context, needsRuntime: false).Collect())
                .Combine(ModelPipeline.Statement(context))
                .Combine(context.CompilationProvider.Select((compilation, _) => compilation.AssemblyName ?? ""))
                .Select((all, _) =>
                {
                    (((var contexts, var others), var statement), string assembly) = all;
                    return ManifestModel.Of(contexts, others, statement, assembly);
                })
                .WithTrackingName(Step),
            static (output, model) =>
            {
                if (model.Entries.Count > 0)
                    output.AddSource("PrivacyManifest.g.cs", ManifestEmitter.Emit(model));
            });
}

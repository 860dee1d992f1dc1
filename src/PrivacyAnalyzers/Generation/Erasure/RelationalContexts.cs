using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>The contexts with data subjects, in a compilation that can compile what is generated for them.</summary>
internal static class RelationalContexts
{
    public static IncrementalValuesProvider<ContextModel> Of(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<bool> canCompile = context.CompilationProvider.Select((compilation, _) => GeneratedFor.CanChangeRows(compilation));
        return ModelPipeline.Contexts(context)
            .Combine(canCompile)
            .Where(pair => pair.Right && GeneratedFor.ChangesRowsOf(pair.Left))
            .Select((pair, _) => pair.Left);
    }
}

using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>The contexts with data subjects, in a compilation that can compile what is generated for them.</summary>
internal static class RelationalContexts
{
    /// <summary>Set-based statements came with version 7; savepoints and strategies are part of the relational package.</summary>
    private const int FirstMajor = 8;

    public static IncrementalValuesProvider<ContextModel> Of(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<bool> canCompile = context.CompilationProvider.Select((compilation, _) =>
            compilation.GetTypesByMetadataName("Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions").Length > 0 &&
            compilation.GetTypesByMetadataName("PrivacyAnalyzers.ErasureReceipt").Length > 0);
        return ModelPipeline.Contexts(context)
            .Combine(canCompile)
            .Where(pair => pair.Right && pair.Left.EfCoreMajor >= FirstMajor && pair.Left.Subjects.Count > 0)
            .Select((pair, _) => pair.Left);
    }
}

using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Retention;

/// <summary>The retention sweep of every EF Core context with data subjects. Clauses S13 to S16 and S19.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class RetentionGenerator : IIncrementalGenerator
{
    internal const string Step = "Retention";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ContextModel> contexts = RelationalContexts.Of(context).WithTrackingName(Step);
        context.RegisterSourceOutput(contexts, (output, model) => output.AddSource(SweepEmitter.FileName(model), SweepEmitter.Emit(model)));
    }
}

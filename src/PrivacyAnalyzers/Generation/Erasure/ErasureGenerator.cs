using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>Erasure and its preview for every data subject of every EF Core context, and for those that no context stores, in any store. Clauses S15 to S23 and S31.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ErasureGenerator : IIncrementalGenerator
{
    internal const string Step = "Erasure";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ContextModel> contexts = RelationalContexts.Of(context).WithTrackingName(Step);
        context.RegisterSourceOutput(contexts, (output, model) =>
        {
            output.AddSource(TransactionEmitter.FileName(model), TransactionEmitter.Emit(model));
            foreach (SubjectModel subject in model.Subjects)
                output.AddSource(ErasureEmitter.FileName(model, subject), ErasureEmitter.Emit(model, subject));
        });
        context.RegisterSourceOutput(contexts.Combine(CanaryEmitter.IsAskedFor(context)), (output, pair) =>
        {
            foreach (SubjectModel subject in pair.Left.Subjects.Where(_ => pair.Right))
                output.AddSource(CanaryEmitter.FileName(pair.Left, subject), CanaryEmitter.Emit(pair.Left, subject));
        });
        context.RegisterSourceOutput(ModelPipeline.PlainSubjects(context).Combine(ModelPipeline.Outside(context)), (output, pair) =>
        {
            if (pair.Right?.Subjects.FirstOrDefault(subject => subject.Type.Global == pair.Left.Type.Global) is { } subject)
                output.AddSource(GeneratedNames.File(subject.Type, "Erasure"), StoreErasureEmitter.Emit(pair.Left, pair.Right, subject));
        });
    }
}

using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Generation.Export;

/// <summary>Emits typed exports of data subjects: from each EF Core context that holds one, and from the object itself where none does.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ExportGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterSourceOutput(ModelPipeline.Contexts(context), static (output, model) =>
        {
            if (model.Subjects.Count == 0)
                return;
            output.AddSource(GeneratedNames.File(model.Type, "Export"), ExportEmitter.Emit(model));
            if (FilterAssertion.Call(model) is not null)
                output.AddSource(FilterAssertion.FileName(model), FilterAssertion.Emit(model));
        });
        context.RegisterSourceOutput(ModelPipeline.PlainSubjects(context), static (output, model) =>
            output.AddSource(GeneratedNames.File(model.Type, "Export"), PlainExportEmitter.Emit(model)));
    }
}

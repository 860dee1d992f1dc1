using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Rights;

/// <summary>Correction, restriction, withdrawn consent and opt-out for every data subject of every EF Core context. Clauses S06, S18 and S21.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class RightsGenerator : IIncrementalGenerator
{
    internal const string Step = "Rights";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ContextModel> contexts = RelationalContexts.Of(context).WithTrackingName(Step);
        context.RegisterSourceOutput(contexts, (output, model) =>
        {
            foreach (SubjectModel subject in model.Subjects)
            {
                if (RightsEmitter.Emit(model, subject) is { } text)
                    output.AddSource(GeneratedNames.File(model.Type, subject.UniqueName + ".Rights"), text);
            }
        });
    }
}

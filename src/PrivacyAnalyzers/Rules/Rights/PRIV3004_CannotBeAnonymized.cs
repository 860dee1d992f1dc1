using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Rules.Rights;

/// <summary>
/// Personal data that has to be replaced where its row or object stays, and cannot be. Generated erasure and sweep refuse, before they touch
/// a row, for what this reports; an object's <c>Anonymize</c> is not generated.
/// </summary>
internal sealed class PRIV3004_CannotBeAnonymized : PrivacyRule
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV3004",
        title: "Personal data that cannot be anonymised",
        message: "'{0}' ({1}) must be replaced where {2}, but it {3}",
        category: RuleDescriptor.Rights,
        severity: DiagnosticSeverity.Error,
        description: "A row that a law, a hold or another row keeps loses its personal data. What cannot be replaced would stay, so generated code refuses to erase such a row at all.");

    /// <summary>The property that names the <see cref="AnonymizationRemedy"/>.</summary>
    public const string RemedyKey = "PRIV3004.Remedy";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start) => StoredModels.Register(start, CheckContext, CheckObject);

    private static void CheckContext(StoredModels models, SymbolAnalysisContext context, ContextModel model)
    {
        if (!GeneratedFor.CanChangeRows(context.Compilation) || !GeneratedFor.ChangesRowsOf(model))
            return;
        foreach (EntityModel entity in model.Entities)
            Report(models, context, entity.Type, $"a row of '{entity.Type.Name}' has to stay", Anonymization.Of(model, entity));
    }

    private static void CheckObject(StoredModels models, SymbolAnalysisContext context, PlainSubjectModel subject)
    {
        if (!ModelCache.IsMappedElsewhere(context.Compilation, context.CancellationToken))
            Report(models, context, subject.Type, $"'{subject.Type.Name}' is anonymised", Anonymization.Of(subject));
    }

    private static void Report(StoredModels models, SymbolAnalysisContext context, TypeName type, string occasion, IEnumerable<AnonymizationFault> faults)
    {
        foreach (AnonymizationFault fault in faults)
            models.Report(context, type, fault.Member, fault.Reason, (place, about) => Diagnostic.Create(Descriptor, place, about.Add(RemedyKey, fault.Remedy.ToString()), $"{type.Name}.{fault.Member}", fault.Category, occasion, fault.Reason));
    }
}

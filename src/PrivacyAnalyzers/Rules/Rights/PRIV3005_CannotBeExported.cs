using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Rules.Rights;

/// <summary>Exported data of a type that says nothing of its value. Generated exports write <c>ToString</c> exactly for what this reports.</summary>
internal sealed class PRIV3005_CannotBeExported : PrivacyRule
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV3005",
        title: "Personal data of a type that cannot be exported",
        message: "'{0}' ({1}) is exported as the text of its type '{2}', which does not tell its value; use a type that does, such as text, a number, a date or a list of these, or override ToString",
        category: RuleDescriptor.Rights,
        severity: DiagnosticSeverity.Warning,
        description: "A person who asks for their data gets values, not names of types. The export knows how to write what JSON has, and what has a text of its own.");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        StoredModels.Register(start, CheckContext, CheckObject);
    }

    private static void CheckContext(StoredModels models, SymbolAnalysisContext context, ContextModel model)
    {
        var exported = new HashSet<string>(model.Subjects.SelectMany(subject => subject.Paths).Select(path => path.Entity), StringComparer.Ordinal);
        foreach (EntityModel entity in model.Entities)
        {
            if (exported.Contains(entity.Type.Global) && !entity.IsAbstract)
                Report(models, context, entity.Type, entity.Members, entity.Components);
        }
    }

    private static void CheckObject(StoredModels models, SymbolAnalysisContext context, PlainSubjectModel subject) =>
        Report(models, context, subject.Type, subject.Members, subject.Components);

    private static void Report(StoredModels models, SymbolAnalysisContext context, TypeName type, EquatableArray<MemberModel> members, EquatableArray<ComponentModel> components)
    {
        foreach ((string path, MemberModel member) in Exportability.Faults(members, components))
        {
            string kind = member.Category ?? (member.Consent is not null ? "consent" : "opt-out");
            models.Report(context, type, path, "", (place, about) => Diagnostic.Create(Descriptor, place, about, $"{type.Name}.{path}", kind, member.Type.Replace("global::", "")));
        }
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Rules.Rights;

/// <summary>A data subject that no request can name. The generators look for the key in the same places.</summary>
internal sealed class PRIV3002_SubjectWithoutKey : PrivacyRule
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV3002",
        title: "Data subject without a key",
        message: "'{0}' is a data subject and has no key that a request could name it by; add a property 'Id', or mark the key with [SubjectKey]",
        category: RuleDescriptor.Rights,
        severity: DiagnosticSeverity.Error,
        description: "A verified request names one person, by the key. Without one, that person's data can be neither exported nor erased.");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        if (!SubjectTypes.CanBeMarked(start.Compilation))
            return;
        start.RegisterSymbolAction(static symbol => Check(symbol, (INamedTypeSymbol)symbol.Symbol), SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class || !IsResponsible(type) || ModelFitness.Of(type, context.Compilation) != Unfitness.None)
            return;
        if (ModelKeys.OfSubject(type, Enumerable.Empty<EntityFacts>(), context.Compilation).Count > 0)
            return;

        // Keys may be said in OnModelCreating. Read only once a subject shows no key by itself.
        if (ModelCache.Configurations(context.Compilation, context.CancellationToken).Any(facts => ModelKeys.OfSubject(type, facts.WithBases(type), context.Compilation).Count > 0))
            return;
        context.ReportFinding(Diagnostic.Create(Descriptor, SubjectTypes.Place(type), Findings.At(type), type.Name));
    }

    /// <summary>The first class of its line that has rows: a marked one, or one whose marked bases are all abstract.</summary>
    private static bool IsResponsible(INamedTypeSymbol type)
    {
        if (type.IsAbstract || !ContextModelBuilder.IsMarked(type))
            return false;
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (!current.IsAbstract && ContextModelBuilder.IsMarked(current))
                return false;
        }

        return true;
    }
}

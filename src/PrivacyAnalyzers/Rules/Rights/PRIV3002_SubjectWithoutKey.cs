using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model;
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
        var configured = new Lazy<List<FluentFacts>>(() => ReadConfigurations(start.Compilation, start.CancellationToken));
        start.RegisterSymbolAction(symbol => Check(symbol, (INamedTypeSymbol)symbol.Symbol, configured), SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context, INamedTypeSymbol type, Lazy<List<FluentFacts>> configured)
    {
        if (type.TypeKind != TypeKind.Class || !IsResponsible(type) || ModelFitness.Of(type, context.Compilation) != Unfitness.None)
            return;
        if (ModelKeys.OfSubject(type, Enumerable.Empty<EntityFacts>(), context.Compilation).Count > 0)
            return;
        if (configured.Value.Any(facts => ModelKeys.OfSubject(type, facts.WithBases(type), context.Compilation).Count > 0))
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

    /// <summary>Keys may be said in <c>OnModelCreating</c>. Read only once a subject shows no key by itself.</summary>
    private static List<FluentFacts> ReadConfigurations(Compilation compilation, CancellationToken cancellation) =>
        new SourceTypes(compilation).All
            .Where(type => type.TypeKind == TypeKind.Class && EfCore.IsContext(type))
            .Select(type => FluentReader.Read(type, EfCore.Sets(type).Select(set => set.Entity), compilation, cancellation))
            .ToList();
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Rights;

/// <summary>Hands the models that code is generated for to rules, as the generators see them. One a compilation and rule.</summary>
internal sealed class StoredModels(AnalyzerOptions options)
{
    private readonly ConcurrentDictionary<(ISymbol, string), bool> _reported = new();

    /// <param name="checkContext">For each context with data subjects.</param>
    /// <param name="checkObject">For each data subject that no context of the compilation stores.</param>
    public static void Register(
        CompilationStartAnalysisContext start,
        Action<StoredModels, SymbolAnalysisContext, ContextModel> checkContext,
        Action<StoredModels, SymbolAnalysisContext, PlainSubjectModel>? checkObject = null)
    {
        if (!SubjectTypes.CanBeMarked(start.Compilation) || !GeneratedFor.HasRuntime(start.Compilation))
            return;
        var models = new StoredModels(start.Options);
        start.RegisterSymbolAction(
            symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                if (type.TypeKind == TypeKind.Class && EfCore.IsContext(type))
                {
                    if (ModelCache.Context(symbol.Compilation, MetadataNames.FullName(type), models.Statement(symbol.CancellationToken), symbol.CancellationToken) is { Subjects.Count: > 0 } model)
                        checkContext(models, symbol, model);
                }
                else if (checkObject is not null && PrivacyAttributes.Find(type, "DataSubjectAttribute") is not null && models.PlainSubject(symbol, type) is { } subject)
                {
                    checkObject(models, symbol, subject);
                }
            },
            SymbolKind.NamedType);
    }

    /// <summary>Reports at the type's declaration, or at a member of it; for what another assembly declares, at the context's property for it, or the context.</summary>
    /// <param name="key">Two contexts may store one type, and two entities inherit one member: the same fault is reported once.</param>
    public void Report(SymbolAnalysisContext context, TypeName type, string? member, string key, Func<Location, ImmutableDictionary<string, string?>, Diagnostic> create)
    {
        INamedTypeSymbol? found = context.Compilation.GetTypeByMetadataName(type.Metadata) ?? context.Compilation.Assembly.GetTypeByMetadataName(type.Metadata);
        ISymbol? place = found is not null && member is not null ? MemberPaths.Find(found, member) : null;
        ISymbol about = place ?? found ?? context.Symbol;
        place = Shown(place, context) ?? Shown(found, context) ?? Set(context, type) ?? context.Symbol;
        if (_reported.TryAdd((place.OriginalDefinition, key), true))
            context.ReportFinding(create(SubjectTypes.Place(place), Findings.At(about)));
    }

    // Asked each time, with the token of who asks: what was cancelled once would stay so in a Lazy, and it is read once anyway.
    private PrivacyStatement? Statement(CancellationToken cancellation) => StatementLocator.Load(options, cancellation)?.Statement;

    private PlainSubjectModel? PlainSubject(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        PrivacyStatement? statement = Statement(context.CancellationToken);
        string name = MetadataNames.FullName(type);
        return ModelCache.Stored(context.Compilation, statement).NamesInContexts(context.CancellationToken).Contains(name)
            ? null
            : ModelCache.PlainSubject(context.Compilation, name, statement, context.CancellationToken);
    }

    private static ISymbol? Shown(ISymbol? symbol, SymbolAnalysisContext context) => symbol?.HasPlaceIn(context.Compilation) == true ? symbol : null;

    private static ISymbol? Set(SymbolAnalysisContext context, TypeName type) => context.Symbol is INamedTypeSymbol symbol
        ? EfCore.Sets(symbol).Where(set => MetadataNames.FullName(set.Entity) == type.Metadata).Select(set => Shown(set.Property, context)).FirstOrDefault()
        : null;
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Rights;

/// <summary>Hands the contexts that erasure and sweep are generated for to rules, as the generators see them.</summary>
internal static class StoredModels
{
    public static void Register(CompilationStartAnalysisContext start, Action<SymbolAnalysisContext, ContextModel> check)
    {
        if (!SubjectTypes.CanBeMarked(start.Compilation) || !EfCore.IsReferenced(start.Compilation) || !ChangedContexts.CanCompile(start.Compilation))
            return;
        var statement = new Lazy<PrivacyStatement?>(() => StatementLocator.Load(start.Options, start.CancellationToken)?.Statement);
        start.RegisterSymbolAction(
            symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                if (type.TypeKind == TypeKind.Class && EfCore.IsContext(type) &&
                    ModelCache.Context(symbol.Compilation, MetadataNames.FullName(type), statement.Value, symbol.CancellationToken) is { } model && ChangedContexts.Has(model))
                {
                    check(symbol, model);
                }
            },
            SymbolKind.NamedType);
    }

    /// <summary>The entity's declaration; for one of another assembly the context's property for it, or the context.</summary>
    public static Location Place(SymbolAnalysisContext context, EntityModel entity)
    {
        if (context.Compilation.Assembly.GetTypeByMetadataName(entity.Type.Metadata) is { } type)
            return SubjectTypes.Place(type);
        ISymbol? set = EfCore.Sets((INamedTypeSymbol)context.Symbol).Where(set => MetadataNames.FullName(set.Entity) == entity.Type.Metadata).Select(set => set.Property).FirstOrDefault();
        return SubjectTypes.Place(set ?? context.Symbol);
    }
}

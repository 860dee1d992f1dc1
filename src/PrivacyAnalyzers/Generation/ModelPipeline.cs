using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Generation;

/// <summary>
/// What every generator starts from. Names are found in the files that declare them; models are built again whenever the compilation
/// changes, since a model spans files; equal models end the work there, so an unrelated edit emits nothing again.
/// </summary>
internal static class ModelPipeline
{
    public const string StatementStep = "Statement";
    public const string ContextNamesStep = "ContextNames";
    public const string ContextsStep = "Contexts";
    public const string MarkedStep = "Marked";
    public const string PlainSubjectsStep = "PlainSubjects";
    public const string OtherStoredTypesStep = "OtherStoredTypes";
    public const string OutsideStep = "Outside";

    /// <summary>The statement as far as it can be read, whatever the lines it stands on; <see langword="null"/> where there is none.</summary>
    public static IncrementalValueProvider<PrivacyStatement?> Statement(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider.Collect().Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, cancellation) => StatementLocator.Find(pair.Left, pair.Right) is { } file ? StatementLocator.Load(file, cancellation)?.Statement?.WithoutPlaces() : null)
            .WithTrackingName(StatementStep);

    /// <summary>The EF Core contexts that code can be generated for.</summary>
    /// <param name="needsRuntime">Whether what is generated uses the annotations' runtime types, which only .NET 8 and later have.</param>
    public static IncrementalValuesProvider<ContextModel> Contexts(IncrementalGeneratorInitializationContext context, bool needsRuntime = true) =>
        ContextNames(context).Combine(context.CompilationProvider).Combine(Statement(context))
            .SelectMany((pair, cancellation) =>
            {
                ((EquatableArray<string> names, Compilation compilation), PrivacyStatement? statement) = pair;
                if (names.Count == 0 || (needsRuntime && !GeneratedFor.HasRuntime(compilation)))
                    return ImmutableArray<ContextModel>.Empty;
                return names.Select(name => ModelCache.Context(compilation, name, statement, cancellation)).OfType<ContextModel>().ToImmutableArray();
            })
            .WithTrackingName(ContextsStep);

    /// <summary>The data subjects declared here that no context stores.</summary>
    public static IncrementalValuesProvider<PlainSubjectModel> PlainSubjects(IncrementalGeneratorInitializationContext context) =>
        OutsideContexts(context, Marked(context, "DataSubjectAttribute")).WithTrackingName(PlainSubjectsStep);

    /// <summary>What is declared here, says that it is stored, and no context stores, as one model. It has no subjects where there is no person among it.</summary>
    public static IncrementalValueProvider<ContextModel?> Outside(IncrementalGeneratorInitializationContext context) =>
        SayStored(context).Combine(ContextNames(context)).Combine(context.CompilationProvider).Combine(Statement(context))
            .Select((pair, cancellation) =>
            {
                (((EquatableArray<string> names, EquatableArray<string> contexts), Compilation compilation), PrivacyStatement? statement) = pair;
                if (names.Count == 0 || !GeneratedFor.HasRuntime(compilation))
                    return null;
                HashSet<string> stored = StoredIn(contexts, compilation, statement, cancellation);
                return ModelCache.Outside(compilation, names.Where(name => !stored.Contains(name)).ToArray(), statement, cancellation);
            })
            .WithTrackingName(OutsideStep);

    /// <summary>The types declared here that say they are stored, and that no context stores, neither by themselves nor inside another.</summary>
    public static IncrementalValuesProvider<PlainSubjectModel> OtherStoredTypes(IncrementalGeneratorInitializationContext context, bool needsRuntime = true) =>
        OutsideContexts(context, SayStored(context), needsRuntime)
            .Where(model => model.IsStored)
            .WithTrackingName(OtherStoredTypesStep);

    private static IncrementalValueProvider<EquatableArray<string>> SayStored(IncrementalGeneratorInitializationContext context) =>
        Marked(context, "DataSubjectAttribute").Combine(Marked(context, "DataClassAttribute")).Combine(Marked(context, "RetentionAttribute"))
            .Select((all, _) => Sorted(all.Left.Left.Concat(all.Left.Right).Concat(all.Right).ToImmutableArray()));

    private static HashSet<string> StoredIn(EquatableArray<string> contexts, Compilation compilation, PrivacyStatement? statement, CancellationToken cancellation) =>
        StoredTypes.Of(contexts.Select(name => ModelCache.Context(compilation, name, statement, cancellation)).OfType<ContextModel>());

    private static IncrementalValuesProvider<PlainSubjectModel> OutsideContexts(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<EquatableArray<string>> types, bool needsRuntime = true) =>
        types.Combine(ContextNames(context)).Combine(context.CompilationProvider).Combine(Statement(context))
            .SelectMany((pair, cancellation) =>
            {
                (((EquatableArray<string> names, EquatableArray<string> contexts), Compilation compilation), PrivacyStatement? statement) = pair;
                if (names.Count == 0 || (needsRuntime && !GeneratedFor.HasRuntime(compilation)))
                    return ImmutableArray<PlainSubjectModel>.Empty;
                HashSet<string> stored = StoredIn(contexts, compilation, statement, cancellation);
                return names.Where(name => !stored.Contains(name))
                    .Select(name => ModelCache.PlainSubject(compilation, name, statement, cancellation))
                    .OfType<PlainSubjectModel>().ToImmutableArray();
            });

    /// <summary>A context carries no attribute: every class with a base is a candidate, and one of its parts speaks for all.</summary>
    private static IncrementalValueProvider<EquatableArray<string>> ContextNames(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .CreateSyntaxProvider(
                (node, _) => node is ClassDeclarationSyntax { BaseList.Types.Count: > 0 },
                (syntax, cancellation) => syntax.SemanticModel.GetDeclaredSymbol(syntax.Node, cancellation) is INamedTypeSymbol type && EfCore.IsContext(type)
                    ? MetadataNames.FullName(type)
                    : null)
            .Where(name => name is not null)
            .Collect()
            .Select((names, _) => Sorted(names!))
            .WithTrackingName(ContextNamesStep);

    /// <summary>The types that carry an attribute of ours.</summary>
    private static IncrementalValueProvider<EquatableArray<string>> Marked(IncrementalGeneratorInitializationContext context, string attribute) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                PrivacyAttributes.MetadataName(attribute),
                (node, _) => node is TypeDeclarationSyntax,
                (syntax, _) => syntax.TargetSymbol is INamedTypeSymbol type ? MetadataNames.FullName(type) : null)
            .Where(name => name is not null)
            .Collect()
            .Select((names, _) => Sorted(names!))
            .WithTrackingName(MarkedStep);

    private static EquatableArray<string> Sorted(ImmutableArray<string> names) =>
        names.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();
}

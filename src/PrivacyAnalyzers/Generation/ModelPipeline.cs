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
    public const string SubjectNamesStep = "SubjectNames";
    public const string PlainSubjectsStep = "PlainSubjects";

    /// <summary>The statement as far as it can be read; <see langword="null"/> where there is none.</summary>
    public static IncrementalValueProvider<PrivacyStatement?> Statement(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider.Collect().Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, cancellation) => StatementLocator.Find(pair.Left, pair.Right) is { } file ? StatementLocator.Load(file, cancellation)?.Statement : null)
            .WithTrackingName(StatementStep);

    /// <summary>The EF Core contexts that code can be generated for.</summary>
    public static IncrementalValuesProvider<ContextModel> Contexts(IncrementalGeneratorInitializationContext context) =>
        ContextNames(context).Combine(context.CompilationProvider).Combine(Statement(context))
            .SelectMany((pair, cancellation) =>
            {
                ((EquatableArray<string> names, Compilation compilation), PrivacyStatement? statement) = pair;
                if (names.Count == 0 || !HasRuntime(compilation))
                    return ImmutableArray<ContextModel>.Empty;
                return names.Select(name => ModelCache.Context(compilation, name, statement, cancellation)).OfType<ContextModel>().ToImmutableArray();
            })
            .WithTrackingName(ContextsStep);

    /// <summary>The data subjects declared here that no context stores.</summary>
    public static IncrementalValuesProvider<PlainSubjectModel> PlainSubjects(IncrementalGeneratorInitializationContext context) =>
        SubjectNames(context).Combine(ContextNames(context)).Combine(context.CompilationProvider).Combine(Statement(context))
            .SelectMany((pair, cancellation) =>
            {
                (((EquatableArray<string> subjects, EquatableArray<string> contexts), Compilation compilation), PrivacyStatement? statement) = pair;
                if (subjects.Count == 0 || !HasRuntime(compilation))
                    return ImmutableArray<PlainSubjectModel>.Empty;
                var stored = new HashSet<string>(
                    contexts.Select(name => ModelCache.Context(compilation, name, statement, cancellation)).OfType<ContextModel>()
                        .SelectMany(model => model.Entities).Select(entity => entity.Type.Metadata),
                    StringComparer.Ordinal);
                return subjects.Where(name => !stored.Contains(name))
                    .Select(name => ModelCache.PlainSubject(compilation, name, statement, cancellation))
                    .OfType<PlainSubjectModel>().ToImmutableArray();
            })
            .WithTrackingName(PlainSubjectsStep);

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

    private static IncrementalValueProvider<EquatableArray<string>> SubjectNames(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                PrivacyAttributes.MetadataName("DataSubjectAttribute"),
                (node, _) => node is TypeDeclarationSyntax,
                (syntax, _) => syntax.TargetSymbol is INamedTypeSymbol type ? MetadataNames.FullName(type) : null)
            .Where(name => name is not null)
            .Collect()
            .Select((names, _) => Sorted(names!))
            .WithTrackingName(SubjectNamesStep);

    /// <summary>Generated code needs the annotations' runtime types, which the .NET Standard build lacks.</summary>
    private static bool HasRuntime(Compilation compilation) => compilation.GetTypesByMetadataName("PrivacyAnalyzers.VerifiedRequest`1").Length > 0;

    private static EquatableArray<string> Sorted(ImmutableArray<string> names) =>
        names.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();
}

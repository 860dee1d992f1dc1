using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Models and facts of a compilation, built once for all generators and rules. Weak by compilation: nothing outlives it.</summary>
internal static class ModelCache
{
    private static readonly ConditionalWeakTable<Compilation, OnceTable<(string Name, PrivacyStatement? Statement)>> Tables = new();

    /// <summary>The model of a context that this compilation declares; <see langword="null"/> where there is none or code cannot be generated for it.</summary>
    public static ContextModel? Context(Compilation compilation, string metadataName, PrivacyStatement? statement, CancellationToken cancellation) =>
        Get(compilation, "context " + metadataName, statement, () =>
            compilation.Assembly.GetTypeByMetadataName(metadataName) is { } type ? ContextModelBuilder.Build(type, compilation, statement, cancellation) : null);

    /// <summary>The model of a data subject outside any database.</summary>
    public static PlainSubjectModel? PlainSubject(Compilation compilation, string metadataName, PrivacyStatement? statement, CancellationToken cancellation) =>
        Get(compilation, "subject " + metadataName, statement, () =>
            compilation.Assembly.GetTypeByMetadataName(metadataName) is { } type ? PlainSubjectBuilder.Build(type, compilation, statement, cancellation) : null);

    /// <summary>The model of types that no context stores; <see langword="null"/> where no person is among them.</summary>
    public static ContextModel? Outside(Compilation compilation, IReadOnlyList<string> metadataNames, PrivacyStatement? statement, CancellationToken cancellation)
    {
        INamedTypeSymbol[] types = metadataNames.Select(compilation.Assembly.GetTypeByMetadataName).OfType<INamedTypeSymbol>()
            .Where(type => ModelFitness.Of(type, compilation) == Unfitness.None && PrivacyAttributes.Find(type, "TransientAttribute") is null).ToArray();
        return types.Any(ContextModelBuilder.IsMarked) ? ContextModelBuilder.BuildOutside(types, compilation, statement, cancellation) : null;
    }

    /// <summary>What the compilation stores: all rules ask the same, and each answer takes a walk over its types.</summary>
    public static StoredData Stored(Compilation compilation, PrivacyStatement? statement) =>
        Get(compilation, "stored", statement, () => new StoredData(compilation, statement))!;

    /// <summary>What the configurations of its contexts say, each by itself.</summary>
    public static IReadOnlyList<FluentFacts> Configurations(Compilation compilation, CancellationToken cancellation) =>
        Get(compilation, "configurations", null, () => EfCore.Contexts(compilation, Stored(compilation, null).Types)
            .Select(type => FluentReader.Read(type, EfCore.Sets(type).Select(set => set.Entity), compilation, cancellation))
            .ToArray())!;

    /// <summary>Whether a context of another project stores the models of this one, as far as can be told from here.</summary>
    public static bool IsMappedElsewhere(Compilation compilation, CancellationToken cancellation) =>
        Get<object>(compilation, "mapped elsewhere", null, () => MappedElsewhere.AreModelsOf(compilation, cancellation)) is true;

    /// <summary>What its declarations are classified as: read once, whichever rule asks.</summary>
    public static MemberClassifier Classifier(Compilation compilation, PrivacyStatement? statement) =>
        Get(compilation, "classifier", statement, () => new MemberClassifier(statement))!;

    /// <summary>Which purposes and recipients its code has.</summary>
    public static CodeMarks Marks(Compilation compilation) => Get(compilation, "marks", null, () => new CodeMarks())!;

    private static T? Get<T>(Compilation compilation, string name, PrivacyStatement? statement, Func<T?> build)
        where T : class => Tables.GetValue(compilation, static _ => new()).Get((name, statement), build);
}

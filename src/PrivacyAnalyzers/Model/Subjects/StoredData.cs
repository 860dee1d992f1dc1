using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// What a compilation stores, and whom it is about: the contexts as the generators see them, and types that are marked as stored.
/// One a compilation, see <see cref="ModelCache.Stored"/>; safe for concurrent use.
/// </summary>
internal sealed class StoredData(Compilation compilation, PrivacyStatement? statement)
{
    private static readonly string[] Marks = ["DataSubjectAttribute", "DataClassAttribute", "RetentionAttribute"];

    private readonly ConcurrentDictionary<INamedTypeSymbol, Reach> _reaches = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, INamedTypeSymbol?> _symbols = new(StringComparer.Ordinal);
    private ContextSet? _contexts;
    private ObjectReach? _objects;

    public SourceTypes Types { get; } = new(compilation);

    /// <summary>Whether objects of the type are kept: a context stores them, or a mark says so.</summary>
    public bool IsStored(INamedTypeSymbol type, CancellationToken cancellation) =>
        MayBeStored(type) && (IsMarked(type) || Contexts(cancellation).Stored.Contains(MetadataNames.FullName(type)));

    /// <summary>The same, where it is known already what contexts store.</summary>
    public static bool IsStored(INamedTypeSymbol type, HashSet<string> inContexts) =>
        MayBeStored(type) && (IsMarked(type) || inContexts.Contains(MetadataNames.FullName(type)));

    private static bool MayBeStored(INamedTypeSymbol type) => !StoredMembers.IsNeverStored(type) && !RetentionCoverage.IsTransient(type);

    /// <summary>The metadata names of the types that this compilation's contexts store.</summary>
    public HashSet<string> NamesInContexts(CancellationToken cancellation) => Contexts(cancellation).Stored;

    /// <summary>Whether the type, or a type that it derives from, carries a mark that only stored types have.</summary>
    public static bool IsMarked(INamedTypeSymbol type) =>
        NameResolver.OfType(type, Mark) is not null;

    /// <summary>Whether the type itself carries one.</summary>
    public static bool HasMark(INamedTypeSymbol type) => Mark(type) is not null;

    private static AttributeData? Mark(ISymbol type) => Marks.Select(mark => PrivacyAttributes.Find(type, mark)).FirstOrDefault(static found => found is not null);

    /// <summary>Who is reached from rows of the type.</summary>
    public Reach ReachOf(INamedTypeSymbol type, CancellationToken cancellation)
    {
        type = type.OriginalDefinition;
        return _reaches.TryGetValue(type, out Reach? known) ? known : _reaches.GetOrAdd(type, Find(type, cancellation));
    }

    /// <summary>The models of the contexts that this compilation declares.</summary>
    public ImmutableArray<ContextModel> Models(CancellationToken cancellation) => Contexts(cancellation).Models;

    private Reach Find(INamedTypeSymbol type, CancellationToken cancellation)
    {
        string name = MetadataNames.FullName(type);
        bool isEntity = false;
        foreach (ContextModel context in Contexts(cancellation).Models)
        {
            if (context.Entities.FirstOrDefault(entity => entity.Type.Metadata == name) is not { } entity)
                continue;
            isEntity = true;
            List<SubjectPath> paths = ContextIndex.Of(context).PathsOf(entity.Type.Global).ToList();
            if (paths.Count > 0)
                return Along(context, paths);

            // A subject that the generators cannot serve is another rule's: what hangs on it would be told twice.
            isEntity &= !context.Entities.Any(other => IsFaultySubject(context, other));
        }

        if (ContextModelBuilder.IsMarked(type))
            return new Reach(ReachKind.Reached, ImmutableArray.Create(type), ImmutableArray<INamedTypeSymbol>.Empty);
        if (isEntity)
            return new Reach(ReachKind.Unreached, ImmutableArray<INamedTypeSymbol>.Empty, ImmutableArray<INamedTypeSymbol>.Empty);
        if (Contexts(cancellation).Stored.Contains(name) && !Contexts(cancellation).Entities.Contains(name))
            return new Reach(ReachKind.Inside, ImmutableArray<INamedTypeSymbol>.Empty, ImmutableArray<INamedTypeSymbol>.Empty);
        return (_objects ??= new ObjectReach(Types)).Of(type);
    }

    private Reach Along(ContextModel context, List<SubjectPath> paths)
    {
        IEnumerable<INamedTypeSymbol> Named(IEnumerable<string> globals) => globals.Distinct()
            .Select(global => context.Find(global)).OfType<EntityModel>()
            .Select(entity => Symbol(entity.Type)).OfType<INamedTypeSymbol>();
        string[] subjects = paths.Select(path => path.Steps.Count == 0 ? path.Entity : path.Steps[path.Steps.Count - 1].Principal).Distinct(StringComparer.Ordinal).ToArray();

        // What a subject has at most one of belongs to it like its own members.
        IEnumerable<string> single = ContextIndex.Of(context).Single(subjects);
        return new Reach(
            ReachKind.Reached,
            Named(subjects).ToImmutableArray(),
            Named(paths.SelectMany(path => path.Steps).Select(step => step.Principal).Concat(single)).ToImmutableArray());
    }

    private bool IsFaultySubject(ContextModel context, EntityModel entity) =>
        Symbol(entity.Type) is { } type && ContextModelBuilder.IsMarked(type) &&
        !ContextIndex.Of(context).PathsOf(entity.Type.Global).Any();

    private INamedTypeSymbol? Symbol(TypeName type) =>
        _symbols.GetOrAdd(type.Metadata, name => compilation.Assembly.GetTypeByMetadataName(name) ?? compilation.GetTypeByMetadataName(name));

    // Not Lazy: one that was cancelled would stay so.
    private ContextSet Contexts(CancellationToken cancellation)
    {
        if (_contexts is { } known)
            return known;
        var models = EfCore.Contexts(compilation, Types)
            .Select(type => ModelCache.Context(compilation, MetadataNames.FullName(type), statement, cancellation)).OfType<ContextModel>()
            .ToImmutableArray();
        return _contexts = new ContextSet(
            models, StoredTypes.Of(models), new HashSet<string>(models.SelectMany(model => model.Entities).Select(entity => entity.Type.Metadata), StringComparer.Ordinal));
    }

    private sealed record ContextSet(ImmutableArray<ContextModel> Models, HashSet<string> Stored, HashSet<string> Entities);
}

/// <summary>Whether a stored type's rows lead to a person.</summary>
internal enum ReachKind
{
    Unreached,

    /// <summary>A row leads to a data subject, or is one.</summary>
    Reached,

    /// <summary>Stored inside another type's rows: that one counts.</summary>
    Inside,
}

/// <param name="Subjects">The data subjects.</param>
/// <param name="Companions">What stands on the way to them, and what they have one of.</param>
internal sealed record Reach(ReachKind Kind, ImmutableArray<INamedTypeSymbol> Subjects, ImmutableArray<INamedTypeSymbol> Companions);

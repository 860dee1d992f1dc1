using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Reads a context, all that it stores and the statement into one plain model.</summary>
internal sealed class ContextModelBuilder
{
    private readonly Compilation _compilation;
    private readonly MemberReader _members;
    private readonly HashSet<ISymbol> _stored = new(SymbolEqualityComparer.Default);
    private readonly ComponentReader _components;
    private readonly NameResolver _names;
    private readonly MemberClassifier _classifier;
    private readonly CancellationToken _cancellation;

    private ContextModelBuilder(Compilation compilation, PrivacyStatement? statement, CancellationToken cancellation)
    {
        _compilation = compilation;
        _cancellation = cancellation;
        _classifier = new MemberClassifier(statement);
        _names = new NameResolver(statement, cancellation);
        _members = new MemberReader(compilation, _classifier, _names);
        _components = new ComponentReader(compilation, _classifier, _members, _stored.Contains);
    }

    /// <summary>The context's model; <see langword="null"/> where code cannot be generated for it.</summary>
    public static ContextModel? Build(INamedTypeSymbol context, Compilation compilation, PrivacyStatement? statement, CancellationToken cancellation)
    {
        if (!IsFit(context, compilation))
            return null;
        return new ContextModelBuilder(compilation, statement, cancellation).Build(context);
    }

    /// <summary>The model of what no context stores: each type has rows of its own in some store, and refers to others by members.</summary>
    /// <param name="types">At least one. Those without a key are no rows.</param>
    public static ContextModel BuildOutside(IReadOnlyList<INamedTypeSymbol> types, Compilation compilation, PrivacyStatement? statement, CancellationToken cancellation)
    {
        var builder = new ContextModelBuilder(compilation, statement, cancellation);
        var facts = new FluentFacts();
        IReadOnlyList<EntityDraft> drafts = new EntityFinder(compilation, facts, builder._classifier, cancellation, isClosed: true)
            .FindAmong(types.Where(type => ModelKeys.Primary(type, Array.Empty<EntityFacts>(), compilation).Count > 0));
        return builder.Build(types[0], facts, drafts);
    }

    public static bool IsFit(INamedTypeSymbol context, Compilation compilation) =>
        !context.IsAbstract && ModelFitness.Of(context, compilation) == Unfitness.None && EfCore.IsContext(context);

    private ContextModel Build(INamedTypeSymbol context)
    {
        FluentFacts facts = FluentReader.Read(context, EfCore.Sets(context).Select(set => set.Entity), _compilation, _cancellation);
        return Build(context, facts, new EntityFinder(_compilation, facts, _classifier, _cancellation).Find(context));
    }

    private ContextModel Build(INamedTypeSymbol context, FluentFacts facts, IReadOnlyList<EntityDraft> drafts)
    {
        _stored.UnionWith(drafts.Select(draft => draft.Type));
        var index = new DraftIndex(drafts);
        var relations = new RelationFinder(drafts, index, facts);
        relations.Find();
        _cancellation.ThrowIfCancellationRequested();

        IReadOnlyList<EntityDraft> ordered = EntityOrder.ChildrenFirst(drafts);
        Dictionary<INamedTypeSymbol, string> names = TypeNames.Unique(drafts.Select(draft => draft.Type).ToArray());
        HashSet<EntityDraft> spread = TableLayout.SpreadRoots(drafts);
        HashSet<(string, string)> referred = Referred(drafts, index);
        ImmutableArray<EntityModel> entities = ordered.Select(draft => Entity(draft, index, spread, referred, relations, facts, names[draft.Type])).ToImmutableArray();
        var graph = new SubjectGraph(ordered, index);
        bool isPublic = TypeNames.IsPublic(context) && ModelTypes.ArePublicThroughout(drafts.Select(draft => draft.Type), _compilation);
        return new ContextModel(
            TypeNames.Of(context),
            HolderName(context),
            isPublic,
            EfCore.MajorVersion(context),
            new EquatableArray<EntityModel>(entities),
            drafts.Where(IsSubject).Select(draft => Subject(draft, graph, names[draft.Type])).OfType<SubjectModel>().ToEquatableArray());
    }

    /// <summary>A class of the project's own may have the name; one that is meant to be a part of the generated one is static.</summary>
    private static string HolderName(INamedTypeSymbol context)
    {
        string name = TypeNames.WithOuterNames(context) + "Privacy";
        return context.ContainingNamespace.GetTypeMembers(name, 0).Any(type => !type.IsStatic) ? name + "Methods" : name;
    }

    private EntityModel Entity(EntityDraft draft, DraftIndex index, HashSet<EntityDraft> spread, HashSet<(string Entity, string Member)> referred, RelationFinder relations, FluentFacts facts, string uniqueName)
    {
        MemberReader.Inherited inherited = _members.Of(draft.Type);
        var foreignKeys = new HashSet<string>(draft.Relations.SelectMany(relation => relation.ForeignKey), StringComparer.Ordinal);
        HashSet<string> unique = MemberReader.UniqueMembers(draft.Type, draft.Key.ToArray());
        return new EntityModel(
            TypeNames.Of(draft.Type),
            uniqueName,
            draft.SetName,
            draft.SetName is null ? $"db.Set<{draft.Global}>()" : "db." + TypeNames.Escape(draft.SetName),
            draft.Key.ToEquatableArray(),
            draft.IsKeyless,
            draft.Type.IsAbstract,
            spread.Contains(TableLayout.RootOf(draft)),
            TableLayout.IsHidden(draft),
            relations.HasLinks(draft),
            draft.Base?.Global,
            index.Heirs(draft.Type).Where(other => other != draft).Select(other => other.Global).ToEquatableArray(),
            inherited.DataClass,
            inherited.Retention,
            draft.Values.Select(value => _members.Read(value, inherited, draft.MemberFacts, new MemberRoles(
                (ModelMembers.IsMappedByConvention(value) || draft.MemberFacts.Any(fact => fact.Values.Contains(value.Name))) && !draft.Ignored.Contains(value.Name),
                draft.Key.Contains(value.Name) || referred.Contains((draft.Global, value.Name)),
                foreignKeys.Contains(value.Name),
                unique.Contains(value.Name) || (draft.Key.Count == 1 && draft.Key[0] == value.Name)))).ToEquatableArray(),
            draft.Components.Select(holder => _components.Read(holder, inherited, draft.Type, facts)).ToEquatableArray(),
            draft.Relations.ToEquatableArray(),
            QueryFilters.Of(draft).Distinct().ToEquatableArray())
        {
            OutOfReach = OutOfReach(draft).ToEquatableArray(),
            Misfits = draft.Misfits.ToEquatableArray(),
        };
    }

    /// <summary>What the context maps by name, and no generated code can: <c>Property("_email")</c>.</summary>
    private IEnumerable<string> OutOfReach(EntityDraft draft) => draft.Facts.SelectMany(fact => fact.Values).Distinct()
        .Where(name => draft.FindValue(name) is null && !draft.Ignored.Contains(name) && MemberPaths.Find(draft.Type, name) is { IsStatic: false } member && _classifier.Classify(member) is not null)
        .OrderBy(name => name, StringComparer.Ordinal);

    /// <summary>The members that rows refer to instead of the primary key, in the types that derive from each other.</summary>
    private static HashSet<(string Entity, string Member)> Referred(IReadOnlyList<EntityDraft> drafts, DraftIndex index)
    {
        ILookup<string, EntityDraft> byName = drafts.ToLookup(draft => draft.Global, StringComparer.Ordinal);
        IEnumerable<(string Principal, string Member)> named = drafts.SelectMany(draft => draft.Relations).SelectMany(relation => relation.PrincipalKey.Select(member => (relation.Principal, member))).Distinct();
        return new(named.SelectMany(pair => byName[pair.Principal]
            .SelectMany(principal => index.Heirs(principal.Type).Concat(principal.TypeAndBases.Select(index.Find).OfType<EntityDraft>()))
            .Select(draft => (draft.Global, pair.Member))));
    }

    private SubjectModel? Subject(EntityDraft draft, SubjectGraph graph, string uniqueName)
    {
        EquatableArray<KeyPart> key = KeyParts(draft, ModelKeys.OfSubject(draft.Type, draft.Facts, _compilation));
        if (key.Count == 0)
            return null;
        EquatableArray<KeyPart> row = KeyParts(draft, draft.Key);
        if (row.Equals(key) || row.Count != draft.Key.Count)
            row = EquatableArray<KeyPart>.Empty;
        return new SubjectModel(
            TypeNames.Of(draft.Type), uniqueName, key, KeyPart.TypeOf(key), SubjectPaths.Of(draft, key, graph),
            row, row.Count == 0 ? EquatableArray<SubjectPath>.Empty : SubjectPaths.Of(draft, row, graph, "id"));
    }

    private static EquatableArray<KeyPart> KeyParts(EntityDraft draft, IEnumerable<string> names) => names
        .Select(draft.FindValue)
        .OfType<ISymbol>()
        .Select(member => new KeyPart(member.Name, TypeNames.Escape(member.Name), TypeNames.Global(TypeNames.StripNullable(ModelMembers.TypeOf(member)))))
        .ToEquatableArray();

    /// <summary>A type marked as one; of a hierarchy its root within the context.</summary>
    private static bool IsSubject(EntityDraft draft) => IsMarked(draft.Type) && (draft.Base is null || !IsMarked(draft.Base.Type));

    public static bool IsMarked(INamedTypeSymbol type) => NameResolver.OfType(type, symbol => PrivacyAttributes.Find(symbol, "DataSubjectAttribute")) is not null;
}

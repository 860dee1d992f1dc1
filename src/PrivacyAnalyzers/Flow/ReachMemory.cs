using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Flow;

/// <summary>What bodies mention depends on these, and on the declarations of the whole compilation.</summary>
/// <param name="Stored">Finds the names of the types that contexts store: bodies configure them.</param>
internal sealed record ReachTerms(FlowCatalog Catalog, PrivacyStatement? Statement, Func<HashSet<string>> Stored);

/// <summary>What is known of the bodies of a program: what they mention, and what was found out from that.</summary>
internal sealed class ReachFacts
{
    public ConcurrentDictionary<ReachNode, BodyMentions> Mentions { get; private init; } = new();

    /// <summary>What values of types mean. No body has a say in it.</summary>
    public ConcurrentDictionary<ReachNode, TypeMentions> Types { get; private init; } = new();

    /// <summary>By what was asked for: see <see cref="ReachIndex"/>.</summary>
    public ConcurrentDictionary<ReachNode, bool>[] Answers { get; private init; } = [new(), new(), new()];

    /// <summary>Rests on what is done with values in bodies, not only on what these mention.</summary>
    public ConcurrentDictionary<ReachNode, Gives> Given { get; private init; } = new();

    /// <summary>The same where bodies of some declarations do something else with what they mention: what was found out of others may rest on these.</summary>
    public ReachFacts WithoutGiven(IEnumerable<ReachNode> changed)
    {
        var rest = new ReachFacts { Mentions = Mentions, Answers = Answers, Types = Types };
        HashSet<ReachNode> stale = LeadingTo(changed);
        foreach (KeyValuePair<ReachNode, Gives> given in Given)
        {
            if (!stale.Contains(given.Key))
                rest.Given.TryAdd(given.Key, given.Value);
        }

        return rest;
    }

    /// <summary>The same where bodies of some declarations mention something else.</summary>
    public ReachFacts With(IReadOnlyDictionary<ReachNode, BodyMentions> changed)
    {
        var rest = new ReachFacts { Types = Types, Given = WithoutGiven(changed.Keys).Given };
        foreach (KeyValuePair<ReachNode, BodyMentions> known in Mentions)
            rest.Mentions.TryAdd(known.Key, changed.TryGetValue(known.Key, out BodyMentions? now) ? now : known.Value);
        return rest;
    }

    /// <summary>Some pieces, and all that may run them or read what they keep.</summary>
    private HashSet<ReachNode> LeadingTo(IEnumerable<ReachNode> pieces)
    {
        var users = new Dictionary<ReachNode, List<ReachNode>>();
        foreach (KeyValuePair<ReachNode, BodyMentions> known in Mentions)
        {
            foreach (ReachNode next in known.Value.Next)
            {
                if (!users.TryGetValue(next, out List<ReachNode>? of))
                    users.Add(next, of = []);
                of.Add(known.Key);
            }
        }

        var leading = new HashSet<ReachNode>(pieces);
        var pending = new Stack<ReachNode>(pieces);
        while (pending.Count > 0)
        {
            if (!users.TryGetValue(pending.Pop(), out List<ReachNode>? of))
                continue;
            foreach (ReachNode user in of)
            {
                if (leading.Add(user))
                    pending.Push(user);
            }
        }

        return leading;
    }
}

/// <summary>
/// What the bodies of a compilation mention, for the next one: between two keystrokes all but one of them are as they were. Says no symbol
/// and holds no compilation, only its trees, and lives as long as one of the first of these.
/// </summary>
internal sealed class ReachMemory
{
    /// <summary>An edit exchanges one tree: of two, one is still there.</summary>
    private const int Anchors = 2;

    private static readonly ConditionalWeakTable<SyntaxTree, ReachMemory> Remembered = new();

    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly CSharpCompilationOptions _options;
    private readonly string? _name;
    private readonly FlowCatalog _catalog;
    private readonly PrivacyStatement? _statement;

    /// <param name="stored">See <see cref="Stored"/>.</param>
    /// <param name="places">See <see cref="Places"/>.</param>
    /// <param name="changed">See <see cref="Changed"/>.</param>
    private ReachMemory(CSharpCompilation compilation, ReachTerms terms, HashSet<string> stored, ReachFacts facts, ImmutableDictionary<int, IReadOnlyDictionary<int, int>> places, ImmutableArray<ReachNode> changed)
    {
        _trees = compilation.SyntaxTrees;
        _references = compilation.References.ToImmutableArray();
        _options = compilation.Options;
        _name = compilation.AssemblyName;
        _catalog = terms.Catalog;
        _statement = terms.Statement;
        Stored = stored;
        Facts = facts;
        Places = places;
        Changed = changed;
    }

    public ReachFacts Facts { get; private set; }

    /// <summary>The types that contexts store, by their metadata names.</summary>
    public HashSet<string> Stored { get; }

    /// <summary>For each tree that was edited, where its declarations stood when the facts began, by where they start now.</summary>
    public ImmutableDictionary<int, IReadOnlyDictionary<int, int>> Places { get; }

    /// <summary>Pieces whose bodies are no longer those that the facts speak of. None once it is settled.</summary>
    public ImmutableArray<ReachNode> Changed { get; private set; }

    /// <summary>Of a compilation: with what is known from the one before, where only bodies differ.</summary>
    public static ReachMemory Of(Compilation compilation, ReachTerms terms, CancellationToken cancellation)
    {
        var now = (CSharpCompilation)compilation;
        ReachMemory? before = now.SyntaxTrees.Take(Anchors).Select(static tree => Remembered.TryGetValue(tree, out ReachMemory? known) ? known : null).FirstOrDefault(static known => known is not null);
        return before?.Carry(now, terms, cancellation) ??
            new ReachMemory(now, terms, terms.Stored(), new ReachFacts(), ImmutableDictionary<int, IReadOnlyDictionary<int, int>>.Empty, ImmutableArray<ReachNode>.Empty);
    }

    /// <summary>From here on the next compilation goes on from this one.</summary>
    /// <param name="facts">What holds now that it is known what the changed bodies mention.</param>
    public void Settle(ReachFacts facts)
    {
        Facts = facts;
        Changed = ImmutableArray<ReachNode>.Empty;
        lock (Remembered)
        {
            for (int i = 0; i < Anchors && i < _trees.Length; i++)
            {
                Remembered.Remove(_trees[i]);
                Remembered.Add(_trees[i], this);
            }
        }
    }

    private ReachMemory? Carry(CSharpCompilation compilation, ReachTerms terms, CancellationToken cancellation)
    {
        if (_trees.Length != compilation.SyntaxTrees.Length || _name != compilation.AssemblyName || _catalog != terms.Catalog || !Equals(_statement, terms.Statement) ||
            !_options.Equals(compilation.Options) || !_references.SequenceEqual(compilation.References))
        {
            return null;
        }

        ImmutableDictionary<int, IReadOnlyDictionary<int, int>> places = Places;
        var changed = new HashSet<(int Tree, int Position)>();
        bool mayConfigure = false;
        for (int i = 0; i < _trees.Length; i++)
        {
            if (ReferenceEquals(_trees[i], compilation.SyntaxTrees[i]))
                continue;
            if (EditedTree.Compare(_trees[i], compilation.SyntaxTrees[i], cancellation) is not { } edit)
                return null;
            mayConfigure |= edit.MayConfigure;
            Places.TryGetValue(i, out IReadOnlyDictionary<int, int>? known);
            int First(int position) => known is null ? position : known[position];
            places = places.SetItem(i, edit.Places.ToDictionary(place => place.Key, place => First(place.Value)));
            changed.UnionWith(edit.Changed.Select(position => (i, First(position))));
        }

        if (mayConfigure && !Stored.SetEquals(terms.Stored()))
            return null;
        ImmutableArray<ReachNode> pieces = changed.Count == 0
            ? ImmutableArray<ReachNode>.Empty
            : Facts.Mentions.Keys.Where(node => node.Kind == ReachKind.Body && changed.Contains((node.Tree, node.Position))).ToImmutableArray();
        return new ReachMemory(compilation, terms, Stored, Facts, places, pieces);
    }
}

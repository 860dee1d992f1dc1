using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Flow;

/// <summary>What bodies mention depends on these, and on the declarations of the whole compilation.</summary>
/// <param name="Stored">Finds the names of the types that contexts store: bodies configure them. <see langword="null"/> where nobody asks what is stored.</param>
internal sealed record ReachTerms(FlowCatalog Catalog, PrivacyStatement? Statement, Func<HashSet<string>>? Stored);

/// <summary>
/// What the bodies of a compilation mention, for the next one: between two keystrokes all but one of them are as they were. Says no symbol
/// and keeps no compilation alive, only its trees, and lives as long as one of the first of these.
/// </summary>
internal sealed class ReachMemory
{
    /// <summary>An edit exchanges one tree: of two, one is still there.</summary>
    private const int Anchors = 2;

    private static readonly ConditionalWeakTable<SyntaxTree, ReachMemory> Remembered = new();

    private readonly ImmutableArray<SyntaxTree> _trees;

    /// <summary>A reference to another project holds that project's compilation.</summary>
    private readonly ImmutableArray<WeakReference<MetadataReference>> _references;
    private readonly CSharpCompilationOptions _options;
    private readonly string? _name;
    private readonly FlowCatalog _catalog;
    private readonly PrivacyStatement? _statement;

    /// <param name="stored">See <see cref="Stored"/>.</param>
    /// <param name="places">See <see cref="Places"/>.</param>
    /// <param name="changed">See <see cref="Changed"/>.</param>
    private ReachMemory(CSharpCompilation compilation, ImmutableArray<WeakReference<MetadataReference>> references, ReachTerms terms, HashSet<string>? stored, ReachFacts facts, ImmutableDictionary<int, IReadOnlyDictionary<int, int>> places, HashSet<(int Tree, int Position)> changed)
    {
        _trees = compilation.SyntaxTrees;
        _references = references;
        _options = compilation.Options;
        _name = compilation.AssemblyName;
        _catalog = terms.Catalog;
        _statement = terms.Statement;
        Stored = stored;
        Facts = facts;
        Places = places;
        Changed = changed;
    }

    /// <summary>The one before a compilation like none before it: a brace too few makes another program of a file, until the next is typed.</summary>
    private ReachMemory? _lastGood;

    public ReachFacts Facts { get; private set; }

    /// <summary>The types that contexts store, by their metadata names.</summary>
    public HashSet<string>? Stored { get; }

    /// <summary>For each tree that was edited, where its declarations stood when the facts began, by where they start now.</summary>
    public ImmutableDictionary<int, IReadOnlyDictionary<int, int>> Places { get; }

    /// <summary>Where declarations stood whose bodies are no longer those that the facts speak of. None once it is settled.</summary>
    public HashSet<(int Tree, int Position)> Changed { get; private set; }

    /// <summary>Of a compilation: with what is known from the one before, where only bodies differ.</summary>
    public static ReachMemory Of(Compilation compilation, ReachTerms terms, CancellationToken cancellation)
    {
        var now = (CSharpCompilation)compilation;
        ReachMemory? before = now.SyntaxTrees.Take(Anchors).Select(static tree => Remembered.TryGetValue(tree, out ReachMemory? known) ? known : null).FirstOrDefault(static known => known is not null);
        return before?.Carry(now, terms, cancellation) ?? before?._lastGood?.Carry(now, terms, cancellation) ??
            new ReachMemory(now, now.References.Select(static reference => new WeakReference<MetadataReference>(reference)).ToImmutableArray(), terms, terms.Stored?.Invoke(), new ReachFacts(), ImmutableDictionary<int, IReadOnlyDictionary<int, int>>.Empty, [])
            {
                _lastGood = before?._lastGood ?? before,
            };
    }

    /// <summary>From here on the next compilation goes on from this one.</summary>
    /// <param name="facts">What holds now that it is known what the changed bodies mention.</param>
    public void Settle(ReachFacts facts)
    {
        Facts = facts;
        Changed = [];
        lock (Remembered)
        {
            for (int i = 0; i < Anchors && i < _trees.Length; i++)
            {
                Remembered.Remove(_trees[i]);
                Remembered.Add(_trees[i], this);
            }
        }
    }

    private bool RefersTo(IEnumerable<MetadataReference> references)
    {
        int i = 0;
        foreach (MetadataReference reference in references)
        {
            if (i == _references.Length || !_references[i++].TryGetTarget(out MetadataReference? known) || !ReferenceEquals(known, reference))
                return false;
        }

        return i == _references.Length;
    }

    private ReachMemory? Carry(CSharpCompilation compilation, ReachTerms terms, CancellationToken cancellation)
    {
        if (_trees.Length != compilation.SyntaxTrees.Length || _name != compilation.AssemblyName || _catalog != terms.Catalog || !Equals(_statement, terms.Statement) || Stored is null != terms.Stored is null ||
            !_options.Equals(compilation.Options) || !RefersTo(compilation.References))
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

        if (mayConfigure && Stored is not null && !Stored.SetEquals(terms.Stored!()))
            return null;
        return new ReachMemory(compilation, _references, terms, Stored, Facts, places, changed);
    }
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Whether a body can have to do with a source or a sink at all, by itself or by what it runs. The cheap way out: each body is walked once,
/// and none is solved for it.
/// </summary>
internal sealed class ReachIndex
{
    /// <summary>What nobody can say: it is looked into.</summary>
    private static readonly BodyMentions Anything = new(Mentions.Source | Mentions.Sink, ImmutableArray<ReachNode>.Empty);

    private readonly FlowEngine _engine;
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<ITypeSymbol, TypeMentions> _types = new(SymbolKeys.Comparer);
    private readonly ReachNodes _nodes;
    private readonly ConcurrentDictionary<ReachNode, bool> _noted = new();
    private ReachFacts _facts;
    private int _read;
    private int _asked;

    /// <param name="memory">What is known from the compilation before.</param>
    public ReachIndex(FlowEngine engine, Compilation compilation, ReachMemory memory, CancellationToken cancellation)
    {
        _engine = engine;
        _compilation = compilation;
        _nodes = new ReachNodes(compilation, memory.Places);
        _facts = memory.Facts;
        if (memory.Changed.Count > 0)
            _facts = _facts.After(memory.Changed, node => _nodes.SymbolOf(node, cancellation) is { } member ? OfBody(member, cancellation) : Anything);
        memory.Settle(_facts);
    }

    /// <summary>The bodies that were walked for what they mention.</summary>
    public int Read => Volatile.Read(ref _read);

    /// <summary>How often a piece was asked what it hands on.</summary>
    public int Asked => Volatile.Read(ref _asked);

    public void CountAsked() => Interlocked.Increment(ref _asked);

    /// <summary>
    /// Reads what a body mentions, if nobody has, and the bodies that stand behind what it calls, keeps or creates: a body that is solved rests on
    /// all that it leads to.
    /// </summary>
    public void Note(ISymbol owner, CancellationToken cancellation)
    {
        if (_nodes.Of(owner, ReachKind.Body) is not { } node)
            return;
        var pending = new Stack<ReachNode>();
        var walked = new HashSet<ReachNode>();
        pending.Push(node);
        while (pending.Count > 0)
        {
            foreach (ReachNode next in MentionsOf(pending.Pop(), cancellation).Next)
            {
                if (next.Kind != ReachKind.Body && !_noted.ContainsKey(next) && walked.Add(next))
                    pending.Push(next);
            }
        }

        // Only now: broken off half way, the next one starts again.
        foreach (ReachNode seen in walked)
            _noted.TryAdd(seen, true);
    }

    /// <summary>Whether a label can be at hand in a body that leads to a sink.</summary>
    public bool IsWorthwhile(ImmutableArray<IOperation> blocks, ISymbol owner, CancellationToken cancellation)
    {
        if (Whole(blocks, owner) is not { } node)
        {
            // Arguments of attributes, say: part of what the symbol has to do with, and asked about once.
            BodyMentions part = Walk(blocks, owner, cancellation);
            return Reaches(part, Mentions.Sink, cancellation) && SeesLabel(part, cancellation);
        }

        if (_facts.Quiet.Contains(node))
            return false;
        BodyMentions mentions = MentionsOf(node, blocks, owner, cancellation);
        return Reaches(node, mentions, Mentions.Sink, cancellation) && SeesLabel(mentions, cancellation);
    }

    /// <summary>Whether what callers pass to a method can come to a sink.</summary>
    public bool MayExpose(ImmutableArray<IOperation> blocks, IMethodSymbol method, CancellationToken cancellation) =>
        Whole(blocks, method) is not { } node
            ? Reaches(Walk(blocks, method, cancellation), Mentions.Sink, cancellation)
            : !_facts.Harmless.Contains(node) && Reaches(node, MentionsOf(node, blocks, method, cancellation), Mentions.Sink, cancellation);

    /// <summary>A body was solved, and nobody has anything to say of it: until an edit reaches it, it need not be solved again.</summary>
    public void SetQuiet(ImmutableArray<IOperation> blocks, ISymbol owner, CancellationToken cancellation) => Set(_facts.Quiet, blocks, owner, cancellation);

    /// <summary>What callers pass was followed, and came to no sink: likewise.</summary>
    public void SetHarmless(ImmutableArray<IOperation> blocks, ISymbol owner, CancellationToken cancellation) => Set(_facts.Harmless, blocks, owner, cancellation);

    private void Set(FactTable<bool> facts, ImmutableArray<IOperation> blocks, ISymbol owner, CancellationToken cancellation)
    {
        if (Whole(blocks, owner) is not { } node)
            return;
        Note(owner, cancellation);
        facts.GetOrAdd(node, true);
    }

    /// <summary>Where the body is at hand: nobody has to look for it.</summary>
    private BodyMentions MentionsOf(ReachNode node, ImmutableArray<IOperation> blocks, ISymbol owner, CancellationToken cancellation) =>
        _facts.Mentions.TryGet(node, out BodyMentions known) ? known : _facts.Mentions.GetOrAdd(node, Walk(blocks, owner, cancellation));

    private ReachNode? Whole(ImmutableArray<IOperation> blocks, ISymbol owner) =>
        owner is IFieldSymbol or IPropertySymbol || blocks.Any(static block => block is IBlockOperation) ? _nodes.Of(owner, ReachKind.Body) : null;

    /// <summary>The piece that a symbol is; <see langword="null"/> where it runs nothing of this compilation.</summary>
    public ReachNode? NodeOf(ISymbol symbol, ReachKind kind, CancellationToken cancellation)
    {
        ReachNode? found = _nodes.Of(symbol, kind);
        if (found is not { } node || !ReachNodes.IsOutside(node))
            return found;

        // A later compilation that knows this one's pieces has no way back from them to a symbol that it does not declare.
        if (!_facts.Mentions.TryGet(node, out BodyMentions known))
            known = _facts.Mentions.GetOrAdd(node, OfOpenCall((IMethodSymbol)symbol, cancellation));
        return known.Next.IsEmpty ? null : node;
    }

    /// <summary>The symbol of a piece; <see langword="null"/> where the compilation has none such.</summary>
    public ISymbol? SymbolOf(ReachNode node, CancellationToken cancellation) => _nodes.SymbolOf(node, cancellation);

    public bool IsType(ReachNode node, CancellationToken cancellation) => SymbolOf(node, cancellation) is null or INamedTypeSymbol;

    /// <summary>Whether a labelled value can be at hand in the body of a member.</summary>
    public bool SeesLabel(ISymbol member, CancellationToken cancellation) =>
        _nodes.Of(member, ReachKind.Body) is { } node && SeesLabel(MentionsOf(node, cancellation), cancellation);

    /// <summary>An object that shows something only where it is taken apart may come from anywhere and be taken apart anywhere.</summary>
    private bool SeesLabel(BodyMentions mentions, CancellationToken cancellation) =>
        new LabelGivers(_engine, this, _facts.Given, cancellation).SeesLabel(mentions) ||
        (Reaches(mentions, Mentions.Whole, cancellation) && Reaches(mentions, Mentions.TakesApart, cancellation));

    private bool Reaches(BodyMentions mentions, Mentions wanted, CancellationToken cancellation)
    {
        if ((mentions.Own & wanted) != 0)
            return true;
        foreach (ReachNode next in mentions.Next)
        {
            if (Reaches(next, MentionsOf(next, cancellation), wanted, cancellation))
                return true;
        }

        return false;
    }

    /// <summary>What a value of a type means for whoever touches it.</summary>
    public TypeMentions Of(ITypeSymbol type) => _types.TryGetValue(type, out TypeMentions known) ? known : _types.GetOrAdd(type, Find(type));

    /// <summary>What is declared here means in the next compilation what it means in this one, and so does what libraries declare, which the compiler keeps.</summary>
    private TypeMentions Find(ITypeSymbol type)
    {
        if (MarkingAssemblies.KnowNothingOf(type))
            return _facts.LibraryTypes.TryGetValue(type, out TypeMentions library) ? library : _facts.LibraryTypes.GetOrAdd(type, Look(type));
        if (type is not INamedTypeSymbol { IsGenericType: false } || _nodes.Of(type, ReachKind.Kept) is not { } node)
            return Look(type);
        return _facts.Types.TryGetValue(node, out TypeMentions known) ? known : _facts.Types.GetOrAdd(node, Look(type));
    }

    private TypeMentions Look(ITypeSymbol type)
    {
        type = MemberShape.Plain(type);
        if (IdentifyingTypes.CategoryOf(type) is not null)
            return new TypeMentions(Mentions.Source, ImmutableArray<ReachNode>.Empty);
        if (TypeShapes.IsScalar(type))
            return default;
        ITypeSymbol inner = MemberShape.ElementType(type) ?? type;
        Mentions own = IdentifyingTypes.CategoryOf(inner) is not null || _engine.Shapes.MayShow(inner, RenderMode.ToText) ? Mentions.Source
            : RenderModes.Apart.Any(mode => _engine.Shapes.MayShow(inner, mode)) ? Mentions.Whole
            : Mentions.None;
        return new TypeMentions(own, To(Texts(type, inner).OfType<ISymbol>(), ReachKind.Body).Next);
    }

    private IEnumerable<ISymbol?> Texts(ITypeSymbol type, ITypeSymbol inner)
    {
        if (!ReferenceEquals(type, inner))
            yield return TypeShapes.OwnEnumerator(type);
        if (TypeShapes.IsScalar(inner))
            yield break;
        yield return TypeShapes.OwnToString(inner);
        foreach (VisiblePart part in _engine.Shapes.PartsOf(inner, RenderMode.ToText))
            yield return TypeShapes.OwnGetter(part.Member);
    }

    private bool Reaches(ReachNode node, BodyMentions mentions, Mentions wanted, CancellationToken cancellation)
    {
        if ((mentions.Own & wanted) != 0)
            return true;
        if (mentions.Next.IsEmpty)
            return false;
        FactTable<bool> answers = _facts.Answers[wanted switch { Mentions.Sink => 0, Mentions.Whole => 1, _ => 2 }];
        return answers.TryGet(node, out bool known) ? known : Search(node, wanted, answers, cancellation);
    }

    /// <summary>Every piece visited has its answer afterwards.</summary>
    private bool Search(ReachNode root, Mentions wanted, FactTable<bool> answers, CancellationToken cancellation)
    {
        SearchStep Meet(ReachNode node)
        {
            if (answers.TryGet(node, out bool known))
                return known ? SearchStep.Stop : SearchStep.PassBy;
            cancellation.ThrowIfCancellationRequested();
            return (MentionsOf(node, cancellation).Own & wanted) != 0 ? SearchStep.Stop : SearchStep.Enter;
        }

        void Close(List<ReachNode> component)
        {
            foreach (ReachNode node in component)
                answers.GetOrAdd(node, false);
        }

        var search = new ComponentSearch(node => MentionsOf(node, cancellation).Next, Meet, Close);
        if (search.Run(root))
            return false;

        // All that are open lead to the piece at hand: whoever was left lies on a circle with one on the way to it.
        foreach (ReachNode node in search.Open)
            answers.GetOrAdd(node, true);
        return true;
    }

    /// <summary>What a piece mentions, and what it may run or read.</summary>
    public BodyMentions MentionsOf(ReachNode node, CancellationToken cancellation)
    {
        if (_facts.Mentions.TryGet(node, out BodyMentions known))
            return known;
        return _facts.Mentions.GetOrAdd(node, _nodes.SymbolOf(node, cancellation) switch
        {
            null => Anything,
            { } member when node.Kind == ReachKind.Body => OfBody(member, cancellation),
            IMethodSymbol method when node.Kind == ReachKind.OpenCall => OfOpenCall(method, cancellation),
            INamedTypeSymbol type => node.Kind == ReachKind.Kept ? OfKept(type) : OfCreation(type),
            { } member => OfKeptMember(member),
        });
    }

    private BodyMentions OfBody(ISymbol member, CancellationToken cancellation) =>
        SourceBodies.OperationOf(member, _compilation, cancellation) is { } body ? Walk(ImmutableArray.Create(body), member, cancellation) : BodyMentions.None;

    private BodyMentions Walk(ImmutableArray<IOperation> blocks, ISymbol owner, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _read);
        return MentionReader.Read(blocks, owner, _engine, this, cancellation);
    }

    private BodyMentions OfOpenCall(IMethodSymbol method, CancellationToken cancellation) =>
        To(_engine.Dispatch.TargetsOf(method, cancellation).Where(static target => target.DeclaringSyntaxReferences.Length > 0), ReachKind.Body);

    /// <summary>All bodies of a type may write what it keeps, and its nested types'.</summary>
    private BodyMentions OfKept(INamedTypeSymbol type)
    {
        ImmutableArray<ISymbol> members = type.GetMembers();
        return new BodyMentions(Mentions.None, To(members.Where(static member => member is IMethodSymbol || HasInitializer(member)), ReachKind.Body).Next
            .AddRange(To(members.Where(static member => member is INamedTypeSymbol), ReachKind.Kept).Next));
    }

    private BodyMentions OfKeptMember(ISymbol member) => KeptMember.IsSetOnce(member, MemberShape.TypeOf(member))
        ? To(member.ContainingType.GetMembers().Where(other => other is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } || SymbolEqualityComparer.Default.Equals(other, member)), ReachKind.Body)
        : To(ImmutableArray.Create<ISymbol>(member.ContainingType), ReachKind.Kept);

    private BodyMentions OfCreation(INamedTypeSymbol type)
    {
        ImmutableArray<ReachNode> next = To(type.GetMembers().Where(static member => !member.IsStatic && HasInitializer(member)), ReachKind.Body).Next;
        if (type.BaseType is { DeclaringSyntaxReferences.IsEmpty: false } @base)
            next = next.AddRange(To(@base.InstanceConstructors, ReachKind.Body).Next).AddRange(To(ImmutableArray.Create<ISymbol>(@base), ReachKind.Creation).Next);
        return new BodyMentions(Mentions.None, next);
    }

    private static bool HasInitializer(ISymbol member) =>
        member is IFieldSymbol { IsImplicitlyDeclared: false, IsConst: false } or IPropertySymbol { IsIndexer: false, IsImplicitlyDeclared: false } && SourceBodies.HasInitializer(member);

    private BodyMentions To(IEnumerable<ISymbol> symbols, ReachKind kind) =>
        new(Mentions.None, symbols.Select(symbol => _nodes.Of(symbol, kind)).OfType<ReachNode>().ToImmutableArray());
}

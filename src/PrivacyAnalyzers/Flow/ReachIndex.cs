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
internal sealed class ReachIndex(FlowEngine engine, Compilation compilation)
{
    private readonly ConcurrentDictionary<ReachNode, BodyMentions> _mentions = new();
    private readonly ConcurrentDictionary<ITypeSymbol, TypeMentions> _types = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ReachNode, bool>[] _answers = Enumerable.Range(0, 4).Select(_ => new ConcurrentDictionary<ReachNode, bool>()).ToArray();

    /// <param name="takesSource">What callers pass counts as a source.</param>
    public bool IsWorthwhile(ImmutableArray<IOperation> blocks, ISymbol owner, bool takesSource, CancellationToken cancellation)
    {
        ReachNode node = ReachNode.Of(owner, ReachKind.Body);
        bool isWhole = owner is IFieldSymbol or IPropertySymbol || blocks.Any(static block => block is IBlockOperation);
        BodyMentions mentions = isWhole && _mentions.TryGetValue(node, out BodyMentions? known) ? known : MentionReader.Read(blocks, owner, engine);
        if (isWhole)
            _mentions.TryAdd(node, mentions);
        return (takesSource || ReachesSource(node, mentions, cancellation)) && Reaches(node, mentions, Mentions.Sink, cancellation);
    }

    /// <summary>Whether the body of a member, or what it runs, can have to do with a labelled value.</summary>
    public bool ReachesSource(ISymbol member, CancellationToken cancellation)
    {
        ReachNode node = ReachNode.Of(member, ReachKind.Body);
        return ReachesSource(node, MentionsOf(node, cancellation), cancellation);
    }

    private bool ReachesSource(ReachNode node, BodyMentions mentions, CancellationToken cancellation) =>
        Reaches(node, mentions, Mentions.Source, cancellation) ||
        (Reaches(node, mentions, Mentions.Whole, cancellation) && Reaches(node, mentions, Mentions.TakesApart, cancellation));

    public TypeMentions Of(ITypeSymbol type) => _types.TryGetValue(type, out TypeMentions known) ? known : _types.GetOrAdd(type, Look(type));

    private TypeMentions Look(ITypeSymbol type)
    {
        if (IdentifyingTypes.CategoryOf(type) is not null)
            return new TypeMentions(Mentions.Source, null);
        if (TypeShapes.IsScalar(type))
            return default;
        ITypeSymbol inner = MemberShape.ElementType(type) ?? type;
        Mentions own = IdentifyingTypes.CategoryOf(inner) is not null || engine.Shapes.MayShow(inner, RenderMode.ToText) ? Mentions.Source
            : engine.Shapes.MayShow(inner, RenderMode.Destructured) || engine.Shapes.MayShow(inner, RenderMode.Serialized) ? Mentions.Whole
            : Mentions.None;
        return new TypeMentions(own, TypeShapes.IsScalar(inner) || TypeShapes.OwnToString(inner) is not { DeclaringSyntaxReferences.IsEmpty: false } text ? null : text);
    }

    private bool Reaches(ReachNode node, BodyMentions mentions, Mentions wanted, CancellationToken cancellation)
    {
        if ((mentions.Own & wanted) != 0)
            return true;
        if (mentions.Next.IsEmpty)
            return false;
        ConcurrentDictionary<ReachNode, bool> answers = _answers[wanted switch { Mentions.Source => 0, Mentions.Sink => 1, Mentions.Whole => 2, _ => 3 }];
        return answers.TryGetValue(node, out bool known) ? known : new ReachSearch(this, wanted, answers, cancellation).Run(node, mentions);
    }

    private BodyMentions MentionsOf(ReachNode node, CancellationToken cancellation)
    {
        if (_mentions.TryGetValue(node, out BodyMentions? known))
            return known;
        return _mentions.GetOrAdd(node, node.Kind switch
        {
            ReachKind.Body => OfBody(node.Symbol, cancellation),
            ReachKind.OpenCall => OfOpenCall((IMethodSymbol)node.Symbol, cancellation),
            ReachKind.Kept => node.Symbol is INamedTypeSymbol type ? OfKept(type) : OfSetOnce(node.Symbol),
            _ => OfCreation((INamedTypeSymbol)node.Symbol),
        });
    }

    private BodyMentions OfBody(ISymbol member, CancellationToken cancellation) =>
        SourceBodies.OperationOf(member, compilation, cancellation) is { } body ? MentionReader.Read(ImmutableArray.Create(body), member, engine) : BodyMentions.None;

    private BodyMentions OfOpenCall(IMethodSymbol method, CancellationToken cancellation) =>
        To(engine.Dispatch.TargetsOf(method, cancellation).Where(static target => target.DeclaringSyntaxReferences.Length > 0), ReachKind.Body);

    /// <summary>All bodies of a type may write what it keeps, and its nested types'.</summary>
    private static BodyMentions OfKept(INamedTypeSymbol type)
    {
        ImmutableArray<ISymbol> members = type.GetMembers();
        return new BodyMentions(Mentions.None, To(members.Where(static member => member is IMethodSymbol || HasInitializer(member)), ReachKind.Body).Next
            .AddRange(To(members.Where(static member => member is INamedTypeSymbol), ReachKind.Kept).Next));
    }

    private static BodyMentions OfSetOnce(ISymbol member) => To(
        member.ContainingType.GetMembers().Where(other => other is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } || SymbolEqualityComparer.Default.Equals(other, member)),
        ReachKind.Body);

    private static BodyMentions OfCreation(INamedTypeSymbol type)
    {
        ImmutableArray<ReachNode> next = To(type.GetMembers().Where(static member => !member.IsStatic && HasInitializer(member)), ReachKind.Body).Next;
        if (type.BaseType is { DeclaringSyntaxReferences.IsEmpty: false } @base)
            next = next.AddRange(To(@base.InstanceConstructors, ReachKind.Body).Next).Add(ReachNode.Of(@base, ReachKind.Creation));
        return new BodyMentions(Mentions.None, next);
    }

    private static bool HasInitializer(ISymbol member) =>
        member is IFieldSymbol { IsImplicitlyDeclared: false, IsConst: false } or IPropertySymbol { IsIndexer: false, IsImplicitlyDeclared: false } && SourceBodies.HasInitializer(member);

    private static BodyMentions To(IEnumerable<ISymbol> symbols, ReachKind kind) =>
        new(Mentions.None, symbols.Select(symbol => ReachNode.Of(symbol, kind)).ToImmutableArray());

    /// <summary>
    /// Depth first, by strongly connected components (Tarjan): linear, and every piece visited has its answer afterwards. No recursion: a
    /// chain of calls may be as long as the program.
    /// </summary>
    private readonly struct ReachSearch(ReachIndex index, Mentions wanted, ConcurrentDictionary<ReachNode, bool> answers, CancellationToken cancellation)
    {
        private readonly Dictionary<ReachNode, int> _numbers = [];
        private readonly Stack<ReachNode> _open = new();
        private readonly Stack<(ReachNode Node, BodyMentions Mentions, int Position, int Lowest)> _path = new();

        public bool Run(ReachNode root, BodyMentions mentions)
        {
            Enter(root, mentions);
            while (_path.Count > 0)
            {
                (ReachNode node, BodyMentions of, int position, int lowest) = _path.Pop();
                if (position < of.Next.Length)
                {
                    ReachNode next = of.Next[position];
                    if (_numbers.TryGetValue(next, out int number))
                    {
                        _path.Push((node, of, position + 1, Math.Min(lowest, number)));
                        continue;
                    }

                    _path.Push((node, of, position + 1, lowest));
                    if (!answers.TryGetValue(next, out bool known))
                    {
                        cancellation.ThrowIfCancellationRequested();
                        BodyMentions found = index.MentionsOf(next, cancellation);
                        known = (found.Own & wanted) != 0;
                        if (!known)
                            Enter(next, found);
                    }

                    if (known)
                        return Found();
                    continue;
                }

                Leave(node, lowest);
            }

            return false;
        }

        private void Enter(ReachNode node, BodyMentions mentions)
        {
            _numbers.Add(node, _numbers.Count);
            _open.Push(node);
            _path.Push((node, mentions, 0, _numbers.Count - 1));
        }

        private void Leave(ReachNode node, int lowest)
        {
            if (lowest == _numbers[node])
            {
                // A component is complete, and nothing in it led anywhere.
                ReachNode member;
                do
                {
                    member = _open.Pop();
                    answers.TryAdd(member, false);
                    _numbers[member] = int.MaxValue;
                }
                while (!member.Equals(node));
            }
            else if (_path.Count > 0)
            {
                (ReachNode parent, BodyMentions of, int position, int known) = _path.Pop();
                _path.Push((parent, of, position, Math.Min(known, lowest)));
            }
        }

        /// <summary>All that are open lead to the piece at hand: whoever was left lies on a circle with one on the way to it.</summary>
        private bool Found()
        {
            foreach (ReachNode node in _open)
                answers.TryAdd(node, true);
            return true;
        }
    }
}

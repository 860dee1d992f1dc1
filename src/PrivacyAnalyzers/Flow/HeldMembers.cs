using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// What a type's own bodies leave in its fields and properties: found where another of its bodies hands it over. Solved once a type, from
/// the summaries of all its bodies. Only what the type itself writes counts: what others write stays within their methods.
/// </summary>
internal sealed class HeldMembers
{
    private readonly Dictionary<ISymbol, Held> _members = new(SymbolEqualityComparer.Default);

    private HeldMembers()
    {
    }

    /// <summary>Whether a path leads through a field or property of the body's own type, so that other bodies may have written it.</summary>
    public static bool Holds(InputPath path) => MemberOf(path) is not null;

    public static ISymbol? MemberOf(InputPath path)
    {
        ISymbol? member = path.Root.Captured is { IsStatic: true } shared ? shared
            : path.Root.IsThis && path.Steps.Length > 0 ? path.Steps[0].Member : null;
        return member switch
        {
            IFieldSymbol or IEventSymbol when member.IsInSource() => member,
            IPropertySymbol { IsIndexer: false } property when property.IsInSource() && StoredMembers.HasBackingField(property) => member,
            _ => null,
        };
    }

    /// <param name="forCode">Delegates are asked about: any body may leave one. A label is left only by a body that can have to do with a source.</param>
    public static HeldMembers Solve(INamedTypeSymbol type, bool forCode, FlowEngine engine, SummarySession session)
    {
        var held = new HeldMembers();
        var pending = new Stack<INamedTypeSymbol>();
        pending.Push(type);
        while (pending.Count > 0)
        {
            INamedTypeSymbol current = pending.Pop();
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is INamedTypeSymbol nested)
                    pending.Push(nested);
                else if (member is IMethodSymbol or IFieldSymbol or IPropertySymbol && (forCode || engine.Reach(session.Cancellation).SeesLabel(member, session.Cancellation)) && session.Get(Question.Of(member, Focus.Whole)) is { IsSpent: false } summary)
                    held.Add(summary, type);
            }
        }

        return held;
    }

    /// <summary>The labels that the member at a path may carry, and those of its parts.</summary>
    public List<(Taint Taint, bool IsPart)> LabelsOf(InputPath path)
    {
        var found = new List<(Taint, bool)>();
        var seen = new HashSet<InputPath> { path };
        var pending = new Queue<(InputPath Path, TraceStep? Trace, bool IsPseudonym)>();
        pending.Enqueue((path, null, false));
        while (pending.Count > 0)
        {
            (InputPath wanted, TraceStep? after, bool pseudonym) = pending.Dequeue();
            if (HeldAt(wanted) is not { } held)
                continue;
            foreach ((InputPath at, Taint taint) in held.Taints)
            {
                if (at.IsWithin(wanted) is not { } depth)
                    continue;
                if (taint.Origin is SourceOrigin)
                    found.Add((new Taint(taint.Origin, taint.IsWhole, taint.IsPseudonym || pseudonym, TraceStep.Continue(taint.Trace, after), taint.IsInUrl), depth > 0 && !at.IsElementOf(wanted)));
                else if (taint.Origin is InputOrigin { Path: { } from } && seen.Add(from))
                    pending.Enqueue((from, TraceStep.Continue(taint.Trace, after), pseudonym || taint.IsPseudonym));
            }

            foreach ((InputPath at, InputPath same) in held.Aliases)
            {
                if (wanted.Rebase(at, same) is { } other && seen.Add(other))
                    pending.Enqueue((other, after, pseudonym));
            }
        }

        return found;
    }

    /// <summary>The code that a delegate at a path may be.</summary>
    public IEnumerable<SummaryClosure> CodeOf(InputPath path)
    {
        foreach ((InputPath at, SummaryClosure code) in HeldAt(path)?.Code ?? [])
        {
            if (at.Equals(path))
                yield return code;
        }
    }

    private void Add(MethodSummary summary, INamedTypeSymbol type)
    {
        foreach (SummaryWrite write in summary.Writes)
        {
            if (write.Target.Into(write.Step) is { } path && IsOfType(path, type))
                Add(path, write.Value);
        }

        foreach (SummaryOut @out in summary.Outs)
        {
            if (@out.Root.Captured is { IsStatic: true })
                Add(InputPath.Of(@out.Root), @out.Value);
        }
    }

    private static bool IsOfType(InputPath path, INamedTypeSymbol type) =>
        MemberOf(path)?.ContainingType.OriginalDefinition is { } holder && IsOrDerives(type, holder);

    private static bool IsOrDerives(INamedTypeSymbol type, INamedTypeSymbol holder)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, holder))
                return true;
        }

        return false;
    }

    private Held? HeldAt(InputPath path) => MemberOf(path) is { } member && _members.TryGetValue(member, out Held? held) ? held : null;

    private void Add(InputPath path, SummaryValue value)
    {
        if (MemberOf(path) is not { } member)
            return;
        if (!_members.TryGetValue(member, out Held? held))
            _members.Add(member, held = new Held());
        foreach (Taint taint in value.Taints)
        {
            if (taint.Origin is SourceOrigin || (taint.Origin is InputOrigin { Path: { } from } && Holds(from) && !from.Equals(path)))
                held.Taints.Add((path, taint));
        }

        foreach (InputPath alias in value.Aliases)
        {
            if (Holds(alias) && !alias.Equals(path))
                held.Aliases.Add((path, alias));
        }

        foreach (SummaryClosure code in value.Closures)
            held.Code.Add((path, code));
        foreach ((AccessStep step, SummaryValue part) in value.Parts)
            Add(path.Into(step) ?? path, part);
    }

    /// <summary>What one member holds, and what its parts do.</summary>
    private sealed class Held
    {
        public List<(InputPath Path, Taint Taint)> Taints { get; } = [];

        public List<(InputPath Path, InputPath Same)> Aliases { get; } = [];

        public List<(InputPath Path, SummaryClosure Code)> Code { get; } = [];
    }
}

/// <summary>A delegate kept in a member that a body invokes.</summary>
/// <param name="Nodes">The expressions that hand over its arguments.</param>
internal sealed record HeldCall(SummaryCall Made, ImmutableArray<SyntaxNode> Nodes);

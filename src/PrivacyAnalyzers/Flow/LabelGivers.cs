using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>How a piece of the program hands labelled values on.</summary>
/// <param name="Back">To who runs it: as its result, in what it was handed, in an exception, to a delegate; a member, to who reads it.</param>
/// <param name="Left">In which members it leaves some: pieces of the kind <see cref="ReachKind.Kept"/>.</param>
internal readonly record struct Gives(bool Back, ImmutableHashSet<ReachNode> Left)
{
    public static readonly Gives Nothing = new(false, ImmutableHashSet<ReachNode>.Empty);
}

/// <summary>
/// Which pieces hand on a labelled value that is not their callers' own. Most of a program runs into a classified member somewhere, and next
/// to none of it is handed one: only bodies that mention a source, or are handed one, are solved for the answer.
/// </summary>
/// <param name="known">The answers so far.</param>
internal sealed class LabelGivers(FlowEngine engine, ReachIndex index, FactTable<Gives> known, CancellationToken cancellation)
{
    /// <summary>Whether a labelled value is at hand anywhere in a body that mentions these.</summary>
    public bool SeesLabel(BodyMentions mentions)
    {
        if ((mentions.Own & Mentions.Source) != 0)
            return true;
        foreach (ReachNode next in mentions.Next)
        {
            if (!known.Contains(next))
                Visit(next);
            if (IsHanded(next, known[next]))
                return true;
        }

        return false;
    }

    /// <summary>A type keeps what any of its members does: a body that reads members of a base asks no closer.</summary>
    private static bool IsHanded(ReachNode from, Gives gives) => gives.Back || (from.Kind == ReachKind.Kept && !gives.Left.IsEmpty);

    /// <summary>Those that others rest on first.</summary>
    private void Visit(ReachNode root) => new ComponentSearch(
        node =>
        {
            cancellation.ThrowIfCancellationRequested();
            return index.MentionsOf(node, cancellation).Next;
        },
        node => known.Contains(node) ? SearchStep.PassBy : SearchStep.Enter,
        Decide).Run(root);

    /// <summary>Nobody on the circle hands anything on until one does, and then those who asked it are asked again.</summary>
    private void Decide(List<ReachNode> nodes)
    {
        var circle = new LabelCircle(nodes, node => node.Kind == ReachKind.Kept && index.IsType(node, cancellation));
        while (circle.TryTake(out ReachNode node))
        {
            cancellation.ThrowIfCancellationRequested();
            index.CountAsked();
            circle.Answer(node, GivesOf(node, circle));
        }

        foreach (KeyValuePair<ReachNode, Gives> pair in circle.Answers)
            known.GetOrAdd(pair.Key, pair.Value);
    }

    private Gives GivesOf(ReachNode node, LabelCircle circle)
    {
        BodyMentions mentions = index.MentionsOf(node, cancellation);
        bool isHanded = (mentions.Own & Mentions.Source) != 0;
        ImmutableHashSet<ReachNode> left = Gives.Nothing.Left;
        foreach (ReachNode next in mentions.Next)
        {
            Gives gives = circle.TryAsk(next, out Gives open) ? open : known[next];
            if (node.Kind == ReachKind.Kept)
                left = left.Union(gives.Left);
            else
                isHanded |= IsHanded(next, gives);
        }

        return node.Kind switch
        {
            // A member that others may leave something in is one piece, its type another.
            ReachKind.Kept => left.Contains(node) ? new Gives(true, Gives.Nothing.Left) : index.IsType(node, cancellation) ? new Gives(false, left) : Gives.Nothing,
            ReachKind.Body => isHanded ? OfBody(node, circle) : Gives.Nothing,
            _ => new Gives(isHanded, Gives.Nothing.Left),
        };
    }

    private Gives OfBody(ReachNode node, LabelCircle circle)
    {
        if (index.SymbolOf(node, cancellation) is not { } member)
            return new Gives(true, Gives.Nothing.Left);
        if (engine.SummaryOf(member, cancellation) is not { } summary)
            return Gives.Nothing;
        if (summary.IsSpent)
            return new Gives(true, Members(member.ContainingType));

        bool Hands(SummaryValue value) => Has(value, circle);
        ImmutableHashSet<ReachNode>.Builder left = Gives.Nothing.Left.ToBuilder();
        bool returns = Hands(summary.Returns);

        // What an initialiser gives is kept in its member.
        if (returns && member is not IMethodSymbol)
            Leave(member, left);
        bool writes = false;
        foreach (SummaryWrite write in summary.Writes.Where(write => Hands(write.Value)))
        {
            writes = true;
            if (write.Target.Into(write.Step) is { } path)
                Leave(HeldMembers.MemberOf(path), left);
        }

        foreach (SummaryOut @out in summary.Outs.Where(@out => Hands(@out.Value)))
        {
            writes = true;
            Leave(HeldMembers.MemberOf(InputPath.Of(@out.Root)), left);
        }

        return new Gives(returns || writes || summary.Throws.Any(Hands) || summary.Calls.Any(call => call.Arguments.Any(Hands)), left.ToImmutable());
    }

    private void Leave(ISymbol? member, ImmutableHashSet<ReachNode>.Builder left)
    {
        if (member is not null && index.NodeOf(member, ReachKind.Kept, cancellation) is { } kept)
            left.Add(kept);
    }

    private ImmutableHashSet<ReachNode> Members(INamedTypeSymbol type)
    {
        ImmutableHashSet<ReachNode>.Builder members = Gives.Nothing.Left.ToBuilder();
        foreach (ISymbol member in type.GetMembers().Where(static member => member is IFieldSymbol or IPropertySymbol or IEventSymbol))
            Leave(member, members);
        return members.ToImmutable();
    }

    /// <summary>A label, what a member holds that another body has put one in, code that may make one, or an object whose own type shows one or has a text of its own.</summary>
    private bool Has(SummaryValue value, LabelCircle circle) =>
        value.Taints.Any(taint => taint.Origin is not InputOrigin input || IsLabelled(input.Path, circle)) || value.Aliases.Any(alias => IsLabelled(alias, circle)) || !value.Closures.IsEmpty ||
        (value.Type is { } type && index.Of(type) is not { Own: Mentions.None, Runs: { IsDefaultOrEmpty: true } }) || value.Parts.Any(part => Has(part.Value, circle));

    private bool IsLabelled(InputPath path, LabelCircle circle) =>
        HeldMembers.MemberOf(path) is { } member && index.NodeOf(member, ReachKind.Kept, cancellation) is { } node &&
        (circle.TryAsk(node, out Gives gives) || known.TryGet(node, out gives) ? gives.Back : true);
}

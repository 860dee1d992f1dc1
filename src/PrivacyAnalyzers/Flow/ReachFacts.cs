using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>What is known of the bodies of a program: what they mention, and what was found out from that.</summary>
internal sealed class ReachFacts
{
    public FactTable<BodyMentions> Mentions { get; private init; } = new();

    /// <summary>What values of types mean. No body has a say in it.</summary>
    public ConcurrentDictionary<ReachNode, TypeMentions> Types { get; private init; } = new();

    /// <summary>The same of types that libraries declare, with nothing of a compilation in them: they keep none alive.</summary>
    public ConcurrentDictionary<ITypeSymbol, TypeMentions> LibraryTypes { get; private init; } = new(SymbolEqualityComparer.Default);

    /// <summary>By what was asked for: see <see cref="ReachIndex"/>.</summary>
    public FactTable<bool>[] Answers { get; private init; } = [new(), new(), new()];

    /// <summary>Rests on what is done with values in bodies, not only on what these mention.</summary>
    public FactTable<Gives> Given { get; private init; } = new();

    /// <summary>Bodies that were solved and showed nothing. Rests on the same.</summary>
    public FactTable<bool> Quiet { get; private init; } = new();

    /// <summary>Bodies whose callers may pass what they like. Rests on the same.</summary>
    public FactTable<bool> Harmless { get; private init; } = new();

    private ReachUsers Users { get; init; } = new();

    /// <summary>
    /// The same where some bodies changed: what was found out of those that lead to them may rest on them. The compilation before may still add
    /// to this one, which the next must not see: first what was found out is taken, then what it rests on.
    /// </summary>
    /// <param name="changed">Where they are declared.</param>
    /// <param name="read">Reads what a body mentions now.</param>
    public ReachFacts After(HashSet<(int Tree, int Position)> changed, Func<ReachNode, BodyMentions> read)
    {
        ImmutableDictionary<ReachNode, bool>[] answers = Array.ConvertAll(Answers, static answer => answer.With(answer.Found()));
        ImmutableDictionary<ReachNode, Gives> given = Given.With(Given.Found());
        ImmutableDictionary<ReachNode, bool> quiet = Quiet.With(Quiet.Found());
        ImmutableDictionary<ReachNode, bool> harmless = Harmless.With(Harmless.Found());
        KeyValuePair<ReachNode, BodyMentions>[] found = Mentions.Found();
        Users.Add(found);
        ImmutableDictionary<ReachNode, BodyMentions> mentions = Mentions.With(found);

        List<ReachNode> bodies = Users.At(changed);
        HashSet<ReachNode> stale = Users.LeadingTo(bodies);

        // Most edits change nothing in what a body has to do with.
        bool mentionsTheSame = true;
        foreach (ReachNode body in bodies)
        {
            if (!mentions.TryGetValue(body, out BodyMentions? before))
                continue;
            BodyMentions now = read(body);
            mentions = mentions.SetItem(body, now);
            if (now.SaysTheSame(before))
                continue;
            mentionsTheSame = false;
            Users.Add([new(body, now)]);
        }

        return new ReachFacts
        {
            Mentions = new(mentions),
            Answers = mentionsTheSame ? Array.ConvertAll(answers, static answer => new FactTable<bool>(answer)) : [new(), new(), new()],
            Types = Types,
            LibraryTypes = LibraryTypes,
            Given = new(given.RemoveRange(stale)),
            Quiet = new(quiet.RemoveRange(stale)),
            Harmless = new(harmless.RemoveRange(stale)),
            Users = Users,
        };
    }
}

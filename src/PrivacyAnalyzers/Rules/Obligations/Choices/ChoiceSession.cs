using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Rules.Obligations.Choices;

/// <summary>What a helper says of the choices, told of its parameters and of <see cref="AccessPath.This"/>.</summary>
/// <param name="Mentioned">The choices that its body names, whatever it does with them.</param>
internal sealed record ChoiceSummary(ChoiceValue Returned, FactSet OnReturn, ImmutableHashSet<Choice> Mentioned)
{
    public static readonly ChoiceSummary Silent = new(ChoiceValue.Unknown, FactSet.None, ImmutableHashSet<Choice>.Empty);

    /// <summary>Whether the facts tell of the choice: then nothing is left to guess.</summary>
    public bool Tells(Choice choice, ChoiceSession session) =>
        new[] { Returned.WhenTrue, Returned.WhenFalse, Returned.WhenNull, Returned.WhenNotNull, Returned.Elements, Returned.Self, OnReturn }
            .Any(facts => facts.Facts.Any(fact => fact.Choice == choice || (fact.Path is { Steps.IsEmpty: false } path && session.ChoiceOf(path.Steps[path.Steps.Length - 1]) == choice)));
}

/// <summary>What is known of a compilation's choices: who records them, and what its helpers say. One a compilation; safe for concurrent use.</summary>
internal sealed class ChoiceSession(Compilation compilation, ConsentRecords records)
{
    private readonly ConcurrentDictionary<IMethodSymbol, ChoiceSummary> _summaries = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, Choice?> _choices = new(SymbolEqualityComparer.Default);
    private readonly Dispatch _dispatch = new(compilation);
    private readonly SourceCalls _calls = new(compilation);
    private ImmutableArray<ISymbol> _recorded;

    public Choice? ChoiceOf(ISymbol member)
    {
        if (member is not (IPropertySymbol or IFieldSymbol))
            return null;
        ISymbol definition = member.OriginalDefinition;
        return _choices.TryGetValue(definition, out Choice? known) ? known : _choices.GetOrAdd(definition, records.Of(definition));
    }

    /// <summary>A property that has no store of its own: its getter computes.</summary>
    public bool IsComputed(IPropertySymbol property) => !property.IsAbstract && ChoiceOf(property) is null && !StoredMembers.HasBackingField(property.OriginalDefinition);

    /// <summary>The bodies that a call may run, as far as they are written here.</summary>
    public ImmutableArray<IMethodSymbol> BodiesOf(IMethodSymbol method, CancellationToken cancellation) =>
        (Dispatch.IsOpen(method) ? _dispatch.TargetsOf(method, cancellation) : ImmutableArray.Create(method.OriginalDefinition))
            .Select(target => target.PartialImplementationPart ?? target).Where(target => !target.DeclaringSyntaxReferences.IsEmpty).ToImmutableArray();

    /// <param name="open">The bodies that wait for this one.</param>
    public ChoiceSummary SummaryOf(IMethodSymbol method, ImmutableHashSet<ISymbol> open, CancellationToken cancellation)
    {
        const int MaxOpen = 8;
        if (_summaries.TryGetValue(method, out ChoiceSummary? known))
            return known;
        if (open.Count >= MaxOpen || open.Contains(method))
            return ChoiceSummary.Silent;
        ChoiceSummary summary;
        try
        {
            summary = Summarize(method, open.Add(method), cancellation);
        }
        catch (EffortSpentException)
        {
            // Once is enough: whoever calls it goes on without.
            summary = ChoiceSummary.Silent;
        }

        // What rests on a body that is still open is not kept.
        return open.IsEmpty ? _summaries.GetOrAdd(method, summary) : summary;
    }

    private ChoiceSummary Summarize(IMethodSymbol method, ImmutableHashSet<ISymbol> open, CancellationToken cancellation)
    {
        if (SourceBodies.GraphOf(method, compilation, cancellation) is not { } graph)
            return ChoiceSummary.Silent;
        ImmutableHashSet<Choice> mentioned = method.DeclaringSyntaxReferences.SelectMany(reference => ChoicesIn(reference.GetSyntax(cancellation))).ToImmutableHashSet();
        var flow = ChoiceFlow.Run(new BodyContext(this, method, null, null, open), graph, cancellation);
        foreach (IMethodSymbol called in graph.OriginalOperation.Descendants().OfType<IInvocationOperation>().Select(call => call.TargetMethod.OriginalDefinition).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default))
        {
            foreach (IMethodSymbol body in BodiesOf(called, cancellation))
                mentioned = mentioned.Union(SummaryOf(body, open, cancellation).Mentioned);
        }

        return new ChoiceSummary(flow.Returned ?? ChoiceValue.Unknown, flow.OnReturn.IsImpossible ? FactSet.None : flow.OnReturn, mentioned);
    }

    /// <summary>The choices whose members are named anywhere in a piece of code, lambdas included.</summary>
    public IEnumerable<Choice> ChoicesIn(SyntaxNode node)
    {
        ImmutableArray<ISymbol> recorded = Recorded();
        if (recorded.IsEmpty)
            return Enumerable.Empty<Choice>();
        HashSet<string> written = new(node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText), StringComparer.Ordinal);
        return recorded.Where(member => written.Contains(member.Name)).Select(ChoiceOf).OfType<Choice>().Distinct();
    }

    /// <summary>Whether nothing near the type records the choice: that is PRIV2005.</summary>
    public bool IsNowhere(Choice choice, INamedTypeSymbol type, CancellationToken cancellation) => !records.For(type, choice, cancellation).Any();

    /// <summary>The member that a message names: where the choice for data of the type is recorded.</summary>
    public ISymbol? RecordFor(Choice choice, INamedTypeSymbol type, CancellationToken cancellation) => records.For(type, choice, cancellation).FirstOrDefault();

    /// <summary>Whether code beside a read names a member that records the choice: then the choice goes along, and is tested elsewhere.</summary>
    public bool IsCarriedAlong(SyntaxNode read, Choice choice)
    {
        SyntaxNode? whole = read.Ancestors().FirstOrDefault(node => node is AnonymousObjectCreationExpressionSyntax or BaseObjectCreationExpressionSyntax or TupleExpressionSyntax or InvocationExpressionSyntax);
        return whole is not null and not InvocationExpressionSyntax && ChoicesIn(whole).Contains(choice);
    }

    /// <summary>Where a method is called in this compilation, each with the body that the call stands in.</summary>
    public IEnumerable<(ISymbol Owner, ControlFlowGraph Graph)> CallersOf(IMethodSymbol method, CancellationToken cancellation)
    {
        var owners = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IInvocationOperation invocation in _calls.Named(method.Name, cancellation))
        {
            if (MayBe(invocation.TargetMethod, method) &&
                OwnerOf(invocation, cancellation) is { } owner && owners.Add(owner) && SourceBodies.GraphOf(owner, compilation, cancellation) is { } graph)
            {
                yield return (owner, graph);
            }
        }
    }

    /// <summary>Whether a call of one method may run the other.</summary>
    public static bool MayBe(IMethodSymbol called, IMethodSymbol method)
    {
        IMethodSymbol definition = (called.ReducedFrom ?? called).OriginalDefinition;
        return SymbolEqualityComparer.Default.Equals(definition, method.OriginalDefinition) ||
            SymbolEqualityComparer.Default.Equals(method.OverriddenMethod?.OriginalDefinition, definition) ||
            MemberClassifier.ImplementedMembers(method).Any(implemented => SymbolEqualityComparer.Default.Equals(implemented, definition));
    }

    private static ISymbol? OwnerOf(IOperation operation, CancellationToken cancellation)
    {
        ISymbol? symbol = operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart, cancellation);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            symbol = symbol.ContainingSymbol;
        return symbol;
    }

    private ImmutableArray<ISymbol> Recorded()
    {
        if (_recorded.IsDefault)
            ImmutableInterlocked.InterlockedInitialize(ref _recorded, records.All(compilation).ToImmutableArray());
        return _recorded;
    }
}

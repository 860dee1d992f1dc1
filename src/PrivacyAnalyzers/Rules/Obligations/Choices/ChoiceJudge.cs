using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Rules.Obligations.Choices;

/// <summary>Something was read or written on a path that did not test the person's choice.</summary>
/// <param name="Purpose">What it is read for; <see langword="null"/> for a write.</param>
internal sealed record UntestedChoice(SyntaxNode Syntax, ISymbol Member, string Category, string? Purpose, Choice Choice);

/// <summary>Judges the reads and writes of one body: whether the choice of this very object is known to be given there.</summary>
/// <param name="owner">The method that the body is of.</param>
/// <param name="purposes">What the body reads data for, and the choices of which one must be given for it.</param>
/// <param name="writes">The consent that a category needs; <see langword="null"/> for none.</param>
/// <param name="isStored">Whether a type's data is stored and about somebody.</param>
internal sealed class ChoiceJudge(
    ISymbol owner,
    ImmutableArray<(string Purpose, ImmutableArray<Choice> Choices)> purposes,
    Func<string, Choice?> writes,
    Func<INamedTypeSymbol, bool> isStored,
    MemberClassifier classifier,
    ChoiceSession session,
    CancellationToken cancellation)
{
    private const int MaxCallers = 3;

    private readonly Dictionary<(SyntaxNode, string?), UntestedChoice> _found = [];

    public IEnumerable<UntestedChoice> Found => _found.Values;

    /// <summary>Whether reading the member is a use of personal data that a choice may forbid. The record of a choice itself is free.</summary>
    public bool IsJudgedRead(ISymbol member) =>
        !purposes.IsEmpty && session.ChoiceOf(member) is null && classifier.Classify(member) is { Category: not Categories.Credential } && member.ContainingType is { } type && isStored(type);

    /// <summary>Whether what is known of an object without a name answers for every purpose.</summary>
    public bool IsSettled(FactSet self) => purposes.All(purpose => purpose.Choices.Any(choice =>
        self.Facts.Any(fact => fact.Truth == Truth.Asked ? fact.Choice.Name is null || fact.Choice == choice : Gives(fact, choice))));

    public void Read(PendingRead read, ChoiceFlow flow, ChoiceValue value)
    {
        FactSet facts = flow.State.Facts.And(value.WhenNotNull.IsImpossible ? FactSet.None : value.WhenNotNull);
        foreach ((string purpose, ImmutableArray<Choice> choices) in purposes)
        {
            if (!choices.Any(choice => IsGiven(choice, read.Instance, read.Member.ContainingType, facts, flow.State) || session.IsCarriedAlong(read.Syntax, choice) || CallersGive(choice, read.Instance, read.Member.ContainingType)))
                Add(new UntestedChoice(read.Syntax, read.Member, classifier.Classify(read.Member)!.Category, purpose, choices[0]));
        }
    }

    /// <summary>Whether writing the member needs a consent.</summary>
    public bool IsJudgedWrite(ISymbol member) => classifier.Classify(member) is { } classification && writes(classification.Category) is not null;

    public void Write(SyntaxNode syntax, ISymbol member, AccessPath? instance, ChoiceValue value, ChoiceFlow flow)
    {
        if (member.ContainingType is not { } type || classifier.Classify(member) is not { } classification || writes(classification.Category) is not { } consent || !isStored(type))
            return;

        // Nothing is written, or what is there is taken away.
        if (value.WhenNotNull.IsImpossible || IsEmptyText(syntax) || session.ChoiceOf(member) is not null)
            return;

        // An object that sets itself up, or a member that stores what its own setter was given, decides nothing.
        if (instance?.Root == AccessPath.This && instance.Steps.IsEmpty && owner is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.PropertySet })
            return;
        FactSet facts = flow.State.Facts.And(value.WhenNotNull);
        if (!IsGiven(consent, instance, type, facts, flow.State) && !session.IsNowhere(consent, type, cancellation) && !CallersGive(consent, instance, type))
            Add(new UntestedChoice(syntax, member, classification.Category, null, consent));
    }

    private void Add(UntestedChoice found)
    {
        if (!_found.ContainsKey((found.Syntax, found.Purpose)))
            _found.Add((found.Syntax, found.Purpose), found);
    }

    private bool IsGiven(Choice choice, AccessPath? instance, INamedTypeSymbol type, FactSet facts, ChoiceState state)
    {
        foreach (Fact fact in facts.Facts)
        {
            if (fact.Truth == Truth.Asked ? (fact.Choice.Name is null || fact.Choice == choice) && Counts(instance, type, fact.Path, state) : Gives(fact, choice) && Counts(instance, type, fact.Path!.Owner(), state))
                return true;
        }

        // A record that was written on the way: where it cannot say no, it says yes.
        foreach (KeyValuePair<object, ChoiceValue> entry in state.Values)
        {
            if (entry.Key is AccessPath { Steps.IsEmpty: false } path && session.ChoiceOf(path.Steps[path.Steps.Length - 1]) == choice && Counts(instance, type, path.Owner(), state) && CannotRefuse(choice, path, entry.Value, facts))
                return true;
        }

        return false;
    }

    private bool Gives(Fact fact, Choice choice) =>
        fact.Path is { Steps.IsEmpty: false } path && path.Steps[path.Steps.Length - 1] is { } member && session.ChoiceOf(member) == choice &&
        (choice.IsOptOut
            ? fact.Truth is Truth.False or Truth.Null or Truth.NotTrue
            : fact.Truth is Truth.True || (fact.Truth is Truth.NotNull && !IsBoolean(member)));

    private static bool CannotRefuse(Choice choice, AccessPath path, ChoiceValue record, FactSet facts)
    {
        bool isBoolean = IsBoolean(path.Steps[path.Steps.Length - 1]);
        FactSet[] refusals = (choice.IsOptOut, isBoolean) switch
        {
            (false, true) => new[] { record.WhenFalse, record.WhenNull },
            (false, false) => new[] { record.WhenNull },
            (true, true) => new[] { record.WhenTrue },
            (true, false) => new[] { record.WhenNotNull },
        };
        return refusals.All(refusal => refusal.Contradicts(facts));
    }

    private static bool IsBoolean(ISymbol member) =>
        MemberShape.TypeOf(member) is { } type && TypeNames.StripNullable(type).SpecialType == SpecialType.System_Boolean;

    /// <summary>Whether a choice of one object speaks for data of another: not where it is plainly another person's.</summary>
    /// <param name="instance">Whose data it is; <see langword="null"/> where it has no name.</param>
    /// <param name="holder">Whose choice it is.</param>
    private static bool Counts(AccessPath? instance, INamedTypeSymbol type, AccessPath? holder, ChoiceState state)
    {
        if (instance is null || holder is null || holder.Root == AccessPath.Self.Root)
            return true;
        bool isInside = instance.StartsWith(holder);
        bool isAround = holder.StartsWith(instance);

        // customer.OptIn says nothing of other.Name or of customer.Spouse.Name, nor does other.Preferences.OptIn of customer.Name.
        if (holder.Prefixes().Any(prefix => !(isAround ? instance : holder).StartsWith(prefix) && IsLine(prefix.Type, type)) ||
            (!isInside && !isAround && holder.Prefixes().Any(prefix => IsLine(prefix.Type, type))) ||
            (holder.Type is { } holding && instance.Prefixes().Any(prefix => !holder.StartsWith(prefix) && IsLine(prefix.Type, holding))))
        {
            return false;
        }

        if (isInside || isAround)
            return true;

        // answer.Customer was set to somebody else.
        return !state.Values.Any(entry => entry.Key is AccessPath link && link.StartsWith(instance) && link.Steps.Length > instance.Steps.Length && entry.Value.Alias is { } linked &&
            IsLine(linked.Type, holder.Type) && !linked.StartsWith(holder) && !holder.StartsWith(linked));
    }

    private static bool IsLine(ITypeSymbol? left, ITypeSymbol? right) => left is not null && right is not null && (Derives(left, right) || Derives(right, left));

    private static bool Derives(ITypeSymbol type, ITypeSymbol from)
    {
        for (ITypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, from.OriginalDefinition))
                return true;
        }

        return false;
    }

    /// <summary>Whether the object came from callers, and each of them knows the choice to be given. A method that nobody here calls is judged by itself.</summary>
    private bool CallersGive(Choice choice, AccessPath? instance, INamedTypeSymbol type) =>
        owner is IMethodSymbol method && CallersGive(method, choice, instance, type, ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default));

    private bool CallersGive(IMethodSymbol method, Choice choice, AccessPath? instance, INamedTypeSymbol type, ImmutableHashSet<ISymbol> visited)
    {
        if (instance is null || visited.Count >= MaxCallers || visited.Contains(method) || method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation))
            return false;
        bool isThis = instance.Root == AccessPath.This;
        if (!isThis && !(instance.Root is IParameterSymbol parameter && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, method.OriginalDefinition)))
            return false;

        int calls = 0;
        bool allGive = true;
        foreach ((ISymbol caller, ControlFlowGraph graph) in session.CallersOf(method, cancellation))
        {
            ChoiceFlow.Run(new BodyContext(session, caller, null, Met, BodyContext.NoneOpen), graph, cancellation);

            void Met(IInvocationOperation call, ChoiceFlow flow, Func<int, ChoiceValue> arguments, ChoiceValue? receiver)
            {
                if (!ChoiceSession.MayBe(call.TargetMethod, method))
                    return;
                calls++;
                ChoiceValue given = isThis ? receiver ?? ChoiceValue.Unknown
                    : arguments(((IParameterSymbol)instance.Root).Ordinal);
                AccessPath root = AccessPath.Of(instance.Root, instance.RootType);
                AccessPath? there = given.Alias is { } alias ? instance.Rebase(root, alias) : null;
                FactSet facts = flow.State.Facts.And(given.Self.IsImpossible ? FactSet.None : given.Self);
                allGive &= IsGiven(choice, there, type, facts, flow.State) ||
                    (caller is IMethodSymbol outer && CallersGive(outer, choice, there, type, visited.Add(method)));
            }
        }

        return calls > 0 && allGive;
    }

    /// <param name="place">What is assigned to, or the value that is handed over.</param>
    private static bool IsEmptyText(SyntaxNode place) =>
        (place.Parent is AssignmentExpressionSyntax assignment && assignment.Left == place ? assignment.Right : place) is
            LiteralExpressionSyntax { Token.ValueText: "" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty", Expression: PredefinedTypeSyntax };
}

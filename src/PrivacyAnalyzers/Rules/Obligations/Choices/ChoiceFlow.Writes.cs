using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Rules.Obligations.Choices;

/// <content>Assignments, and what else puts a value into a member: deconstruction, the constructor of a positional record, an update of rows.</content>
internal sealed partial class ChoiceFlow
{
    /// <summary>Writes in an initialiser that sets the record of a choice further on: the object is not seen before all of it is set.</summary>
    private readonly List<(SyntaxNode Initializer, Action Judge)> _waiting = [];

    private ChoiceValue Assign(IOperation target, ChoiceValue value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                _state = Costing(local.Local).Assign(local.Local, local.Type, value);
                break;
            case IParameterReferenceOperation parameter:
                _state = Costing(parameter.Parameter).Assign(parameter.Parameter, parameter.Type, value);
                break;
            case IDiscardOperation:
                break;
            default:
                Use(value);
                if (Unwrap(target) is IFieldReferenceOperation or IPropertyReferenceOperation or IFlowCaptureReferenceOperation)
                    AssignMember(target, value.WithoutReads());
                else
                    Evaluate(target);
                break;
        }

        return value;
    }

    private void AssignMember(IOperation target, ChoiceValue value)
    {
        ISymbol? member = (target as IMemberReferenceOperation)?.Member;
        ChoiceValue place = target is IMemberReferenceOperation { Instance: { } instance } ? Evaluate(instance) : target is IMemberReferenceOperation ? ChoiceValue.Unknown : Evaluate(target);
        AccessPath? path = member is null ? place.Alias : place.Alias?.Then(member);
        member ??= path is { Steps.IsEmpty: false } ? path.Steps[path.Steps.Length - 1] : null;
        if (member is null)
            return;
        InitializerExpressionSyntax? initializer = target.Syntax.Parent?.Parent as InitializerExpressionSyntax;
        AccessPath? owner = path is { Steps.IsEmpty: false } ? path.Owner() : null;
        if (initializer is not null && RecordFollows(initializer, target.Syntax))
            _waiting.Add((initializer, () => JudgeWrite(target.Syntax, member, owner, value)));
        else
            JudgeWrite(target.Syntax, member, owner, value);
        if (path is { Steps.IsEmpty: false })
            _state = Costing(path.Root).AssignMember(path, value);
        if (initializer is null || RecordFollows(initializer, target.Syntax))
            return;
        foreach ((SyntaxNode _, Action judge) in _waiting.Where(each => each.Initializer == initializer).ToArray())
            judge();
        _waiting.RemoveAll(each => each.Initializer == initializer);
    }

    private void JudgeWrite(SyntaxNode place, ISymbol member, AccessPath? owner, ChoiceValue value)
    {
        if (_isFinal && _body.Judge is { } judge)
            judge.Write(place, member, owner, value, this);
    }

    private bool RecordFollows(InitializerExpressionSyntax initializer, SyntaxNode target) => initializer.Expressions.Any(expression =>
        expression is AssignmentExpressionSyntax { Left: { } left } && left.SpanStart > target.SpanStart && _body.Session.ChoicesIn(left).Any());

    private ChoiceValue Deconstruct(IDeconstructionAssignmentOperation deconstruction)
    {
        var assignments = new List<(IOperation Target, ChoiceValue Value)>();
        Pair(deconstruction.Target, deconstruction.Value, assignments);

        // All of it happens at once: what records a choice is known before the rest is judged.
        foreach ((IOperation target, ChoiceValue value) in assignments.OrderBy(each => each.Target is IMemberReferenceOperation { Member: { } member } && _body.Session.ChoiceOf(member) is not null ? 0 : 1))
            Assign(target, value);
        return ChoiceValue.Unknown;
    }

    private void Pair(IOperation target, IOperation? value, List<(IOperation, ChoiceValue)> assignments)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                Pair(declaration.Expression, value, assignments);
                break;
            case ITupleOperation { Elements: { } targets }:
                ImmutableArray<IOperation> values = value is not null && Unwrap(value) is ITupleOperation { Elements: { } elements } && elements.Length == targets.Length ? elements : ImmutableArray<IOperation>.Empty;
                if (values.IsEmpty && value is not null)
                    Use(Evaluate(value));
                for (int i = 0; i < targets.Length; i++)
                    Pair(targets[i], values.IsEmpty ? null : values[i], assignments);
                break;
            default:
                assignments.Add((target, value is null ? ChoiceValue.Unknown : Evaluate(value)));
                break;
        }
    }

    private ChoiceValue Create(IObjectCreationOperation creation)
    {
        var positional = new List<(IArgumentOperation Argument, IPropertySymbol Property, ChoiceValue Value)>();
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            ChoiceValue value = Evaluate(argument.Value);
            Use(value);
            if (argument.Parameter is { } parameter && PrivacyAttributes.PositionalProperty(parameter) is { } property)
                positional.Add((argument, property, value.WithoutReads()));
        }

        if (positional.Any(each => _body.Session.ChoiceOf(each.Property) is not null || _body.Judge?.IsJudgedWrite(each.Property) == true))
            return CreateRecord(creation, positional);

        // Nothing is in a new collection yet.
        bool isEmpty = Sequences.ElementOf(creation.Type) is not null && creation.Arguments.All(argument => Sequences.ElementOf(argument.Value.Type) is null);
        return new ChoiceValue { WhenNull = FactSet.Impossible, Elements = isEmpty ? FactSet.Impossible : FactSet.None };
    }

    /// <summary>A positional record is named by the place that makes it, so that what its constructor was given is known of it from there on.</summary>
    private ChoiceValue CreateRecord(IObjectCreationOperation creation, List<(IArgumentOperation Argument, IPropertySymbol Property, ChoiceValue Value)> positional)
    {
        AccessPath made = AccessPath.Of(creation.Syntax, creation.Type);
        foreach ((IArgumentOperation _, IPropertySymbol property, ChoiceValue value) in positional)
            _state = Costing(made.Root).AssignMember(made.Then(property), value);
        foreach ((IArgumentOperation argument, IPropertySymbol property, ChoiceValue value) in positional)
        {
            if (argument.ArgumentKind == ArgumentKind.Explicit)
                JudgeWrite(argument.Value.Syntax, property, made, value);
        }

        return ChoiceValue.At(made) with { WhenNull = FactSet.Impossible };
    }

    /// <summary><c>SetProperty(row => row.Member, value)</c>: written into each row of the query.</summary>
    private ChoiceValue SetMember(IInvocationOperation call, ChoiceValue update)
    {
        ChoiceValue value = LambdaOf(call.Arguments[1].Value) is { } computed
            ? Lambda(computed, update.Elements, computed.Symbol.Parameters[0].Type, returnsAreUses: true) ?? ChoiceValue.Unknown
            : Evaluate(call.Arguments[1].Value);
        Use(value);
        if (LambdaOf(call.Arguments[0].Value) is not { Symbol.Parameters: [{ } row] } target || MemberOf(target, row) is not { } member)
            return update;
        ChoiceState before = _state;
        _state = Costing(row).Assign(row, row.Type, new ChoiceValue { Self = update.Elements });
        if (call.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: { } place }, ..] } && !RecordIsSet(call))
        {
            // Which person's rows they are is known to the database: a choice that was tested before may be theirs.
            JudgeWrite(place, member, null, value.WithoutReads());
        }

        _state = before;
        return update;
    }

    private ISymbol? MemberOf(IFlowAnonymousFunctionOperation lambda, IParameterSymbol row) => Graph.GetAnonymousFunctionControlFlowGraph(lambda, Cancellation).Blocks
        .Select(block => block.BranchValue is { } value ? Unwrap(value) : null).OfType<IMemberReferenceOperation>()
        .FirstOrDefault(reference => reference.Instance is IParameterReferenceOperation { Parameter: { } parameter } && SymbolEqualityComparer.Default.Equals(parameter, row))?.Member;

    /// <summary>Whether the same update sets the record of a choice.</summary>
    private bool RecordIsSet(IInvocationOperation call)
    {
        SyntaxNode chain = call.Syntax;
        while (chain.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax)
            chain = chain.Parent;
        for (ExpressionSyntax? link = chain as ExpressionSyntax; link is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments: { Count: > 0 } arguments }; link = access.Expression)
        {
            if (arguments[0].Expression is LambdaExpressionSyntax { ExpressionBody: MemberAccessExpressionSyntax { Name: { } name } } && _body.Session.ChoicesIn(name).Any())
                return true;
        }

        return false;
    }
}

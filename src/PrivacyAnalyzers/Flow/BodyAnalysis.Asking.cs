using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// What is asked of the bodies that this one runs. Where only some inputs are followed, a call that gets nothing of them is passed by, and of
/// one that does only what becomes of that is asked.
/// </summary>
internal sealed partial class BodyAnalysis
{
    private readonly CarrierSet _carriers = new();

    /// <summary>What a callee does; <see langword="null"/> where it has no body to look into.</summary>
    private MethodSummary? Ask(ISymbol callee, CallBinding call)
    {
        if (_focus.IsWhole)
            return AskWhole(callee);
        if (!HasBody(callee))
            return null;
        Focus carried = _involved.GaveBack(call.Site) ? Focus.Inputs : CarriedBy(call).Rounded();
        call.IsUnasked = carried.IsEmpty;
        return carried.IsEmpty && !TellsMore(callee, call) ? MethodSummary.PassedBy : Get(callee, carried);
    }

    private MethodSummary? Get(ISymbol callee, Focus focus)
    {
        MethodSummary? summary = _session.Get(Question.Of(callee, focus));
        if (summary is { IsSpent: true } or { Unvouched: not null })
            Unvouch(summary.IsSpent ? callee : summary.Unvouched!);
        return summary;
    }

    /// <summary>Of several the first in the program: which was asked first must not matter.</summary>
    private void Unvouch(ISymbol body)
    {
        if (_unvouched is null || WrittenOrder.IsBefore(body, _unvouched))
            _unvouched = body;
    }

    /// <summary>What a type's own text shows does not depend on what is followed.</summary>
    private MethodSummary? AskWhole(ISymbol callee) => Get(callee, Focus.Whole);

    /// <summary>What code a body leaves in a member.</summary>
    private MethodSummary? AskForCode(ISymbol callee) => Get(callee, _focus.IsWhole ? Focus.Whole : Focus.None);

    private static bool HasBody(ISymbol callee) => callee switch
    {
        { IsAbstract: true } or { IsExtern: true } or { DeclaringSyntaxReferences.IsEmpty: true } => false,
        IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet } accessor => Accessors.HasBody(accessor),

        // A primary constructor's parameters are written to where it is called.
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.DeclaringSyntaxReferences[0].GetSyntax() is not TypeDeclarationSyntax { BaseList: null or { Types: [not PrimaryConstructorBaseTypeSyntax, ..] } },
        _ => true,
    };

    /// <summary>Of these calls it matters what they give back or keep, whatever they get: an object of this one's, code, or one of which class only they say.</summary>
    private bool TellsMore(ISymbol callee, CallBinding call) => callee is IMethodSymbol method && method.MethodKind switch
    {
        MethodKind.PropertyGet => true,
        MethodKind.Constructor => Array.Exists(call.Values, static value => value.Objects.Length > 0),
        _ => Unwrapped(method.ReturnType) is { TypeKind: TypeKind.Delegate or TypeKind.Interface } or { IsAbstract: true } || _engine.Shapes.MayHoldCode(Unwrapped(method.ReturnType)) || ComesBack(method, call) ||
            Array.Exists(call.Receiver.Objects, @object => @object is { Input: null, Type: { } type } && _engine.Shapes.MayHoldCode(type)),
    };

    private static bool ComesBack(IMethodSymbol method, CallBinding call) =>
        HoldsParts(Unwrapped(method.ReturnType)) && (MayBe(call.Instance, method) || Array.Exists(call.Operations, operation => MayBe(operation, method)));

    /// <summary>Whether the result may be what was handed in: fluent code gives back its receiver, often as what it derives from.</summary>
    private static bool MayBe(IOperation? given, IMethodSymbol method)
    {
        ITypeSymbol result = Unwrapped(method.ReturnType);
        for (ITypeSymbol? type = given is null ? null : Unconverted(given).Type; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, result))
                return true;
        }

        return false;
    }

    /// <param name="name">How the way tells the callee.</param>
    private Value Apply(MethodSummary summary, CallBinding call, IMethodSymbol method, string name)
    {
        NoteGiven(call);
        Value result = ReferenceEquals(summary, MethodSummary.PassedBy) ? PassBy(call, method) : ApplySummary(summary, call, name);
        NoteGivenBack(call, result);
        return result;
    }

    /// <summary>Nothing of what is followed comes back, in whatever does.</summary>
    private Value PassBy(CallBinding call, IMethodSymbol method)
    {
        for (int i = 0; i < method.Parameters.Length && i < call.Operations.Length; i++)
        {
            if (method.Parameters[i].RefKind == RefKind.Out && call.Operations[i] is { } variable)
            {
                Value given = OpaqueAt(variable, method.Parameters[i].Type);
                NoteGivenBack(call, given);
                Assign(variable, given, call.Site);
            }
        }

        return OpaqueFor(call, method);
    }

    private Focus CarriedBy(CallBinding call)
    {
        Focus carried = CapturedCarry() ? Focus.None.WithCaptured() : Focus.None;

        // A receiver by itself says nothing of what is on it.
        if (HoldsInside(call.Receiver))
            carried = carried.WithInside(InputRoot.This);
        for (int i = 0; i < call.Values.Length; i++)
        {
            bool isInside = HoldsInside(call.Values[i]);
            if (isInside || IsOfInput(call.Values[i]))
                carried = carried.With(InputRoot.Parameter(i));
            if (isInside)
                carried = carried.WithInside(InputRoot.Parameter(i));
        }

        return carried;
    }

    /// <summary>Whether statics may hold anything that is followed. A lambda is solved once, whatever they hold when it runs.</summary>
    private bool CapturedCarry()
    {
        if (_parent is not null || _focus.ContainsCaptured)
            return true;
        foreach (ISymbol variable in _writtenOutside)
        {
            if (_state.Get(SlotOf(variable)) is { } value && (IsOfInput(value) || HoldsInside(value)))
                return true;
        }

        return _carriers.AreCaptured;
    }

    private static bool IsOfInput(Value value)
    {
        foreach (Taint taint in value.Taints)
        {
            if (taint.Origin is InputOrigin)
                return true;
        }

        return false;
    }

    /// <summary>Whether anything inside of a value is of an input that is followed. Code is: what it has captured is nowhere else.</summary>
    private bool HoldsInside(Value value)
    {
        foreach (AbstractObject @object in value.Objects)
        {
            if (Carries(@object) || _carriers.Contains(LatestOf(@object)))
                return true;
        }

        return false;
    }

    /// <summary>What comes into a lambda is told in terms of its own inputs, and followed by whoever runs it.</summary>
    private bool IsFollowed(InputPath path) => _parent is not null || _focus.Contains(path);

    /// <summary>Whether an object does by itself, whatever was put into it.</summary>
    private bool Carries(AbstractObject @object) =>
        @object.Closure is not null || (@object.Input is { } input && (_parent is not null || _focus.ContainsInside(input.Root))) ||
        _involvedObjects.Contains(LatestOf(@object));
}

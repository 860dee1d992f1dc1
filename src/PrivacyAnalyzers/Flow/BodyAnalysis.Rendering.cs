using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>What of a value shows when it becomes text.</summary>
internal sealed partial class BodyAnalysis
{
    /// <summary>How deep collections of collections are looked into for what text of them shows.</summary>
    private const int MaxTextDepth = 3;

    private const int MaxRenderDepth = 6;

    /// <summary>What the rendering at hand has written out, and how deep inside: objects that refer to each other are written out once, not on each way to them.</summary>
    private Dictionary<(AbstractObject Object, RenderMode Mode), int>? _rendered;

    /// <summary>Evaluates an expression and says which labels its text carries.</summary>
    private Value RenderOperation(IOperation operation, RenderMode mode) => RenderArgument(operation, EvalPart(operation), mode);

    private Value RenderArgument(IOperation operation, Value value, RenderMode mode)
    {
        IOperation inner = Unconverted(operation);
        if (mode is RenderMode.ToText or RenderMode.Structured && inner.Type is { } type && StringLike.IsUnfinished(type))
            return Value.Unknown;
        return operation.ConstantValue.HasValue ? Value.Clean : Render(value, inner.Type, mode);
    }

    /// <summary>The expression before it was boxed or widened: its own type says what it shows.</summary>
    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;
        return operation;
    }

    private Value Render(Value value, ITypeSymbol? type, RenderMode mode, int depth = 0)
    {
        if (value.IsClean || mode == RenderMode.Raw || depth > MaxRenderDepth)
            return value;
        type = type is null ? null : MemberShape.Plain(type);
        List<Taint> found = _session.TaintLists.Take();
        bool shownByType = false;
        if (value.Objects.Length == 0)
        {
            shownByType = type is not null && RenderType(type, mode, found);
        }
        else
        {
            Dictionary<(AbstractObject, RenderMode), int>? outer = _rendered;
            if (depth == 0)
                _rendered = null;
            foreach (AbstractObject @object in value.Objects)
            {
                if (IsRenderedFirst(@object, mode, depth))
                    shownByType |= RenderObject(@object, ShownAs(@object.Type, type), mode, found, depth);
            }

            if (depth == 0)
                _rendered = outer;
        }

        // One object, one finding: the gravest member speaks for it, and brings the others along.
        if (mode != RenderMode.Handed)
            KeepWorstWhole(found);
        bool showsText = type is null || ShowsItself(type, mode);
        foreach (Taint taint in value.Taints)
        {
            if (taint.Origin is InputOrigin input)
            {
                if (!shownByType)
                    found.Add(new Taint(InputFor(input, type, mode), taint.IsWhole, taint.IsPseudonym, taint.Trace, taint.IsInUrl));
            }
            else if (showsText)
            {
                found.Add(taint);
            }
        }

        var text = Value.OfTaints(found);
        _session.TaintLists.GiveBack(found);
        return text;
    }

    /// <summary>Whether it was not written out before, or only so deep inside that less of it showed.</summary>
    private bool IsRenderedFirst(AbstractObject @object, RenderMode mode, int depth)
    {
        if (!Spend() || (_rendered ??= []).TryGetValue((@object, mode), out int known) && known <= depth)
            return false;
        _rendered[(@object, mode)] = depth;
        return true;
    }

    /// <summary>The type that says more: an object that came out of a list of anything is what the code at hand takes it for.</summary>
    private static ITypeSymbol? ShownAs(ITypeSymbol? made, ITypeSymbol? taken) =>
        taken is not null && (made is null or ITypeParameterSymbol || made.SpecialType == SpecialType.System_Object || (made.TypeKind == TypeKind.Interface && taken.TypeKind is TypeKind.Class or TypeKind.Struct)) ? taken : made;

    private static InputOrigin InputFor(InputOrigin input, ITypeSymbol? type, RenderMode mode)
    {
        if (input.Mode != RenderMode.Raw || (type is not null && TypeShapes.IsScalar(type) && type.SpecialType != SpecialType.System_Object && !StringLike.IsStringBuilder(type)))
            return input;
        return new InputOrigin(input.Path, mode);
    }

    /// <summary>A class with no <c>ToString</c> of its own prints its type's name: what is on it does not show.</summary>
    private static bool ShowsItself(ITypeSymbol type, RenderMode mode)
    {
        if (mode.TakesApart() || type.TypeKind is TypeKind.TypeParameter or TypeKind.Dynamic or TypeKind.Interface || TypeShapes.IsScalar(type) || StringLike.Is(type))
            return true;
        if (MemberShape.ElementType(type) is not null)
            return mode == RenderMode.Structured;
        for (ITypeSymbol? current = type; current is not null && current.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); current = current.BaseType)
        {
            if (current.IsRecord || current.IsTupleType || current.GetMembers("ToString").Any(member => member is IMethodSymbol { IsStatic: false, Parameters.Length: 0 } method && TypeShapes.IsEverybodys(method)))
                return true;
        }

        return false;
    }

    private static void KeepWorstWhole(List<Taint> found)
    {
        int worst = -1;
        int count = 0;
        for (int i = 0; i < found.Count; i++)
        {
            if (found[i] is not { IsWhole: true, Origin: SourceOrigin source } taint)
                continue;
            count++;
            if (worst < 0 || Rank(taint) > Rank(found[worst]) || (Rank(taint) == Rank(found[worst]) && string.CompareOrdinal(source.Display, ((SourceOrigin)found[worst].Origin).Display) < 0))
                worst = i;
        }

        if (count < 2)
            return;
        Taint speaker = found[worst];
        IEnumerable<SourceOrigin> others = found
            .Where(taint => taint is { IsWhole: true, Origin: SourceOrigin } && taint != speaker && taint.IsPseudonym == speaker.IsPseudonym)
            .Select(static taint => (SourceOrigin)taint.Origin);
        found[worst] = new Taint(((SourceOrigin)speaker.Origin).With(others), isWhole: true, speaker.IsPseudonym, speaker.Trace, speaker.IsInUrl);
        speaker = found[worst];
        found.RemoveAll(taint => taint is { IsWhole: true, Origin: SourceOrigin } && taint != speaker);
    }

    private static int Rank(Taint taint) => (taint.IsPseudonym ? 0 : 1000) + Categories.Gravity(((SourceOrigin)taint.Origin).Category);

    /// <summary>An object of which nothing is known but its type. Returns whether the type shows classified members.</summary>
    private bool RenderType(ITypeSymbol type, RenderMode mode, List<Taint> found)
    {
        ITypeSymbol inner = type;
        if (MemberShape.ElementType(type) is { } element && type.SpecialType != SpecialType.System_String)
        {
            if (mode == RenderMode.ToText)
                return false;
            inner = element;
        }

        inner = MemberShape.Plain(inner);
        if (TypeShapes.IsScalar(inner))
            return false;
        foreach (VisibleMember member in _engine.Shapes.ClassifiedMembers(inner, mode))
            found.Add(new Taint(new SourceOrigin(member.Member, member.Category, member.Path), isWhole: true, isPseudonym: false, trace: null));
        bool shown = found.Count > 0;
        if (mode is RenderMode.ToText or RenderMode.Structured && TypeShapes.OwnToString(inner) is { } toString && OwnText(toString, Value.Unknown, found, MaxRenderDepth))
            shown = true;
        return shown;
    }

    /// <summary>What a <c>ToString</c>, or the getter of a member that a text shows, gives away where it is written in the program.</summary>
    private bool OwnText(IMethodSymbol toString, Value receiver, List<Taint> found, int depth)
    {
        if (!_engine.IsHere(toString) || AskWhole(toString) is not { } summary)
            return false;
        bool any = false;
        foreach (Taint taint in toString.Name == "PrintMembers" ? Printed(summary) : summary.Returns.Taints)
        {
            if (taint.Origin is SourceOrigin)
            {
                found.Add(taint.AsWhole());
                any = true;
            }
            else if (taint.Origin is InputOrigin { Path: { Root.IsThis: true } path } input)
            {
                Value held = Follow(receiver, path.Steps);
                ITypeSymbol? type = path.Steps.IsEmpty ? null : path.Steps[path.Steps.Length - 1].Member is { } member ? MemberShape.TypeOf(member) : null;
                foreach (Taint part in (input.Mode == RenderMode.Raw || path.Steps.IsEmpty ? held : Render(held, type, input.Mode, depth + 1)).Taints)
                    found.Add(part.For(taint, part.Trace).AsWhole());
            }
        }

        return any;
    }

    /// <summary>The element of a span of something else than text.</summary>
    private static ITypeSymbol? SpannedType(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory", TypeArguments: [var element] } && !StringLike.Is(type) ? element : null;

    /// <summary>What the elements carry that a collection of the program gives out.</summary>
    private bool OwnElements(IMethodSymbol enumerator, Value receiver, List<Taint> found)
    {
        if (AskWhole(enumerator) is not { } summary)
            return false;
        int before = found.Count;
        var pending = new Stack<SummaryValue>();
        pending.Push(summary.Returns);
        while (pending.Count > 0)
        {
            SummaryValue value = pending.Pop();
            foreach (Taint taint in value.Taints)
            {
                if (taint.Origin is SourceOrigin)
                    found.Add(taint);
                else if (taint.Origin is InputOrigin { Path: { Root.IsThis: true, Steps.IsEmpty: false } path })
                    found.AddRange(Follow(receiver, path.Steps).Taints.Select(given => given.For(taint, given.Trace)));
            }

            foreach ((_, SummaryValue part) in value.Parts)
                pending.Push(part);
        }

        return found.Count > before;
    }

    /// <summary>What a record's own <c>PrintMembers</c> appends to the builder that it gets.</summary>
    private static IEnumerable<Taint> Printed(MethodSummary summary)
    {
        foreach (SummaryWrite write in summary.Writes)
        {
            if (write.Target.Root.Ordinal == 0 && write.Step.Equals(AccessStep.Content))
            {
                foreach (Taint taint in write.Value.Taints)
                    yield return taint;
            }
        }
    }

    private bool RenderObject(AbstractObject @object, ITypeSymbol? type, RenderMode mode, List<Taint> found, int depth)
    {
        ObjectState parts = _state.PartsOf(@object);
        if (parts.TryGet(AccessStep.Content, out Value content) && !Streams.Is(type))
            found.AddRange(content.Taints);
        if (type is null || @object.Closure is not null)
            return false;
        type = MemberShape.Plain(type);
        if (_engine.Facts.IsException(type) && RenderException(parts, mode, found, depth))
            return false;
        if ((MemberShape.ElementType(type) ?? SpannedType(type) ?? (UntypedCollections.Is(type) ? _engine.ObjectType : null)) is { } elementType && type.SpecialType != SpecialType.System_String)
        {
            if (mode == RenderMode.ToText && !(type is INamedTypeSymbol named && StringLike.IsText(named)))
                return false;
            bool any = TypeShapes.OwnEnumerator(type) is { } enumerator && OwnElements(enumerator, Value.Of(@object), found);
            for (int i = 0; i < parts.Count; i++)
            {
                if (!parts[i].Step.IsElement && !parts[i].Step.Equals(AccessStep.Keys))
                    continue;
                found.AddRange(Render(parts[i].Value, elementType, mode, depth + 1).Taints);
                any = true;
            }

            // Of all other inputs the label stands for what is in them; of the receiver there is none.
            if (!any && @object.Input is { Root.IsThis: true, Steps.IsEmpty: true })
                found.AddRange(Render(InitialPart(@object, AccessStep.Element), elementType, mode, depth + 1).Taints);
            return !any && @object.Kind != ObjectKind.Fresh && RenderType(type, mode, found);
        }

        if (type.Name == "KeyValuePair")
        {
            for (int i = 0; i < parts.Count; i++)
                found.AddRange(Render(parts[i].Value, parts[i].Step.Member is { } member ? MemberShape.TypeOf(member) : null, mode, depth + 1).Taints);
            return false;
        }

        if (!_engine.Shapes.ShowsMembers(type, mode))
        {
            return mode is RenderMode.ToText or RenderMode.Structured && TypeShapes.OwnToString(type) is { } toString && OwnText(toString, Value.Of(@object), found, depth);
        }

        return RenderMembers(@object, type, mode, found, depth);
    }

    /// <summary>An exception's text is its message and that of the exceptions inside it.</summary>
    private bool RenderException(ObjectState parts, RenderMode mode, List<Taint> found, int depth)
    {
        if (_engine.Facts.ExceptionMessage is { } message && parts.TryGet(AccessStep.Of(message), out Value text))
            found.AddRange(text.Taints);
        if (parts.TryGet(AccessStep.InnerException, out Value inner))
            found.AddRange(Render(inner, null, mode, depth + 1).Taints);
        return found.Count > 0;
    }

    private bool RenderMembers(AbstractObject @object, ITypeSymbol type, RenderMode mode, List<Taint> found, int depth)
    {
        ObjectState parts = _state.PartsOf(@object);
        bool shown = false;
        int item = 0;

        // A record's own text, and an anonymous object's, is that of its members.
        RenderMode inside = mode == RenderMode.Structured && !type.IsTupleType ? RenderMode.ToText : mode;
        foreach (VisiblePart part in _engine.Shapes.PartsOf(type, mode))
        {
            AccessStep step = type.IsTupleType ? AccessStep.TupleItem(item++) : AccessStep.Of(part.Member);
            string path = type.IsAnonymousType || type.IsTupleType ? part.Member.Name : type.Name + "." + part.Member.Name;
            shown |= RenderPart(part, step, path, parts, inside, found, depth);
            if (!parts.TryGet(step, out _) && IsOfTypeParameter(part.Member))
            {
                foreach (Taint taint in Render(PartOfGeneric(@object, part.Member), part.Type, inside, depth + 1).Taints)
                    found.Add(taint.AsWhole());
            }

            if (inside is RenderMode.ToText or RenderMode.Structured && !parts.TryGet(step, out _) && !_engine.Classifier.IsDeclaredNotPersonal(part.Member) && TypeShapes.OwnGetter(part.Member) is { } getter)
                shown |= OwnText(getter, Value.Of(@object), found, depth);
        }

        return shown;
    }

    /// <summary>One member of an object that is written out. Returns whether its declaration shows something classified.</summary>
    private bool RenderPart(VisiblePart part, AccessStep step, string path, ObjectState parts, RenderMode mode, List<Taint> found, int depth)
    {
        bool isWritten = parts.TryGet(step, out Value written);
        if (isWritten && written.IsDecided)
        {
            foreach (Taint pseudonym in written.Taints)
                found.Add(pseudonym.AsWhole());
            return false;
        }

        if (_engine.Classifier.Classify(part.Member) is { } classification)
        {
            found.Add(new Taint(new SourceOrigin(part.Member, classification.Category, path), isWhole: true, isPseudonym: false, trace: null));
            return true;
        }

        if (isWritten)
        {
            foreach (Taint taint in Render(written, part.Type, mode, depth + 1).Taints)
                found.Add(taint.AsWhole());
            return false;
        }

        ITypeSymbol inner = mode is not RenderMode.ToText && MemberShape.ElementType(part.Type) is { } element ? element : part.Type;
        ImmutableArray<VisibleMember> members = TypeShapes.IsScalar(inner) ? ImmutableArray<VisibleMember>.Empty : _engine.Shapes.ClassifiedMembers(inner, mode);
        foreach (VisibleMember member in members)
            found.Add(new Taint(new SourceOrigin(member.Member, member.Category, path + member.Path.Substring(inner.Name.Length)), isWhole: true, isPseudonym: false, trace: null));
        return members.Length > 0;
    }

    /// <summary>Everything in a value that text made of it may hold: its own labels, its elements', a builder's content.</summary>
    private Value Flatten(Value value)
    {
        if (value.Objects.Length == 0)
            return value;

        // By levels, each object once: what holds each other has ways without end.
        var met = new List<AbstractObject>(value.Objects);
        HashSet<AbstractObject>? known = null;
        List<Taint>? taints = null;
        bool isClean = value.IsClean;
        for (int depth = 0, first = 0; depth <= MaxTextDepth && first < met.Count; depth++)
        {
            for (int end = met.Count; first < end; first++)
            {
                ObjectState parts = _state.PartsOf(met[first]);
                for (int i = 0; i < parts.Count; i++)
                {
                    (AccessStep step, Value part) = parts[i];
                    if (!step.IsElement && !step.Equals(AccessStep.Content) && !step.Equals(AccessStep.Keys))
                        continue;
                    isClean &= part.IsClean;
                    if (part.Taints.Length > 0)
                        (taints ??= [.. value.Taints]).AddRange(part.Taints);
                    foreach (AbstractObject @object in part.Objects)
                        Meet(@object);
                }
            }
        }

        _steps += met.Count / Taint.Few;
        return taints is not null ? Value.OfTaints(taints) : isClean || value.Taints.Length > 0 ? value.TaintsOnly : Value.Unknown;

        void Meet(AbstractObject @object)
        {
            if (known is null && met.Count > Taint.Few)
                known = [.. met];
            if (known?.Add(@object) ?? !met.Contains(@object))
                met.Add(@object);
        }
    }
}

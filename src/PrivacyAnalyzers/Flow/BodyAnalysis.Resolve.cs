using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>What a callee's input is at a call: the way into what was handed over.</summary>
internal sealed partial class BodyAnalysis
{
    private readonly Dictionary<(AbstractObject Holder, AccessStep Step), AbstractObject> _memberObjects = [];

    private Value Resolve(InputPath path, CallBinding call)
    {
        for (int i = path.Steps.Length - 1; i >= 0; i--)
        {
            if (!path.Steps[i].Equals(AccessStep.Invoked))
                continue;
            Value given = Value.Unknown;
            call.Invoked?.TryGetValue(new InputPath(path.Root, path.Steps.RemoveRange(i, path.Steps.Length - i)), out given!);
            return Follow(given ?? Value.Unknown, path.Steps.RemoveRange(0, i + 1));
        }

        Value root;
        if (path.Root.Captured is { } captured)
            root = call.Captured is not null && call.Captured.TryGetValue(captured, out Value? made) ? Captured(made) : ReadSlot(captured, Model.MemberShape.TypeOf(captured));
        else if (path.Root.IsThis)
            root = call.Receiver;
        else
            root = path.Root.Ordinal < call.Values.Length ? call.Values[path.Root.Ordinal] : Value.Unknown;
        return Follow(root, path.Steps);
    }

    private Value Follow(Value value, ImmutableArray<AccessStep> steps)
    {
        foreach (AccessStep step in steps)
        {
            Value next = step.Equals(AccessStep.Element) ? ElementsOf(value) : step.IsElement ? ReadElement(value, step) : ReadPartOf(value, step);

            // Each of the objects was asked, and what each gave was put together.
            _steps += value.Objects.Length / Taint.Few * ((next.Objects.Length + next.Taints.Length) / Taint.Few);

            // What is on the object itself shows in the text that its members give.
            bool isText = step.Equals(AccessStep.Content) || StringLike.Is(step.Member is { } member ? Model.MemberShape.TypeOf(member) : null);
            value = isText && value.Objects.Length == 0 ? next.Join(value.TaintsOnly) : next;
        }

        return value;
    }

    /// <summary>A callee reads or fills a member that this body has not seen yet: it gets an object, so that what is put there is found again.</summary>
    private Value ReadPartOf(Value value, AccessStep step)
    {
        Value part = ReadWritten(value, step);
        if (part.Objects.Length > 0 || value.Objects.Length != 1 || value.Objects[0].Kind is ObjectKind.Input ||
            step.TypeIn(value.Objects[0].Type) is not { } type || !HoldsParts(type) || type.SpecialType == SpecialType.System_Object)
        {
            return part;
        }

        part = part.Join(MemberObject(value.Objects[0], step, type));
        Write(value.Objects[0], step, part);
        return part;
    }

    /// <summary>The object that stands for what a member holds of which nothing is known.</summary>
    private Value MemberObject(AbstractObject holder, AccessStep step, ITypeSymbol type)
    {
        if (!_memberObjects.TryGetValue((holder, step), out AbstractObject? made))
            _memberObjects.Add((holder, step), made = new AbstractObject(_objectCount++, type, ObjectKind.Opaque));
        return Value.Of(made);
    }
}

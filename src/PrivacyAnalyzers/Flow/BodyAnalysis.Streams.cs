using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>What goes through streams, readers and writers in memory.</summary>
internal sealed partial class BodyAnalysis
{
    /// <summary>What is built over a stream or a builder is another way to the same content; <see langword="null"/> for one of its own.</summary>
    private static Value? Over(INamedTypeSymbol type, CallBinding call)
    {
        if (!Streams.Is(type) && type.Name != "StringWriter")
            return null;
        foreach (Value value in call.Values)
        {
            if (value.Objects.Length > 0 && Array.TrueForAll(value.Objects, IsChannel))
                return value;
        }

        return null;
    }

    private static bool IsChannel(AbstractObject @object) => Streams.Is(@object.Type) || StringLike.IsStringBuilder(@object.Type);

    /// <summary>A writer over a stream or a builder in memory writes no file.</summary>
    private static bool IsInMemory(Value writer) =>
        writer.Objects.Length > 0 && Array.TrueForAll(writer.Objects, static @object => @object.Type is { Name: "MemoryStream" } || StringLike.IsStringBuilder(@object.Type));

    private static bool IsOnStream(CallBinding call) =>
        call.Instance is not null && call.Receiver.Objects.Length > 0 && Array.TrueForAll(call.Receiver.Objects, static @object => Streams.Is(@object.Type));

    private Value Stream(CallBinding call, IMethodSymbol method)
    {
        if (Streams.Copies(method.Name) && call.Values.Length > 0)
        {
            WritePart(call.Values[0], AccessStep.Content, Contents(call.Receiver), add: true);
            return Value.Unknown;
        }

        if (Streams.Writes(method.Name))
        {
            Value written = Value.Unknown;
            for (int i = 0; i < call.Values.Length; i++)
                written = written.Join(Flatten(call.Values[i])).Join(call.Operations[i] is { } operation ? RenderArgument(operation, call.Values[i], RenderMode.ToText) : Value.Unknown);
            if (written.Taints.Length > 0)
                WritePart(call.Receiver, AccessStep.Content, Named(written.TaintsOnly, call.Site.Syntax, method.Name), add: true);
            return Value.Unknown;
        }

        if (method.Name == "SetLength" && call.Operations[0]?.ConstantValue is { HasValue: true, Value: 0 or 0L })
            WritePart(call.Receiver, AccessStep.Content, Value.Clean);
        Value content = Contents(call.Receiver);
        if (Streams.Fills(method.Name) && call.Values.Length > 0)
            FillAt(call, 0, content);
        return StringLike.Is(method.ReturnType) ? Named(content, call.Site.Syntax, method.Name) : Value.Unknown;
    }

    private Value Contents(Value stream)
    {
        Value content = stream.TaintsOnly;
        foreach (AbstractObject @object in stream.Objects)
            content = content.Join(ReadPart(@object, AccessStep.Content).TaintsOnly);
        return content;
    }
}

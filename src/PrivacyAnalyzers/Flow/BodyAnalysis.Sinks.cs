using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>Where labelled values arrive.</summary>
internal sealed partial class BodyAnalysis
{
    private readonly HashSet<(ISymbol Member, SyntaxNode Node, SinkKind Kind, string? Declared, bool Whole)> _reported = new(ReportKeyComparer.Instance);
    private readonly List<SummarySink> _inputSinks = [];
    private readonly HashSet<SinkKey> _inputSinkKeys = [];
    private readonly Dictionary<AbstractObject, SinkPlace> _sinkObjects = [];

    /// <summary>What the parts of texts and of lists were when they were run: at a sink each stands for itself.</summary>
    private readonly Dictionary<IOperation, Value> _partValues = [];

    private void CheckSinks(CallBinding call, IMethodSymbol method, CallFacts facts)
    {
        if (!_recording || facts.Sinks.IsEmpty)
            return;
        foreach (ParameterSink sink in facts.Sinks)
        {
            if (sink.Ordinal < 0 || sink.Ordinal >= call.Operations.Length || (sink.Kind == SinkKind.Exception && _engine.Facts.IsOnlyMeasured(method.Parameters[sink.Ordinal])) || (sink.Kind == SinkKind.File && IsInMemory(call.Receiver)))
                continue;
            if (call.Operations[sink.Ordinal] is not { } operation)
            {
                // A library method as a delegate: what runs it hands the value over, out of sight.
                foreach (Taint taint in call.Code is null ? [] : Render(call.Values[sink.Ordinal], method.Parameters[sink.Ordinal].Type, sink.Mode).Taints)
                    Report(taint, call.Code!, new SinkPlace(sink.Kind, method.Name, method, sink.Declared));
                continue;
            }

            ImmutableArray<string> holes = sink.TemplateOrdinal >= 0 && call.Operations[sink.TemplateOrdinal] is { ConstantValue: { HasValue: true, Value: string template } }
                ? MessageTemplate.Holes(template)
                : ImmutableArray<string>.Empty;
            int firstHole = sink.TemplateOrdinal >= 0 ? sink.Ordinal - sink.TemplateOrdinal - 1 : 0;
            var place = new SinkPlace(sink.Kind, method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name, method, sink.Declared ?? (sink.Kind.Exposes() ? ApprovedLog(call, method) : null));
            CheckSink(operation, call.Values[sink.Ordinal], AsksForMembers(call, method) ? RenderMode.Destructured : sink.Mode, place, holes, firstHole);
        }
    }

    /// <summary>An argument says that objects are to be taken apart.</summary>
    private static bool AsksForMembers(CallBinding call, IMethodSymbol method)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.Ordinal < call.Operations.Length && AsksForMembers(parameter, call.Operations[parameter.Ordinal]))
                return true;
        }

        return false;
    }

    public static bool AsksForMembers(IParameterSymbol? parameter, IOperation? argument) =>
        parameter is { Name: "destructureObjects", Type.SpecialType: SpecialType.System_Boolean } && argument?.ConstantValue is { HasValue: true, Value: true };

    /// <summary>A delegate made by <c>LoggerMessage.Define</c>: known by its shape, since it is kept in a field.</summary>
    private void CheckLogDelegate(CallBinding call, IMethodSymbol invoke)
    {
        if (!_recording || invoke.Parameters.Length < 2 || !IsLogger(invoke.Parameters[0].Type))
            return;
        bool isAction = _engine.Facts.IsException(invoke.Parameters[invoke.Parameters.Length - 1].Type);
        if (!isAction && invoke.ReturnType.Name != "IDisposable")
            return;
        string name = call.Instance is IFieldReferenceOperation field ? field.Field.Name : "LoggerMessage.Define";
        for (int i = 1; i < invoke.Parameters.Length - (isAction ? 1 : 0); i++)
        {
            if (call.Operations[i] is { } operation)
                CheckSink(operation, call.Values[i], RenderMode.Structured, new SinkPlace(SinkKind.Log, name, invoke, ApprovedLog(call, invoke)), ImmutableArray<string>.Empty, 0);
        }
    }

    private static bool IsLogger(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "ILogger" } named && MetadataNames.IsIn(named, "Microsoft.Extensions.Logging");

    private void CheckPropertySink(IPropertyReferenceOperation target, Value value, IOperation? operation)
    {
        CheckMemberSinks(target.Property, value, operation);
        if (!_recording || operation is null)
            return;

        // exception.Data["key"] = value: the collection that a getter gives is the sink.
        if (target.Property.IsIndexer && target.Instance is not null && SinkOf(Eval(target.Instance)) is { } place)
            CheckSink(operation, value, RenderMode.ToText, place, ImmutableArray<string>.Empty, 0);
    }

    /// <summary>What is put into a property or a field that is a sink itself, or that is kept.</summary>
    private void CheckMemberSinks(ISymbol member, Value value, IOperation? operation)
    {
        if (!_recording || operation is null)
            return;
        foreach (ParameterSink sink in _engine.Facts.Of(member).Sinks)
            CheckSink(operation, value, sink.Mode, new SinkPlace(sink.Kind, member.Name, member.OriginalDefinition, sink.Declared), ImmutableArray<string>.Empty, 0);
    }

    private void CheckCollectionSink(CallBinding call, IMethodSymbol method)
    {
        if (!_recording || !(IsAdding(method.Name) || IsWriting(method.Name)) || CollectionSink(call) is not { } place)
            return;
        for (int i = 0; i < call.Operations.Length; i++)
        {
            if (call.Operations[i] is { } operation)
                CheckSink(operation, call.Values[i], RenderMode.ToText, place, ImmutableArray<string>.Empty, 0);
        }
    }

    private static bool IsWriting(string name) => name is "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync";

    private SinkPlace? CollectionSink(CallBinding call) => call.Instance is null ? null : SinkOf(call.Receiver);

    private SinkPlace? SinkOf(Value value)
    {
        foreach (AbstractObject @object in value.Objects)
        {
            if (_sinkObjects.TryGetValue(@object, out SinkPlace? place))
                return place;
        }

        return null;
    }

    /// <summary>What a getter gives that is a sink itself: an exception's <c>Data</c>, <c>Console.Out</c>. What is put into it arrives there.</summary>
    private Value SinkObject(IPropertyReferenceOperation reference)
    {
        if (_engine.Facts.Of(reference.Property).ReturnedCollectionSink is not { } kind || OpaqueAt(reference, reference.Type) is not { Objects.Length: 1 } value)
            return Value.Unknown;
        _sinkObjects[value.Objects[0]] = new SinkPlace(kind, reference.Property.Name, reference.Property, null);
        return value;
    }

    /// <summary>A part of a text or a list is run once: a call in it may leave something behind, and would give another answer the second time.</summary>
    private Value Evaluated(IOperation part) => _partValues.TryGetValue(part, out Value? value) ? value : Eval(part);

    private Value EvalPart(IOperation part, bool isCopied = false)
    {
        Value value = isCopied ? EvalCopied(part) : Eval(part);
        if (_recording && !part.ConstantValue.HasValue)
            _partValues[part] = value;
        return value;
    }

    /// <summary>Takes the expression apart as far as it is written at the sink, so that the finding stands on the part at fault.</summary>
    private void CheckSink(IOperation operation, Value value, RenderMode mode, SinkPlace place, ImmutableArray<string> holes, int hole)
    {
        if (operation.ConstantValue.HasValue)
            return;
        switch (Unconverted(operation))
        {
            case IConversionOperation { OperatorMethod: { } made } conversion when _engine.Facts.Of(made).Passthrough is not null:
                CheckSink(conversion.Operand, Evaluated(conversion.Operand), mode, place, holes, hole);
                return;
            case IInterpolatedStringOperation interpolated:
                foreach (IInterpolatedStringContentOperation part in interpolated.Parts)
                {
                    if (part is IInterpolationOperation { Expression: { } expression })
                        CheckSink(expression, Evaluated(expression), RenderMode.ToText, place, ImmutableArray<string>.Empty, 0);
                    else if (part is IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: { Length: > 0 } arguments } })
                        CheckSink(arguments[0].Value, Evaluated(arguments[0].Value), RenderMode.ToText, place, ImmutableArray<string>.Empty, 0);
                }

                return;
            case IFlowCaptureReferenceOperation reference when HolesOf(reference) is { } handled:
                foreach (ExpressionSyntax part in handled)
                {
                    foreach (Taint taint in _holes.TryGetValue(part, out Value? written) ? written.Taints : [])
                        Report(taint, part, place);
                }

                return;
            case IInterpolatedStringHandlerCreationOperation { Content: { } content }:
                CheckSink(content, value, mode, place, holes, hole);
                return;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } binary when IsText(binary.Type):
                foreach (IOperation operand in ConcatOperands(binary))
                    CheckSink(operand, Evaluated(operand), RenderMode.ToText, place, ImmutableArray<string>.Empty, 0);
                return;
            case IArrayCreationOperation { Initializer: { } initializer } when operation.IsImplicit || IsForParams(operation):
                for (int i = 0; i < initializer.ElementValues.Length; i++)
                    CheckSink(initializer.ElementValues[i], Evaluated(initializer.ElementValues[i]), mode, place, holes, hole + i);
                return;
            case { ChildOperations: { Count: > 0 } elements } collection when IsCollectionExpression(collection):
                int position = hole;
                foreach (IOperation element in elements)
                    CheckSink(element, Evaluated(element), mode, place, holes, position++);
                return;
        }

        RenderMode actual = hole < holes.Length ? MessageTemplate.ModeOf(holes[hole], mode) : mode;
        foreach (Taint taint in RenderArgument(operation, value, actual).Taints)
            Report(taint, operation.Syntax, place);
    }

    /// <summary>An array that is written out for a <c>params</c> parameter holds arguments; any other is one value.</summary>
    private static bool IsForParams(IOperation array)
    {
        IOperation? holder = array.Parent;
        while (holder is IConversionOperation)
            holder = holder.Parent;
        return holder is IArgumentOperation { Parameter.IsParams: true };
    }

    /// <summary>The holes of an interpolated string that a handler makes; <see langword="null"/> for anything else.</summary>
    private static IEnumerable<ExpressionSyntax>? HolesOf(IOperation? operation) =>
        operation is IFlowCaptureReferenceOperation { Syntax: InterpolatedStringExpressionSyntax text, Type.SpecialType: not SpecialType.System_String }
            ? text.Contents.OfType<InterpolationSyntax>().Select(static part => part.Expression)
            : null;

    /// <summary>
    /// <c>[a, b]</c>, and what newer compilers make of the arguments of a <c>params</c> span. The floor's compiler has no name for the
    /// operation: there it is <see cref="OperationKind.None"/>, later <c>CollectionExpression</c>.
    /// </summary>
    private static bool IsCollectionExpression(IOperation operation) =>
        (int)operation.Kind is 0 or 0x7f &&
        (operation.IsImplicit || operation.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.CollectionExpressionSyntax);

    /// <param name="isHeldThere">The callee hands over a member of its own type: it is the callee's finding.</param>
    private void Report(Taint taint, SyntaxNode node, SinkPlace place, bool isHeldThere = false)
    {
        if (place.Kind == SinkKind.Url && taint.IsInUrl)
            return;
        if (taint.Origin is SourceOrigin told)
        {
            foreach (SourceOrigin source in told.At(place.Kind))
            {
                if (_reported.Add((source.Member, node, place.Kind, place.Declared, taint.IsWhole)))
                    _findings.Add(new FlowFinding(source, taint.IsWhole, taint.IsPseudonym, place.Kind, place.Name, place.Symbol, node, taint.Trace, place.Declared));
            }
        }
        else
        {
            // A caller reports an input once a kind, whatever is done with it here; only a lambda's own places show outside.
            bool isHeld = HeldMembers.Holds(((InputOrigin)taint.Origin).Path);
            var sink = new SummarySink(taint, place.Kind, place.Name, place.Symbol, node, place.Declared) { OwnPlace = _parent is null && !isHeldThere && !isHeld ? null : node };
            if (!_inputSinkKeys.Add(sink.Key))
                return;
            _inputSinks.Add(sink);
            if (!isHeldThere && isHeld)
                _heldSinks.Add(sink);
        }
    }

    /// <summary>The log of the statement that this logger is: marked itself, or by its category type.</summary>
    private static string? ApprovedLog(CallBinding call, IMethodSymbol method)
    {
        IOperation? logger = call.Instance;
        if (logger is null && call.Operations.Length > 0)
            logger = call.Operations[0];
        if (logger is null)
            return null;
        logger = Unconverted(logger);
        ISymbol? holder = logger switch
        {
            IFieldReferenceOperation field => field.Field,
            IPropertyReferenceOperation property => property.Property,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
        string? name = holder is null ? null : PrivacyAttributes.NameArgument(PrivacyAttributes.Find(holder, "ApprovedLogAttribute"))?.Text;
        if (name is null && logger.Type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments })
            name = PrivacyAttributes.NameArgument(PrivacyAttributes.Find(arguments[0], "ApprovedLogAttribute"))?.Text;
        return name ?? PrivacyAttributes.NameArgument(PrivacyAttributes.Find(method.ContainingType, "ApprovedLogAttribute"))?.Text;
    }

    private sealed record SinkPlace(SinkKind Kind, string Name, ISymbol Symbol, string? Declared);

    private sealed class ReportKeyComparer : IEqualityComparer<(ISymbol Member, SyntaxNode Node, SinkKind Kind, string? Declared, bool Whole)>
    {
        public static readonly ReportKeyComparer Instance = new();

        public bool Equals((ISymbol Member, SyntaxNode Node, SinkKind Kind, string? Declared, bool Whole) x, (ISymbol Member, SyntaxNode Node, SinkKind Kind, string? Declared, bool Whole) y) =>
            x.Kind == y.Kind && x.Declared == y.Declared && x.Whole == y.Whole && x.Node == y.Node && SymbolEqualityComparer.Default.Equals(x.Member, y.Member);

        public int GetHashCode((ISymbol Member, SyntaxNode Node, SinkKind Kind, string? Declared, bool Whole) key) =>
            unchecked((SymbolEqualityComparer.Default.GetHashCode(key.Member) * 31) + key.Node.GetHashCode());
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Flow;

/// <summary>One call: what goes in, by parameter, and the expressions that hand it in.</summary>
/// <param name="site">The call.</param>
/// <param name="receiver">The object it is called on.</param>
/// <param name="values">Arguments by the parameter's ordinal.</param>
/// <param name="operations">The argument expressions, likewise; <see langword="null"/> where one has no expression of its own.</param>
internal sealed class CallBinding(IOperation site, Value receiver, Value[] values, IOperation?[] operations)
{
    public IOperation Site { get; } = site;

    public Value Receiver { get; } = receiver;

    public Value[] Values { get; } = values;

    public IOperation?[] Operations { get; } = operations;

    /// <summary>The receiver's expression.</summary>
    public IOperation? Instance { get; init; }

    /// <summary>The expression that hands over the code that runs here, where that is not the call itself: a lambda, a method group.</summary>
    public SyntaxNode? Code { get; init; }

    /// <summary>The lambda of this body that runs.</summary>
    public SyntaxNode? Lambda { get; init; }

    /// <summary>What the code that runs here captured where it was made, if that was in another body.</summary>
    public IReadOnlyDictionary<ISymbol, Value>? Captured { get; init; }

    /// <summary>Nothing that is followed goes in, so that not all is known of what the callee does.</summary>
    public bool IsUnasked { get; set; }

    /// <summary>What the delegates gave back that the callee invoked.</summary>
    public Dictionary<InputPath, Value>? Invoked { get; set; }

    /// <summary>The objects of the callee that this body has met, by their number there.</summary>
    public Dictionary<int, AbstractObject>? Made { get; set; }

    /// <summary>The same arguments, for code that runs on another object: a lambda's is its surrounding body's own.</summary>
    public CallBinding On(Value receiver, IReadOnlyDictionary<ISymbol, Value>? captured = null, SyntaxNode? lambda = null) =>
        new(Site, receiver, Values, Operations) { Code = Code, Captured = captured, Lambda = lambda };

    /// <summary>A call from code that cannot be seen, or that is not written here: values without expressions.</summary>
    public static CallBinding FromElsewhere(IOperation site, SyntaxNode? code, Value[] values) =>
        new(site, Value.Unknown, values, new IOperation?[values.Length]) { Code = code };

    public static CallBinding Of(IOperation site, IOperation? instance, Value receiver, ImmutableArray<IArgumentOperation> arguments, int parameterCount, Func<IOperation, Value> eval, Func<IOperation, Value> evalCopied)
    {
        Value[] values = parameterCount == 0 ? [] : new Value[parameterCount];
        IOperation?[] operations = parameterCount == 0 ? [] : new IOperation?[parameterCount];
        for (int i = 0; i < parameterCount; i++)
            values[i] = Value.Unknown;
        foreach (IArgumentOperation argument in arguments)
        {
            Value value = argument.Parameter is { RefKind: RefKind.None } ? evalCopied(argument.Value) : eval(argument.Value);
            if (argument.Parameter is not { } parameter || parameter.Ordinal >= parameterCount)
                continue;
            values[parameter.Ordinal] = value;
            operations[parameter.Ordinal] = argument.Value;
        }

        return new CallBinding(site, receiver, values, operations) { Instance = instance };
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Rules.Obligations;

/// <summary>
/// Which endpoints a call such as <c>AddEndpointFilter</c> is about: followed along the chain of calls that it stands in, and along the
/// variables and methods that hand its group or endpoint on. Where neither tells, what is mapped in the same body counts.
/// </summary>
/// <param name="isWanted">Whether an operation leads to the wanted endpoint's code.</param>
/// <param name="isAction">Whether that is an action of a controller or page, which <c>MapControllers</c> and its like map.</param>
internal sealed class MappedEndpoints(SourceCalls calls, Func<IOperation, bool> isWanted, bool isAction, CancellationToken cancellation)
{
    private const int MaxDepth = 16;

    /// <summary>Whether the wanted endpoint is among them.</summary>
    public bool AreOf(IInvocationOperation call)
    {
        var seen = new HashSet<object>();
        return Below(ReceiverOf(call), seen, 0) || Above(call, seen, 0);
    }

    /// <summary>What a method or an extension method is called on.</summary>
    public static IOperation? ReceiverOf(IInvocationOperation call) => call.Instance ??
        (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value : null);

    /// <summary>Whether what this expression gives stands for the wanted endpoint, or for a group that it is in.</summary>
    private bool Below(IOperation? operation, HashSet<object> seen, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        if (depth > MaxDepth)
            return false;
        switch (operation)
        {
            case IConversionOperation conversion:
                return Below(conversion.Operand, seen, depth + 1);
            case IInvocationOperation call when call.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal):
                return Maps(call);
            case IInvocationOperation call when ReceiverOf(call) is { } receiver:
                return Below(receiver, seen, depth + 1);
            case ILocalReferenceOperation local:
                return Follow(local.Local, local, seen, depth + 1);
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } method } parameter } reference:
                return Follow(parameter, reference, seen, depth + 1) || CallsOf(method).Any(call =>
                    call.Arguments.Any(argument => argument.Parameter?.Ordinal == parameter.Ordinal && Below(argument.Value, seen, depth + 1)) || Above(call, seen, depth + 1));
            case null:
                return false;
            default:
                return isWanted(Root(operation));
        }
    }

    /// <summary>Whether what is done with the result maps the wanted endpoint.</summary>
    private bool Above(IOperation operation, HashSet<object> seen, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        if (depth > MaxDepth)
            return false;
        switch (operation.Parent)
        {
            case IConversionOperation conversion:
                return Above(conversion, seen, depth + 1);
            case IArgumentOperation { Parent: IInvocationOperation call }:
                return Maps(call) || (ReceiverOf(call) == operation && Above(call, seen, depth + 1));
            case IInvocationOperation call:
                return Maps(call) || Above(call, seen, depth + 1);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } } initializer:
                return Follow(local, initializer, seen, depth + 1);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { } local } } assignment:
                return Follow(local, assignment, seen, depth + 1);
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation } assignment:
                return isWanted(Root(assignment));
            case IReturnOperation returned when Owner(returned) is { } method && seen.Add(method):
                return CallsOf(method).Any(call => Maps(call) || Above(call, seen, depth + 1));
            default:
                return false;
        }
    }

    /// <summary>Whether a call maps the wanted endpoint: by what it is given, or in its own body.</summary>
    private bool Maps(IInvocationOperation call)
    {
        IOperation? receiver = ReceiverOf(call);
        return (isAction && call.TargetMethod.Name is "MapControllers" or "MapControllerRoute" or "MapAreaControllerRoute" or "MapDefaultControllerRoute" or "MapRazorPages") ||
            call.Arguments.Any(argument => argument.Value != receiver && isWanted(argument.Value)) || IsWantedItself(call, receiver);
    }

    /// <summary>A method of the program's own that maps: only its body, not what the call stands on.</summary>
    private bool IsWantedItself(IInvocationOperation call, IOperation? receiver) =>
        !call.TargetMethod.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty && (receiver is null || !isWanted(receiver)) && isWanted(call);

    /// <summary>Whether a variable is, or is used to map, the wanted endpoint.</summary>
    private bool Follow(ISymbol variable, IOperation from, HashSet<object> seen, int depth)
    {
        if (!seen.Add(variable))
            return false;
        foreach (IOperation operation in Root(from).DescendantsAndSelf())
        {
            bool leads = operation switch
            {
                IVariableDeclaratorOperation declarator when Is(declarator.Symbol, variable) => Below(declarator.GetVariableInitializer()?.Value, seen, depth),
                ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Is(target.Local, variable) => Below(assignment.Value, seen, depth),
                ILocalReferenceOperation { Local: { } local } when Is(local, variable) => Above(operation, seen, depth),
                IParameterReferenceOperation { Parameter: { } parameter } when Is(parameter, variable) => Above(operation, seen, depth),
                _ => false,
            };
            if (leads)
                return true;
        }

        return false;
    }

    private IEnumerable<IInvocationOperation> CallsOf(IMethodSymbol method) => calls.Named(method.Name, cancellation).Where(call => Is(call.TargetMethod, method));

    private static IMethodSymbol? Owner(IOperation operation)
    {
        for (IOperation? current = operation; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation)
                return null;
        }

        return operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) as IMethodSymbol;
    }

    private static bool Is(ISymbol left, ISymbol right) =>
        SymbolEqualityComparer.Default.Equals((left as IMethodSymbol)?.ReducedFrom?.OriginalDefinition ?? left.OriginalDefinition, right.OriginalDefinition);

    private static IOperation Root(IOperation operation)
    {
        IOperation root = operation;
        while (root.Parent is { } parent)
            root = parent;
        return root;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Rules.Obligations;

/// <summary>
/// An age gate that the framework runs before the sign-up: an endpoint or action filter, a middleware, the handler of an authorization
/// policy. Asked only where the sign-up's own code passes none.
/// </summary>
internal sealed class AgeGateFilters(Compilation compilation, SourceCalls calls, CallReach reach, Func<IMethodSymbol, bool> isGate)
{
    private static readonly string[] EndpointFilters = ["AddEndpointFilter", "AddEndpointFilterFactory"];
    private static readonly string[] Middleware = ["UseMiddleware", "Use"];
    private static readonly string[] GlobalFilters = ["Add", "AddService"];

    private readonly AgeGatePolicies _policies = new(compilation, calls, reach, isGate);

    /// <summary>Whether something of the kind stands before the sign-up.</summary>
    public bool Guard(IMethodSymbol signUp, CancellationToken cancellation) =>
        MarkedWith(signUp, cancellation) || IsMappedBehindOne(signUp, cancellation) || IsBehindMiddleware(signUp, cancellation) || (IsAction(signUp) && HasGlobalFilter(cancellation));

    /// <summary><c>[Authorize("adult")]</c>, <c>[ServiceFilter(typeof(AgeFilter))]</c> or an attribute that is a filter itself, on the method or the types around it.</summary>
    private bool MarkedWith(IMethodSymbol signUp, CancellationToken cancellation)
    {
        for (ISymbol? symbol = signUp; symbol is not (null or INamespaceSymbol); symbol = symbol is INamedTypeSymbol { BaseType: { SpecialType: SpecialType.None } @base } ? @base : symbol.ContainingSymbol)
        {
            foreach (AttributeData attribute in symbol.GetAttributes())
            {
                if (attribute.AttributeClass is not { } type)
                    continue;
                if (RunsGate(type, cancellation) || type.TypeArguments.Any(argument => RunsGate(argument, cancellation)) ||
                    attribute.ConstructorArguments.Any(argument => argument.Kind == TypedConstantKind.Type && RunsGate(argument.Value as ITypeSymbol, cancellation)) ||
                    (IsOrDerives(type, "AuthorizeAttribute") && _policies.AreAskedBy(attribute, cancellation)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Code that maps the sign-up, directly or through a group, also adds a filter or a policy with a gate there.</summary>
    private bool IsMappedBehindOne(IMethodSymbol signUp, CancellationToken cancellation)
    {
        var endpoints = new MappedEndpoints(calls, operation => Runs(operation, signUp, cancellation), IsAction(signUp), cancellation);
        return Named(EndpointFilters, cancellation).Any(call => AddsGate(call, cancellation) && endpoints.AreOf(call)) ||
            calls.Named("RequireAuthorization", cancellation).Any(call => _policies.AreAskedBy(call, cancellation) && endpoints.AreOf(call));
    }

    /// <summary>A middleware stands before every endpoint. What is no endpoint is reached without it.</summary>
    private bool IsBehindMiddleware(IMethodSymbol signUp, CancellationToken cancellation) =>
        Named(Middleware, cancellation).Any(call => AddsGate(call, cancellation)) &&
        (IsAction(signUp) || calls.Beginning("Map", cancellation).Any(call => call.Arguments.Any(argument => Runs(argument, signUp, cancellation))));

    /// <summary><c>options.Filters.Add&lt;AgeFilter&gt;()</c>, and its like.</summary>
    private bool HasGlobalFilter(CancellationToken cancellation) => Named(GlobalFilters, cancellation).Any(call =>
        call.TargetMethod.ContainingType.Name is "FilterCollection" or "ICollection" or "Collection" && call.Instance?.Type?.Name == "FilterCollection" &&
        (call.TargetMethod.TypeArguments.Any(argument => RunsGate(argument, cancellation)) || call.Arguments.Any(argument => RunsGate(Given(argument.Value), cancellation))));

    private IEnumerable<IInvocationOperation> Named(string[] names, CancellationToken cancellation) => names.SelectMany(name => calls.Named(name, cancellation));

    /// <summary>Whether what is added, a type, an object or a lambda, runs a gate.</summary>
    private bool AddsGate(IInvocationOperation call, CancellationToken cancellation) =>
        call.TargetMethod.TypeArguments.Any(argument => RunsGate(argument, cancellation)) ||
        call.Arguments.Where(argument => argument.Value != MappedEndpoints.ReceiverOf(call)).Any(argument =>
            RunsGate(Given(argument.Value), cancellation) || CallReach.CallsIn(argument.Value).Any(called => reach.IsOrRuns(called, isGate, cancellation)));

    private bool Runs(IOperation operation, IMethodSymbol signUp, CancellationToken cancellation) =>
        CallReach.CallsIn(operation).Any(called => reach.IsOrRuns(called, met => SymbolEqualityComparer.Default.Equals(met, signUp.OriginalDefinition), cancellation));

    /// <summary>The type of a filter that is handed over: an object, or <c>typeof</c>.</summary>
    private static ITypeSymbol? Given(IOperation value) => value switch
    {
        IConversionOperation conversion => Given(conversion.Operand),
        ITypeOfOperation typeOf => typeOf.TypeOperand,
        _ => value.Type,
    };

    private bool RunsGate(ITypeSymbol? type, CancellationToken cancellation) => AgeGatePolicies.Runs(type, isGate, reach, cancellation);

    private static bool IsAction(IMethodSymbol method) => IsOrDerives(method.ContainingType, "ControllerBase") || IsOrDerives(method.ContainingType, "PageModel");

    private static bool IsOrDerives(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == name)
                return true;
        }

        return false;
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Rules.Obligations;

/// <summary>
/// An age gate that the framework runs before the sign-up: an endpoint or action filter, a middleware, the handler of an authorization
/// policy. Asked only where the sign-up's own code passes none. Which policy leads to which handler is decided at run time: any with a gate
/// counts.
/// </summary>
internal sealed class AgeGateFilters(Compilation compilation, CallReach reach, Func<IMethodSymbol, bool> isGate)
{
    private static readonly string[] AddsToEndpoints = ["AddEndpointFilter", "AddEndpointFilterFactory", "RequireAuthorization", "UseMiddleware"];

    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _types = new(() => new SourceTypes(compilation).All);

    /// <summary>Whether something of the kind stands before the sign-up.</summary>
    public bool Guard(IMethodSymbol signUp, CancellationToken cancellation) =>
        MarkedWith(signUp, cancellation) || IsMappedBehindOne(signUp, cancellation) || (IsAction(signUp) && HasGlobalFilter(cancellation));

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
                    (IsOrDerives(type, "AuthorizeAttribute") && HasGateHandler(cancellation)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Code that maps the sign-up, directly or through a group, also adds a filter with a gate there.</summary>
    private bool IsMappedBehindOne(IMethodSymbol signUp, CancellationToken cancellation) => Calls(AddsToEndpoints, cancellation).Any(call =>
    {
        bool adds = call.TargetMethod.Name == "RequireAuthorization"
            ? HasGateHandler(cancellation)
            : call.TargetMethod.TypeArguments.Any(argument => RunsGate(argument, cancellation)) ||
              call.Arguments.Any(argument => RunsGate(Given(argument.Value), cancellation) || CallReach.CallsIn(argument.Value).Any(called => reach.IsOrRuns(called, isGate, cancellation)));
        if (!adds)
            return false;
        IOperation root = call;
        while (root.Parent is { } parent)
            root = parent;
        return CallReach.CallsIn(root).Any(called => reach.IsOrRuns(called, met => SymbolEqualityComparer.Default.Equals(met, signUp.OriginalDefinition), cancellation));
    });

    /// <summary><c>options.Filters.Add&lt;AgeFilter&gt;()</c>, and its like.</summary>
    private bool HasGlobalFilter(CancellationToken cancellation) => Calls(["Add", "AddService"], cancellation).Any(call =>
        call.TargetMethod.ContainingType.Name is "FilterCollection" or "ICollection" or "Collection" && call.Instance?.Type?.Name == "FilterCollection" &&
        (call.TargetMethod.TypeArguments.Any(argument => RunsGate(argument, cancellation)) || call.Arguments.Any(argument => RunsGate(Given(argument.Value), cancellation))));

    private IEnumerable<IInvocationOperation> Calls(string[] names, CancellationToken cancellation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            foreach (InvocationExpressionSyntax node in tree.GetRoot(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (node.Expression is MemberAccessExpressionSyntax access && names.Contains(access.Name.Identifier.ValueText) &&
                    Flow.SourceBodies.At(node, compilation, cancellation) is IInvocationOperation call)
                {
                    yield return call;
                }
            }
        }
    }

    /// <summary>The type of a filter that is handed over: an object, or <c>typeof</c>.</summary>
    private static ITypeSymbol? Given(IOperation value) => value switch
    {
        IConversionOperation conversion => Given(conversion.Operand),
        ITypeOfOperation typeOf => typeOf.TypeOperand,
        _ => value.Type,
    };

    private bool HasGateHandler(CancellationToken cancellation) =>
        _types.Value.Any(type => type.AllInterfaces.Any(each => each.Name == "IAuthorizationHandler") && RunsGate(type, cancellation));

    private bool RunsGate(ITypeSymbol? type, CancellationToken cancellation) =>
        type is INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } named &&
        named.OriginalDefinition.GetMembers().OfType<IMethodSymbol>().Any(method => reach.IsOrRuns(method, isGate, cancellation));

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

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Rules.Obligations;

/// <summary>
/// Authorization policies whose handlers run an age gate. A policy that is defined here is tied to the requirements that it is made of; of one
/// whose definition cannot be seen, any handler with a gate may be part.
/// </summary>
internal sealed class AgeGatePolicies(Compilation compilation, SourceCalls calls, CallReach reach, Func<IMethodSymbol, bool> isGate)
{
    private readonly SourceTypes _types = new(compilation);
    private ImmutableArray<INamedTypeSymbol?> _requirements;

    /// <summary>Whether any method of a type that is written here runs a wanted one.</summary>
    public static bool Runs(ITypeSymbol? type, Func<IMethodSymbol, bool> isWanted, CallReach reach, CancellationToken cancellation) =>
        type is INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } named &&
        named.OriginalDefinition.GetMembers().OfType<IMethodSymbol>().Any(method => reach.IsOrRuns(method, isWanted, cancellation));

    /// <summary><c>[Authorize]</c>, or an attribute that derives from it.</summary>
    public bool AreAskedBy(AttributeData attribute, CancellationToken cancellation)
    {
        if (Requirements(cancellation).IsEmpty)
            return false;
        if (RunAlways(cancellation))
            return true;
        object? name = attribute.ConstructorArguments is [{ Value: string given }] ? given : attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Policy").Value.Value;
        if (name is string policy)
            return IsGated(policy, cancellation);
        if (attribute.AttributeClass is not { Name: not "AuthorizeAttribute" } own)
            return IsDefaultGated(cancellation);

        // An attribute of the program's own names its requirements, or sets a policy that is not looked for.
        return !own.AllInterfaces.Any(each => each.Name == "IAuthorizationRequirementData") || own.DeclaringSyntaxReferences.IsEmpty ||
            IsRequirement(own, cancellation) || Runs(own, method => MakesRequirement(method, cancellation), reach, cancellation);
    }

    /// <summary><c>RequireAuthorization()</c>, with names, a policy or what builds one.</summary>
    public bool AreAskedBy(IInvocationOperation call, CancellationToken cancellation)
    {
        if (Requirements(cancellation).IsEmpty)
            return false;
        if (RunAlways(cancellation))
            return true;
        IOperation[] given = call.Arguments.Select(argument => argument.Value).Where(value => value != MappedEndpoints.ReceiverOf(call)).SelectMany(Elements).ToArray();
        return given.Length == 0
            ? IsDefaultGated(cancellation)
            : given.Any(value => value.Type?.SpecialType == SpecialType.System_String
                ? value.ConstantValue is not { HasValue: true, Value: string name } || IsGated(name, cancellation)
                : MayLead(value, cancellation));
    }

    private static IEnumerable<IOperation> Elements(IOperation value) => value switch
    {
        IConversionOperation conversion => Elements(conversion.Operand),
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        IArrayCreationOperation => [],
        _ => [value],
    };

    private bool IsGated(string policy, CancellationToken cancellation)
    {
        IOperation[] definitions = calls.Named("AddPolicy", cancellation)
            .Where(call => call.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: string name } && name == policy))
            .SelectMany(call => call.Arguments.Where(argument => argument.Parameter?.Ordinal == call.TargetMethod.Parameters.Length - 1).Select(argument => argument.Value)).ToArray();
        return definitions.Length == 0 || definitions.Any(definition => MayLead(definition, cancellation));
    }

    private bool IsDefaultGated(CancellationToken cancellation) =>
        calls.Named("SetDefaultPolicy", cancellation).SelectMany(call => call.Arguments).Any(argument => MayLead(argument.Value, cancellation)) ||
        compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot(cancellation).DescendantNodes().OfType<AssignmentExpressionSyntax>())
            .Where(assignment => assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DefaultPolicy" } or IdentifierNameSyntax { Identifier.ValueText: "DefaultPolicy" })
            .Any(assignment => SourceBodies.At(assignment, compilation, cancellation) is IAssignmentOperation set && MayLead(set.Value, cancellation));

    /// <summary>Whether code that builds a policy runs a gate, puts a requirement in that leads to one, or is not there to be read.</summary>
    private bool MayLead(IOperation definition, CancellationToken cancellation)
    {
        IOperation[] all = definition.DescendantsAndSelf().ToArray();
        if (all.Any(operation => operation.Type is INamedTypeSymbol type && IsRequirement(type, cancellation)))
            return true;
        IMethodSymbol[] called = all.SelectMany(CallReach.CallsOf).ToArray();
        return called.Length == 0 || called.Any(method => reach.IsOrRuns(method, met => isGate(met) || MakesRequirement(met, cancellation), cancellation));
    }

    private bool MakesRequirement(IMethodSymbol method, CancellationToken cancellation) =>
        method.MethodKind == MethodKind.Constructor && IsRequirement(method.ContainingType, cancellation);

    /// <summary>A handler of everything, or of a requirement that the framework puts into policies by itself.</summary>
    private bool RunAlways(CancellationToken cancellation) => Requirements(cancellation).Any(requirement => requirement is null || requirement.DeclaringSyntaxReferences.IsEmpty);

    private bool IsRequirement(INamedTypeSymbol type, CancellationToken cancellation) => Requirements(cancellation).Any(requirement => requirement is not null && IsOrHas(type, requirement));

    private static bool IsOrHas(INamedTypeSymbol type, INamedTypeSymbol requirement)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, requirement.OriginalDefinition))
                return true;
        }

        return type.AllInterfaces.Any(each => SymbolEqualityComparer.Default.Equals(each.OriginalDefinition, requirement.OriginalDefinition));
    }

    /// <summary>What the handlers with a gate answer for; <see langword="null"/> for one that answers for everything.</summary>
    private ImmutableArray<INamedTypeSymbol?> Requirements(CancellationToken cancellation)
    {
        if (_requirements.IsDefault)
        {
            ImmutableArray<INamedTypeSymbol?> found = _types.All
                .Where(type => type.AllInterfaces.Any(each => each.Name == "IAuthorizationHandler") && Runs(type, isGate, reach, cancellation))
                .Select(RequirementOf).ToImmutableArray();
            ImmutableInterlocked.InterlockedInitialize(ref _requirements, found);
        }

        return _requirements;
    }

    private static INamedTypeSymbol? RequirementOf(INamedTypeSymbol handler)
    {
        for (INamedTypeSymbol? current = handler.BaseType; current is not null; current = current.BaseType)
        {
            if (current is { Name: "AuthorizationHandler", TypeArguments: [INamedTypeSymbol requirement, ..] })
                return requirement;
        }

        return null;
    }
}

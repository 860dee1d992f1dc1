using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Hints;

namespace PrivacyAnalyzers.Flow;

/// <summary>Values that count by their type alone, and where that says too much.</summary>
internal sealed partial class BodyAnalysis
{
    /// <summary>What a local holds: an address in one that is called after the machine is the machine's.</summary>
    private Value WithoutMachine(ISymbol local, ITypeSymbol? type, Value value) =>
        value.Taints.Length > 0 && IdentifyingTypes.IsOfMachine(local, type) ? WithoutTypes(value) : value;

    /// <summary><c>(T)(object)address</c>: an address where <c>T</c> is one, and then who calls sees that it gets one.</summary>
    private Value AsTypeParameter(IConversionOperation conversion, Value value)
    {
        if (value.Taints.Length == 0 || conversion.Type is not ITypeParameterSymbol)
            return value;
        IOperation source = conversion;
        while (source is IConversionOperation inner)
            source = inner.Operand;
        return IdentifyingTypes.CategoryOf(source.Type) is null ? value : WithoutTypes(value);
    }

    /// <summary>Of an element that <c>First()</c> gives, or those of <c>Where()</c>, the library's method says nothing: the type does.</summary>
    private bool IsHandedOn(ISymbol member) =>
        !_engine.IsHere(member) && ((member.OriginalDefinition as IMethodSymbol)?.ReturnType ?? MemberShape.TypeOf(member.OriginalDefinition)) is { } type && IsMadeOfParameter(type);

    private static bool IsMadeOfParameter(ITypeSymbol type) =>
        type is ITypeParameterSymbol or IArrayTypeSymbol { ElementType: ITypeParameterSymbol } or INamedTypeSymbol { TypeArguments: [ITypeParameterSymbol] };

    /// <summary>
    /// What a collection's element is says the collection, where it is known: by what was put in, or by its name. Else the element's type speaks.
    /// </summary>
    private bool IsKnownElement(ISymbol member, IOperation operation, ITypeSymbol? type, Value value) =>
        IdentifyingTypes.CategoryOf(type) is not null && IsHandedOn(member) && (value.IsClean || Array.Exists(value.Taints, static taint => taint.Origin is SourceOrigin) || IsOfMachine(CollectionOf(operation.Syntax)));

    /// <summary><c>proxies.Where(proxy => ...)</c>: what a lambda gets of a collection that is called after the machine.</summary>
    private static bool IsElementOfMachine(ISymbol variable)
    {
        if (variable is not IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction }, DeclaringSyntaxReferences: [var reference] })
            return false;
        SyntaxNode? lambda = reference.GetSyntax();
        while (lambda is not null and not LambdaExpressionSyntax)
            lambda = lambda.Parent;
        return lambda is { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } } && IsOfMachine(CollectionOf(call));
    }

    /// <summary>What an element is taken from: the collection of a loop, an index, a call.</summary>
    private static ExpressionSyntax? CollectionOf(SyntaxNode? element) => element switch
    {
        CommonForEachStatementSyntax loop => loop.Expression,
        ElementAccessExpressionSyntax access => access.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Expression,
        ExpressionSyntax { Parent: CommonForEachStatementSyntax loop } expression when loop.Expression == expression => expression,
        _ => null,
    };

    /// <summary>A name on the way to a collection: <c>options.KnownProxies.Where(...)</c>.</summary>
    private static bool IsOfMachine(ExpressionSyntax? collection)
    {
        while (true)
        {
            switch (collection)
            {
                case SimpleNameSyntax name:
                    return AddressNames.IsOfMachine(name.Identifier.ValueText);
                case MemberAccessExpressionSyntax access when AddressNames.IsOfMachine(access.Name.Identifier.ValueText):
                    return true;
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access:
                    collection = access.Expression;
                    break;
                case InvocationExpressionSyntax call:
                    collection = call.Expression;
                    break;
                default:
                    return false;
            }
        }
    }

    /// <summary><c>IPAddress.Parse(visitor.Ip)</c> is what was parsed, and no address by its type alone.</summary>
    private Value? Parsed(IMethodSymbol method, CallBinding call)
    {
        if (method.Name != "Parse" || !method.IsStatic || IdentifyingTypes.CategoryOf(method.ContainingType) is null || call.Values.Length == 0)
            return null;
        List<Taint> known = call.Values[0].Taints.Where(taint => taint.Origin is SourceOrigin && !IsByType(taint)).ToList();
        return known.Count == 0 ? null : Named(Value.OfTaints(known), call.Site.Syntax, method.Name);
    }

    private Value WithoutTypes(Value value) => Value.OfTaints(value.Taints.Where(taint => !IsByType(taint)).ToList()).WithObjects(value.Objects);

    private bool IsByType(Taint taint) =>
        taint.Origin is SourceOrigin { Member: var member } && _engine.Classifier.Classify(member) is null &&
        (IdentifyingTypes.IsAddressOfEndPoint(member) || _engine.Facts.Of(member).SourceCategory is null);

    /// <summary><c>listener.LocalEndPoint.Address</c>, with conversions between.</summary>
    private static bool IsOfMachine(ISymbol member, IOperation operation)
    {
        if (!IdentifyingTypes.IsAddressOfEndPoint(member))
            return false;
        IOperation? holder = (operation as IPropertyReferenceOperation)?.Instance;
        while (holder is IConversionOperation conversion)
            holder = conversion.Operand;
        return holder switch
        {
            IMemberReferenceOperation reference => AddressNames.IsOfMachine(reference.Member.Name),
            ILocalReferenceOperation local => AddressNames.IsOfMachine(local.Local.Name),
            IParameterReferenceOperation parameter => AddressNames.IsOfMachine(parameter.Parameter.Name),
            _ => false,
        };
    }
}

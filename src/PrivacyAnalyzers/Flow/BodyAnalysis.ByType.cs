using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
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

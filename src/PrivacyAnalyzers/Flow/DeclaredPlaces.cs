using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>Places that the model and the statement's words make of code: recipients, code of a purpose, members of stored types.</summary>
/// <param name="classifier">Says which members are classified.</param>
/// <param name="marks">Says which purposes and recipients code has.</param>
/// <param name="isStored">Says which types are kept; without it none is.</param>
internal sealed class DeclaredPlaces(MemberClassifier classifier, CodeMarks marks, Func<INamedTypeSymbol, bool>? isStored)
{
    /// <summary>What a call discloses to recipients and uses for purposes.</summary>
    public void AddSinks(ImmutableArray<ParameterSink>.Builder sinks, IMethodSymbol method)
    {
        if (method.Parameters.IsEmpty)
            return;
        AddStored(sinks, method);
        ImmutableArray<string> recipients = marks.RecipientsOf(method);
        ImmutableArray<string> purposes = marks.PurposesOf(method);
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            ImmutableArray<string> own = CodeMarks.RecipientsOf(parameter);
            foreach (string recipient in own.IsEmpty ? recipients : own)
                Add(sinks, new ParameterSink(parameter.Ordinal, SinkKind.Recipient, RenderMode.Handed, -1, recipient));
            foreach (string purpose in purposes)
                Add(sinks, new ParameterSink(parameter.Ordinal, SinkKind.Purpose, RenderMode.Raw, -1, purpose));
        }
    }

    /// <summary>A positional record's constructor puts its arguments into its properties.</summary>
    private void AddStored(ImmutableArray<ParameterSink>.Builder sinks, IMethodSymbol method)
    {
        if (isStored is null || method is not { MethodKind: MethodKind.Constructor, ContainingType.IsRecord: true })
            return;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (PrivacyAttributes.PositionalProperty(parameter) is { } property && IsStoredUnclassified(property))
                Add(sinks, new ParameterSink(parameter.Ordinal, SinkKind.Store, RenderMode.Raw, -1));
        }
    }

    /// <summary>A member that is kept and may hold text or a number, of which nothing says what it is.</summary>
    public bool IsStoredUnclassified(ISymbol member)
    {
        if (isStored is null || member is not (IPropertySymbol or IFieldSymbol) || member.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type || !StoredMembers.Stores(member) ||
            MemberShape.TypeOf(member) is not { SpecialType: not SpecialType.System_Boolean, TypeKind: not TypeKind.Enum } kept || !(StringLike.Is(kept) || TypeShapes.IsScalar(kept)))
        {
            return false;
        }

        return classifier.Classify(member) is null && !classifier.DeclaredVerdict(member).IsSaid && !MemberShape.IsKey(member) &&
            !member.GetAttributes().Any(data => data.AttributeClass?.Name == "NotMappedAttribute") && isStored(type.OriginalDefinition);
    }

    private static void Add(ImmutableArray<ParameterSink>.Builder sinks, ParameterSink sink)
    {
        if (!sinks.Contains(sink))
            sinks.Add(sink);
    }
}

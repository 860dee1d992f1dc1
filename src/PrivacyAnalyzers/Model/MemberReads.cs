using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Model;

/// <summary>Which mentions of a member read it.</summary>
internal static class MemberReads
{
    /// <summary>Not: the target of an assignment, <c>nameof</c>, an <c>out</c> argument.</summary>
    public static bool IsRead(IMemberReferenceOperation reference) => reference is IPropertyReferenceOperation or IFieldReferenceOperation && reference.Parent switch
    {
        ISimpleAssignmentOperation assignment => assignment.Target != reference,
        INameOfOperation => false,
        IArgumentOperation { Parameter.RefKind: RefKind.Out } => false,
        _ => true,
    };
}

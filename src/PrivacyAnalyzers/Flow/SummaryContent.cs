using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Whether summaries say the same, to the last lambda in them: only then need nobody who asked be solved again. The ways by which labels came
/// do not count.
/// </summary>
internal static class SummaryContent
{
    public static bool SaysTheSame(this MethodSummary left, MethodSummary right)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return ReferenceEquals(left, right) ||
            (left.IsSpent == right.IsSpent && left.IsNarrow == right.IsNarrow && SymbolEqualityComparer.Default.Equals(left.Unvouched, right.Unvouched) && AreSame(left.Returns, right.Returns) &&
            left.Sinks.IsSameAs(right.Sinks, AreSame) &&
            left.Writes.IsSameAs(right.Writes, static (one, other) => one.Target.Equals(other.Target) && one.Step.Equals(other.Step) && AreSame(one.Value, other.Value)) &&
            left.Outs.IsSameAs(right.Outs, static (one, other) => one.Root.Equals(other.Root) && AreSame(one.Value, other.Value)) &&
            left.Calls.IsSameAs(right.Calls, static (one, other) => one.Delegate.Equals(other.Delegate) && one.Arguments.IsSameAs(other.Arguments, AreSame)) &&
            left.Throws.IsSameAs(right.Throws, AreSame));
    }

    private static bool AreSame(SummarySink left, SummarySink right) =>
        left.Kind == right.Kind && left.Node == right.Node && left.Declared == right.Declared && left.Input.SameAs(right.Input) &&
        SymbolEqualityComparer.Default.Equals(left.Sink, right.Sink);

    private static bool AreSame(SummaryValue left, SummaryValue right) =>
        ReferenceEquals(left, right) ||
        (left.HasObject == right.HasObject && left.IsClean == right.IsClean && left.IsExact == right.IsExact && SymbolEqualityComparer.Default.Equals(left.Type, right.Type) &&
        left.Taints.IsSameAs(right.Taints) &&
        left.Aliases.IsSameAs(right.Aliases, static (one, other) => one.Equals(other)) &&
        left.Parts.IsSameAs(right.Parts, static (one, other) => one.Step.Equals(other.Step) && AreSame(one.Value, other.Value)) &&
        left.Closures.IsSameAs(right.Closures, AreSame));

    private static bool AreSame(SummaryClosure left, SummaryClosure right) =>
        SymbolEqualityComparer.Default.Equals(left.Method, right.Method) && AreSame(left.Receiver, right.Receiver) &&
        (left.Body is null ? right.Body is null : right.Body is not null && left.Body.SaysTheSame(right.Body)) &&
        left.Captured.IsSameAs(right.Captured, static (one, other) => SymbolEqualityComparer.Default.Equals(one.Variable, other.Variable) && AreSame(one.Value, other.Value));
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Catalog;

namespace PrivacyAnalyzers.Flow;

/// <summary>What a caller needs to know of a body: where its inputs go. Computed once; applied at a call by substitution.</summary>
/// <param name="Returns">The result.</param>
/// <param name="Sinks">Inputs that end in a sink.</param>
/// <param name="Writes">What it leaves in the parts of its inputs.</param>
/// <param name="Outs">What it leaves in variables: <c>out</c> and <c>ref</c> parameters, captured variables.</param>
/// <param name="IsSpent">The budget ran out: nothing can be vouched for.</param>
internal sealed record MethodSummary(
    SummaryValue Returns,
    ImmutableArray<SummarySink> Sinks,
    ImmutableArray<SummaryWrite> Writes,
    ImmutableArray<SummaryOut> Outs,
    bool IsSpent)
{
    public static readonly MethodSummary Trivial = new(
        SummaryValue.Unknown, ImmutableArray<SummarySink>.Empty, ImmutableArray<SummaryWrite>.Empty, ImmutableArray<SummaryOut>.Empty, IsSpent: false);
}

/// <summary>A value in terms of a body's inputs.</summary>
/// <param name="Aliases">The inputs that it is, as objects.</param>
/// <param name="Parts">What an object made in the body holds.</param>
/// <param name="Type">That object's type.</param>
internal sealed record SummaryValue(
    ImmutableArray<Taint> Taints,
    ImmutableArray<InputPath> Aliases,
    ImmutableArray<(AccessStep Step, SummaryValue Value)> Parts,
    ITypeSymbol? Type,
    ImmutableArray<Closure> Closures,
    bool HasObject,
    bool IsClean)
{
    public static readonly SummaryValue Unknown = new(
        ImmutableArray<Taint>.Empty, ImmutableArray<InputPath>.Empty, ImmutableArray<(AccessStep, SummaryValue)>.Empty, null, ImmutableArray<Closure>.Empty, false, false);
}

/// <param name="Input">A label whose origin is an <see cref="InputOrigin"/>, with the steps inside the body.</param>
internal sealed record SummarySink(Taint Input, SinkKind Kind, string SinkName, ISymbol Sink, SyntaxNode Node, string? ApprovedLog);

internal sealed record SummaryWrite(InputPath Target, AccessStep Step, SummaryValue Value);

internal sealed record SummaryOut(InputRoot Root, SummaryValue Value);

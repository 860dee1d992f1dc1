using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Catalog;

namespace PrivacyAnalyzers.Flow;

/// <summary>A labelled value that reaches a sink. What a rule decides on; the engine passes no judgement.</summary>
/// <param name="Source">What it is.</param>
/// <param name="IsWhole">It is part of an object that was rendered whole.</param>
/// <param name="IsPseudonym">Only a pseudonym of it arrives.</param>
/// <param name="Kind">Where it arrives.</param>
/// <param name="SinkName">The member that takes it, such as <c>LogInformation</c>.</param>
/// <param name="Sink">The sink's symbol.</param>
/// <param name="Node">The expression that hands it over.</param>
/// <param name="Trace">How it came there, latest step first.</param>
/// <param name="Declared">What the statement calls the place: the declared log that the logger is, the recipient, the purpose.</param>
internal sealed record FlowFinding(
    SourceOrigin Source,
    bool IsWhole,
    bool IsPseudonym,
    SinkKind Kind,
    string SinkName,
    ISymbol Sink,
    SyntaxNode Node,
    TraceStep? Trace,
    string? Declared);

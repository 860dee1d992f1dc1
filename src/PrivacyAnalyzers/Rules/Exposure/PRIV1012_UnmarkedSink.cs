using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>A public method's parameter reaches a sink: other assemblies see that only if the parameter says so.</summary>
internal static class PRIV1012_UnmarkedSink
{
    /// <summary>The diagnostic's property that names the sink's kind, for the fix.</summary>
    public const string KindKey = "PrivacySinkKind";

    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        id: "PRIV1012",
        title: "A public parameter reaches a sink",
        message: "What is passed as '{0}' ends in {1} ('{2}'); mark the parameter [Sink(SinkKind.{3})], so that callers in other assemblies are checked",
        category: RuleDescriptor.Exposure,
        severity: DiagnosticSeverity.Info,
        description: "A value is followed into methods whose source is in the compilation. Of those in other assemblies, only what their attributes say is known.");

    /// <summary>Reports the parameters of a body's method. Returns <see langword="false"/> where that is too much to be vouched for.</summary>
    public static bool Check(OperationBlockAnalysisContext context, FlowResults results)
    {
        if (context.OwningSymbol is not IMethodSymbol { Parameters.IsEmpty: false } method || !method.Parameters.Any(static parameter => StringLike.Is(parameter.Type)) || !IsSeenElsewhere(method, context.Compilation, results.Engine.Facts))
            return true;
        Focus asked = Focus.None;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (Concerns(parameter, results.Engine))
                asked = asked.With(InputRoot.Parameter(parameter.Ordinal));
        }

        if (asked.IsEmpty)
            return true;
        MethodSummary summary = results.Follow(context, method, asked);
        Report(context, method, summary, results.Engine);
        return !summary.IsSpent;
    }

    private static void Report(OperationBlockAnalysisContext context, IMethodSymbol method, MethodSummary summary, FlowEngine engine)
    {
        if (summary.Sinks.IsEmpty)
            return;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (FirstSink(parameter, summary) is not { } sink || !Concerns(parameter, engine))
                continue;
            context.ReportFinding(Diagnostic.Create(
                Rule,
                parameter.Locations.FirstOrDefault(location => location.IsInSource),
                new[] { sink.Node.GetLocation() },
                Findings.Of(method, method, sink.Sink).Add(KindKey, sink.Kind.ToString()),
                parameter.Name,
                InWords(sink.Kind),
                sink.SinkName,
                sink.Kind));
        }
    }

    /// <summary>
    /// Only what can hold a person's data as it is: text, and objects of any kind. A model's own members are sources by themselves, and a classified
    /// parameter is one: what it reaches is reported in the method itself.
    /// </summary>
    private static bool Concerns(IParameterSymbol parameter, FlowEngine engine) =>
        StringLike.Is(parameter.Type) && !IsNoText(parameter.Type) && !IsMarked(parameter) && !IsFilledByCompiler(parameter) && engine.Classifier.Classify(parameter) is null;

    /// <summary>A <c>T</c> that cannot be text, as it must be or implement what <c>string</c> does not: its members are sources by themselves, as those of any model.</summary>
    private static bool IsNoText(ITypeSymbol type) => type is ITypeParameterSymbol parameter &&
        (parameter.HasValueTypeConstraint || parameter.ConstraintTypes.Any(static constraint => constraint is INamedTypeSymbol named && !IsImplementedByText(named)));

    private static bool IsImplementedByText(INamedTypeSymbol type) =>
        MetadataNames.IsIn(type, "System") || MetadataNames.IsIn(type, "System.Collections") || MetadataNames.IsIn(type, "System.Collections.Generic");

    /// <summary>Nobody references a program. What an exception's constructor takes counts as its text in every assembly.</summary>
    private static bool IsSeenElsewhere(IMethodSymbol method, Compilation compilation, CallFactReader facts)
    {
        if (compilation.Options.OutputKind is not (OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule) ||
            method.MethodKind is not (MethodKind.Ordinary or MethodKind.Constructor or MethodKind.UserDefinedOperator or MethodKind.ExplicitInterfaceImplementation) ||
            (method.MethodKind == MethodKind.Constructor && facts.IsException(method.ContainingType)) || IsCalledByFramework(method))
        {
            return false;
        }

        for (ISymbol? symbol = method; symbol is not (null or INamespaceSymbol); symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
                return false;
        }

        return facts.Of(method).Sinks.IsEmpty;
    }

    /// <summary>An action of a controller, a handler of a page or a method of a hub is public for ASP.NET Core, which reads no attribute of ours: what comes in comes from a request.</summary>
    private static bool IsCalledByFramework(IMethodSymbol method)
    {
        for (INamedTypeSymbol? type = method.ContainingType.BaseType; type is not null; type = type.BaseType)
        {
            if (type.Name switch
                {
                    "ControllerBase" or "ViewComponent" => MetadataNames.IsIn(type, "Microsoft.AspNetCore.Mvc"),
                    "PageModel" => MetadataNames.IsIn(type, "Microsoft.AspNetCore.Mvc.RazorPages"),
                    "Hub" => MetadataNames.IsIn(type, "Microsoft.AspNetCore.SignalR"),
                    _ => false,
                })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Who calls leaves it to the compiler, which puts a name or a piece of the code there.</summary>
    private static bool IsFilledByCompiler(IParameterSymbol parameter) => parameter is { IsOptional: true } && parameter.GetAttributes().Any(static attribute =>
        attribute.AttributeClass is { Name: "CallerMemberNameAttribute" or "CallerFilePathAttribute" or "CallerArgumentExpressionAttribute" } type && MetadataNames.IsIn(type, "System.Runtime.CompilerServices"));

    private static SummarySink? FirstSink(IParameterSymbol parameter, MethodSummary summary)
    {
        SummarySink? first = null;
        foreach (SummarySink sink in summary.Sinks)
        {
            if (sink.Kind != SinkKind.File && sink.Kind.Exposes() && ((InputOrigin)sink.Input.Origin).Path is { Steps.IsEmpty: true } path && path.Root.Equals(InputRoot.Parameter(parameter.Ordinal)) &&
                (first is null || Order(sink, first) < 0))
            {
                first = sink;
            }
        }

        return first;
    }

    /// <summary>Of several sinks the same one is named, in whatever order files and overrides came.</summary>
    private static int Order(SummarySink left, SummarySink right)
    {
        int order = left.Kind.CompareTo(right.Kind);
        if (order == 0)
            order = string.CompareOrdinal(left.SinkName, right.SinkName);
        if (order == 0)
            order = string.CompareOrdinal(left.Node.SyntaxTree.FilePath, right.Node.SyntaxTree.FilePath);
        return order == 0 ? left.Node.SpanStart.CompareTo(right.Node.SpanStart) : order;
    }

    private static bool IsMarked(IParameterSymbol parameter) =>
        PrivacyAttributes.Find(parameter, "SinkAttribute") is not null || PrivacyAttributes.Find(parameter, "NotPersonalAttribute") is not null;

    private static string InWords(SinkKind kind) => kind switch
    {
        SinkKind.Log => "a log",
        SinkKind.Trace => "a trace",
        SinkKind.Metric => "a metric",
        SinkKind.Telemetry => "telemetry",
        SinkKind.Exception => "an exception",
        SinkKind.Console => "the console",
        _ => "a URL",
    };
}

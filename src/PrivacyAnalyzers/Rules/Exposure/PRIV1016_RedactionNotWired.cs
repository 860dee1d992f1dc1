using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Rules.Statement;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>
/// An application whose log methods rely on the platform's redaction does not wire it. Waits for the end of the compilation, since the call
/// may stand anywhere.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PRIV1016_RedactionNotWired : DiagnosticAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        id: "PRIV1016",
        title: "Log methods rely on redaction that is not wired",
        message: "'{0}' leaves '{1}' ({2}) to be redacted when it is logged, but the application never calls {3}; call EnableRedaction() on its logging builder and AddRedaction() on its services",
        category: RuleDescriptor.Exposure,
        severity: DiagnosticSeverity.Warning,
        description: "The generator of Microsoft.Extensions.Telemetry.Abstractions only marks what is classified. Redaction happens where the application enables it and registers a redactor.",
        tags: WellKnownDiagnosticTags.CompilationEnd);

    private static readonly ImmutableHashSet<string> Builders = ImmutableHashSet.Create(
        "IServiceCollection", "ILoggingBuilder", "IHostBuilder", "IHostApplicationBuilder", "IWebHostBuilder", "HostApplicationBuilder", "WebApplicationBuilder");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule, PRIV4009_BaselineLineGone.Descriptor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        // A library does not decide how its host logs. Without the telemetry generator nothing relies on redaction: that is PRIV1001.
        if (context.Compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule ||
            context.Compilation.GetTypeByMetadataName("Microsoft.Extensions.Logging.LogPropertiesAttribute") is null)
        {
            return;
        }

        var classifier = ModelCache.Classifier(context.Compilation, StatementLocator.Load(context.Options, context.CancellationToken)?.Statement);
        var wiring = new Wiring();
        context.RegisterSymbolAction(symbol => wiring.Look((IMethodSymbol)symbol.Symbol, classifier), SymbolKind.Method);
        context.RegisterOperationAction(operation => wiring.Look((IInvocationOperation)operation.Operation), OperationKind.Invocation);
        context.RegisterCompilationEndAction(end =>
        {
            wiring.Report(end);
            end.ReportGone(Rule.Id);
        });
    }

    /// <summary>What the compilation has of both halves: log methods that rely on redaction, and calls that wire it.</summary>
    private sealed class Wiring
    {
        private readonly ConcurrentBag<(IMethodSymbol Method, ISymbol Member, string Category)> _relying = [];
        private int _enables;
        private int _adds;
        private int _isElsewhere;

        public void Look(IMethodSymbol method, MemberClassifier classifier)
        {
            if (!method.IsPartialDefinition || !CallFactReader.HasLoggerMessage(method))
                return;
            foreach (IParameterSymbol parameter in method.Parameters)
            {
                if (classifier.Classify(parameter) is { } own)
                    _relying.Add((method, parameter, own.Category));
                else if (CallFactReader.LogsProperties(parameter) && FirstClassified(parameter.Type, classifier) is { } found)
                    _relying.Add((method, found.Member, found.Category));
            }
        }

        public void Look(IInvocationOperation call)
        {
            IMethodSymbol method = call.TargetMethod;
            if (method.Name == "EnableRedaction" && MetadataNames.IsIn(method.ContainingType, "Microsoft.Extensions.Logging"))
                Volatile.Write(ref _enables, 1);
            else if ((method.Name == "AddRedaction" && MetadataNames.IsIn(method.ContainingType, "Microsoft.Extensions.DependencyInjection")) || IsGenerated(method))
                Volatile.Write(ref _adds, 1);
            else if (method.DeclaringSyntaxReferences.IsEmpty && !IsPlatform(method.ContainingAssembly) && call.Arguments.Any(argument => argument.Parameter is { } parameter && IsBuilder(parameter.Type)))
                Volatile.Write(ref _isElsewhere, 1);
        }

        public void Report(CompilationAnalysisContext context)
        {
            bool enables = Volatile.Read(ref _enables) == 1;
            if (_relying.IsEmpty || Volatile.Read(ref _isElsewhere) == 1 || (enables && Volatile.Read(ref _adds) == 1))
                return;
            (IMethodSymbol Method, ISymbol Member, string Category) first = _relying
                .OrderBy(each => each.Method.Locations[0].SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(each => each.Method.Locations[0].SourceSpan.Start)
                .ThenBy(each => each.Member.Name, StringComparer.Ordinal)
                .First();
            context.ReportFinding(Diagnostic.Create(
                Rule, first.Method.Locations[0], Findings.Of(first.Method, first.Member, null), first.Method.Name, first.Member.Name, first.Category, enables ? "AddRedaction()" : "EnableRedaction()"));
        }

        /// <summary>What this package generates calls it.</summary>
        private static bool IsGenerated(IMethodSymbol method) => method is { Name: "AddPrivacyRedaction", ContainingType.Name: "PrivacyRedaction" };

        private static bool IsBuilder(ITypeSymbol type) => Builders.Contains(type.Name);

        /// <summary>The platform's own extension methods wire no redaction by themselves.</summary>
        private static bool IsPlatform(IAssemblySymbol? assembly) =>
            assembly is null || assembly.Name.StartsWith("Microsoft.", StringComparison.Ordinal) || assembly.Name.StartsWith("System.", StringComparison.Ordinal);

        private static (ISymbol Member, string Category)? FirstClassified(ITypeSymbol type, MemberClassifier classifier)
        {
            for (ITypeSymbol? current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
            {
                foreach (ISymbol member in current.GetMembers())
                {
                    if (member is IPropertySymbol && classifier.Classify(member) is { } classification && !member.GetAttributes().Any(static data => data.AttributeClass?.Name == "LogPropertyIgnoreAttribute"))
                        return (member, classification.Category);
                }
            }

            return null;
        }
    }
}

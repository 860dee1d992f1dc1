using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PrivacyAnalyzers.Tests.Robustness.Nesting;

/// <summary>Asks the compiler for what any analyzer asks it for, and does nothing with it: where this dies, no analyzer lives.</summary>
#pragma warning disable RS1036, RS2008 // Tests alone run it.
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NestingFloor : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new("FLOOR", "Floor", "Floor", "Tests", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationBlockAction(static block =>
        {
            foreach (IOperation operation in block.OperationBlocks)
            {
                try
                {
                    _ = block.GetControlFlowGraph(operation);
                }
                catch (InsufficientExecutionStackException)
                {
                    block.ReportDiagnostic(Diagnostic.Create(Rule, operation.Syntax.GetLocation()));
                }
            }
        });
        context.RegisterOperationAction(static _ => { }, OperationKind.Invocation);
        context.RegisterSyntaxNodeAction(static _ => { }, SyntaxKind.IdentifierName);
    }
}

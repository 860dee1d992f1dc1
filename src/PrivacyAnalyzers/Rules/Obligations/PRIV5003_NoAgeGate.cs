using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Rules.Rights;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Obligations;

/// <summary>A sign-up that nobody's age is checked in, or that can open an account on a way around the check.</summary>
internal sealed class PRIV5003_NoAgeGate : PrivacyRule
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV5003",
        title: "Sign-up that does not pass the age gate",
        message: "'{0}' opens an account and {1}, though the statement names a minimum age ({2}); call the method marked [AgeGate] on every path that opens an account, and act on its answer",
        category: RuleDescriptor.Obligations,
        severity: DiagnosticSeverity.Warning,
        description: "Children below the stated age may not sign up (COPPA; GDPR Art. 8). A sign-up that can be finished without the check lets them.");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        if (StatementLocator.Load(start.Options, start.CancellationToken)?.Statement is not { MinimumAges.Count: > 0 } statement ||
            !KnownTypes.Has(start.Compilation, PrivacyAttributes.MetadataName("SignUpAttribute")))
        {
            return;
        }

        var passage = new AgeGatePassage(new MethodMarks(start.Compilation, statement), new CallReach(start.Compilation), start.Compilation);
        string ages = string.Join(", ", statement.MinimumAges.Select(entry => FormattableString.Invariant($"{entry.Region}: {entry.Age}")));
        start.RegisterOperationBlockAction(block => Check(block, passage, ages));
    }

    private static void Check(OperationBlockAnalysisContext context, AgeGatePassage passage, string ages)
    {
        if (context.OwningSymbol is not IMethodSymbol { IsAbstract: false } method || !passage.IsSignUp(method))
            return;
        string? fault = null;
        GateAnswers answers = passage.AnswersIn(context.OperationBlocks, context.CancellationToken);
        if (!passage.IsChecked(method, context.CancellationToken))
        {
            fault = "never checks the person's age";
        }
        else
        {
            foreach (ControlFlowGraph graph in context.OperationBlocks.Select(context.GetControlFlowGraph).Distinct())
                fault ??= passage.IsAvoidable(graph, answers, context.CancellationToken) ? answers.AnyIgnored ? "does so whatever the age gate answers" : "can do so on a path that does not check the person's age" : null;
        }

        if (fault is not null && !passage.IsGuarded(method, context.CancellationToken))
            context.ReportFinding(Diagnostic.Create(Descriptor, SubjectTypes.Place(method), Findings.At(method), method.Name, fault, ages));
    }
}

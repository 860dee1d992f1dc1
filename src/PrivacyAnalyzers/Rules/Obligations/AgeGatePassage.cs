using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Rules.Obligations;

/// <summary>
/// Whether a sign-up passes the age gate. A path that makes no data subject opens no account: early refusals are free, before the gate and
/// after it. A gate on whose answer nothing depends checks nothing.
/// </summary>
internal sealed class AgeGatePassage(MethodMarks marks, CallReach reach, Compilation compilation)
{
    private const string SignUp = "SignUpAttribute";
    private const string AgeGate = "AgeGateAttribute";

    private readonly AgeGateFilters _filters = new(compilation, new SourceCalls(compilation), reach, method => marks.Has(method, AgeGate, null) || marks.MayRunElsewhere(method));

    /// <summary>Whether the framework runs a gate before the method.</summary>
    public bool IsGuarded(IMethodSymbol method, CancellationToken cancellation) => _filters.Guard(method, cancellation);

    public bool IsSignUp(IMethodSymbol method) => !marks.Of(method, SignUp).IsEmpty;

    /// <summary>Whether the method may run the gate at all.</summary>
    public bool IsChecked(IMethodSymbol method, CancellationToken cancellation) => RunsGate(method, cancellation);

    /// <summary>What a body does with the gate's answers.</summary>
    public GateAnswers AnswersIn(ImmutableArray<IOperation> bodies, CancellationToken cancellation) =>
        new(bodies, compilation, method => RunsGate(method, cancellation), method => MakesSubject(method, cancellation), cancellation);

    /// <summary>Whether some path makes a data subject and returns without having met the gate.</summary>
    public bool IsAvoidable(ControlFlowGraph graph, GateAnswers answers, CancellationToken cancellation) => new Paths(this, graph, answers, cancellation).IsAvoidable();

    private bool IsGate(IMethodSymbol method) => marks.Has(method, AgeGate, null) || marks.MayRunElsewhere(method);

    private bool RunsGate(IMethodSymbol method, CancellationToken cancellation) => reach.IsOrRuns(method, IsGate, cancellation);

    private bool MakesSubject(IMethodSymbol method, CancellationToken cancellation) =>
        reach.IsOrRuns(method, called => called.MethodKind == MethodKind.Constructor && ContextModelBuilder.IsMarked(called.ContainingType), cancellation);

    /// <summary>What may have happened on the ways to a place.</summary>
    [Flags]
    private enum Ways
    {
        None = 0,

        /// <summary>Neither was met.</summary>
        Fresh = 1,

        /// <summary>The gate was met.</summary>
        Gated = 2,

        /// <summary>A data subject was made, and the gate was not met.</summary>
        Made = 4,
    }

    private sealed class Box(Ways ways)
    {
        public Ways Ways { get; } = ways;
    }

    private sealed class Paths(AgeGatePassage passage, ControlFlowGraph graph, GateAnswers answers, CancellationToken cancellation) : ForwardAnalysis<Box>(graph, cancellation)
    {
        public bool IsAvoidable()
        {
            Solve(new Box(Ways.Fresh));
            return Graph.Blocks.Any(block =>
                block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Return or ControlFlowBranchSemantics.Regular, Destination.Kind: BasicBlockKind.Exit } &&
                At(block) is { } before && Transfer(block, before).Ways.HasFlag(Ways.Made));
        }

        protected override Box Join(Box left, Box right) => new(left.Ways | right.Ways);

        protected override bool AreEqual(Box left, Box right) => left.Ways == right.Ways;

        protected override Box Transfer(BasicBlock block, Box state)
        {
            Ways ways = state.Ways;
            foreach (IOperation operation in block.Operations)
                ways = After(operation, ways);
            if (block.BranchValue is not { } value)
                return new Box(ways);

            // A condition on a variable that holds an answer is one on the answer, also where the variable came by its value without the gate.
            return new Box(block.ConditionKind != ControlFlowConditionKind.None && value.DescendantsAndSelf().Any(answers.IsRead) ? Ways.Gated : After(value, ways));
        }

        private Ways After(IOperation operation, Ways ways)
        {
            bool isGated = false;
            bool makes = false;
            foreach (IOperation each in operation.DescendantsAndSelf())
            {
                // A lambda runs where it is handed over, or not at all: what it makes is made behind its own gate.
                IEnumerable<IMethodSymbol> called = each is IFlowAnonymousFunctionOperation lambda
                    ? CallsIn(lambda)
                    : CallReach.CallsOf(each);
                foreach (IMethodSymbol method in called)
                {
                    bool gates = !answers.IsIgnored(each) && passage.RunsGate(method, Cancellation);
                    isGated |= gates;
                    makes |= !gates && passage.MakesSubject(method, Cancellation);
                }
            }

            return isGated ? Ways.Gated : makes && ways.HasFlag(Ways.Fresh) ? (ways & ~Ways.Fresh) | Ways.Made : ways;
        }

        private IEnumerable<IMethodSymbol> CallsIn(IFlowAnonymousFunctionOperation lambda) =>
            Graph.GetAnonymousFunctionControlFlowGraph(lambda, Cancellation).Blocks
                .SelectMany(block => block.Operations.Concat(block.BranchValue is { } value ? new[] { value } : Array.Empty<IOperation>()))
                .SelectMany(CallReach.CallsIn);
    }
}

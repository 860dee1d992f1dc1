using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Rules.Obligations.Choices;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Obligations;

/// <summary>Data written without the consent that it needs, or read for a purpose that the person may have opted out of, at the read or write.</summary>
internal sealed class PRIV5002_UntestedChoice : PrivacyRule
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV5002",
        title: "A person's choice is not tested",
        message: "'{0}' ({1}) is {2} on a path that did not test {3}; {4}",
        category: RuleDescriptor.Obligations,
        severity: DiagnosticSeverity.Warning,
        description: "Data that needs consent is collected only where it was given, and nobody who opted out is bothered (GDPR Art. 7 and 21). Each path to the data has to look at the choice of the person it is about.");

    /// <summary>Properties for the fix: the member beside the data that records the choice, and the test with <c>*</c> for it.</summary>
    internal const string RecordKey = "PrivacyChoice";
    internal const string TestKey = "PrivacyChoiceTest";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        if (StatementLocator.Load(start.Options, start.CancellationToken)?.Statement is not { } statement || !MemberClassifier.CanClassify(start.Compilation))
            return;
        var check = new Check(start.Compilation, statement);
        if (check.IsNeeded)
            start.RegisterOperationBlockAction(check.Block);
    }

    private sealed class Check
    {
        private readonly MemberClassifier _classifier;
        private readonly CodeMarks _marks;
        private readonly StoredData _stored;
        private readonly ChoiceSession _session;
        private readonly ImmutableDictionary<string, Choice> _consents;
        private readonly ImmutableDictionary<string, ImmutableArray<Choice>> _purposes;

        public Check(Compilation compilation, PrivacyStatement statement)
        {
            _classifier = ModelCache.Classifier(compilation, statement);
            _marks = ModelCache.Marks(compilation);
            _stored = ModelCache.Stored(compilation, statement);
            _session = new ChoiceSession(compilation, new ConsentRecords(_stored, statement));
            _consents = statement.Categories.Where(entry => entry.Consent is not null).GroupBy(entry => entry.Name)
                .ToImmutableDictionary(group => group.Key, group => new Choice(group.First().Consent!, IsOptOut: false));
            _purposes = statement.Purposes.GroupBy(entry => entry.Name).ToImmutableDictionary(group => group.Key, group => ChoicesOf(group.First()).ToImmutableArray());
        }

        public bool IsNeeded => !_consents.IsEmpty || _purposes.Values.Any(choices => !choices.IsEmpty);

        public void Block(OperationBlockAnalysisContext context)
        {
            ImmutableArray<(string Purpose, ImmutableArray<Choice> Choices)> purposes = PurposesOf(context.OwningSymbol);
            if (purposes.IsEmpty && !context.OperationBlocks.Any(block => block.DescendantsAndSelf().Any(MayWrite)))
                return;
            CancellationToken cancellation = context.CancellationToken;
            var judge = new ChoiceJudge(
                context.OwningSymbol, purposes, category => _consents.TryGetValue(category, out Choice consent) ? consent : null,
                type => _stored.IsStored(type, cancellation) && _stored.ReachOf(type, cancellation).Kind != ReachKind.Unreached, _classifier, _session, cancellation);
            var graphs = new HashSet<ControlFlowGraph>();
            try
            {
                foreach (IOperation block in context.OperationBlocks)
                {
                    // What an attribute is given is no code that runs.
                    if (block.Kind != OperationKind.Attribute && context.GetControlFlowGraph(block) is { } graph && graphs.Add(graph))
                        ChoiceFlow.Run(new BodyContext(_session, context.OwningSymbol, judge, null, BodyContext.NoneOpen), graph, cancellation);
                }
            }
            catch (Exception exception) when (exception is InsufficientExecutionStackException or EffortSpentException)
            {
                // Nested too deeply to be followed: what was found up to here is reported, and the compiler lives.
            }

            foreach (UntestedChoice found in judge.Found)
                Report(context, found);
        }

        private void Report(OperationBlockAnalysisContext context, UntestedChoice found)
        {
            INamedTypeSymbol type = found.Member.ContainingType;
            ISymbol? record = _session.RecordFor(found.Choice, type, context.CancellationToken);
            string remedy = record is not null
                ? $"test '{record.ContainingType.Name}.{record.Name}' of the same person first"
                : $"record the choice in a member marked [{(found.Choice.IsOptOut ? "OptOut" : "Consent")}(\"{found.Choice.Name}\")], and test that first";
            context.ReportFinding(Diagnostic.Create(
                Descriptor,
                found.Syntax.GetLocation(),
                WithTest(Findings.Of(context.OwningSymbol, found.Member, null), found, record),
                $"{type.Name}.{found.Member.Name}",
                found.Category,
                found.Purpose is null ? "written" : $"read for the purpose '{found.Purpose}'",
                found.Choice.IsOptOut ? $"whether this person opted out of '{found.Choice.Name}'" : $"whether this person gave the consent '{found.Choice.Name}'",
                remedy));
        }

        /// <summary>Where the choice stands beside the data, code has a plain test for it.</summary>
        private static ImmutableDictionary<string, string?> WithTest(ImmutableDictionary<string, string?> properties, UntestedChoice found, ISymbol? record)
        {
            if (record is null || !IsNamed(found) || MemberShape.TypeOf(record) is not { } type || !Bases(found.Member.ContainingType).Contains(record.ContainingType, SymbolEqualityComparer.Default))
                return properties;
            bool isFlag = type.SpecialType == SpecialType.System_Boolean;
            if (!isFlag && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T)
                return properties;
            string test = (isFlag, found.Choice.IsOptOut) switch
            {
                (true, true) => "!*",
                (true, false) => "*",
                (false, true) => "* is null",
                (false, false) => "* is not null",
            };
            return properties.Add(RecordKey, record.Name).Add(TestKey, test);
        }

        /// <summary>Whether code there names the member of an object that a test could name too: not what a constructor is given for it.</summary>
        private static bool IsNamed(UntestedChoice found) =>
            found.Syntax is MemberAccessExpressionSyntax access && (found.Purpose is not null || (access.Parent is AssignmentExpressionSyntax assignment && assignment.Left == access));

        private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
        {
            for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
                yield return current;
        }

        private bool MayWrite(IOperation operation) => operation switch
        {
            IDeconstructionAssignmentOperation deconstruction => deconstruction.Target.Descendants().Any(target => target is IMemberReferenceOperation { Member: { } member } && NeedsConsent(member)),
            IAssignmentOperation { Target: IMemberReferenceOperation { Member: { } member } } => NeedsConsent(member),
            IObjectCreationOperation { Constructor: { ContainingType.IsRecord: true } constructor } => constructor.Parameters.Any(parameter => PrivacyAttributes.PositionalProperty(parameter) is { } property && NeedsConsent(property)),
            IInvocationOperation { TargetMethod: { } method } call when Sequences.SetsMember(method) =>
                call.Arguments[0].Descendants().Any(target => target is IMemberReferenceOperation { Member: { } member } && NeedsConsent(member)),
            _ => false,
        };

        private bool NeedsConsent(ISymbol member) => _classifier.Classify(member) is { } classification && _consents.ContainsKey(classification.Category);

        /// <summary>What the method's data is read for; only purposes that depend on a choice.</summary>
        private ImmutableArray<(string, ImmutableArray<Choice>)> PurposesOf(ISymbol owner) => _marks.PurposesOf(owner)
            .Where(name => _purposes.TryGetValue(name, out ImmutableArray<Choice> choices) && !choices.IsEmpty)
            .Select(name => (name, _purposes[name])).ToImmutableArray();

        private static IEnumerable<Choice> ChoicesOf(PurposeEntry purpose)
        {
            if (purpose.OptOutWithin is not null)
                yield return new Choice(purpose.Name, IsOptOut: true);
            if (purpose.Consent is { } consent)
                yield return new Choice(consent, IsOptOut: false);
        }
    }
}

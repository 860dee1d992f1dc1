using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>A credential is given a constant: whoever reads the source or the binary has it.</summary>
internal sealed class PRIV1011_CredentialInSource : PrivacyRule
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV1011",
        title: "A credential is a constant in source",
        message: "'{0}' (credential) is given a constant, which everybody who has the source or the binary can read; read it from configuration or a secret store, and revoke this one if it was ever in use",
        category: RuleDescriptor.Exposure,
        severity: DiagnosticSeverity.Error,
        description: "The statement promises that credentials are kept confidential. One that is checked in stays in the history of the repository for good.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    /// <inheritdoc/>
    public override void Register(CompilationStartAnalysisContext start)
    {
        if (!MemberClassifier.CanClassify(start.Compilation))
            return;
        var classifier = ModelCache.Classifier(start.Compilation, StatementLocator.Load(start.Options, start.CancellationToken)?.Statement);
        start.RegisterOperationBlockAction(block => Check(block, classifier));
    }

    private static void Check(OperationBlockAnalysisContext context, MemberClassifier classifier)
    {
        foreach (IOperation operation in new OperationWalk(context.OperationBlocks))
        {
            if (operation is not (IAssignmentOperation or IArgumentOperation or ISymbolInitializerOperation))
                continue;
            foreach ((ISymbol target, IOperation value) in Given(operation))
            {
                if (classifier.Classify(target) is { Category: Categories.Credential } classification)
                    Check(context, target, classification, value);
            }
        }
    }

    private static void Check(OperationBlockAnalysisContext context, ISymbol target, Model.Classification classification, IOperation value)
    {
        // A number is a secret where the member itself is said to be one, such as a PIN: not each counter of a type of credentials.
        bool isOfType = classification.Declaration is INamedTypeSymbol;
        foreach (SourceConstant constant in SourceConstants.In(value, context.CancellationToken))
        {
            if (!(isOfType && constant.IsNumber) && !CredentialPlaceholders.Allow(constant.Value, value.Syntax.SyntaxTree, context.Options))
                context.ReportFinding(Diagnostic.Create(Descriptor, constant.Place.GetLocation(), Findings.Of(context.OwningSymbol, target, null), InWords(target)));
        }
    }

    private static IEnumerable<(ISymbol Target, IOperation Value)> Given(IOperation operation) => operation switch
    {
        IAssignmentOperation { Kind: OperationKind.SimpleAssignment or OperationKind.CoalesceAssignment, Target: IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } target } assignment => [(target.Member.OriginalDefinition, assignment.Value)],
        IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { RefKind: not RefKind.Out } parameter } argument => [(parameter.OriginalDefinition, argument.Value)],
        IFieldInitializerOperation initializer => initializer.InitializedFields.Select(field => ((ISymbol)field, initializer.Value)),
        IPropertyInitializerOperation initializer => initializer.InitializedProperties.Select(property => ((ISymbol)property, initializer.Value)),
        IParameterInitializerOperation initializer => [(initializer.Parameter, initializer.Value)],
        _ => [],
    };

    private static string InWords(ISymbol target) => target is IParameterSymbol ? target.Name : $"{target.ContainingType.Name}.{target.Name}";
}

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
            switch (operation)
            {
                case IAssignmentOperation { Kind: OperationKind.SimpleAssignment or OperationKind.CoalesceAssignment, Target: IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } target } assignment:
                    Check(context, classifier, target.Member.OriginalDefinition, assignment.Value);
                    break;
                case IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { RefKind: not RefKind.Out } parameter } argument:
                    Check(context, classifier, parameter.OriginalDefinition, argument.Value);
                    break;
                case IParameterInitializerOperation initializer:
                    Check(context, classifier, initializer.Parameter, initializer.Value);
                    break;
                case IFieldInitializerOperation initializer:
                    foreach (IFieldSymbol field in initializer.InitializedFields)
                        Check(context, classifier, field, initializer.Value);
                    break;
                case IPropertyInitializerOperation initializer:
                    foreach (IPropertySymbol property in initializer.InitializedProperties)
                        Check(context, classifier, property, initializer.Value);
                    break;
            }
        }
    }

    /// <summary>Asked of all that anything is given to in the whole program: first whether it can be a constant at all.</summary>
    private static void Check(OperationBlockAnalysisContext context, MemberClassifier classifier, ISymbol target, IOperation value)
    {
        if (SourceConstants.MayBeIn(value) && classifier.Classify(target) is { Category: Categories.Credential } classification)
            Check(context, target, classification, value);
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

    private static string InWords(ISymbol target) => target is IParameterSymbol ? target.Name : $"{target.ContainingType.Name}.{target.Name}";
}

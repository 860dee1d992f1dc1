using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>A privacy rule that is suppressed, by attribute or <c>#pragma</c>, with no word on why: at the id that is suppressed.</summary>
internal sealed class PRIV4007_UnjustifiedSuppression : PrivacyRule
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV4007",
        title: "A privacy rule is suppressed without a justification",
        message: "{0} suppressed without a justification; say why {1}",
        category: RuleDescriptor.Statement,
        severity: DiagnosticSeverity.Info,
        description: "A suppression is a decision about people's data. Who is accountable for it must be able to read the reason where the decision stands (GDPR Art. 5(2)).");

    // What Visual Studio writes where a reason should stand.
    private const string Pending = "<Pending>";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        start.RegisterSyntaxTreeAction(CheckPragmas);
        var names = new AttributeNames(start.Compilation, static name => name is "SuppressMessage" or "SuppressMessageAttribute");
        start.RegisterSemanticModelAction(file =>
        {
            foreach (AttributeSyntax attribute in WrittenAttributes.In(file.SemanticModel.SyntaxTree.GetRoot(file.CancellationToken)))
                CheckAttribute(attribute, names, file.SemanticModel, file.ReportDiagnostic, file.CancellationToken);
        });
        start.RegisterOperationBlockAction(block => CheckBody(block, names));
    }

    /// <summary>Local functions and lambdas: the only declarations inside of bodies.</summary>
    private static void CheckBody(OperationBlockAnalysisContext context, AttributeNames names)
    {
        foreach (IOperation operation in new OperationWalk(context.OperationBlocks))
        {
            if (operation is not (ILocalFunctionOperation or IAnonymousFunctionOperation { Syntax: LambdaExpressionSyntax { AttributeLists.Count: > 0 } }) || operation.SemanticModel is not { } model)
                continue;
            foreach (AttributeSyntax attribute in WrittenAttributes.Of(operation.Syntax))
                CheckAttribute(attribute, names, model, context.ReportDiagnostic, context.CancellationToken);
        }
    }

    private static void CheckAttribute(AttributeSyntax attribute, AttributeNames names, SemanticModel model, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (attribute.ArgumentList is not { Arguments: { Count: > 1 } arguments } || !names.MayBe(attribute, cancellation) ||
            model.GetSymbolInfo(attribute, cancellation).Symbol?.ContainingType is not { Name: "SuppressMessageAttribute" } type ||
            !MetadataNames.IsIn(type, "System.Diagnostics.CodeAnalysis"))
        {
            return;
        }

        AttributeArgumentSyntax? id = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == "checkId") ??
            (arguments[1] is { NameColon: null, NameEquals: null } second ? second : null);
        AttributeArgumentSyntax? reason = arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Justification");
        if (id is null || Text(id)?.Split(':')[0].Trim() is not { } rule || !IsOurs(rule) || (reason is not null && Text(reason) is { } text && text != Pending && IsReason(text)))
            return;
        report(Diagnostic.Create(Descriptor, id.Expression.GetLocation(), $"'{rule}' is", "in 'Justification'"));

        string? Text(AttributeArgumentSyntax argument) => model.GetConstantValue(argument.Expression, cancellation).Value as string;
    }

    private static void CheckPragmas(SyntaxTreeAnalysisContext context)
    {
        SyntaxNode root = context.Tree.GetRoot(context.CancellationToken);
        if (!root.ContainsDirectives)
            return;
        for (DirectiveTriviaSyntax? directive = root.GetFirstDirective(IsDisable); directive is not null; directive = directive.GetNextDirective(IsDisable))
        {
            var pragma = (PragmaWarningDirectiveTriviaSyntax)directive;
            ExpressionSyntax[] rules = pragma.ErrorCodes.Where(code => code is IdentifierNameSyntax { Identifier.ValueText: var id } && IsOurs(id)).ToArray();
            if ((rules.Length == 0 && pragma.ErrorCodes.Count > 0) || IsJustified(root, pragma, context))
                continue;
            const string Remedy = "in a comment on this line or the line above";
            if (pragma.ErrorCodes.Count == 0)
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, pragma.DisableOrRestoreKeyword.GetLocation(), "All rules, those of privacy too, are", Remedy));
            foreach (ExpressionSyntax rule in rules)
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, rule.GetLocation(), $"'{rule}' is", Remedy));
        }
    }

    private static bool IsDisable(DirectiveTriviaSyntax directive) =>
        directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true } pragma && pragma.DisableOrRestoreKeyword is { IsMissing: false } keyword && keyword.IsKind(SyntaxKind.DisableKeyword);

    private static bool IsJustified(SyntaxNode root, PragmaWarningDirectiveTriviaSyntax pragma, SyntaxTreeAnalysisContext context)
    {
        TextLineCollection lines = context.Tree.GetText(context.CancellationToken).Lines;
        int line = lines.IndexOf(pragma.SpanStart);
        return pragma.DescendantTrivia().Any(IsReason) ||
            (line > 0 && root.DescendantTrivia(lines[line - 1].Span, descendIntoTrivia: true).Any(trivia => IsReason(trivia) && trivia.Span.IntersectsWith(lines[line - 1].Span)));
    }

    private static bool IsReason(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia && IsReason(trivia.ToString());

    private static bool IsReason(string text) => text.Any(char.IsLetter);

    private static bool IsOurs(string id) => id.Length == 8 && id.StartsWith("PRIV", StringComparison.Ordinal) && id.Skip(4).All(c => c is >= '0' and <= '9');
}

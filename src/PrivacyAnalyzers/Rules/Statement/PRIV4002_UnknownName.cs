using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>A name that code uses and the statement does not have: at the attribute's argument.</summary>
internal sealed class PRIV4002_UnknownName : PrivacyRule
{
    /// <summary>The property that holds the name which the fix offers.</summary>
    internal const string Nearest = "nearest";

    /// <summary>The diagnostic's properties that say which name the statement lacks, for the fix that adds it.</summary>
    internal const string NameKey = "PrivacyName";
    internal const string KindKey = "PrivacyNameKind";

    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV4002",
        title: "Unknown name",
        message: "'{0}' is not {1}{2}",
        category: RuleDescriptor.Statement,
        severity: DiagnosticSeverity.Error,
        description: "What is allowed stands in the privacy statement. A name that it lacks binds code to nothing: the rule, purpose or recipient that was meant is not enforced.");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        if (StatementLocator.Load(start.Options, start.CancellationToken) is not { Statement: not null } file ||
            !KnownTypes.Has(start.Compilation, PrivacyAttributes.MetadataName("RetentionAttribute")))
        {
            return;
        }

        var names = new AttributeNames(start.Compilation, NameAttributes.MayBe);
        start.RegisterSyntaxNodeAction(node => Check(node, file, names), SyntaxKind.Attribute);
    }

    /// <summary>Says that something does not have this name, and which it may have meant; for names in code and in the user's catalogue.</summary>
    /// <param name="location">Where the name is written.</param>
    /// <param name="name">The name.</param>
    /// <param name="noun">What it should be, such as <c>a retention rule of the privacy statement</c>.</param>
    /// <param name="known">The names that there are.</param>
    /// <param name="within">What the name stands at, where it stands in code.</param>
    /// <param name="kind">Which of the statement's names it should be, where it should be one.</param>
    internal static Diagnostic Create(Location location, string name, string noun, IReadOnlyList<string> known, ISymbol? within, NameKind? kind = null)
    {
        ImmutableDictionary<string, string?> properties = within is null ? ImmutableDictionary<string, string?>.Empty : Findings.At(within);
        if (NearestName.Find(name, known) is { } nearest)
            properties = properties.Add(Nearest, nearest);
        if (kind is { } declared)
            properties = properties.Add(NameKey, name).Add(KindKey, declared.ToString());
        return Diagnostic.Create(Descriptor, location, properties, name, noun, Faults.Instead(name, known));
    }

    private static void Check(SyntaxNodeAnalysisContext context, StatementFile file, AttributeNames names)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList is not { Arguments: { Count: > 0 } arguments } || !names.MayBe(attribute, context.CancellationToken))
            return;
        if (context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType is not { } type ||
            NameAttributes.KindOf(type) is not { } kind)
        {
            return;
        }

        ExpressionSyntax argument = arguments[0].Expression;
        Optional<object?> constant = context.SemanticModel.GetConstantValue(argument, context.CancellationToken);
        if (!constant.HasValue || StatementNames.Has(file.Statement!, kind, constant.Value as string ?? ""))
            return;

        // A section that a fault of the statement made unreadable has no names to compare with; that fault is reported already.
        IReadOnlyList<string> known = StatementNames.Of(file.Statement!, kind);
        if (known.Count == 0 && file.Errors.Count > 0)
            return;
        context.ReportFinding(Create(argument.GetLocation(), constant.Value as string ?? "", StatementNames.Noun(kind), known, context.ContainingSymbol, kind));
    }
}

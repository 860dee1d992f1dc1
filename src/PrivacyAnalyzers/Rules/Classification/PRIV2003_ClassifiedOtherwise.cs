using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Classification;

/// <summary>One member under two names: what overrides or implements a classified member says something else of the same data.</summary>
internal sealed class PRIV2003_ClassifiedOtherwise : PrivacyRule
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV2003",
        title: "Classified otherwise than what it overrides or implements",
        message: "'{0}' is {1}, but '{2}', which it {3}, is {4}; classify both alike, or leave the attribute out here",
        category: RuleDescriptor.Classification,
        severity: DiagnosticSeverity.Warning,
        description: "Code that holds the base type or the interface sees one classification, code that holds the class another. What may be done with the same data then depends on the variable it came through.");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        if (!MemberClassifier.CanClassify(start.Compilation))
            return;
        var classifier = ModelCache.Classifier(start.Compilation, StatementLocator.Load(start.Options, start.CancellationToken)?.Statement);
        start.RegisterSymbolAction(symbol => CheckMember(symbol, symbol.Symbol, classifier), SymbolKind.Property, SymbolKind.Event);
        start.RegisterSymbolAction(symbol => CheckMethod(symbol, (IMethodSymbol)symbol.Symbol, classifier), SymbolKind.Method);
    }

    private static void CheckMethod(SymbolAnalysisContext context, IMethodSymbol method, MemberClassifier classifier)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation))
            return;
        CheckMember(context, method, classifier);
        foreach (IParameterSymbol parameter in method.Parameters)
            CheckMember(context, parameter, classifier);
    }

    private static void CheckMember(SymbolAnalysisContext context, ISymbol member, MemberClassifier classifier)
    {
        if (member.IsImplicitlyDeclared || classifier.DeclaredVerdict(member) is not { IsSaid: true } own)
            return;
        foreach ((ISymbol counterpart, string relation) in Counterparts(member))
        {
            // An attribute of another library that no taxonomy maps says less than the one here: nothing is taken back.
            if (classifier.Classify(counterpart) is not { } theirs || theirs.Category == own.Category || theirs.Category == Categories.Unclassified)
                continue;
            context.ReportFinding(Diagnostic.Create(
                Descriptor, member.Locations[0], Findings.At(member), Name(member), own.Category ?? "marked as no personal data", Name(counterpart), relation, theirs.Category));
            return;
        }
    }

    private static IEnumerable<(ISymbol Member, string Relation)> Counterparts(ISymbol member)
    {
        if (MemberClassifier.Overridden(member) is { } overridden)
            yield return (overridden, "overrides");
        foreach (ISymbol implemented in MemberClassifier.ImplementedMembers(member))
            yield return (implemented, "implements");
    }

    private static string Name(ISymbol symbol)
    {
        string? within = symbol is IParameterSymbol ? symbol.ContainingType?.Name + "." + symbol.ContainingSymbol.Name : symbol.ContainingType?.Name;
        string name = symbol.Name.Substring(symbol.Name.LastIndexOf('.') + 1);
        return within is null ? name : within + "." + name;
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Classification;

/// <summary>Personal data that nothing says how long to keep: at the member, and at the type for what it inherits from elsewhere.</summary>
internal sealed class PRIV2001_NoRetention : PrivacyRule
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV2001",
        title: "Personal data without a retention rule",
        message: "'{0}' {1} and has no retention rule; add [Retention] to {2}, or [Transient] if '{3}' is never stored",
        category: RuleDescriptor.Classification,
        severity: DiagnosticSeverity.Warning,
        description: "Every stored piece of personal data needs a rule that says how long it is kept and what happens then (GDPR Art. 5(1)(e)). Without one no sweep ever removes it.");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        if (!MemberClassifier.CanClassify(start.Compilation))
            return;
        var classifier = ModelCache.Classifier(start.Compilation, StatementLocator.Load(start.Options, start.CancellationToken)?.Statement);
        var coverage = new RetentionCoverage(start.Compilation);
        start.RegisterSymbolAction(symbol => Check(symbol, (INamedTypeSymbol)symbol.Symbol, classifier, coverage), SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context, INamedTypeSymbol type, MemberClassifier classifier, RetentionCoverage coverage)
    {
        if (StoredMembers.IsNeverStored(type))
            return;
        bool isSettings = IsSettings(type);
        List<ClassifiedMember> own = ClassifiedMembers.Declared(type, classifier).Where(member => IsUncovered(member) && !(isSettings && member.Category == Categories.Credential)).ToList();
        List<ClassifiedMember> inherited = ClassifiedMembers.InheritedFromElsewhere(type, context.Compilation, classifier).Where(IsUncovered).ToList();
        if (own.Count + inherited.Count == 0 || RetentionCoverage.IsTransient(type) || coverage.IsTypeCovered(type, context.CancellationToken))
            return;

        foreach (ClassifiedMember member in own)
        {
            context.ReportFinding(Diagnostic.Create(
                Descriptor, member.Member.Locations[0], Findings.At(member.Member), member.Display, $"is personal data ({member.Category})", $"it or to '{type.Name}'", type.Name));
        }

        if (inherited.Count > 0)
            context.ReportFinding(Diagnostic.Create(Descriptor, WrittenOrder.PlaceOf(type), Findings.At(type), type.Name, "inherits personal data: " + List(inherited), "it", type.Name));
    }

    /// <summary>What a program is configured with is read from files and vaults, and about nobody where it is a secret.</summary>
    private static bool IsSettings(INamedTypeSymbol type) =>
        (type.Name.EndsWith("Options", StringComparison.Ordinal) || type.Name.EndsWith("Settings", StringComparison.Ordinal) || type.Name.EndsWith("Configuration", StringComparison.Ordinal)) && !type.GetMembers().Any(static member => member is IPropertySymbol && MemberShape.IsKey(member));

    private static bool IsUncovered(ClassifiedMember member) => !RetentionCoverage.IsMemberCovered(member.Member);

    /// <summary>The gravest first, a few by name.</summary>
    private static string List(List<ClassifiedMember> members)
    {
        const int Shown = 3;
        IEnumerable<string> named = members
            .OrderByDescending(member => Categories.Gravity(member.Category))
            .ThenBy(member => member.Member.Name, StringComparer.Ordinal)
            .Take(Shown)
            .Select(member => $"{member.Display} ({member.Category})");
        string more = members.Count > Shown ? $" and {members.Count - Shown} more" : "";
        return string.Join(", ", named) + more;
    }
}

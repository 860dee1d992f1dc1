using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Classification;

/// <summary>Personal data that nothing says how long to keep: at the member, and at the type for what it inherits from elsewhere.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PRIV2001_NoRetention : DiagnosticAnalyzer
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV2001",
        title: "Personal data without a retention rule",
        message: "'{0}' {1} and has no retention rule; add [Retention] to {2}, or [Transient] if '{3}' is never stored",
        category: RuleDescriptor.Classification,
        severity: DiagnosticSeverity.Warning,
        description: "Every stored piece of personal data needs a rule that says how long it is kept and what happens then (GDPR Art. 5(1)(e)). Without one no sweep ever removes it.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (!MemberClassifier.CanClassify(start.Compilation))
                return;
            var classifier = new MemberClassifier(StatementLocator.Load(start.Options, start.CancellationToken)?.Statement);
            var coverage = new RetentionCoverage(start.Compilation);
            start.RegisterSymbolAction(symbol => Check(symbol, (INamedTypeSymbol)symbol.Symbol, classifier, coverage), SymbolKind.NamedType);
        });
    }

    private static void Check(SymbolAnalysisContext context, INamedTypeSymbol type, MemberClassifier classifier, RetentionCoverage coverage)
    {
        if (StoredMembers.IsNeverStored(type))
            return;
        List<(ISymbol Member, string Category)> own = Uncovered(type, classifier);
        List<(ISymbol Member, string Category)> inherited = Inherited(type, context.Compilation, classifier);
        if (own.Count + inherited.Count == 0 || RetentionCoverage.IsTransient(type) || coverage.IsTypeCovered(type, context.CancellationToken))
            return;

        foreach ((ISymbol member, string category) in own)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, member.Locations[0], type.Name + "." + member.Name, $"is personal data ({category})", $"it or to '{type.Name}'", type.Name));
        }

        if (inherited.Count > 0)
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, Place(type), type.Name, "inherits personal data: " + List(inherited), "it", type.Name));
    }

    private static List<(ISymbol Member, string Category)> Uncovered(INamedTypeSymbol type, MemberClassifier classifier)
    {
        var found = new List<(ISymbol, string)>();
        foreach (ISymbol member in type.GetMembers())
        {
            // Broken code has members without a name; the compiler speaks of those.
            if (member.Name.Length > 0 && StoredMembers.Stores(member) && classifier.Classify(member) is { } classification && !RetentionCoverage.IsMemberCovered(member) &&
                !(member is IFieldSymbol field && StoredMembers.PropertyBehind(field) is { } property && classifier.Classify(property) is not null))
            {
                found.Add((member, classification.Category));
            }
        }

        return found;
    }

    /// <summary>What the type is the first of this compilation to inherit from other assemblies.</summary>
    private static List<(ISymbol Member, string Category)> Inherited(INamedTypeSymbol type, Compilation compilation, MemberClassifier classifier)
    {
        var found = new List<(ISymbol, string)>();
        if (type.BaseType is not { SpecialType: SpecialType.None } first || SymbolEqualityComparer.Default.Equals(first.ContainingAssembly, compilation.Assembly))
            return found;
        var names = new HashSet<string>(type.GetMembers().Select(member => member.Name));
        for (INamedTypeSymbol? current = first; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            found.AddRange(Uncovered(current, classifier).Where(member => names.Add(member.Member.Name)));
        return found;
    }

    /// <summary>The gravest first, a few by name.</summary>
    private static string List(List<(ISymbol Member, string Category)> members)
    {
        const int Shown = 3;
        IEnumerable<string> named = members
            .OrderByDescending(member => Categories.Gravity(member.Category))
            .ThenBy(member => member.Member.Name, StringComparer.Ordinal)
            .Take(Shown)
            .Select(member => $"{member.Member.ContainingType.Name}.{member.Member.Name} ({member.Category})");
        string more = members.Count > Shown ? $" and {members.Count - Shown} more" : "";
        return string.Join(", ", named) + more;
    }

    // A part that a generator wrote takes no diagnostic.
    private static Location Place(INamedTypeSymbol type) =>
        type.Locations.FirstOrDefault(location => location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == false) ?? type.Locations[0];
}

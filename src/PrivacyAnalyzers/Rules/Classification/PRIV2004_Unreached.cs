using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Rules.Rights;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Classification;

/// <summary>Rows of personal data that lead to nobody. The generated export and erasure go by the same graph and pass them by.</summary>
internal sealed class PRIV2004_Unreached : PrivacyRule
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV2004",
        title: "Stored personal data that no data subject reaches",
        message: "'{0}' stores personal data ('{1}', {2}) that no data subject reaches, so it can be neither exported nor erased; give it a foreign key or navigation to the person, mark that with [SubjectLink], or mark '{0}' [DataSubject] if each of its rows is a person",
        category: RuleDescriptor.Classification,
        severity: DiagnosticSeverity.Warning,
        description: "Access, copy, correction and deletion are served by following the model from a data subject to all that is about it (GDPR Art. 15 to 21). What no path leads to is forgotten by every export and every erasure.");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        if (!SubjectTypes.CanBeMarked(start.Compilation))
            return;
        PrivacyStatement? statement = StatementLocator.Load(start.Options, start.CancellationToken)?.Statement;
        var classifier = ModelCache.Classifier(start.Compilation, statement);
        var stored = ModelCache.Stored(start.Compilation, statement);
        start.RegisterSymbolAction(symbol => Check(symbol, (INamedTypeSymbol)symbol.Symbol, stored, classifier), SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context, INamedTypeSymbol type, StoredData stored, MemberClassifier classifier)
    {
        if (type.TypeKind == TypeKind.Class && EfCore.IsContext(type))
        {
            CheckSets(context, type, stored, classifier);
        }
        else if (FirstPersonal(type, stored, classifier, context.CancellationToken) is { } member && stored.IsStored(type, context.CancellationToken))
        {
            Report(context, type, member, SubjectTypes.Place(type), stored);
        }
    }

    /// <summary>Types of other assemblies are stored by the context's word alone: at its property.</summary>
    private static void CheckSets(SymbolAnalysisContext context, INamedTypeSymbol type, StoredData stored, MemberClassifier classifier)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach ((IPropertySymbol property, INamedTypeSymbol entity) in EfCore.Sets(type))
        {
            if (SymbolEqualityComparer.Default.Equals(entity.ContainingAssembly, context.Compilation.Assembly) ||
                !SymbolEqualityComparer.Default.Equals(property.ContainingType, type) || !seen.Add(entity) || RetentionCoverage.IsTransient(entity))
            {
                continue;
            }

            if (FirstPersonal(entity, stored, classifier, context.CancellationToken) is { } member)
                Report(context, entity, member, SubjectTypes.Place(property), stored);
        }
    }

    private static void Report(SymbolAnalysisContext context, INamedTypeSymbol type, ClassifiedMember member, Location place, StoredData stored)
    {
        if (IsViewOrBase(type, stored, context.CancellationToken) || stored.ReachOf(type, context.CancellationToken).Kind != ReachKind.Unreached)
            return;
        context.ReportFinding(Diagnostic.Create(Descriptor, place, Findings.At(type), type.Name, member.Display, member.Category));
    }

    /// <summary>A view shows what other tables keep, unless a mark says that it keeps something; of an abstract type there is no row, and what derives from it is judged by itself.</summary>
    private static bool IsViewOrBase(INamedTypeSymbol type, StoredData stored, CancellationToken cancellation)
    {
        string name = MetadataNames.FullName(type);
        EntityModel[] entities = stored.Models(cancellation).SelectMany(model => model.Entities).Where(entity => entity.Type.Metadata == name).ToArray();
        return type.IsAbstract || (entities.Length > 0 && entities.All(entity => entity.IsKeyless) && !StoredData.IsMarked(type));
    }

    /// <summary>The first member that is data about a person, its own, inherited, or inside what a context stores in its rows.</summary>
    private static ClassifiedMember? FirstPersonal(INamedTypeSymbol type, StoredData stored, MemberClassifier classifier, CancellationToken cancellation)
    {
        foreach (ClassifiedMember member in ClassifiedMembers.All(type, classifier))
        {
            if (member.IsPersonal)
                return member;
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IPropertySymbol { IsStatic: false, IsIndexer: false } && ModelTypes.Target(ModelMembers.TypeOf(member)).Target is { } inner &&
                !SymbolEqualityComparer.Default.Equals(inner, type) && ClassifiedMembers.All(inner, classifier).FirstOrDefault(found => found.IsPersonal) is { Member: not null } found &&
                stored.ReachOf(inner, cancellation).Kind == ReachKind.Inside)
            {
                return found;
            }
        }

        return null;
    }
}

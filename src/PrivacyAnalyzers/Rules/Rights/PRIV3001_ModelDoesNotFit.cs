using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Rules.Rights;

/// <summary>A data subject, a context that stores one, or a type stored beside it that generated code cannot name. The generators pass by what this reports.</summary>
internal sealed class PRIV3001_ModelDoesNotFit : PrivacyRule
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV3001",
        title: "No code can be generated for the model",
        message: "'{0}' {1}, and its data can be {2} because {3}; {4}",
        category: RuleDescriptor.Rights,
        severity: DiagnosticSeverity.Error,
        description: "Export and erasure are generated as extension methods in classes of their own, so they must be able to name the model. A model they cannot name would be left out of every export and every erasure.");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        if (!SubjectTypes.CanBeMarked(start.Compilation))
            return;

        // Two contexts may store one type.
        var reported = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        if (GeneratedFor.CanChangeRows(start.Compilation))
            StoredModels.Register(start, CheckTables);
        start.RegisterSymbolAction(symbol => Check(symbol, (INamedTypeSymbol)symbol.Symbol, reported), SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context, INamedTypeSymbol type, ConcurrentDictionary<ISymbol, bool> reported)
    {
        if (PrivacyAttributes.Find(type, "DataSubjectAttribute") is not null)
            Report(context, type, type, "is a data subject", reported);
        else if (ModelFitness.HasTooManyBases(type) && (ContextModelBuilder.IsMarked(type) || ClassifiedMembers.All(type, new MemberClassifier(statement: null)).Any()))
            Report(context, type, type, "holds personal data", reported);
        if (type.TypeKind != TypeKind.Class || type.IsAbstract || !EfCore.IsContext(type))
            return;

        (IPropertySymbol Property, INamedTypeSymbol Entity)[] sets = EfCore.Sets(type).ToArray();
        if (!sets.Any(set => ContextModelBuilder.IsMarked(set.Entity)))
            return;
        Report(context, type, type, "stores data subjects", reported);
        foreach ((IPropertySymbol property, INamedTypeSymbol entity) in sets)
        {
            // A type without personal data has nothing to export; a data subject is reported by itself.
            if (PrivacyAttributes.Find(entity, "DataSubjectAttribute") is null && entity.TypeArguments.All(argument => argument.TypeKind != TypeKind.TypeParameter))
                Report(context, entity, SymbolEqualityComparer.Default.Equals(entity.ContainingAssembly, context.Compilation.Assembly) ? entity : property, "is stored beside a data subject", reported);
        }
    }

    /// <summary>Generated erasure refuses for what this reports.</summary>
    private static void CheckTables(StoredModels models, SymbolAnalysisContext context, ContextModel model)
    {
        if (!GeneratedFor.ChangesRowsOf(model))
            return;
        CheckCycles(models, context, model);
        foreach (EntityModel entity in model.Entities)
        {
            foreach (MisfitLink link in entity.Misfits)
            {
                models.Report(context, entity.Type, link.Member, "misfit", (place, about) => Diagnostic.Create(
                    Descriptor, place, about, entity.Type.Name, "is linked to a data subject", "neither exported nor erased", $"'{link.Member}' is of type '{link.Type}' and '{link.Key}' of type '{link.KeyType}'", "give it the type of the key"));
            }
        }

        foreach (EntityModel entity in model.Subjects.SelectMany(subject => subject.Paths).Select(path => model.Find(path.Entity)).OfType<EntityModel>())
        {
            if (entity.IsSpread && !entity.IsKeyless && !entity.IsAbstract)
            {
                models.Report(context, entity.Type, null, "", (place, about) => Diagnostic.Create(
                    Descriptor, place, about, entity.Type.Name, "leads to a data subject", "exported but not erased", "its rows are stored in several tables, which set-based statements cannot change", "map its hierarchy to one table"));
            }

            foreach (string member in entity.OutOfReach)
            {
                models.Report(context, entity.Type, member, "reach", (place, about) => Diagnostic.Create(
                    Descriptor, place, about, entity.Type.Name, "leads to a data subject", "exported in part and not erased", $"'{member}' is stored, and generated code cannot reach it", "make it internal, or map a property that is"));
            }

            if (entity.IsHidden)
            {
                models.Report(context, entity.Type, null, "view", (place, about) => Diagnostic.Create(
                    Descriptor, place, about, entity.Type.Name, "leads to a data subject", "exported in part and not erased", "its rows are written to a table and read from a view, so that those which the view does not show would be forgotten", "map it to its table alone, and the view to a type of its own"));
            }
        }
    }

    private static void CheckCycles(StoredModels models, SymbolAnalysisContext context, ContextModel model)
    {
        foreach (EntityModel entity in model.Subjects.SelectMany(subject => ChangeOrder.Stuck(model, subject)))
        {
            models.Report(context, entity.Type, null, "cycle", (place, about) => Diagnostic.Create(
                Descriptor, place, about, entity.Type.Name, "leads to a data subject", "exported but not erased", "its rows and rows that they refer to must each be deleted before the other", "make a foreign key of that cycle optional, or choose another way with [SubjectLink]"));
        }
    }

    private static void Report(SymbolAnalysisContext context, INamedTypeSymbol type, ISymbol place, string role, ConcurrentDictionary<ISymbol, bool> reported)
    {
        Unfitness unfitness = ModelFitness.Of(type, context.Compilation);
        if (unfitness == Unfitness.None || (unfitness == Unfitness.TooDeep && IsBelowReported(type)) || !reported.TryAdd(type.OriginalDefinition, true))
            return;
        context.ReportFinding(Diagnostic.Create(
            Descriptor, SubjectTypes.Place(place), Findings.At(type), type.Name, role, "neither exported nor erased", ModelFitness.Explain(unfitness), Remedy(unfitness)));
    }

    /// <summary>Of a hierarchy that is too deep the first class that is says so, and not each below it.</summary>
    private static bool IsBelowReported(INamedTypeSymbol type) => type.BaseType is { } above && ModelFitness.HasTooManyBases(above) && !above.DeclaringSyntaxReferences.IsEmpty;

    private static string Remedy(Unfitness unfitness) => unfitness switch
    {
        Unfitness.Private => "make it internal or public",
        Unfitness.FileLocal => "remove 'file'",
        Unfitness.OpenGeneric => "use a class without type parameters",
        Unfitness.Static => "remove 'static'",
        Unfitness.Interface => "mark the class that implements it",
        Unfitness.TooDeep => "hold some of them as members instead",
        _ => "make it a class",
    };
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Rules.Rights;

/// <summary>
/// Rows that belong to a person in several ways that are equally short. Generated code takes one of them, always the same one, and what
/// belongs to somebody by another is then neither exported nor erased with that person. And rows that belong to two kinds of people: the rights of
/// the one take them from the other.
/// </summary>
internal sealed class PRIV3003_SeveralPaths : PrivacyRule
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV3003",
        title: "Several paths lead to the data subject",
        message: "Rows of '{0}' belong to a '{1}' by {2}, and nothing says which; mark the one that does with [SubjectLink(typeof({1}))]",
        category: RuleDescriptor.Rights,
        severity: DiagnosticSeverity.Warning,
        description: "A right is served for the rows that are the person's. Where two foreign keys lead to a data subject, code cannot tell whether a row belongs to the one or to the other.");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        StoredModels.Register(start, Check);
    }

    private static void Check(StoredModels models, SymbolAnalysisContext context, ContextModel model)
    {
        foreach (SubjectModel subject in model.Subjects)
        {
            foreach (SubjectPath path in subject.Paths)
            {
                // What an entity inherits is its base's to say.
                if (!path.IsAmbiguous || model.Find(path.Entity) is not { } entity || subject.Paths.Any(other => other.Entity == entity.BaseEntity && other.Choices.Equals(path.Choices)))
                    continue;
                string ways = InWords(path.Choices);
                models.Report(context, entity.Type, null, subject.Type.Global, (place, about) => Diagnostic.Create(Descriptor, place, about, entity.Type.Name, subject.Type.Name, ways));
            }
        }

        foreach (EntityModel entity in model.Entities)
        {
            string[] ways = KindsOfPeople(model, entity.Type.Global);
            if (ways.Length < 2 || (entity.BaseEntity is { } inherited && KindsOfPeople(model, inherited).SequenceEqual(ways)))
                continue;
            SubjectModel first = model.Subjects.First(subject => subject.Paths.Any(path => path.Entity == entity.Type.Global));
            string all = ways[0].Substring(ways[0].IndexOf(" by ", StringComparison.Ordinal) + " by ".Length) + string.Concat(ways.Skip(1).Select(way => " and to a " + way));
            models.Report(context, entity.Type, null, first.Type.Global, (place, about) => Diagnostic.Create(Descriptor, place, about, entity.Type.Name, first.Type.Name, all));
        }
    }

    /// <summary>The kinds of people whom rows belong to by members of their own, with those members. Where a link says so they belong to both.</summary>
    private static string[] KindsOfPeople(ContextModel model, string entity)
    {
        (SubjectModel Subject, RelationModel Step)[] ways = model.Subjects
            .SelectMany(subject => subject.Paths.Where(path => path.Entity == entity && !path.IsSelf).Select(path => (subject, path.Steps[0]))).ToArray();
        return ways.Select(way => way.Step).Distinct().Count() < 2 || ways.All(way => way.Step.SubjectLink == way.Subject.Type.Global)
            ? Array.Empty<string>()
            : ways.Select(way => $"'{way.Subject.Type.Name}' by {Quoted(way.Step.Name)}").ToArray();
    }

    private static string InWords(EquatableArray<string> choices) =>
        string.Join(", ", choices.Take(choices.Count - 1).Select(Quoted)) + " and by " + Quoted(choices[choices.Count - 1]);

    private static string Quoted(string name) => $"'{name}'";
}

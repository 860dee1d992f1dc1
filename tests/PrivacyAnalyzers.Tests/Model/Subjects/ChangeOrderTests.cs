using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Tests.Model.Subjects;

/// <summary>The order of deletions, held to what it is said to be: each time the first of those that none of the others has to come before.</summary>
public class ChangeOrderTests
{
    [Fact]
    public void Many_in_a_row_come_one_after_the_other()
    {
        const int Count = 1000;
        string[] names = [.. Enumerable.Range(0, Count).Select(static i => $"E{i}")];
        EntityModel[] entities = [.. names.Select((name, i) => Entity(name, [], i == 0 ? [] : [Relation(name, names[i - 1], isRequired: false)]))];
        SubjectPath[] paths = [.. entities.Select((entity, i) => Path(entity.Type.Global, Enumerable.Range(1, i).Reverse().SelectMany(j => entities[j].Relations)))];

        IReadOnlyList<EntityModel> ordered = ChangeOrder.Of(Context(entities), entities, [Subject(paths)], out IReadOnlyList<EntityModel> stuck);

        Assert.Empty(stuck);
        Assert.Equal(names.Reverse(), ordered.Select(static entity => entity.Type.Global));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_order_is_the_one_that_asking_each_pair_gives(int seed)
    {
        var random = new Random(seed);
        int count = random.Next(1, 9);
        var entities = new List<EntityModel>();
        for (int i = 0; i < count; i++)
        {
            // What derives from an entity derives from what that derives from.
            string[] derived = [.. Enumerable.Range(i + 1, count - i - 1).Where(j => Base(j) == i || (Base(j) is { } above && Base(above) == i)).Select(static j => $"E{j}")];
            entities.Add(Entity($"E{i}", derived, [.. Enumerable.Range(0, random.Next(3)).Select(_ => Relation($"E{i}", $"E{random.Next(count + 1)}", random.Next(2) == 0))]));
        }

        SubjectPath[] paths = [.. entities.Where(_ => random.Next(2) == 0).Select(entity => Path(entity.Type.Global, Enumerable.Range(0, random.Next(3)).SelectMany(_ => entities[random.Next(count)].Relations)))];
        EntityModel[] asked = [.. entities.Where(_ => random.Next(5) > 0)];
        ContextModel context = Context(entities);

        IReadOnlyList<EntityModel> ordered = ChangeOrder.Of(context, asked, [Subject(paths)], out IReadOnlyList<EntityModel> stuck);

        (List<EntityModel> expected, List<EntityModel> left) = Ordered(context, asked, paths);
        Assert.Equal(expected.Select(static entity => entity.Type.Global), ordered.Select(static entity => entity.Type.Global));
        Assert.Equal(left.Select(static entity => entity.Type.Global), stuck.Select(static entity => entity.Type.Global));

        int? Base(int number) => number % 3 == 2 ? number / 2 : null;
    }

    public static TheoryData<int> Seeds() => new(Enumerable.Range(0, 200));

    private static (List<EntityModel> Ordered, List<EntityModel> Stuck) Ordered(ContextModel context, IEnumerable<EntityModel> entities, SubjectPath[] paths)
    {
        List<EntityModel> left = [.. entities];
        var ordered = new List<EntityModel>();
        var stuck = new List<EntityModel>();
        while (left.Count > 0)
        {
            EntityModel? next = left.FirstOrDefault(candidate => left.All(other => other == candidate || !ComesBefore(other, candidate)));
            if (next is null)
                stuck.Add(next = left[0]);
            left.Remove(next);
            ordered.Add(next);
        }

        return (ordered, stuck);

        bool ComesBefore(EntityModel first, EntityModel second) =>
            second.DerivedEntities.Contains(first.Type.Global) ||
            (!first.DerivedEntities.Contains(second.Type.Global) &&
                first.Relations.Where(static relation => relation.IsRequired).Concat(paths.Where(path => path.Entity == first.Type.Global).SelectMany(static path => path.Steps.Items))
                    .Any(relation => second.Type.Global == relation.Principal || context.Find(relation.Principal)?.DerivedEntities.Contains(second.Type.Global) == true));
    }

    private static ContextModel Context(IEnumerable<EntityModel> entities) =>
        new(Name("Db"), "DbPrivacy", IsPublic: true, EfCoreMajor: 10, entities.ToEquatableArray(), EquatableArray<SubjectModel>.Empty);

    private static SubjectModel Subject(IEnumerable<SubjectPath> paths) =>
        new(Name("E0"), "E0", EquatableArray<KeyPart>.Empty, "int", paths.ToEquatableArray(), EquatableArray<KeyPart>.Empty, EquatableArray<SubjectPath>.Empty);

    private static SubjectPath Path(string entity, IEnumerable<RelationModel> steps) => new(entity, steps.ToEquatableArray(), "", "", EquatableArray<string>.Empty);

    private static RelationModel Relation(string dependent, string principal, bool isRequired) =>
        new(dependent, principal, "Parent", null, EquatableArray<string>.Empty, EquatableArray<string>.Empty, isRequired, IsUnique: false, SubjectLink: null);

    private static EntityModel Entity(string name, string[] derived, IEnumerable<RelationModel> relations) => new(
        Name(name),
        name,
        SetName: null,
        Set: "",
        Key: EquatableArray<string>.Empty,
        IsKeyless: false,
        IsAbstract: false,
        IsSpread: false,
        IsHidden: false,
        HasLinks: false,
        BaseEntity: null,
        derived.ToEquatableArray(),
        DataClass: null,
        Retention: null,
        EquatableArray<MemberModel>.Empty,
        EquatableArray<ComponentModel>.Empty,
        relations.ToEquatableArray(),
        EquatableArray<FilterModel>.Empty);

    private static TypeName Name(string name) => new(name, name, "", name, IsPublic: true);
}

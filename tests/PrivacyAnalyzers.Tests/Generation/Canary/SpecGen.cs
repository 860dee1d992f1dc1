using System.Globalization;
using CsCheck;

namespace PrivacyAnalyzers.Tests.Generation.Canary;

/// <summary>
/// Random models: entities that hang on the subject in a tree, with further references across it, hierarchies, components and rules. Only what
/// a person would be warned about is left out: required cycles, members that cannot be replaced where their row has to stay.
/// </summary>
internal sealed class SpecGen : Gen<ModelSpec>
{
    private static readonly string[] Categories = ["Identifier", "FreeText", "Financial", "ElectronicActivity"];
    private static readonly string?[] Rules = [null, "support", "customer-relationship", "account-default", "usage-records", "invoices"];
    private static readonly string[] OddNames = ["row", "gone", "other", "mine", "db", "key", "left", "@class", "@event", "Name", "Value", "above1", "principal1", "set", "at"];

    public override ModelSpec Generate(PCG pcg, Size? min, out Size size)
    {
        size = new Size(0);
        string seed = pcg.ToString();
        return new Builder(pcg).Build(seed);
    }

    private sealed class Builder(PCG pcg)
    {
        private readonly List<EntitySpec> _entities = [];
        private int _number;

        public ModelSpec Build(string seed)
        {
            var subject = new EntitySpec("Customer") { Key = Any(KeyKind.Int, KeyKind.Long, KeyKind.Guid, KeyKind.Text, KeyKind.Guid, KeyKind.Int, KeyKind.Pair), HasClock = true, HasSet = true };
            subject.HasSubjectKey = subject.Key != KeyKind.Pair && Chance(12);
            subject.OwnRule = Any("support", "customer-relationship", "account-default", null, "support");
            subject.HasHold = Chance(30);
            subject.Filter = Any(FilterKind.None, FilterKind.None, FilterKind.SoftDelete, FilterKind.NamedSoftDelete);
            _entities.Add(subject);
            Members(subject, 1, 4);
            int count = 1 + Next(5);
            for (int i = 0; i < count; i++)
                Child();
            if (Chance(35))
                Topic();
            Hierarchy();
            Across();
            foreach (EntitySpec entity in _entities.Where(entity => entity.Way is not null || entity == subject))
            {
                while (Chance(35))
                    Component(entity);
            }

            MendWhatCannotBeReplaced();
            return new ModelSpec(seed, _entities, Chance(40) ? "Restrict" : null);
        }

        private void Child()
        {
            EntitySpec parent = _entities[Next(_entities.Count)];
            var entity = new EntitySpec("E" + ++_number + Any("", "Record", "s")) { HasSet = Chance(70), HasHold = Chance(20), HasClock = Chance(15) };
            entity.Key = parent.Key != KeyKind.Pair && Chance(15) ? KeyKind.Pair : Any(KeyKind.Int, KeyKind.Long, KeyKind.Guid, KeyKind.Text);
            entity.OwnRule = Any(Rules);
            entity.Filter = Any(FilterKind.None, FilterKind.None, FilterKind.None, FilterKind.SoftDelete, FilterKind.NamedSoftDelete, FilterKind.NamedTenant);
            var way = new RefSpec(entity, parent, entity.Key == KeyKind.Pair ? "Owner" : Any("Owner", "Parent", parent.Name)) { IsRequired = entity.Key == KeyKind.Pair || Chance(75), IsKey = entity.Key == KeyKind.Pair };
            way.Shape = entity.Key == KeyKind.Pair ? Any(RefShape.Both, RefShape.WithInverse) : Shape(parent);
            if (way.Shape == RefShape.OneToOne && way.IsRequired && entity.Key == parent.Key && Chance(40))
                way.IsKey = true;
            way.OnDelete = OnDelete(way);
            entity.Parent = way;
            entity.Refs.Add(way);
            _entities.Add(entity);
            Members(entity, Chance(10) ? 0 : 1, 3);
        }

        /// <summary>A way that EF Core cannot know is a member of its principal's name.</summary>
        private RefShape Shape(EntitySpec principal) => principal.Key == KeyKind.Pair
            ? RefShape.Fluent
            : Any(RefShape.Both, RefShape.Both, RefShape.NavigationOnly, RefShape.WithInverse, RefShape.InverseOnly, RefShape.Fluent, RefShape.Bare, RefShape.OneToOne);

        private string? OnDelete(RefSpec reference) => reference.Shape == RefShape.Fluent && Chance(50)
            ? reference.IsRequired ? Any("Restrict", "NoAction", "Cascade") : Any("Restrict", "SetNull", "ClientSetNull", "Cascade")
            : null;

        private void Topic()
        {
            var topic = new EntitySpec("Topic") { Key = Any(KeyKind.Int, KeyKind.Guid), HasSet = true };
            foreach (EntitySpec entity in _entities.Where(entity => entity.Key != KeyKind.Pair))
                entity.HasTopics = Chance(40);
            _entities.Add(topic);
        }

        private void Hierarchy()
        {
            foreach (EntitySpec root in _entities.Where(entity => entity.Way is not null && entity.Key != KeyKind.Pair).ToArray())
            {
                if (!Chance(25))
                    continue;
                root.IsAbstract = Chance(30);
                int count = 1 + Next(2);
                for (int i = 0; i < count; i++)
                {
                    var derived = new EntitySpec($"{root.Name}Sub{i + 1}") { Base = i == 1 && Chance(30) ? _entities[^1] : root, Key = root.Key, HasSet = Chance(50) };
                    derived.OwnRule = Chance(35) ? Any(Rules) : null;
                    _entities.Add(derived);
                    Members(derived, 0, 2);
                }
            }
        }

        /// <summary>References beside the tree. A required one leads to an entity that stands before, so that no cycle cannot be cut.</summary>
        private void Across()
        {
            EntitySpec[] all = [.. _entities];
            foreach (EntitySpec entity in all.Where(entity => entity.Way is not null && entity.Base is null))
            {
                int count = Next(3) == 0 ? 1 + Next(2) : 0;
                for (int i = 0; i < count; i++)
                {
                    bool isRequired = Chance(30);
                    EntitySpec[] targets = [.. all.Where(other => other.Key != KeyKind.Pair && (!isRequired || (Array.IndexOf(all, other) < Array.IndexOf(all, entity) && other.Base is null)))];
                    if (targets.Length == 0)
                        continue;
                    EntitySpec target = targets[Next(targets.Length)];
                    var reference = new RefSpec(entity, target, "Extra" + i) { IsRequired = isRequired, Shape = Any(RefShape.Both, RefShape.NavigationOnly, RefShape.Fluent) };
                    reference.OnDelete = OnDelete(reference);
                    entity.Refs.Add(reference);
                }
            }

            foreach (RefSpec reference in all.SelectMany(entity => entity.Refs))
            {
                // By name EF Core would take the one reference's foreign key for the other's.
                RefSpec? way = reference.Dependent.Parent;
                if (reference != way && way?.ForeignKey.Contains(reference.Principal.Root.Name + "Id") == true && way.Principal.Root == reference.Principal.Root)
                    reference.Shape = RefShape.Fluent;

                // Of two entities that refer to each other, EF Core first takes the two for one relation, and keeps what it then took for its foreign key.
                if (reference != way && reference.Shape == RefShape.NavigationOnly && reference.Principal.Root.Refs.Any(back => back.Principal.Root == reference.Dependent.Root))
                    reference.Shape = RefShape.Fluent;
                reference.IsConfigured = reference.Dependent.Refs.Count > 1 || reference.Dependent == reference.Principal || all.Any(other => other.Base is not null) ||
                    reference.Principal.Refs.Any(back => back.Principal.Root == reference.Dependent.Root) || Chance(50);
            }

            // Where another way might be as short, the user says which counts.
            foreach (EntitySpec entity in all.Where(entity => entity.Way is not null && entity.Base is null && entity.Refs.Count > 1))
            {
                entity.Parent!.IsLinked = true;
                if (entity.Parent.Shape is RefShape.InverseOnly)
                    entity.Parent.Shape = RefShape.WithInverse;
            }
        }

        private void Members(EntitySpec entity, int least, int span)
        {
            int count = least + Next(span);
            for (int i = 0; i < count; i++)
                entity.Members.Add(Member(entity.Chain.SelectMany(type => type.Members).Select(member => member.Name), isInComponent: false, entity.Rule));
        }

        private MemberSpec Member(IEnumerable<string> taken, bool isInComponent, string? rule)
        {
            string name = Chance(20) ? Any(OddNames) : "P";
            if (name == "P" || taken.Contains(name))
                name = "P" + (++_number).ToString(CultureInfo.InvariantCulture);
            MemberKind kind = Any(MemberKind.Text, MemberKind.Text, MemberKind.Text, MemberKind.Int, MemberKind.Long, MemberKind.Guid, MemberKind.DateTime, MemberKind.DateOnly, MemberKind.Decimal, MemberKind.Bytes, MemberKind.Texts);
            if (isInComponent && kind is MemberKind.Texts or MemberKind.Bytes)
                kind = MemberKind.Text;
            bool isClassified = !Chance(20);
            bool isNullable = Chance(50);
            bool isUnique = !isInComponent && isClassified && Chance(12) && (kind == MemberKind.Text || (isNullable && kind is MemberKind.Int or MemberKind.Guid or MemberKind.Long));
            string? with = isClassified && !isUnique && Chance(10) ? kind switch { MemberKind.Text => "\"gone\"", MemberKind.Int => "7", MemberKind.DateTime => "\"2000-01-01\"", _ => null } : null;
            return new MemberSpec(name, kind, isNullable, isClassified ? Any(Categories) : null, isClassified && Chance(rule is null ? 25 : 15) ? Any(Rules) : null, isUnique, with);
        }

        private void Component(EntitySpec entity)
        {
            string name = "C" + (++_number).ToString(CultureInfo.InvariantCulture);
            Storage storage = Any(Enum.GetValues<Storage>());

            // EF Core keeps owned types apart by their owner's key: with a key of two parts in a table of their own they are rare, and legal.
            var component = new ComponentSpec(name, name + "Part", storage, storage is Storage.OwnedInline or Storage.OwnedTable or Storage.OwnedJson && Chance(50), [.. Enumerable.Range(0, 1 + Next(3)).Select(_ => 0)
                .Aggregate(new List<MemberSpec>(), (members, _) =>
                {
                    members.Add(Member(members.Select(member => member.Name), isInComponent: true, entity.Rule));
                    return members;
                })]);
            entity.Components.Add(component);
        }

        /// <summary>What no set-based statement can clear is only put where its row goes as a whole.</summary>
        private void MendWhatCannotBeReplaced()
        {
            foreach (EntitySpec entity in _entities)
            {
                for (int i = 0; i < entity.Components.Count; i++)
                {
                    if (entity.Components[i].IsOwnedJson)
                        entity.Components[i] = entity.Components[i] with { Storage = entity.Components[i].IsMany ? Chance(90) ? Storage.OwnedMany : Storage.OwnedManyJson : Chance(90) ? Storage.ComplexJson : Storage.OwnedJson };
                    if (entity.Components[i] is { Storage: Storage.ComplexJson, IsNullable: true })
                        entity.Components[i] = entity.Components[i] with { IsNullable = false };
                }
            }

            // EF Core counts the complex JSON of a base once for each type that derives from it, and then refuses owned JSON beside it.
            foreach (IGrouping<EntitySpec, EntitySpec> hierarchy in _entities.GroupBy(entity => entity.Root).Where(hierarchy => hierarchy.Count() > 1))
            {
                if (!hierarchy.SelectMany(entity => entity.Components).Any(component => component.Storage is Storage.ComplexJson or Storage.ComplexManyJson))
                    continue;
                foreach (EntitySpec entity in hierarchy)
                {
                    for (int i = 0; i < entity.Components.Count; i++)
                    {
                        if (entity.Components[i].IsOwnedJson)
                            entity.Components[i] = entity.Components[i] with { Storage = entity.Components[i].IsMany ? Storage.OwnedMany : Storage.OwnedInline };
                    }
                }
            }
        }

        private T Any<T>(params T[] values) => values[Next(values.Length)];

        private bool Chance(int percent) => Next(100) < percent;

        private int Next(int below) => (int)pcg.Next((uint)below);
    }
}

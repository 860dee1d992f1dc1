using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace PrivacyAnalyzers.Tests.Generation.Canary;

/// <summary>Fills a database of a random model: several people, rows of every entity, and a marker in every member.</summary>
internal sealed class CanaryData
{
    private static readonly DateTime?[] Closed = [new(2010, 1, 1, 0, 0, 0, DateTimeKind.Utc), new(2025, 12, 30, 0, 0, 0, DateTimeKind.Utc), null, new(2025, 1, 2, 0, 0, 0, DateTimeKind.Utc), new(2021, 6, 1, 0, 0, 0, DateTimeKind.Utc)];

    private readonly Assembly _assembly;
    private readonly string _space;
    private readonly PCG _pcg;
    private int _number;

    private CanaryData(ModelSpec model, Assembly assembly, string space)
    {
        Model = model;
        _assembly = assembly;
        _space = space;
        _pcg = PCG.Parse(model.Seed);
    }

    public ModelSpec Model { get; }

    public List<CanaryRow> Rows { get; } = [];

    public IEnumerable<CanaryRow> Live => Rows.Where(row => !row.IsGone);

    public IReadOnlyList<CanaryRow> Subjects => Rows.Where(row => row.Entity == Model.Subject).ToArray();

    public static async Task<CanaryData> FillAsync(ModelSpec model, Assembly assembly, string space, DbContext db)
    {
        var data = new CanaryData(model, assembly, space);
        foreach (EntitySpec entity in model.Entities.Where(entity => !entity.IsAbstract).OrderBy(entity => entity.Name == "Topic" ? 0 : 1))
            data.AddRows(entity);
        db.AddRange(data.Rows.Select(row => row.Instance));
        await db.SaveChangesAsync();
        data.AddOptional();
        await db.SaveChangesAsync();
        return data;
    }

    private void AddRows(EntitySpec entity)
    {
        if (entity.Way is not { } way)
        {
            int count = entity == Model.Subject ? Closed.Length : 2;
            for (int i = 0; i < count; i++)
                Add(entity, null, i);
            return;
        }

        CanaryRow[] parents = [.. Rows.Where(row => row.Entity.Chain.Contains(way.Principal))];
        int left = 14;
        foreach (CanaryRow parent in parents)
        {
            int count = way.Shape == RefShape.OneToOne ? Rows.Any(row => row.Refs.GetValueOrDefault(way) == parent) ? 0 : Next(2) : Next(3);
            for (int i = 0; i < count && left-- > 0; i++)
                Add(entity, parent, i);
        }

        if (!way.IsRequired)
            Add(entity, null, 0);
    }

    private void Add(EntitySpec entity, CanaryRow? parent, int index)
    {
        RefSpec[] required = [.. entity.AllRefs.Where(reference => reference.IsRequired && reference != entity.Way)];
        var targets = required.ToDictionary(reference => reference, reference => Pick(reference));
        if (targets.Values.Any(target => target is null))
            return;
        var row = new CanaryRow(entity, Activator.CreateInstance(Type(entity.Name))!);
        if (parent is not null)
            row.Refs[entity.Way!] = parent;
        foreach ((RefSpec reference, CanaryRow? target) in targets)
            row.Refs[reference] = target!;
        SetKey(row);
        foreach ((RefSpec reference, CanaryRow target) in row.Refs)
            Refer(row, reference, target);
        foreach (MemberSpec member in entity.AllMembers)
            Mark(row, row.Instance, member, null);
        foreach (ComponentSpec component in entity.AllComponents)
            AddComponent(row, component);
        if (entity.IsHoldable && entity.Way is not null ? Next(4) == 0 : entity.IsHoldable && index == 2)
            Set(row.Instance, "OnHold", row.IsHeld = true);
        if (entity.IsClocked)
            Set(row.Instance, "ClosedAt", row.ClosedAt = entity == Model.Subject ? Closed[index] : Closed[Next(Closed.Length)]);
        if (entity.AnyFilter is FilterKind.SoftDelete or FilterKind.NamedSoftDelete && Next(3) == 0)
            Set(row.Instance, "IsDeleted", true);
        if (entity.AnyFilter == FilterKind.NamedTenant)
            Set(row.Instance, "Tenant", 1);
        if (entity.Chain.Any(type => type.HasTopics))
        {
            foreach (CanaryRow topic in Rows.Where(other => other.Entity.Name == "Topic" && Next(2) == 0))
            {
                ((IList)Get(row.Instance, "Topics")!).Add(topic.Instance);
                row.Topics.Add(topic);
            }
        }

        Rows.Add(row);
    }

    /// <summary>Optional references beside the tree, some of them to rows of other people, once all rows are there.</summary>
    private void AddOptional()
    {
        foreach (CanaryRow row in Rows)
        {
            foreach (RefSpec reference in row.Entity.AllRefs.Where(reference => !reference.IsRequired && reference != row.Entity.Way))
            {
                if (Next(3) > 0 && Pick(reference) is { } target && target != row)
                {
                    row.Refs[reference] = target;
                    Refer(row, reference, target);
                }
            }
        }
    }

    private CanaryRow? Pick(RefSpec reference)
    {
        CanaryRow[] all = [.. Rows.Where(row => row.Entity.Chain.Contains(reference.Principal))];
        return all.Length == 0 ? null : all[Next(all.Length)];
    }

    private void Refer(CanaryRow row, RefSpec reference, CanaryRow target)
    {
        if (!reference.HasForeignKey)
        {
            Set(row.Instance, reference.Name, target.Instance);
            return;
        }

        for (int i = 0; i < reference.ForeignKey.Count; i++)
            Set(row.Instance, reference.ForeignKey[i], target.Key[i]);
    }

    private void SetKey(CanaryRow row)
    {
        EntitySpec entity = row.Entity;
        RefSpec? shared = entity.AllRefs.FirstOrDefault(reference => reference.IsKey && reference.Shape == RefShape.OneToOne);
        row.Key = shared is not null
            ? row.Refs[shared].Key
            : entity.Key == KeyKind.Pair
                ? entity.Root.Parent is { } way ? [row.Refs[way].Key[0], ++_number] : [1 + Next(2), (long)++_number]
                : [KeyValue(entity.KeyTypes[0])];
        for (int i = 0; i < row.Key.Count; i++)
            Set(row.Instance, entity.KeyNames[i], row.Key[i]);
        row.RequestKey = entity == Model.Subject && row.Key.Count == 2 ? ((int)row.Key[0], (long)row.Key[1]) : row.Key[0];
        if (entity.HasSubjectKey)
            Set(row.Instance, "Handle", row.RequestKey = "handle" + row.Key[0]);
    }

    private object KeyValue(string type) => type switch
    {
        "int" => ++_number,
        "long" => (long)++_number,
        "Guid" => Guid.ParseExact((++_number).ToString("x8", CultureInfo.InvariantCulture) + "00004000800000000000feed", "N"),
        _ => "k" + (++_number).ToString(CultureInfo.InvariantCulture),
    };

    private void AddComponent(CanaryRow row, ComponentSpec component)
    {
        if (!component.IsMany)
        {
            if (component.IsNullable && Next(3) == 0)
                return;
            object part = Activator.CreateInstance(Type(component.TypeName))!;
            Set(row.Instance, component.Name, part);
            foreach (MemberSpec member in component.Members)
                Mark(row, part, member, component);
            return;
        }

        var items = (IList)Get(row.Instance, component.Name)!;
        int count = Next(3);
        for (int i = 0; i < count; i++)
        {
            object part = Activator.CreateInstance(Type(component.TypeName))!;
            foreach (MemberSpec member in component.Members)
                Mark(row, part, member, component);
            items.Add(part);
        }
    }

    private void Mark(CanaryRow row, object target, MemberSpec member, ComponentSpec? component)
    {
        if (member.IsNullable && Next(5) == 0)
            return;
        int n = ++_number;
        string text = string.Create(CultureInfo.InvariantCulture, $"mk{n:D6}t");
        (object value, string[] forms, string json) = member.Kind switch
        {
            MemberKind.Text => (text, [text], text),
            MemberKind.Int => Number(700_000_000 + n),
            MemberKind.Long => Number(8_000_000_000_000_000L + n),
            MemberKind.Guid => Plain(Guid.ParseExact(n.ToString("x8", CultureInfo.InvariantCulture) + "aaaa4bbb8cccdddddddddddd", "N")),
            MemberKind.DateTime => Moment(new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(n)),
            MemberKind.DateOnly => Day(new DateOnly(1000, 1, 1).AddDays(n)),
            MemberKind.Decimal => Plain(9_000_000.25m + n),
            MemberKind.Bytes => Bytes(Encoding.UTF8.GetBytes(text)),
            _ => ((object)new List<string> { text }, new[] { text }, text),
        };
        Set(target, member.Name.TrimStart('@'), value);
        row.Markers.Add(new Marker(row, member, component, value, forms, json, member.Category is null ? null : member.OwnRule ?? row.Entity.Rule));
    }

    private static (object Value, string[] Forms, string Json) Number(IFormattable value) => Plain(value);

    private static (object Value, string[] Forms, string Json) Plain(IFormattable value)
    {
        string text = value.ToString(null, CultureInfo.InvariantCulture);
        return (value, [text], text);
    }

    private static (object Value, string[] Forms, string Json) Moment(DateTime value)
    {
        string json = value.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        return (value, [json.Replace('T', ' '), json], json);
    }

    private static (object Value, string[] Forms, string Json) Day(DateOnly value)
    {
        string text = value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (value, [text], text);
    }

    private static (object Value, string[] Forms, string Json) Bytes(byte[] value) => (value, [Convert.ToHexString(value), Convert.ToBase64String(value)], Convert.ToBase64String(value));

    private Type Type(string name) => _assembly.GetType($"{_space}.{name}", throwOnError: true)!;

    private static void Set(object target, string name, object? value) => target.GetType().GetProperty(name)!.SetValue(target, value);

    private static object? Get(object target, string name) => target.GetType().GetProperty(name)!.GetValue(target);

    private int Next(int below) => (int)_pcg.Next((uint)below);
}

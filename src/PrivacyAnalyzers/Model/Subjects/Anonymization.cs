using System.Globalization;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// Personal data that has to be replaced and cannot be. PRIV3004 reports what this finds, and generated code refuses to touch a row, or has
/// no <c>Anonymize</c>, for just that: the two never disagree.
/// </summary>
internal static class Anonymization
{
    /// <summary>What stops anonymising rows of an entity, where they may have to stay.</summary>
    public static IEnumerable<AnonymizationFault> Of(ContextModel context, EntityModel entity)
    {
        if (!RowSurvival.MayStay(context, entity))
            yield break;
        foreach (StoredValue value in StoredValue.Of(entity))
        {
            if (value.IsClearable && !value.Member.IsKeptByLaw && Fault(value, entity) is { } reason)
                yield return AnonymizationFault.Of(value, reason);
            else if (IsTellingKey(value.Member))
                yield return AnonymizationFault.Of(value, InKey) with { Remedy = AnonymizationRemedy.Other };
        }

        foreach (AnonymizationFault fault in StoredCollection.Of(entity).SelectMany(OfCollection))
            yield return fault;
    }

    /// <summary>
    /// A key that says something of the person by itself, as a mail address does. Other rows refer to it, so it stays. A number or a GUID made for the
    /// row leads to nobody once the rest is gone.
    /// </summary>
    private static bool IsTellingKey(MemberModel member) =>
        member is { Category: not null, IsKey: true, IsForeignKey: false, IsMapped: true, IsMadeKey: false, IsKeptByLaw: false };

    /// <summary>A collection goes as a whole where all of it may; else value by value, as far as its items are rows.</summary>
    private static IEnumerable<AnonymizationFault> OfCollection(StoredCollection collection)
    {
        string? whole = collection.IsKeptByLaw ? null : Fault(collection);
        if (whole is null && collection.IsKeptInPart && collection.Storage != CollectionStorage.Rows)
            whole = collection.Storage == CollectionStorage.OwnedJson ? InOwnedJson : "is a collection of which a law keeps a part, and EF Core cannot change its items in place; map it to a table";
        if (whole is not null)
        {
            MemberModel first = StoredCollection.Classified(collection.Component).First(member => !member.IsKeptByLaw);
            yield return new AnonymizationFault(collection.Name, first.Category!, collection.Rules.Where(rule => !rule.IsByLaw).ToArray(), whole);
        }

        if (!collection.EndsInParts || collection.Storage != CollectionStorage.Rows)
            yield break;
        foreach (StoredValue value in StoredItems.Of(collection).SelectMany(items => items.Values))
        {
            if (value.IsClearable && !value.Member.IsKeptByLaw && FaultOfItem(value) is { } reason)
                yield return AnonymizationFault.Of(value, reason) with { IsOfParts = !collection.IsKeptInPart, Remedy = value.Table.Length > 0 ? AnonymizationRemedy.Other : AnonymizationFault.RemedyOf(value) };
        }

        foreach (StoredCollection inner in Inner(collection).Where(inner => inner.Storage != CollectionStorage.Rows))
        {
            foreach (MemberModel member in StoredCollection.Classified(inner.Component).Where(member => !member.IsKeptByLaw).Take(1))
                yield return new AnonymizationFault(inner.Name, member.Category!, inner.Rules.Where(rule => !rule.IsByLaw).ToArray(), "is a collection stored inside an item; map it to a table") { IsOfParts = !collection.IsKeptInPart };
        }
    }

    private static IEnumerable<StoredCollection> Inner(StoredCollection collection) =>
        StoredCollection.Inside(collection).SelectMany(inner => inner.Storage == CollectionStorage.Rows ? new[] { inner }.Concat(Inner(inner)) : new[] { inner });

    /// <summary>Why a value of an item cannot be replaced where the item stays.</summary>
    public static string? FaultOfItem(StoredValue value)
    {
        if (value.IsOwnedJson)
            return InOwnedJson;
        if (value.Table.Length > 0)
            return "is stored in a table of its own beside its item's; map it to that";
        bool isGiven = value.Member.AnonymizeWith is not (null or "null");
        if (value.Member.IsUnique && (isGiven || !value.Member.IsNullable))
            return "is unique in a collection, and nothing is known that could make a replacement so; make it nullable";
        return WithoutReplacement(value.Member, isGiven);
    }

    /// <summary>What stops replacing the data of an object that no database is known for.</summary>
    public static IEnumerable<AnonymizationFault> Of(PlainSubjectModel subject) => OfObject("", subject.Members, subject.Components, member => member.Category is not null);

    /// <summary>What stops replacing, in an object, the data of a row that no context stores.</summary>
    public static IEnumerable<AnonymizationFault> OfRow(EntityModel entity) => OfObject("", entity.Members, entity.Components, IsClearedInRow)
        .Concat(entity.Members.Where(IsTellingKey).Select(member => new AnonymizationFault(member.Name, member.Category!, AnonymizationFault.RulesOf(member), InKey)));

    /// <summary>Whether a row that stays is rid of it: of what is personal, but keys, what later decisions need, and what a law keeps.</summary>
    public static bool IsClearedInRow(MemberModel member) =>
        member is { Category: not null, IsKey: false, IsForeignKey: false, IsLegalHold: false, Clock: null, IsKeptByLaw: false };

    /// <summary>What takes a value's place in an object; <see langword="null"/> where nothing is given and nothing will do.</summary>
    public static string? Replacement(MemberModel member) =>
        member.AnonymizeWith ?? (member.IsNullable ? "null" : member.IsValueType ? EmptyValues.OfValue(member) : EmptyValues.OfReference(member));

    /// <summary>Whether an object can let go of a component as a whole.</summary>
    public static bool CanDrop(ComponentModel component, Func<MemberModel, bool> isCleared) =>
        StoredCollection.Classified(component).All(isCleared) && component.Setter == SetterKind.Settable && (component.IsNullable || (component.IsValueType && !component.IsCollection));

    /// <summary>Why a value that is stored with its row cannot be replaced; <see langword="null"/> where it can.</summary>
    public static string? Fault(StoredValue value, EntityModel entity)
    {
        if (value.IsOwnedJson)
            return InOwnedJson;
        MemberModel member = value.Member;
        bool isGiven = member.AnonymizeWith is not (null or "null");
        bool isText = member.Shape is { Kind: ValueKind.Text, IsSequence: false };
        if (member.IsUnique && (isGiven || !member.IsNullable))
        {
            if (isText)
                return UniqueTextFault(member, entity, isGiven);
            bool isKeyCopied = !isGiven && entity.Key.Count == 1 && entity.FindMember(entity.Key[0]) is { } key && key.Type == member.Type;
            return isKeyCopied ? null : "is unique, and no value can stand in every row; make it nullable";
        }

        return WithoutReplacement(member, isGiven);
    }

    private static string? WithoutReplacement(MemberModel member, bool isGiven) => member switch
    {
        { WrongReplacement: { } wrong } => wrong,
        { IsNullable: true } => null,
        _ when isGiven => null,
        { IsValueType: true } => member.WrongDefault,
        _ => EmptyValues.OfReference(member) is null ? NoEmptyValue : null,
    };

    public static string? Fault(StoredCollection collection) => collection.Storage switch
    {
        CollectionStorage.OwnedJson => InOwnedJson,
        CollectionStorage.Complex when collection.IsOptional => "is a collection inside an optional component, which EF Core cannot empty; make the component required",
        CollectionStorage.Complex when collection.Empty is null => "is a collection of a type that generated code cannot make; declare it as a List<T>",
        _ => null,
    };

    private const string NoEmptyValue = "may not be null and its type has no empty value; make it nullable or give [Anonymize(With = …)]";

    private const string InKey = "is part of a key, which other rows refer to; give the rows a key that says nothing of anybody, or say why it does not with [NotPersonal(\"…\")]";

    private const string InOwnedJson = "is stored in the JSON of an owned type, which EF Core cannot update in place; map it as a complex type or to a table";

    private static string? UniqueTextFault(MemberModel member, EntityModel entity, bool isGiven)
    {
        if (entity.Key.Count == 0)
            return "is unique, and its row has no key that could make a replacement so; make it nullable";
        if (entity.Key.Select(entity.FindMember).Any(key => key is not null && !IsWrittenByQueries(key)))
            return "is unique, and its row's key is of a type that no query writes as text; make it nullable";
        int length = isGiven ? member.AnonymizeWith!.Length - 1 : "erased-".Length;
        foreach (string name in entity.Key)
        {
            if (entity.FindMember(name) is not { } key || LengthOf(key) is not { } characters)
                return null;
            length += characters + (name == entity.Key[0] ? 0 : 1);
        }

        return member.MaxLength < length
            ? string.Format(CultureInfo.InvariantCulture, "is unique and has room for {0} characters, and a replacement with the row's key needs {1}; make it longer or nullable", member.MaxLength, length)
            : null;
    }

    /// <summary>EF Core translates <c>ToString</c> of its own list of types.</summary>
    private static bool IsWrittenByQueries(MemberModel key) => !key.Shape.IsSequence &&
        (key.Shape.Kind is not (ValueKind.TextOf or ValueKind.Formattable or ValueKind.Opaque or ValueKind.Bytes) || key.Type is "char" or "global::System.TimeSpan");

    private static int? LengthOf(MemberModel key) => key.Shape.Kind switch
    {
        ValueKind.Guid => 36,
        ValueKind.Number when key.Type is "int" or "uint" => 11,
        ValueKind.Number when key.Type is "long" or "ulong" => 20,
        ValueKind.Number when key.Type is "short" or "ushort" or "byte" or "sbyte" => 6,
        ValueKind.Text => key.MaxLength,
        _ => null,
    };

    private static IEnumerable<AnonymizationFault> OfObject(string path, EquatableArray<MemberModel> members, EquatableArray<ComponentModel> components, Func<MemberModel, bool> isCleared)
    {
        foreach (MemberModel member in members.Where(isCleared))
        {
            string? reason = member.Setter != SetterKind.Settable ? "cannot be set; give it a setter that code of this project reaches" : member.WrongReplacement ?? (Replacement(member) is null ? NoEmptyValue : null);
            if (reason is not null)
            {
                yield return new AnonymizationFault(path + member.Name, member.Category!, AnonymizationFault.RulesOf(member), reason)
                {
                    Remedy = member.Setter != SetterKind.Settable ? AnonymizationRemedy.Setter : member.WrongReplacement is null ? AnonymizationRemedy.Nullable : AnonymizationRemedy.Other,
                };
            }
        }

        foreach (ComponentModel component in components)
        {
            if (StoredCollection.Classified(component).FirstOrDefault(isCleared) is not { } first || CanDrop(component, isCleared))
                continue;
            if (component.IsValueType)
                yield return new AnonymizationFault(path + component.Name, first.Category!, AnonymizationFault.RulesOf(first), "is a value that cannot be replaced in its place; make it settable");
            foreach (AnonymizationFault inner in component.IsValueType ? Enumerable.Empty<AnonymizationFault>() : OfObject(path + component.Name + ".", component.Members, component.Components, isCleared))
                yield return inner;
        }
    }
}

/// <param name="Member">The member, by its path within the row: <c>Email</c>, <c>Address.Street</c>.</param>
/// <param name="Rules">The rules that it follows, but those of a law.</param>
/// <param name="Reason">Why it cannot be replaced, and what to do, after the member's name.</param>
internal sealed record AnonymizationFault(string Member, string Category, IReadOnlyList<RetentionRule> Rules, string Reason)
{
    /// <summary>It stops a sweep that clears a part of a collection, and not an erasure, which takes that as a whole.</summary>
    public bool IsOfParts { get; init; }

    /// <summary>What change of the member's declaration is enough.</summary>
    public AnonymizationRemedy Remedy { get; init; }

    public static AnonymizationFault Of(StoredValue value, string reason) => new(value.Name, value.Member.Category!, RulesOf(value.Member), reason) { Remedy = RemedyOf(value) };

    /// <summary>A value that may be null needs none of its own, but where owned JSON keeps it.</summary>
    public static AnonymizationRemedy RemedyOf(StoredValue value) =>
        value.IsOwnedJson || value.Member.IsNullable || value.Member.WrongReplacement is not null || value.Member.AnonymizeWith is not (null or "null") ? AnonymizationRemedy.Other : AnonymizationRemedy.Nullable;

    public static IReadOnlyList<RetentionRule> RulesOf(MemberModel member) => member.Retention is { } rule ? new[] { rule } : Array.Empty<RetentionRule>();
}

/// <summary>A change of a member's declaration after which it can be anonymised.</summary>
internal enum AnonymizationRemedy
{
    /// <summary>None that the member alone could have.</summary>
    Other,

    /// <summary>It may be null.</summary>
    Nullable,

    /// <summary>Generated code can set it.</summary>
    Setter,
}

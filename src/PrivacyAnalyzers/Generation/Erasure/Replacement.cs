using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>What takes a value's place when its row is anonymised, and how a query tells that it has not been replaced yet.</summary>
internal sealed class Replacement
{
    private readonly StoredValue _value;
    private readonly EntityModel _entity;

    private readonly string _row;

    /// <param name="row">The name of the row, or of the item, in <see cref="IsLeft"/>.</param>
    public Replacement(StoredValue value, EntityModel entity, string row = "row")
    {
        _value = value;
        _entity = entity;
        _row = row;
    }

    private MemberModel Member => _value.Member;

    private string Access => $"{_row}.{_value.Access}";

    /// <summary>The value that takes its place is made of the row's key.</summary>
    public bool IsByRow => IsUniqueText || IsUniqueKey;

    /// <summary>Nothing takes its place.</summary>
    public bool IsNull => Member.IsNullable && !IsGiven;

    /// <summary>A query looks into it to tell whether it is empty.</summary>
    public bool IsEmptied => Member.Shape.IsSequence && !Member.IsNullable && !IsGiven;

    /// <summary>The call on the setters: <c>.SetProperty(row => row.Email, (string?)null)</c>.</summary>
    public string Setter => IsTypedNull
        ? $".SetProperty(row => {Access}, row => never ? {Access} : ({NullableType})null)"
        : IsByRow
            ? $".SetProperty(row => {Access}, row => {Value})"
            : $".SetProperty(row => {Access}, {Value})";

    /// <summary>A condition on <c>row</c>: something is left to clear. It makes a second run find nothing.</summary>
    public string IsLeft => _value.Owner is { } owner ? $"({_row}.{owner} != null && {Differs})" : Differs;

    private bool IsGiven => Member.AnonymizeWith is not (null or "null");

    private bool IsText => Member.Shape is { Kind: ValueKind.Text, IsSequence: false };

    private bool IsUniqueText => Member.IsUnique && IsText && (IsGiven || !Member.IsNullable);

    private bool IsUniqueKey => Member is { IsUnique: true, IsNullable: false } && !IsGiven && !IsText && KeyOfSameType is not null;

    /// <summary>In JSON a bare null has no type, and PostgreSQL asks for one: the member's own value, never taken, gives it.</summary>
    private bool IsTypedNull => _value.IsComplex && Member.IsNullable && !IsGiven;

    private bool IsMoment => Member.Type.TrimEnd('?') == "global::System.DateTime";

    private string? KeyOfSameType =>
        _entity.Key.Count == 1 && _entity.FindMember(_entity.Key[0]) is { } key && key.Type == Member.Type ? key.Identifier : null;

    private string Value
    {
        get
        {
            if (IsUniqueText)
                return $"{(IsGiven ? Member.AnonymizeWith + " + \"-\"" : "\"erased-\"")} + {KeyText}";
            if (IsUniqueKey)
                return $"{_row}.{KeyOfSameType}";
            if (IsGiven)
                return $"({Member.Type})({(IsMoment ? Moment.Of(_entity, _value, Member.AnonymizeWith!) : Member.AnonymizeWith)})";
            if (Member.IsNullable)
                return $"({NullableType})null";
            if (IsMoment)
                return Moment.Of(_entity, _value, "default");
            return Member.IsValueType ? EmptyValues.OfValue(Member) : EmptyValues.OfReference(Member)!;
        }
    }

    private string Differs
    {
        get
        {
            if (Member.IsNullable && !IsGiven)
                return $"{Access} != null";
            if (Member.Shape.IsSequence && !IsGiven)
                return $"{Access}.Any()";
            return HasOperator ? $"{Access} != {Value}" : $"!object.Equals({Access}, {Value})";
        }
    }

    /// <summary>Structs of the user's own need not have <c>!=</c>.</summary>
    private bool HasOperator => Member.HasOperator && (!Member.IsValueType || Member.Shape.Kind is not (ValueKind.TextOf or ValueKind.Opaque));

    private string NullableType => Member.Type.EndsWith("?", StringComparison.Ordinal) ? Member.Type : Member.Type + "?";

    private string KeyText => string.Join(" + \"-\" + ", _entity.Key.Select(name => _entity.FindMember(name) is { Shape.Kind: ValueKind.Text } text
        ? $"{_row}.{text.Identifier}"
        : $"{_row}.{TypeNames.Escape(name)}.ToString()"));
}

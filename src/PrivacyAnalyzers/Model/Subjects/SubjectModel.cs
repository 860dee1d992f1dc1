namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>A data subject of a context, and the way to every row that is about it.</summary>
/// <param name="Type">The subject's type; its entity has the same name.</param>
/// <param name="UniqueName">What generated names are made of: <c>Customer</c> gives <c>ExportCustomerAsync</c>.</param>
/// <param name="Key">The members that a request names it by: <c>[SubjectKey]</c>, or the primary key.</param>
/// <param name="KeyType">The type of the request's key: the member's, or a tuple's for a key of several members.</param>
/// <param name="Paths">One for each entity that reaches the subject: children before principals, so the subject's own comes last.</param>
/// <param name="RowKey">The row's own key, where a request names the subject by something else; else empty.</param>
/// <param name="RowPaths">The same paths by that key, as <c>id</c>: it stays what it is while the row is cleared.</param>
internal sealed record SubjectModel(
    TypeName Type,
    string UniqueName,
    EquatableArray<KeyPart> Key,
    string KeyType,
    EquatableArray<SubjectPath> Paths,
    EquatableArray<KeyPart> RowKey,
    EquatableArray<SubjectPath> RowPaths);

/// <param name="Type">The member's C# type, never nullable.</param>
internal sealed record KeyPart(string Name, string Identifier, string Type)
{
    /// <summary>The one member's type, or a tuple's.</summary>
    public static string TypeOf(EquatableArray<KeyPart> key) => key.Count == 1 ? key[0].Type : $"({string.Join(", ", key.Select(part => part.Type))})";
}

/// <summary>How an entity's rows lead to the subject.</summary>
/// <param name="Entity">The entity's global name.</param>
/// <param name="Steps">From the entity to the subject; empty for the subject itself and for what derives from it.</param>
/// <param name="Predicate">A C# condition on <c>row</c> that uses <c>key</c> (of the subject's <c>KeyType</c>) and, where no navigation leads on, <c>db</c>.</param>
/// <param name="Filters">What the query must call, after the set, to see past query filters; empty text for nothing.</param>
/// <param name="Choices">The members that lead to the subject, where several do so equally well: the first is the one taken. Empty for a path that stands alone.</param>
internal sealed record SubjectPath(
    string Entity,
    EquatableArray<RelationModel> Steps,
    string Predicate,
    string Filters,
    EquatableArray<string> Choices)
{
    /// <summary>Other paths of the same length lead to the subject too.</summary>
    public bool IsAmbiguous => Choices.Count > 1;

    /// <summary>The rows are the subject itself.</summary>
    public bool IsSelf => Steps.Count == 0;
}

/// <summary>A foreign key, seen from the entity that has it.</summary>
/// <param name="Dependent">The global name of the entity with the foreign key.</param>
/// <param name="Principal">The global name of the entity that it refers to.</param>
/// <param name="Navigation">The dependent's reference to the principal.</param>
/// <param name="Inverse">The principal's reference or collection of dependents.</param>
/// <param name="ForeignKey">The members of the foreign key; empty for shadow properties.</param>
/// <param name="PrincipalKey">The principal's members that it refers to; empty for the primary key.</param>
/// <param name="IsRequired">A dependent cannot exist without its principal.</param>
/// <param name="IsUnique">At most one dependent for each principal.</param>
/// <param name="SubjectLink">The global name of the subject that <c>[SubjectLink]</c> says it leads to.</param>
internal sealed record RelationModel(
    string Dependent,
    string Principal,
    string? Navigation,
    string? Inverse,
    EquatableArray<string> ForeignKey,
    EquatableArray<string> PrincipalKey,
    bool IsRequired,
    bool IsUnique,
    string? SubjectLink)
{
    /// <summary>The member that <c>[SubjectLink]</c> would stand on.</summary>
    public string Name => ForeignKey.Count == 1 ? ForeignKey[0] : Navigation ?? (ForeignKey.Count > 0 ? string.Join(", ", ForeignKey) : Inverse ?? "");
}

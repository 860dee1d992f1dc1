namespace PrivacyAnalyzers;

/// <summary>Says that the target is not personal data, although its name, its type or what it overrides suggests so.</summary>
/// <param name="reason">Why it identifies nobody. Shown in reviews; without one, as in <c>[NotPersonal("")]</c>, the attribute says nothing.</param>
/// <remarks>Clause S20: data that can identify nobody is free.</remarks>
[AttributeUsage(CategoryTargets.All)]
public sealed class NotPersonalAttribute(string reason) : Attribute
{
    /// <summary>Why the target identifies nobody.</summary>
    public string Reason { get; } = reason;
}

/// <summary>A row of this type is one person, or one person's account: the root of export and erasure.</summary>
/// <remarks>Clause S21: access, copy, correction, deletion and restriction start here. GDPR Art. 15–21; CCPA 1798.100–.106.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DataSubjectAttribute : Attribute;

/// <summary>The data subject's key, where it is neither <c>Id</c> nor the key that EF Core finds.</summary>
/// <remarks>Clause S22: a verified request names exactly one subject, by this key.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class SubjectKeyAttribute : Attribute;

/// <summary>This foreign key leads to the data subject, where no navigation says so or several do.</summary>
/// <param name="subject">The data subject's type.</param>
/// <remarks>Clause S21: whatever a person can be reached from can be exported and erased.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class SubjectLinkAttribute(Type subject) : Attribute
{
    /// <summary>The data subject's type.</summary>
    public Type Subject { get; } = subject;
}

/// <summary>The statement's data class that the target belongs to.</summary>
/// <param name="name">A key of <c>dataClasses</c> in the statement.</param>
/// <remarks>Clauses S01 and S02: account data, usage data and content differ in role and in rules.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class DataClassAttribute(string name) : Attribute
{
    /// <summary>A key of <c>dataClasses</c> in the statement.</summary>
    public string Name { get; } = name;
}

/// <summary>The statement's retention rule for the target. A member's beats its type's.</summary>
/// <param name="rule">A key of <c>retention</c> in the statement.</param>
/// <remarks>Clauses S13 to S17: how long each kind of data is kept, and what happens then.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class RetentionAttribute(string rule) : Attribute
{
    /// <summary>A key of <c>retention</c> in the statement.</summary>
    public string Rule { get; } = rule;
}

/// <summary>The member says when an event happened that a retention rule counts from.</summary>
/// <param name="clock">The <c>after</c> of a retention rule in the statement, such as <c>account-closed</c>.</param>
/// <remarks>Clauses S13 to S16. Stands on a <see cref="DateTime"/>, <see cref="DateTimeOffset"/> or <c>DateOnly</c> member, nullable or not.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class RetentionClockAttribute(string clock) : Attribute
{
    /// <summary>The event's name in the statement.</summary>
    public string Clock { get; } = clock;
}

/// <summary>Objects of this type are never stored: a request, a response, a message in flight. They need no retention, no data class and no path to a subject.</summary>
/// <remarks>Clause S13 and its neighbours speak of what is kept; this says that nothing is.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class TransientAttribute : Attribute;

/// <summary>While this member is <see langword="true"/> its row may not be deleted or changed by an erasure or a sweep.</summary>
/// <remarks>Clause S19: litigation, law enforcement or an investigation suspends deletion; afterwards the data is deleted.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class LegalHoldAttribute : Attribute;

/// <summary>The person's recorded consent: a flag, or the date when it was given.</summary>
/// <param name="name">The <c>consent</c> that a category or purpose names in the statement.</param>
/// <remarks>Clause S06: protected characteristics are collected with opt-in consent only. GDPR Art. 7.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class ConsentAttribute(string name) : Attribute
{
    /// <summary>The consent's name in the statement.</summary>
    public string Name { get; } = name;
}

/// <summary>The person's recorded objection: a flag, or the date when it was made.</summary>
/// <param name="purpose">A purpose of the statement that has an <c>optOut</c>.</param>
/// <remarks>Clause S18: an opt-out from marketing takes effect within days; service mail goes on. GDPR Art. 21.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class OptOutAttribute(string purpose) : Attribute
{
    /// <summary>The purpose that the person opted out of.</summary>
    public string Purpose { get; } = purpose;
}

/// <summary>The person's recorded restriction: a flag, or the date from which on. While it is set, the person's data is kept and not used.</summary>
/// <remarks>Clause S21: the right to restriction. GDPR Art. 18; CCPA 1798.121.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class RestrictionAttribute : Attribute;

/// <summary>The value that replaces the member's when its row is anonymised and <see langword="null"/> or <see langword="default"/> will not do.</summary>
/// <remarks>Clause S20: anonymising clears every classified member of a row.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class AnonymizeAttribute : Attribute
{
    /// <summary>The replacement: a constant that the member's type accepts.</summary>
    public object? With { get; set; }
}

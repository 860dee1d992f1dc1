namespace PrivacyAnalyzers;

/// <summary>Where a value passed to a sink ends up.</summary>
public enum SinkKind
{
    /// <summary>A log.</summary>
    Log,

    /// <summary>A span, its tags, events or baggage.</summary>
    Trace,

    /// <summary>A metric's name, value or dimension.</summary>
    Metric,

    /// <summary>A telemetry event.</summary>
    Telemetry,

    /// <summary>An exception's message or data.</summary>
    Exception,

    /// <summary>The console or the debugger's output.</summary>
    Console,

    /// <summary>A URL's path or query.</summary>
    Url,

    /// <summary>A file, a response header or a cookie.</summary>
    File,
}

/// <summary>What is passed here ends in a sink. On a method: what is passed to any of its parameters.</summary>
/// <param name="kind">The sink.</param>
/// <remarks>Clause S24: personal data stays out of logs and telemetry, also behind a helper in another assembly.</remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Method | AttributeTargets.Constructor)]
public sealed class SinkAttribute(SinkKind kind) : Attribute
{
    /// <summary>The sink.</summary>
    public SinkKind Kind { get; } = kind;
}

/// <summary>This logger is a log that the statement declares; it may take the categories listed there.</summary>
/// <param name="name">A key of <c>logs</c> in the statement.</param>
/// <remarks>Clause S12: IP addresses of sign-ins and API calls are kept to detect, prevent and investigate abuse; in that log and no other.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ApprovedLogAttribute(string name) : Attribute
{
    /// <summary>A key of <c>logs</c> in the statement.</summary>
    public string Name { get; } = name;
}

/// <summary>The method's result no longer identifies anyone, whatever went in.</summary>
/// <remarks>Clause S20. A hash or a token is a pseudonym and still personal data (GDPR Art. 4(5)): mark only what truly anonymises.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.ReturnValue | AttributeTargets.Constructor)]
public sealed class SanitizerAttribute : Attribute;

/// <summary>What is passed here is disclosed to that recipient.</summary>
/// <param name="name">A key of <c>recipients</c> in the statement.</param>
/// <remarks>Clauses S25 to S28: who receives what, and in which region. GDPR Art. 13(1)(e).</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Parameter)]
public sealed class RecipientAttribute(string name) : Attribute
{
    /// <summary>A key of <c>recipients</c> in the statement.</summary>
    public string Name { get; } = name;
}

/// <summary>Data read here is used for that purpose.</summary>
/// <param name="name">A key of <c>purposes</c> in the statement.</param>
/// <remarks>Clause S03: data is used for the purposes that the statement lists. GDPR Art. 5(1)(b).</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, AllowMultiple = true)]
public sealed class PurposeAttribute(string name) : Attribute
{
    /// <summary>A key of <c>purposes</c> in the statement.</summary>
    public string Name { get; } = name;
}

/// <summary>The product of the statement that this code belongs to.</summary>
/// <param name="name">A product that the statement names.</param>
/// <remarks>Clause S28: the e-mail product has transfer mechanisms of its own.</remarks>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class ProductAttribute(string name) : Attribute
{
    /// <summary>A product that the statement names.</summary>
    public string Name { get; } = name;
}

/// <summary>The method opens an account.</summary>
/// <remarks>Clause S31: children may not sign up.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SignUpAttribute : Attribute;

/// <summary>The method checks the minimum age that the statement names for the person's region.</summary>
/// <remarks>Clause S31: under 13 in the US and under 16 in the EEA may not sign up. COPPA; GDPR Art. 8.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AgeGateAttribute : Attribute;

/// <summary>The method takes an automated decision about a person.</summary>
/// <param name="name">A key of <c>automatedDecisions</c> in the statement.</param>
/// <remarks>Clause S30. GDPR Art. 22.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AutomatedDecisionAttribute(string name) : Attribute
{
    /// <summary>A key of <c>automatedDecisions</c> in the statement.</summary>
    public string Name { get; } = name;
}

/// <summary>The method notifies the person of an automated decision. The decision must call it, directly or through calls.</summary>
/// <param name="decision">A key of <c>automatedDecisions</c> in the statement.</param>
/// <remarks>Clause S30: the holder of a suspended account is notified.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class SubjectNoticeAttribute(string decision) : Attribute
{
    /// <summary>A key of <c>automatedDecisions</c> in the statement.</summary>
    public string Decision { get; } = decision;
}

/// <summary>The method lets a person review an automated decision.</summary>
/// <param name="decision">A key of <c>automatedDecisions</c> in the statement.</param>
/// <remarks>Clause S30: the holder of a suspended account can ask for human review. GDPR Art. 22(3).</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class HumanReviewAttribute(string decision) : Attribute
{
    /// <summary>A key of <c>automatedDecisions</c> in the statement.</summary>
    public string Decision { get; } = decision;
}

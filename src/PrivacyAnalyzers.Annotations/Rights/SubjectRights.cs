namespace PrivacyAnalyzers;

/// <summary>The rights a person may exercise; a request is verified for one, several or all of them.</summary>
/// <remarks>Clause S21. GDPR Art. 7(3) and 15–21; CCPA 1798.100–.125.</remarks>
[Flags]
public enum SubjectRights
{
    /// <summary>None: such a request allows nothing.</summary>
    None = 0,

    /// <summary>To see the data, and to take a copy along. GDPR Art. 15 and 20; CCPA 1798.110.</summary>
    Access = 1,

    /// <summary>To have the data erased. GDPR Art. 17; CCPA 1798.105.</summary>
    Erasure = 2,

    /// <summary>To have wrong data put right. GDPR Art. 16; CCPA 1798.106.</summary>
    Correction = 4,

    /// <summary>To have its use restricted. GDPR Art. 18; CCPA 1798.121.</summary>
    Restriction = 8,

    /// <summary>To withdraw a consent, and to opt out of a use. GDPR Art. 7(3) and 21; CCPA 1798.120.</summary>
    Withdrawal = 16,

    /// <summary>Every right.</summary>
    All = Access | Erasure | Correction | Restriction | Withdrawal,
}

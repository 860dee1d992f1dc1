using System.Text.Json.Serialization;

namespace PrivacyAnalyzers;

/// <summary>Why a person's data is erased.</summary>
/// <remarks>Clause S21. GDPR Art. 17(1); CCPA 1798.105(a).</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ErasureGround>))]
public enum ErasureGround
{
    /// <summary>The person asked for it. CCPA 1798.105(a), and under the GDPR whichever letter of Art. 17(1) applies.</summary>
    Request,

    /// <summary>The data is no longer needed for what it was collected for. GDPR Art. 17(1)(a).</summary>
    NoLongerNecessary,

    /// <summary>The person withdrew the consent that the use rests on. GDPR Art. 17(1)(b).</summary>
    ConsentWithdrawn,

    /// <summary>The person objected to the use. GDPR Art. 17(1)(c) and 21.</summary>
    Objection,

    /// <summary>The data was processed unlawfully. GDPR Art. 17(1)(d).</summary>
    UnlawfulProcessing,

    /// <summary>A law requires the erasure. GDPR Art. 17(1)(e).</summary>
    LegalObligation,

    /// <summary>The person turned out to be below the statement's minimum age. Clause S31; GDPR Art. 8 and 17(1)(f); COPPA 16 CFR 312.</summary>
    Underage,
}

/// <summary>Why a row, or some of its data, outlives an erasure.</summary>
/// <remarks>Clauses S15, S19 and S23. GDPR Art. 17(3); CCPA 1798.105(d).</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<WithheldReason>))]
public enum WithheldReason
{
    /// <summary>A legal hold is on the row, or on a row that it belongs to: it stays as it is until the hold is lifted. GDPR Art. 17(3)(e).</summary>
    LegalHold,

    /// <summary>A law requires that the data is kept: the statement's rule says <c>keep: by-law</c>. GDPR Art. 17(3)(b).</summary>
    ByLaw,

    /// <summary>A row that stays refers to this one, which is therefore anonymised instead of deleted.</summary>
    RequiredByRetained,
}

using Fernhallow.Communications.Privacy;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Domain;

/// <summary>A suspension that the abuse detector decided. The holder is told at once and can have a person look at it.</summary>
[DataClass(DataClasses.CustomerAccount)]
[Retention(Retentions.AccountActivity)]
public sealed class Suspension
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [ElectronicActivity]
    public required string Signal { get; set; }

    public DateTime DecidedAt { get; set; }

    public DateTime? NoticeSentAt { get; set; }

    public DateTime? ReviewRequestedAt { get; set; }

    /// <summary>What the reviewer decided; <see langword="null"/> while nobody has looked yet.</summary>
    public bool? Upheld { get; set; }
}

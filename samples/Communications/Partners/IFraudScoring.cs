using Fernhallow.Communications.Privacy;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Partners;

/// <summary>Scores accounts for fraud. It gets account data only, never what belongs to an account's end users.</summary>
[Recipient(Recipients.FraudScoring)]
public interface IFraudScoring
{
    Task<double> ScoreAsync([Identifier] string? email, [ElectronicActivity] string? ipAddress, [Geolocation] string? country, CancellationToken cancellation);
}

/// <summary>Finds sign-ins from nowhere suspicious, and everything else not.</summary>
internal sealed class PlainFraudScoring : IFraudScoring
{
    public Task<double> ScoreAsync(string? email, string? ipAddress, string? country, CancellationToken cancellation) =>
        Task.FromResult(country is null ? 0.9 : 0.1);
}

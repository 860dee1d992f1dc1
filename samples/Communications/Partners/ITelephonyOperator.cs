using Fernhallow.Communications.Privacy;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Partners;

/// <summary>Carries messages to the public network: it gets the numbers and the text, and nothing about the account.</summary>
[Recipient(Recipients.TelephonyOperators)]
public interface ITelephonyOperator
{
    Task<string> HandOverAsync([Identifier] string sender, [Identifier] string recipient, [Content] string body, CancellationToken cancellation);
}

/// <summary>An operator that takes every message and delivers none.</summary>
internal sealed class SilentOperator : ITelephonyOperator
{
    public Task<string> HandOverAsync(string sender, string recipient, string body, CancellationToken cancellation) => Task.FromResult("delivered");
}

using Fernhallow.Communications.Privacy;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Security;

/// <summary>The log of sign-ins: the one place where an IP address may be written, to find and investigate abuse.</summary>
[ApprovedLog(Logs.SecurityLog)]
internal sealed partial class SecurityLog(ILogger<SecurityLog> logger)
{
    public void SignedIn(Guid customerId, [ElectronicActivity] string ipAddress) => LogSignedIn(logger, customerId, ipAddress);

    public void SignInFailed([ElectronicActivity] string ipAddress) => LogSignInFailed(logger, ipAddress);

    [LoggerMessage(1, LogLevel.Information, "Account {CustomerId} signed in from {IpAddress}")]
    private static partial void LogSignedIn(ILogger<SecurityLog> logger, Guid customerId, [ElectronicActivity] string ipAddress);

    [LoggerMessage(2, LogLevel.Warning, "Failed sign-in from {IpAddress}")]
    private static partial void LogSignInFailed(ILogger<SecurityLog> logger, [ElectronicActivity] string ipAddress);
}

using PrivacyAnalyzers;

namespace LeakyCommunications;

/// <summary>The log that the statement declares for addresses: an address may go here, a name may not.</summary>
[ApprovedLog("security-log")]
public class SecurityLog(ILogger<SecurityLog> logger)
{
    public void Failed(SignIn attempt, Customer customer)
    {
        logger.LogWarning("Failed sign-in from {Address}", attempt.IpAddress);
        logger.LogWarning("Failed sign-in of {Name}", customer.Name);
    }
}

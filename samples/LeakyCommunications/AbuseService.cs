using System.Security.Cryptography;
using System.Text;
using PrivacyAnalyzers;

namespace LeakyCommunications;

public class AbuseService(ILogger<AbuseService> logger)
{
    private static readonly NLog.Logger Log = NLog.LogManager.GetCurrentClassLogger();

    public void Burst(Customer customer, int messages)
    {
        Log.Warn("{Count} messages within a minute from {Phone}", messages, customer.Phone);
        Log.Debug("Threshold passed by {0}", messages);
        using (NLog.ScopeContext.PushProperty("customer", customer.Name))
            Log.Info("Customer slowed down");

        logger.LogWarning("Burst by {Fingerprint}", Fingerprint(customer));
        logger.LogWarning("Burst from {Phone}", MaskPhone(customer.Phone));
    }

    /// <summary>Nobody is told, and nobody looks at it.</summary>
    [AutomatedDecision("account-suspension")]
    public void Suspend(Customer customer) => customer.ClosedAt = DateTime.UtcNow;

    /// <summary>The same person always gives the same text: it hides the address and tells people apart all the same.</summary>
    private static string Fingerprint(Customer customer) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(customer.Email ?? "")));

    private static string MaskPhone(string? phone) => phone is { Length: > 4 } ? new string('*', phone.Length - 4) + phone[^4..] : "****";
}

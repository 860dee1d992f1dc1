using log4net;

namespace LeakyCommunications;

public class MailGateway
{
    private static readonly ILog Log = LogManager.GetLogger(typeof(MailGateway));

    public void Send(Customer customer, string subject)
    {
        Log.InfoFormat("Mail to {0}, {1} characters", customer.Email, subject.Length);
        ThreadContext.Properties["recipient"] = customer.Email;
        Log.Info("Mail queued");
    }

    public void Bounced(Customer customer, Exception reason)
    {
        if (Log.IsWarnEnabled)
            Log.Warn("Mail came back: " + customer.Email, reason);
        Log.Debug("Bounces are counted by day");
    }
}

// saas-factory-labs/Saas-Factory#288, #291: a parameter that is only named "to", logged three times over
using System.Net.Mail;

// case: as reported
class MailService(ILogger<MailService> logger)
{
    public async Task SendAsync(string to, string subject)
    {
        logger.LogInformation("Sending {Subject} to {Recipient}", subject, to);
        try
        {
            await Task.Yield();
            logger.LogInformation("Sent {Subject} to {Recipient}", subject, to);
        }
        catch (InvalidOperationException e)
        {
            logger.LogError(e, "Could not send to {Recipient}", to);
            throw;
        }
    }
}

class Registration(MailService mails)
{
    public Task ConfirmAsync(Customer customer) => mails.SendAsync({|PRIV1001:customer.Email|}, "Confirm");
}

// case: classified where it is declared
class MailService(ILogger<MailService> logger)
{
    public void Send([Identifier] string to, string subject)
    {
        logger.LogInformation("Sending {Subject} to {Recipient}", subject, {|PRIV1001:to|});
        if (to.Length == 0)
            logger.LogWarning("No recipient for {Subject}", subject);
        else
            logger.LogDebug("Queued for {Recipient}", {|PRIV1001:to|});
    }
}

// case: a framework's address
class MailService(NLog.Logger logger)
{
    public void Send(MailAddress to, string subject)
    {
        using var message = new MailMessage(new MailAddress("shop@example.com"), to) { Subject = subject };
        logger.Info("Sending {0} to {1}", subject, {|PRIV1001:to|});
        logger.Info("Host {0}", {|PRIV1001:to.Host|});
        logger.Warn("To {0}", {|PRIV1001:message.To|});
    }
}

// case: the framework's message takes it, no log does
class MailService(ILogger<MailService> logger)
{
    public void Send(Customer customer, string subject)
    {
        using var message = new MailMessage();
        message.To.Add(customer.Email);
        message.Subject = subject;
        logger.LogInformation("Sending {Subject}", message.Subject);
    }
}

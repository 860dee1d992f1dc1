// neozhu/CleanArchitectureWithBlazorServer#888: an address handed to a helper, and logged there

// case: as reported
class MailSender(ILogger<MailSender> logger)
{
    public async Task<bool> SendWelcomeAsync(Customer customer)
    {
        if (customer.Plan.Length == 0)
            return false;
        return await DeliverAsync({|PRIV1001:customer.Email|}, "Welcome");
    }

    private async Task<bool> DeliverAsync(string email, string subject)
    {
        await Task.Yield();
        logger.LogInformation("Mail {Subject} sent to {Email}", subject, email);
        return true;
    }
}

// case: a static helper in another file's class, in two steps
static class MailLog
{
    public static void Sent(ILogger logger, string address) => Write(logger, "sent", address.Trim());

    private static void Write(ILogger logger, string what, string address) => logger.LogInformation("Mail {What}: {Address}", what, address);
}

class MailSender(ILogger<MailSender> logger)
{
    public void Send(Customer customer)
    {
        string to = customer.Email.ToLowerInvariant();
        MailLog.Sent(logger, {|PRIV1001:to|});
        MailLog.Sent(logger, "support@example.com");
    }
}

// case: the helper classifies its parameter itself
class MailSender(Serilog.ILogger log)
{
    public void Send(Customer customer) => Deliver(customer.Email);

    private void Deliver([Identifier] string email) => log.Information("Mail sent to {Email}", {|PRIV1001:email|});
}

// case: a helper that sends and does not log
class MailSender(ILogger<MailSender> logger)
{
    public void Send(Customer customer)
    {
        int sent = Deliver(customer.Email, "Welcome");
        logger.LogInformation("{Count} mails sent", sent);
    }

    private static int Deliver(string email, string subject) => email.Length > 0 && subject.Length > 0 ? 1 : 0;
}

// case: through an interface and a queue's handler
interface IMailSender
{
    Task SendAsync(string email, string subject);
}

class MailSender(ILogger<MailSender> logger) : IMailSender
{
    public async Task SendAsync(string email, string subject)
    {
        await Task.Yield();
        using (logger.BeginScope("Sending to {Email}", email))
            logger.LogInformation("Subject {Subject}", subject);
    }
}

record Registered(Customer Customer, string Plan);

class RegisteredHandler(IMailSender mails)
{
    public Task HandleAsync(Registered notification) => mails.SendAsync({|PRIV1001:notification.Customer.Email|}, "Welcome to " + notification.Plan);
}

// case: a helper with optional and named arguments
class MailSender(ILogger<MailSender> logger)
{
    private void Deliver(string subject, string? replyTo = null, string? to = null, bool isTest = false)
    {
        if (!isTest)
            logger.LogInformation("{Subject} goes to {To}", subject, to);
    }

    public void Send(Customer customer)
    {
        Deliver("Welcome", to: {|PRIV1001:customer.Email|});
        Deliver("Welcome", replyTo: customer.Email);
    }
}

// fullstackhero/dotnet-starter-kit#1314: the recipient's address in the message of a failure

// case: as reported
class MailRequest
{
    [Identifier] public List<string> To { get; init; } = new();
    public string Subject { get; init; } = "";
}

class MailService(ILogger<MailService> logger)
{
    public async Task SendAsync(MailRequest request, CancellationToken cancellationToken)
    {
        foreach (string email in request.To)
        {
            try
            {
                await Task.Delay(1, cancellationToken);
            }
            catch (TimeoutException e)
            {
                logger.LogError(e, "Failed to send {Subject} to {Email}", request.Subject, {|PRIV1001:email|});
            }
        }
    }
}

// case: all of them, joined
class MailRequest
{
    [Identifier] public List<string> To { get; init; } = new();
    public string Subject { get; init; } = "";
}

class MailService(Serilog.ILogger log)
{
    public void Fail(MailRequest request, Exception e)
    {
        log.Error(e, "Failed to send {Subject}, {Count} recipients", request.Subject, request.To.Count);
        log.Error("Recipients: {Recipients}", {|PRIV1001:string.Join(", ", request.To)|});
        log.Error("First: {Recipient}", {|PRIV1001:request.To.FirstOrDefault()|});
    }
}

// case: a result that carries the message to the caller, who logs it
class Outcome
{
    public bool Succeeded { get; init; }
    public string Reason { get; init; } = "";
}

class MailService(ILogger<MailService> logger)
{
    private static Outcome Deliver(Customer customer) =>
        customer.Email.Contains('@') ? new Outcome { Succeeded = true } : new Outcome { Reason = $"{customer.Email} is no address" };

    public void Send(Customer customer)
    {
        Outcome outcome = Deliver(customer);
        if (!outcome.Succeeded)
            logger.LogWarning("Not sent ({Succeeded}): {Reason}", outcome.Succeeded, {|PRIV1001:outcome.Reason|});
    }
}

// case: a job's failure handler, with the address as state
class MailJob(ILogger<MailJob> logger)
{
    public Task RunAsync(Customer customer, Func<string, Task> send) =>
        send(customer.Email).ContinueWith(
            (task, state) => logger.LogError(task.Exception, "Failed to send to {Email}", {|PRIV1001:state|}),
            customer.Email,
            TaskScheduler.Default);
}

// case: recipients that are addresses of the framework
class MailService(ILogger<MailService> logger)
{
    public void Fail(System.Net.Mail.SmtpFailedRecipientException e, System.Net.Mail.MailMessage message)
    {
        logger.LogError("Failed: {Status}", e.StatusCode);
        logger.LogError("Failed to send {Subject} to {Email}", message.Subject, {|PRIV1001:message.To|});
        foreach (System.Net.Mail.MailAddress copy in message.CC)
            logger.LogError("Copy to {Email}", {|PRIV1001:copy.Address|});
    }
}

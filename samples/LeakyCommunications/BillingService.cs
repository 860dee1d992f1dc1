using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;

namespace LeakyCommunications;

public class BillingService(ILogger<BillingService> logger)
{
    private static readonly ActivitySource Source = new("Brightwire.Billing");
    private static readonly Meter Meter = new("Brightwire.Billing");
    private static readonly Counter<long> Bills = Meter.CreateCounter<long>("bills");

    public void Bill(Customer customer, long cents)
    {
        using Activity? activity = Source.StartActivity("bill");
        activity?.SetTag("customer.email", customer.Email);
        activity?.SetTag("customer.id", customer.Id);
        activity?.AddBaggage("customer.name", customer.Name);

        Bills.Add(1, new KeyValuePair<string, object?>("address", customer.BillingAddress));
        Bills.Add(1, new TagList { { "phone", customer.Phone }, { "currency", "USD" } });

        logger.LogInformation("Billing {Customer}", JsonSerializer.Serialize(customer));
        logger.LogInformation("{Cents} billed", cents);
    }

    public void Send(OutgoingMessage message)
    {
        logger.LogInformation("Sending {Message}", message);
        logger.LogInformation("Sending with priority {Priority}", message.Priority);
        logger.LogInformation("Sending {@Parts}", new { message.To, message.Priority });
    }
}

using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace TenFaults;

public class Service(ILogger<Service> logger)
{
    public void Greet(Customer customer, Visit visit)
    {
        logger.LogInformation("Hello {Email}", customer.Email); // expect: warning PRIV1001
        Activity.Current?.SetTag("phone", customer.Phone); // expect: warning PRIV1002
        logger.LogInformation("Seen: {@Visit}", visit); // expect: warning PRIV1005
        logger.LogInformation("Signed in with {Hash}", customer.PasswordHash); // expect: error PRIV1006
    }

    public void Refuse(Customer customer) =>
        throw new InvalidOperationException($"{customer.Email} is not allowed"); // expect: warning PRIV1003
}

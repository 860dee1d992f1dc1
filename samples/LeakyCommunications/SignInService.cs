using System.Diagnostics;
using Serilog;

namespace LeakyCommunications;

public class SignInService(LeakyContext db)
{
    private static readonly Serilog.ILogger Log = Serilog.Log.ForContext<SignInService>();

    public async Task<bool> SignInAsync(Customer customer, string token, string ipAddress)
    {
        var attempt = new SignIn { CustomerId = customer.Id, IpAddress = ipAddress, At = DateTime.UtcNow };
        db.SignIns.Add(attempt);
        await db.SaveChangesAsync();

        if (customer.AuthToken != token)
        {
            Log.Warning("Wrong token from {Address}: {Expected}", attempt.IpAddress, customer.AuthToken);
            return false;
        }

        Log.Information("Signed in: {@Customer}", customer);
        Trace.WriteLine("sign-in of " + customer.Email);
        return true;
    }

    public void Reset(Customer customer) => customer.AuthToken = "brightwire-2024";
}

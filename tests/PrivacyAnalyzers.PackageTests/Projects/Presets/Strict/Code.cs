using Microsoft.Extensions.Logging;
using PrivacyAnalyzers;

public class Customer
{
    [Identifier]
    public string Email { get; set; } = ""; // expect: warning PRIV2001

    public void Log(ILogger logger)
    {
        logger.LogInformation("{Email}", Email); // expect: error PRIV1001
        Console.WriteLine(Email); // expect: error PRIV1004
    }
}

using Microsoft.Extensions.Logging;
using PrivacyAnalyzers;

public class Customer
{
    [Identifier]
    public string Email { get; set; } = "";

    public void Log(ILogger logger)
    {
        logger.LogInformation("{Email}", Email);
        Console.WriteLine(Email);
    }
}

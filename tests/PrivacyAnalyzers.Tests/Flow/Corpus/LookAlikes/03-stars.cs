// Placeholders as long as the value
using System.Text;

// case: stars
class C(ILogger<C> logger)
{
    void M(Account account)
    {
        string stars = new string('*', account.Password.Length);
        logger.LogInformation("Password {Stars}", stars);
        logger.LogInformation("Key {Stars}", "".PadLeft(account.ApiKey.Length, '*'));
    }
}

// case: by a builder and a loop
class C(Serilog.ILogger log)
{
    void M(Account account)
    {
        var stars = new StringBuilder();
        stars.Append('*', account.Password.Length);
        for (int i = 0; i < account.ApiKey.Length; i++)
            stars.Append('#');
        log.Information("{Stars}", stars.ToString());
    }
}

// case: by LINQ
class C(NLog.Logger log)
{
    void M(Customer customer)
    {
        string dots = string.Concat(Enumerable.Repeat(".", customer.Name.Length));
        string crosses = string.Create(customer.Email.Length, 'x', (span, letter) => span.Fill(letter));
        log.Info("{0} {1}", dots, crosses);
    }
}

// case: each character replaced
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var stars = new char[customer.Email.Length];
        Array.Fill(stars, '*');
        logger.LogInformation("{Stars}", new string(stars));
        logger.LogInformation("{Stars}", string.Concat(customer.Email.Select(_ => '*')));
    }
}

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

// case: on the stack
class C(ILogger<C> logger)
{
    void M(Account account)
    {
        Span<char> stars = stackalloc char[account.Password.Length];
        stars.Fill('*');
        logger.LogInformation("{Stars}", new string(stars));
        logger.LogInformation("{Stars}", stars.ToString());
    }
}

// case: no longer than eight, by a helper
class C(ILogger<C> logger)
{
    private static string Dots(int count) => new('.', Math.Min(count, 8));

    private static string DotsFor(string value) => string.IsNullOrEmpty(value) ? "(none)" : Dots(value.Length);

    void M(Account account, Customer customer)
    {
        logger.LogInformation($"Key {DotsFor(account.ApiKey)}, name {Dots(customer.Name.Length)}");
        Console.WriteLine("Mail {0,-20}|", DotsFor(customer.Email));
    }
}

// case: a builder as large as the value
class C(NLog.Logger log)
{
    void M(Customer customer)
    {
        var text = new StringBuilder(customer.Email.Length);
        text.Insert(0, "*", customer.Email.Length);
        text.AppendJoin(' ', Enumerable.Range(0, customer.Name.Length).Select(_ => '-'));
        log.Info("{0}", text);
    }
}

// case: the same member shows stars
class Login
{
    [Credential] public string Password { get; set; } = "";
    public string Shown => new('*', Password.Length);

    public override string ToString() => $"login {Shown}";
}

class C(Serilog.ILogger log)
{
    void M(Login login) => log.Information("{Shown} {Login}", login.Shown, login);
}

// Names that hold a word of personal data and hold none
using System.Net;
using System.Net.Sockets;

// case: of settings
class MailSettings
{
    public string EmailTemplateId { get; set; } = "";
    public string PhoneNumberFormat { get; set; } = "";
    public int AccountingPeriod { get; set; }
    public string HostName { get; set; } = "";
    public string UserNameClaimType { get; set; } = "";
}

class C(ILogger<C> logger)
{
    void M(MailSettings settings)
    {
        logger.LogInformation("{Template} {Format} {Period} {Host}", settings.EmailTemplateId, settings.PhoneNumberFormat, settings.AccountingPeriod, settings.HostName);
        logger.LogInformation("{@Settings}", settings);
    }
}

// case: of the framework
class C(Serilog.ILogger log)
{
    void M(Socket socket, CancellationToken cancellationToken, System.IO.FileInfo file)
    {
        log.Information("{Family} {Loopback} {Any}", socket.AddressFamily, IPAddress.Loopback, IPAddress.Any);
        log.Information("{Token} {File} {None}", cancellationToken.IsCancellationRequested, file.Name, IPAddress.IPv6None);
    }
}

// case: of services and helpers
class EmailService
{
    public string TypeName => nameof(EmailService);
    public string MethodName { get; } = "Send";
}

class SsnValidator
{
    public string Pattern => @"^\d{3}-\d{2}-\d{4}$";
}

class C(ILogger<C> logger)
{
    void M(EmailService emails, SsnValidator validator, string macAddressTable, string tokenizer)
    {
        logger.LogInformation("{Type}.{Method}, {Pattern}", emails.TypeName, emails.MethodName, validator.Pattern);
        throw new InvalidOperationException(macAddressTable + tokenizer + emails);
    }
}

// case: passport, the library
class Passport(string strategy)
{
    public string Strategy { get; } = strategy;
}

class C
{
    void M(Passport passport) => Console.WriteLine("Passport strategy " + passport.Strategy);
}

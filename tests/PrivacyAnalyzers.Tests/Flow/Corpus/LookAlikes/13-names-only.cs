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

// case: what an address is, and not which
class C(ILogger<C> logger)
{
    void M(IPAddress remote, System.Net.Mail.MailAddress mail)
    {
        logger.LogInformation("{Family} {IsLoopback} {Length}", remote.AddressFamily, IPAddress.IsLoopback(remote), remote.ToString().Length);
        logger.LogInformation("{Same}", mail.Equals(mail.Address));
        logger.LogInformation("{IsV6}", remote.IsIPv4MappedToIPv6 ? "mapped" : "plain");
    }
}

// case: addresses of the machine and its networks
class C(ILogger<C> logger)
{
    void M(IPNetwork network, System.Net.NetworkInformation.UnicastIPAddressInformation own, Microsoft.AspNetCore.Http.HttpContext context)
    {
        logger.LogInformation("{Network}/{Length}", network.BaseAddress, network.PrefixLength);
        logger.LogInformation("{Own} {Mask}", own.Address.ToString(), own.IPv4Mask);
        IPAddress? here = context.Connection.LocalIpAddress;
        logger.LogInformation("Listening on {Here}", here);
    }
}

// case: addresses that are called after the machine
class Endpoints
{
    public IPAddress? BindAddress { get; set; }
    public IPAddress? SubnetMask { get; set; }
    public System.Net.NetworkInformation.PhysicalAddress? LocalPhysicalAddress { get; set; }
    public IPAddress? GetListenAddress() => BindAddress;
}

class C(ILogger<C> logger, IPAddress gateway)
{
    void M(Endpoints endpoints, IPAddress serverIp, System.Net.Sockets.TcpListener listener, IPEndPoint localEndPoint, string text)
    {
        logger.LogInformation("Bound to {Address}, {Mask}, {Card}", endpoints.BindAddress, endpoints.SubnetMask?.ToString(), endpoints.LocalPhysicalAddress);
        logger.LogInformation("{Address} of {Server} by {Gateway}", endpoints.GetListenAddress(), serverIp, gateway);
        logger.LogInformation("{Address} {Own}", ((IPEndPoint)listener.LocalEndpoint).Address, localEndPoint.Address);
        IPAddress bindAddress = IPAddress.Parse(text);
        logger.LogInformation($"Listening on {bindAddress}");
        foreach (IPAddress local in Dns.GetHostAddresses("").Where(address => address.IsIPv6LinkLocal))
            Console.WriteLine(local);
    }
}

// case: options of the framework
class C(NLog.Logger log)
{
    void M(Microsoft.AspNetCore.Identity.IdentityOptions options, Microsoft.AspNetCore.Http.HttpContext context)
    {
        log.Info("{0} {1} {2}", options.Password.RequiredLength, options.User.AllowedUserNameCharacters, options.SignIn.RequireConfirmedEmail);
        log.Info("{0} {1} {2}", context.Request.Path, context.Request.Method, context.TraceIdentifier);
    }
}

// case: locals and parameters of these names
class C(ILogger<C> logger)
{
    private string Password() => "forgotten";

    private void Show(string email, string phone, int ssn) => logger.LogInformation("{Email} {Phone} {Ssn}", email, phone, ssn);

    void M(Customer customer)
    {
        string email = customer.Plan, password = Password();
        Show(email, password, customer.Id);
    }
}

// case: attributes for validation and display classify nothing
class Form
{
    [System.ComponentModel.DataAnnotations.EmailAddress] public string Contact { get; set; } = "";
    [System.ComponentModel.DataAnnotations.DataType(System.ComponentModel.DataAnnotations.DataType.PhoneNumber)] public string Line { get; set; } = "";
    [System.ComponentModel.DataAnnotations.Display(Name = "E-mail")] public string Kind { get; set; } = "";
}

class C(ILogger<C> logger)
{
    void M(Form form) => logger.LogInformation("{Contact} {Line} {Kind} {@Form}", form.Contact, form.Line, form.Kind, form);
}

// What is personal by its type, by another library's attribute, by inheritance or in another part
using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Mail;
using System.Net.NetworkInformation;
using Microsoft.AspNetCore.Identity;

// case: [PersonalData] of Identity
class Member
{
    public int Id { get; set; }
    [PersonalData] public string Nick { get; set; } = "";
    [ProtectedPersonalData] public string Phone { get; set; } = "";
}
class C(ILogger<C> logger)
{
    void M(Member member) => logger.LogInformation("{Id} {Nick} {Phone}", member.Id, {|PRIV1001:member.Nick|}, {|PRIV1001:member.Phone|});
}

// case: the user of Identity
class AppUser : IdentityUser { public string Plan { get; set; } = ""; }
class C(ILogger<C> logger, UserManager<AppUser> users)
{
    async Task M(AppUser user)
    {
        logger.LogInformation("{Plan} {Mail}", user.Plan, {|PRIV1001:user.Email|});
        logger.LogInformation("{Name}", {|PRIV1001:await users.GetUserNameAsync(user)|});
        logger.LogInformation("{Hash}", {|PRIV1006:user.PasswordHash|});
    }
}

// case: addresses
class C(ILogger<C> logger)
{
    void M(IPAddress ip, MailAddress mail, PhysicalAddress card, IPEndPoint end)
    {
        logger.LogInformation("{Ip}", {|PRIV1001:ip|});
        logger.LogInformation("{Mail}", {|PRIV1001:mail|});
        logger.LogInformation("{Mail}", {|PRIV1001:mail.Address|});
        logger.LogInformation("{Card}", {|PRIV1001:card.ToString()|});
        logger.LogInformation("{Ip}", {|PRIV1001:end.Address|});
    }
}

// case: addresses of people in spite of a word for machines
class Connection
{
    public IPAddress? RemoteServerAddress { get; set; }
    public IPAddress? LocalUserIp { get; set; }
    [ElectronicActivity] public IPAddress? ServerSeenBy { get; set; }
    [ElectronicActivity] public string SeenBy { get; set; } = "";
    public IPAddress? Observer { get; set; }
}
class C(ILogger<C> logger)
{
    void M(Connection connection, IPAddress clientLocalAddress, IPEndPoint remote, Microsoft.AspNetCore.Http.HttpContext context)
    {
        logger.LogInformation("{A} {B}", {|PRIV1001:connection.RemoteServerAddress|}, {|PRIV1001:connection.LocalUserIp|});
        logger.LogInformation("{A} {B}", {|PRIV1001:connection.ServerSeenBy|}, {|PRIV1001:connection.Observer|});
        logger.LogInformation("{A} {B}", {|PRIV1001:clientLocalAddress|}, {|PRIV1001:remote.Address|});
        IPAddress? local = context.Connection.RemoteIpAddress;
        IPAddress server = IPAddress.Parse(connection.SeenBy);
        logger.LogInformation("{A} {B}", {|PRIV1001:local|}, {|PRIV1001:server|});
    }
}

// case: inherited and implemented members
interface INamed { [Identifier] string FullName { get; } }
abstract class Being { [Identifier] public abstract string Mail { get; } }
class Human : Being, INamed
{
    public string FullName { get; init; } = "";
    public override string Mail => FullName + "@example.com";
}
class C(ILogger<C> logger)
{
    void M(Human human) => logger.LogInformation("{Name} {Mail}", {|PRIV1001:human.FullName|}, {|PRIV1001:human.Mail|});
}

// case: a partial class, classified in one part
partial class Visitor { public int Id { get; set; } public string Plan { get; set; } = ""; }
partial class Visitor { [Identifier] public string Mail { get; set; } = ""; }
class C(ILogger<C> logger)
{
    void M(Visitor visitor) => logger.LogInformation("{Id} {Plan} {Mail}", visitor.Id, visitor.Plan, {|PRIV1001:visitor.Mail|});
}

// case: a classified type
[Geolocation]
class Position { public double X { get; set; } public double Y { get; set; } }
class C(ILogger<C> logger)
{
    void M(Position position) => logger.LogInformation("{X} {Y}", {|PRIV1001:position.X|}, {|PRIV1001:position.Y|});
}

// case: a value object
readonly record struct EmailAddress([property: Identifier] string Value) { public override string ToString() => Value; }
class Mailing { public EmailAddress To { get; set; } public int Id { get; set; } }
class C(ILogger<C> logger)
{
    void M(Mailing mailing)
    {
        logger.LogInformation("{Id} {To}", mailing.Id, {|PRIV1001:mailing.To.Value|});
        logger.LogInformation("{To}", {|PRIV1005:mailing.To|});
    }
}

// case: a classified method and a classified field
class Directory
{
    [return: Identifier] public string NameOf(int id) => names[id];
    [Identifier] internal static string s_last = "";
    private readonly string[] names = [];
}
class C(ILogger<C> logger)
{
    void M(Directory directory) => logger.LogInformation("{Name} {Last}", {|PRIV1001:directory.NameOf(3)|}, {|PRIV1001:Directory.s_last|});
}

// case: attribute of one's own taxonomy
sealed class SecretDataAttribute() : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute(new("Ours", "Secret"));
class Case { [SecretData] public string Notes { get; set; } = ""; public string Number { get; set; } = ""; }
class C(ILogger<C> logger)
{
    void M(Case c) => logger.LogInformation("{Number} {Notes}", c.Number, {|PRIV1001:c.Notes|});
}

// case: mail message
class C(ILogger<C> logger)
{
    void M(MailMessage message)
    {
        logger.LogInformation("{From}", {|PRIV1001:message.From|});
        logger.LogInformation("{To}", {|PRIV1001:message.To|});
        logger.LogInformation("{To}", {|PRIV1001:message.To[0].Address|});
        logger.LogInformation("{Subject}", message.Subject);
    }
}

// case: quiet for validation attributes and column types
class Form
{
    [EmailAddress, Required] public string Contact { get; set; } = "";
    [DataType(DataType.Password)] public string Word { get; set; } = "";
    [NotPersonal("a shop's number")] public string Phone { get; set; } = "";
}
class C(ILogger<C> logger)
{
    void M(Form form) => logger.LogInformation("{Contact} {Word} {Phone}", form.Contact, form.Word, form.Phone);
}

// case: quiet for keys of a classified type and for its bools
[Identifier]
class Badge { public int Id { get; set; } public string Text { get; set; } = ""; }
class C(ILogger<C> logger)
{
    void M(Badge badge, IdentityUser user) => logger.LogInformation("{Id} {Confirmed} {Stamp}", badge.Id, user.EmailConfirmed, user.AccessFailedCount);
}

// case: a value object of a classified type
[Identifier]
readonly struct EmailAddress
{
    private EmailAddress(string value) => Value = value;

    public string Value { get; }

    public static EmailAddress Parse(string text) => new(text.Trim());

    public static implicit operator string(EmailAddress address) => address.Value;
}

class C(ILogger<C> logger)
{
    void M(EmailAddress address)
    {
        string text = address;
        logger.LogInformation("{Email}", {|PRIV1001:address.Value|});
        logger.LogInformation("{Email}", {|PRIV1001:text|});
        Console.WriteLine("To " + {|PRIV1004:address.Value|});
    }
}

// case: a value object that takes a label in
readonly record struct CustomerName(string Value)
{
    public static explicit operator CustomerName(string value) => new(value);
    public static implicit operator string(CustomerName name) => name.Value;
    public static CustomerName operator +(CustomerName name, string suffix) => new(name.Value + suffix);
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var name = (CustomerName)customer.Name;
        name += " jr.";
        string text = name;
        logger.LogInformation("{Name}", {|PRIV1001:text|});
        logger.LogInformation("{Name}", {|PRIV1001:name.Value|});
        logger.LogInformation("{Name}", {|PRIV1005:name|});
    }
}

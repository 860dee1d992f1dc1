// What is said not to be personal, suppressed with a reason, or left out of the whole
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

// case: said not to be personal
[Identifier]
class Contact
{
    public int Id { get; set; }
    public string Email { get; set; } = "";
    [NotPersonal("a code of ours")] public string Segment { get; set; } = "";
}

class C(ILogger<C> logger)
{
    void M(Contact contact) => logger.LogInformation("{Segment}", contact.Segment);
}

// case: suppressed by a pragma
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
#pragma warning disable PRIV1001 // The audit asks for the address.
        logger.LogInformation("{Email}", customer.Email);
#pragma warning restore PRIV1001
    }
}

// case: suppressed by an attribute
class C(ILogger<C> logger)
{
    [SuppressMessage("Privacy.Exposure", "PRIV1001", Justification = "The audit asks for the address")]
    void M(Customer customer) => logger.LogInformation("{Email}", customer.Email);
}

// case: left out by the serializer
class Contact
{
    public int Id { get; set; }
    [Identifier, JsonIgnore] public string Email { get; set; } = "";
    [Identifier, JsonIgnore(Condition = JsonIgnoreCondition.Always)] public string? Phone { get; set; }
}

class C(ILogger<C> logger)
{
    void M(Contact contact, List<Contact> contacts)
    {
        logger.LogInformation("{Contact}", JsonSerializer.Serialize(contact));
        logger.LogInformation("{Contacts}", JsonSerializer.Serialize(contacts));
    }
}

// case: left out by the other serializer
class Contact
{
    public int Id { get; set; }
    [Identifier, Newtonsoft.Json.JsonIgnore] public string Email { get; set; } = "";
}

class C(NLog.Logger logger)
{
    void M(Contact contact) => logger.Info("{0}", Newtonsoft.Json.JsonConvert.SerializeObject(contact));
}

// case: a log that the application declares
[ApprovedLog("security-log")]
class SecurityLog;

class C(ILogger<SecurityLog> security)
{
    void M(Customer customer) => security.LogWarning("Sign-in refused for {Email}", customer.Email);
}

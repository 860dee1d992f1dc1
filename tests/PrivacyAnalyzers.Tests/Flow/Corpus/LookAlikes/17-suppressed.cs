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

// case: left out only sometimes, which is not left out
class Contact
{
    public int Id { get; set; }
    [Identifier, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Email { get; set; }
}

class Other
{
    [Identifier, JsonIgnore(Condition = JsonIgnoreCondition.Never)] public string? Email { get; set; }
}

class C(ILogger<C> logger)
{
    void M(Contact contact, Other other)
    {
        logger.LogInformation("{Contact}", {|PRIV1005:JsonSerializer.Serialize(contact)|});
        logger.LogInformation("{Other}", {|PRIV1005:JsonSerializer.Serialize(other)|});
    }
}

// case: said so with the platform's own attribute
class Contact
{
    public int Id { get; set; }
    [Microsoft.Extensions.Compliance.Classification.NoDataClassification] public string Email { get; set; } = "";
}

class C(ILogger<C> logger)
{
    void M(Contact contact) => logger.LogInformation("{Email} {@Contact}", contact.Email, contact);
}

// case: a parameter and a field that are a declared log
class C([ApprovedLog("security-log")] ILogger security)
{
    [ApprovedLog("security-log")] private readonly Serilog.ILogger _audit = Serilog.Log.Logger;

    void M(Customer customer)
    {
        security.LogWarning("Refused {Email}", customer.Email);
        _audit.Warning("Refused {Email}", customer.Email);
    }

    void N([ApprovedLog("security-log")] ILogger log, Customer customer) => log.LogWarning("Refused {Email}", customer.Email);
}

// case: a declared log beside one that is not
[ApprovedLog("security-log")]
class SecurityLog;

class C(ILogger<SecurityLog> security, ILogger<C> logger)
{
    void M(Customer customer)
    {
        security.LogWarning("Refused {Email}", customer.Email);
        logger.LogWarning("Refused {Email}", {|PRIV1001:customer.Email|});
    }
}

// case: left out by XML
public class Contact
{
    public int Id { get; set; }
    [Identifier, System.Xml.Serialization.XmlIgnore] public string Email { get; set; } = "";
}

class C(ILogger<C> logger)
{
    void M(Contact contact)
    {
        var writer = new System.IO.StringWriter();
        new System.Xml.Serialization.XmlSerializer(typeof(Contact)).Serialize(writer, contact);
        logger.LogInformation("{Xml}", writer.ToString());
    }
}

// case: only members that opt in
[Newtonsoft.Json.JsonObject(Newtonsoft.Json.MemberSerialization.OptIn)]
class Contact
{
    [Newtonsoft.Json.JsonProperty] public int Id { get; set; }
    [Identifier] public string Email { get; set; } = "";
}

[System.Runtime.Serialization.DataContract]
class Line
{
    [System.Runtime.Serialization.DataMember] public int Number { get; set; }
    [Identifier, System.Runtime.Serialization.IgnoreDataMember] public string Name { get; set; } = "";
}

class C(NLog.Logger logger)
{
    void M(Contact contact, Line line) => logger.Info("{0} {1}", Newtonsoft.Json.JsonConvert.SerializeObject(contact), Newtonsoft.Json.JsonConvert.SerializeObject(line));
}

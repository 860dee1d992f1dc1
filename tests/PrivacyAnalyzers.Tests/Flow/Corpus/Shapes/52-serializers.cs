// Objects that are serialised and then logged
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml.Serialization;
using Newtonsoft.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;
using JsonIgnoreAttribute = System.Text.Json.Serialization.JsonIgnoreAttribute;

// case: System.Text.Json
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Json}", {|PRIV1005:JsonSerializer.Serialize(customer)|});
}

// case: in a local, with options
class C(ILogger<C> logger)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    void M(Order order)
    {
        string json = JsonSerializer.Serialize(order, Indented);
        logger.LogDebug("Order: {Json}", {|PRIV1005:json|});
    }
}

// case: Newtonsoft, with a credential inside
class C
{
    void M(Account account) => Console.WriteLine("Account: " + {|PRIV1006:JsonConvert.SerializeObject(account, Formatting.Indented)|});
}

// case: to bytes and back to text
class C(ILogger<C> logger)
{
    void M(Person person)
    {
        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(person);
        logger.LogInformation("{Json}", {|PRIV1005:System.Text.Encoding.UTF8.GetString(bytes)|});
    }
}

// case: XmlSerializer into a writer
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var writer = new StringWriter();
        new XmlSerializer(typeof(Customer)).Serialize(writer, customer);
        logger.LogInformation("{Xml}", {|PRIV1005:writer.ToString()|});
    }
}

// case: JsonSerializer of Newtonsoft into a StringWriter
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        using var writer = new StringWriter();
        new Newtonsoft.Json.JsonSerializer().Serialize(writer, customer);
        logger.LogInformation("{Json}", {|PRIV1005:writer.ToString()|});
    }
}

// case: a list, an anonymous object, a dictionary
class C(ILogger<C> logger)
{
    void M(List<Customer> customers, Customer customer)
    {
        logger.LogInformation("{Json}", {|PRIV1005:JsonSerializer.Serialize(customers)|});
        logger.LogInformation("{Json}", {|PRIV1005:JsonSerializer.Serialize(new { customer.Id, Mail = customer.Email })|});
        logger.LogInformation("{Json}", {|PRIV1001:JsonSerializer.Serialize(customer.Email)|});
    }
}

// case: through a helper
static class Text { public static string Json<T>(T value) => JsonSerializer.Serialize(value); }
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Json}", {|PRIV1005:Text.Json(customer)|});
}

// case: in the message of an exception and in a span
class C
{
    void M(Customer customer, System.Diagnostics.Activity activity)
    {
        activity.SetTag("customer", {|PRIV1005:JsonSerializer.Serialize(customer)|});
        throw new InvalidOperationException("Cannot save " + {|PRIV1005:JsonSerializer.Serialize(customer)|});
    }
}

// case: node and writer
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var node = new System.Text.Json.Nodes.JsonObject { ["id"] = customer.Id, ["mail"] = customer.Email };
        logger.LogInformation("{Json}", {|PRIV1001:node.ToJsonString()|});
    }
}

// case: quiet for ignored members and clean objects
class Row
{
    public int Id { get; set; }
    [JsonIgnore, Identifier] public string Mail { get; set; } = "";
    public string Plan { get; set; } = "";
}
class C(ILogger<C> logger)
{
    void M(Row row, Customer customer)
    {
        logger.LogInformation("{Json}", JsonSerializer.Serialize(row));
        logger.LogInformation("{Json}", JsonSerializer.Serialize(new { customer.Id, customer.Plan }));
        logger.LogInformation("{Length}", JsonSerializer.Serialize(customer).Length);
    }
}

// case: quiet when it is sent and not logged
class C(ILogger<C> logger)
{
    async Task M(Customer customer, Stream body, HttpContentStub http)
    {
        await JsonSerializer.SerializeAsync(body, customer);
        http.Send(JsonSerializer.Serialize(customer));
        logger.LogInformation("Sent {Id}", customer.Id);
    }
}
class HttpContentStub { public void Send(string text) => Sent += text.Length; public int Sent { get; private set; } }

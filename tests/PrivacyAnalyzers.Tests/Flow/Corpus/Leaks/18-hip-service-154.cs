// ProjectEKA/hip-service#154: a request for a patient's data, serialised into a local, then logged
using System.Text.Json;

// case: as reported
class Consent
{
    public string Id { get; set; } = "";
    [Identifier] public string PatientReference { get; set; } = "";
}

class DataRequest
{
    public string TransactionId { get; set; } = "";
    public Consent Consent { get; set; } = new();
}

class DataFlow(Serilog.ILogger log)
{
    public void Publish(DataRequest request)
    {
        var message = JsonSerializer.Serialize(request);
        log.Information("Publishing {TransactionId}", request.TransactionId);
        log.Information("Message: {Message}", {|PRIV1005:message|});
    }
}

// case: as bytes for a queue
class Observation
{
    [Sensitive] public string Diagnosis { get; set; } = "";
    public string Code { get; set; } = "";
}

class Queue(ILogger<Queue> logger)
{
    public byte[] Publish(List<Observation> observations)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(observations);
        logger.LogTrace("Body {Body}, {Length} bytes", {|PRIV1005:System.Text.Encoding.UTF8.GetString(body)|}, body.Length);
        return body;
    }
}

// case: only what is not the patient's
class DataRequest
{
    public string TransactionId { get; set; } = "";
    [Sensitive] public string Diagnosis { get; set; } = "";
}

class DataFlow(Serilog.ILogger log)
{
    public void Publish(DataRequest request)
    {
        string message = JsonSerializer.Serialize(new { request.TransactionId, At = DateTimeOffset.UtcNow });
        log.Information("Message: {Message}", message);
    }
}

// case: with options, into a scope and a field
class Bundle
{
    public string Id { get; set; } = "";
    [Sensitive] public List<string> Diagnoses { get; set; } = new();
}

class DataFlow(ILogger<DataFlow> logger)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private string _last = "";

    public void Publish(Bundle bundle) => _last = JsonSerializer.Serialize(bundle, Options);

    public void Repeat(int attempt) => logger.LogWarning("Attempt {Attempt} with {Last}", attempt, {|PRIV1005:_last|});
}

// case: to a node, of which one member is taken
class Consent
{
    public string Id { get; set; } = "";
    [Identifier] public string PatientReference { get; set; } = "";
}

class DataFlow(Serilog.ILogger log)
{
    public void Publish(Consent consent)
    {
        System.Text.Json.Nodes.JsonNode? node = JsonSerializer.SerializeToNode(consent);
        log.Information("Consent {Consent}", {|PRIV1005:node?.ToJsonString()|});
    }
}

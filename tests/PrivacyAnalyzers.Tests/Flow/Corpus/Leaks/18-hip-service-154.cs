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

// lethek/FluentCertificates#85: a record with a password, whose text the compiler writes
using System.Security;

// case: as reported
record ExportOptions(string Path, [Credential] string? Password);

class Exporter(ILogger<Exporter> logger)
{
    public void Export(ExportOptions options) => logger.LogInformation($"Exporting with {{|PRIV1006:options|}}");
}

// case: not positional, and derived
abstract record CertificateOptions
{
    [Credential] public string? Password { get; init; }
}

sealed record PfxOptions : CertificateOptions
{
    public int Iterations { get; init; } = 2000;
}

class Exporter
{
    public void Export(PfxOptions options)
    {
        if (options.Iterations < 1000)
            throw new InvalidOperationException("Too few iterations: " + {|PRIV1006:options|});
    }
}

// case: inside another record
record KeyOptions([Credential] string Passphrase);
record RequestOptions(string Subject, KeyOptions Key);

class Issuer(Serilog.ILogger log)
{
    public string Issue(RequestOptions request)
    {
        string text = request.ToString();
        log.Debug("Issuing {Request}", {|PRIV1006:text|});
        return text;
    }
}

// case: the secret in a type that does not show itself
record ExportOptions(string Path, SecureString? Password);

class Exporter(ILogger<Exporter> logger)
{
    public void Export(ExportOptions options) => logger.LogInformation($"Exporting with {options}");
}

// case: a record that prints its own members
record ExportOptions(string Path, [Credential] string? Password)
{
    protected virtual bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Path = ").Append(Path);
        return true;
    }
}

sealed class Exporter(ILogger<Exporter> logger)
{
    public void Export(ExportOptions options) => logger.LogInformation("Exporting with {Options}", options);
}

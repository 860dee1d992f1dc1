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

// case: with a changed copy, as one of several arguments
record ExportOptions(string Path, [Credential] string? Password)
{
    public bool IsForce { get; init; }
}

class Exporter(ILogger<Exporter> logger)
{
    public void Export(ExportOptions options)
    {
        ExportOptions forced = options with { IsForce = true };
        logger.LogInformation("Exporting {Path} with {Options}", options.Path, {|PRIV1006:forced|});
        ExportOptions safe = options with { Password = null };
        logger.LogInformation("Exporting with {Options}", safe);
    }
}

// case: a record struct in a nullable and in a list
readonly record struct Secret(int Id, [Credential] string Value);

class Exporter
{
    public void Export(Secret? secret, List<Secret> all)
    {
        Console.WriteLine($"Using {{|PRIV1006:secret|}}");
        Console.WriteLine("All: " + {|PRIV1006:string.Join("; ", all)|});
        Console.WriteLine($"{all.Count}, {secret?.Id}");
    }
}

// nkdAgility/azure-devops-migration-tools#682: the arguments of the command line, user and password among them, in the first log entry

// case: as reported
static class Program
{
    public static int Run([Credential] string[] args, Serilog.ILogger log)
    {
        log.Information("Starting with {Count} arguments: {Arguments}", args.Length, {|PRIV1006:string.Join(" ", args)|});
        return args.Length == 0 ? 1 : 0;
    }
}

// case: the array itself
static class Program
{
    public static void Run([Credential] string[] args, ILogger logger)
    {
        logger.LogInformation("Starting with {@Arguments}", {|PRIV1006:args|});
        for (int i = 0; i < args.Length; i++)
            logger.LogDebug("{Index}: {Argument}", i, {|PRIV1006:args[i]|});
    }
}

// case: arguments of which nothing is said
static class Program
{
    public static void Main(string[] args) => Console.WriteLine("Starting with " + string.Join(" ", args));
}

// case: parsed into options, then the options logged
class Options
{
    public string Configuration { get; set; } = "";
    [Identifier] public string UserName { get; set; } = "";
    [Credential] public string Password { get; set; } = "";
}

class Runner(Serilog.ILogger log)
{
    public void Start(Options options)
    {
        log.Information("Configuration {Configuration}", options.Configuration);
        log.Information("Options {$Options}", options);
        log.Debug("Options {@Options}", {|PRIV1006:options|});
    }
}

// case: the environment's command line with a classified argument added
static class Program
{
    public static void Run(Account account, Serilog.ILogger log)
    {
        List<string> arguments = ["execute", "--config", "a.json", "--password", account.Password];
        log.Information("Running {Command}", {|PRIV1006:string.Join(' ', arguments)|});
        log.Information("Running {Verb}, {Count}", arguments.Count > 0 ? "execute" : "help", arguments.Count);
    }
}

// case: as properties of a scope
static class Program
{
    public static void Run([Credential] string[] args, ILogger logger)
    {
        var state = new Dictionary<string, object> { ["count"] = args.Length, ["arguments"] = args };
        using (logger.BeginScope({|PRIV1006:state|}))
            logger.LogInformation("Starting");
    }
}

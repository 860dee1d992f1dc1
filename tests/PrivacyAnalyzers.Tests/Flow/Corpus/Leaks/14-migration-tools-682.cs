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

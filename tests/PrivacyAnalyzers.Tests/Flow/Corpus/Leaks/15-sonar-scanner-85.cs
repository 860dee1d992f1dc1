// SonarSource/sonar-scanner-msbuild#85: a process's arguments, with the password, in the runner's own messages
using System.Diagnostics;

// case: as reported
class ProcessRunner(ILogger logger)
{
    public bool Execute(string executable, string arguments)
    {
        LogMessage("Executing file {0}, arguments: {1}", executable, arguments);
        using var process = Process.Start(new ProcessStartInfo(executable, arguments) { UseShellExecute = false });
        return process is not null;
    }

    private void LogMessage(string format, params object[] parts) => logger.LogInformation(string.Format(format, parts));
}

class Scanner(ILogger logger)
{
    public bool Run(Account account)
    {
        string arguments = "/d:sonar.host=https://sonar.example /d:sonar.password=" + account.Password;
        return new ProcessRunner(logger).Execute("scanner", {|PRIV1006:arguments|});
    }
}

// case: by a settings object
class RunnerArguments(string executable)
{
    public string Executable { get; } = executable;
    public string CommandLine { get; set; } = "";
    public string WorkingDirectory { get; set; } = "";
}

class ProcessRunner(ILogger logger)
{
    public void Execute(RunnerArguments runner)
    {
        logger.LogDebug("Directory {Directory}", runner.WorkingDirectory);
        logger.LogDebug("Executing {Executable} {CommandLine}", runner.Executable, runner.CommandLine);
    }
}

class Scanner(ProcessRunner runner)
{
    public void Run(Account account)
    {
        var arguments = new RunnerArguments("scanner") { CommandLine = "/d:password=" + account.Password };
        runner.Execute({|PRIV1006:arguments|});
    }
}

// case: a settings object whose secret part the runner does not log
class RunnerArguments
{
    public string Executable { get; set; } = "";
    public string CommandLine { get; set; } = "";
}

class ProcessRunner(ILogger logger)
{
    public void Execute(RunnerArguments runner) => logger.LogDebug("Executing {Executable}, {Length}", runner.Executable, runner.CommandLine.Length);
}

class Scanner(ProcessRunner runner)
{
    public void Run(Account account)
    {
        runner.Execute(new RunnerArguments { Executable = "scanner", CommandLine = "/d:password=" + account.Password });
    }
}

// case: read back from the process
class ProcessRunner(ILogger logger)
{
    public void Execute(Account account)
    {
        var info = new ProcessStartInfo("scanner") { UseShellExecute = false };
        info.ArgumentList.Add("/d:sonar.password=" + account.Password);
        info.Arguments = "/d:key=" + account.ApiKey;
        info.Environment["SONAR_TOKEN"] = account.ApiKey;
        logger.LogInformation("Executing {File} {Arguments}", info.FileName, {|PRIV1006:info.Arguments|});
    }
}

// case: quoted one by one, into one line
class ProcessRunner(ILogger logger)
{
    private static string Quote(string argument) => argument.Contains(' ') ? "\"" + argument.Replace("\"", "\\\"") + "\"" : argument;

    private static IEnumerable<string> Arguments(Account account)
    {
        yield return "/d:sonar.host=https://sonar.example";
        yield return "/d:sonar.password=" + account.Password;
    }

    public void Execute(Account account)
    {
        string line = string.Join(" ", Arguments(account).Select(Quote));
        logger.LogDebug("Arguments: {Line}", {|PRIV1006:line|});
    }
}

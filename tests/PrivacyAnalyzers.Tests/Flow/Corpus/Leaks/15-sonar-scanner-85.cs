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

using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;
using DiagnosticResult = Microsoft.CodeAnalysis.Testing.DiagnosticResult;

namespace PrivacyAnalyzers.Tests.Rules.Exposure;

/// <summary>PRIV1012: which parameters of a library should say that they lead to a sink.</summary>
public class UnmarkedSinkTests
{
    private static string In(string members) => LogSinkTests.Usings + "public class Audit\n{\n    private readonly ILogger logger = null!;\n    " + members + "\n}\npublic class Customer { [Identifier] public string Email { get; set; } = \"\"; }";

    [Theory]
    [InlineData("public void Write(string {|PRIV1012:detail|}) => logger.LogInformation(\"{D}\", detail);")]
    [InlineData("public void Write(object {|PRIV1012:detail|}, string other) => Inner(detail.ToString()!); private void Inner(string text) => logger.LogInformation(text);")]
    [InlineData("protected void Write<T>(T {|PRIV1012:detail|}) => Console.WriteLine(detail);")]
    [InlineData("public void Write<T>(T {|PRIV1012:detail|}) where T : class, IComparable<T>, System.Collections.IEnumerable => Console.WriteLine(detail);")]
    [InlineData("public static void Check(string {|PRIV1012:name|}) { if (name.Length == 0) throw new ArgumentException(\"bad \" + name); }")]
    [InlineData("public Audit(string {|PRIV1012:name|}) { Console.WriteLine(name); }")]
    public Task Reports(string members) => AnalyzerTest<ExposureRules>.RunAsync(In(members));

    [Theory]
    [InlineData("internal void Write(string detail) => logger.LogInformation(\"{D}\", detail);")]
    [InlineData("private class Inner { public void Write(string detail) => Console.WriteLine(detail); }")]
    [InlineData("public void Write([Sink(SinkKind.Log)] string detail) => logger.LogInformation(\"{D}\", detail);")]
    [InlineData("[Sink(SinkKind.Log)] public void Write(string detail) => logger.LogInformation(\"{D}\", detail);")]
    [InlineData("public void Write([NotPersonal(\"a number\")] string detail) => logger.LogInformation(\"{D}\", detail);")]
    [InlineData("public void Write([Identifier] string detail) => logger.LogInformation(\"{D}\", {|PRIV1001:detail|});")]
    [InlineData("public void Write(int count, DateTime at) => logger.LogInformation(\"{C} {A}\", count, at);")]
    [InlineData("public void Write(Customer customer) => logger.LogInformation(\"{C}\", {|PRIV1001:customer.Email|});")]
    [InlineData("public void Write(int count, [System.Runtime.CompilerServices.CallerMemberName] string member = \"\") => logger.LogInformation(\"{M} {C}\", member, count);")]
    [InlineData("public static int Least(int value, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string? name = null) => value > 0 ? value : throw new ArgumentException(name + \" is too small\", name);")]
    [InlineData("public class Refused : Exception { public Refused(string message) : base(message) { } }")]
    [InlineData("public void Write(string detail) => logger.LogInformation(\"{D}\", detail.Length);")]
    [InlineData("public class Orders : Microsoft.AspNetCore.Mvc.ControllerBase { public void Get(string filter) => throw new ArgumentException(\"bad \" + filter); }")]
    [InlineData("public class Orders : Microsoft.AspNetCore.Mvc.RazorPages.PageModel { public void Get(string filter) => throw new ArgumentException(\"bad \" + filter); }")]
    [InlineData("public class Orders : Microsoft.AspNetCore.SignalR.Hub { public void Get(string filter) => throw new ArgumentException(\"bad \" + filter); }")]
    [InlineData("public class Orders : Microsoft.AspNetCore.SignalR.Hub<IDisposable> { public void Get(string filter) => throw new ArgumentException(\"bad \" + filter); }")]
    [InlineData("public class Orders : Microsoft.AspNetCore.Mvc.ViewComponent { public void Get(string filter) => throw new ArgumentException(\"bad \" + filter); }")]
    [InlineData("public interface IQueue { string Name { get; } } public void Write<T>(T queue) where T : IQueue => Console.WriteLine(queue.Name);")]
    [InlineData("public void Write<T>(T customer) where T : Customer => Console.WriteLine(customer);")]
    [InlineData("public void Write<T>(T number) where T : struct => Console.WriteLine(number);")]
    public Task Stays_quiet(string members) => AnalyzerTest<ExposureRules>.RunAsync(In(members));

    [Fact]
    public async Task Says_where_it_ends()
    {
        var test = new AnalyzerTest<ExposureRules> { TestCode = In("public void Write(string {|#0:detail|}) => logger.LogInformation(\"{D}\", {|#1:detail|});") };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(PRIV1012_UnmarkedSink.Rule).WithLocation(0).WithLocation(1)
            .WithMessage("What is passed as 'detail' ends in a log ('LogInformation'); mark the parameter [Sink(SinkKind.Log)], so that callers in other assemblies are checked"));
        await test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Leaves_a_program_alone()
    {
        var test = new AnalyzerTest<ExposureRules> { TestCode = In("public void Write(string detail) => logger.LogInformation(\"{D}\", detail); public static void Main() { }") };
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        await test.RunAsync(CancellationToken.None);
    }
}

using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Rules.Exposure;

/// <summary>PRIV1016: a program whose log methods count on redaction.</summary>
public class RedactionNotWiredTests
{
    private const string Extensions = """

        namespace Microsoft.Extensions.Logging
        {
            static class LoggingRedactionExtensions { public static ILoggingBuilder EnableRedaction(this ILoggingBuilder builder) => builder; }
        }
        """;

    private const string Model = """

        class Customer { [Identifier] public string Email { get; set; } = ""; public int Id { get; set; } }
        static partial class Log
        {
            [LoggerMessage(1, LogLevel.Information, "plain {Id}")] public static partial void Plain(ILogger logger, int id);
            public static partial void Plain(ILogger logger, int id) { }
            METHOD
        }
        """;

    private const string ByParameter = "[LoggerMessage(2, LogLevel.Information, \"{Mail} in\")] public static partial void {|PRIV1016:SignedIn|}(ILogger logger, [Identifier] string mail); public static partial void SignedIn(ILogger logger, string mail) { }";
    private const string ByProperties = "[LoggerMessage(2, LogLevel.Information, \"in\")] public static partial void {|PRIV1016:SignedIn|}(ILogger logger, [LogProperties] Customer customer); public static partial void SignedIn(ILogger logger, Customer customer) { }";

    private static Task RunAsync(string main, string method, OutputKind kind = OutputKind.ConsoleApplication)
    {
        var test = new AnalyzerTest<PRIV1016_RedactionNotWired>
        {
            TestCode = "using Microsoft.Extensions.DependencyInjection;\nusing Microsoft.Extensions.Logging;\nusing PrivacyAnalyzers;\nclass P { static void Main() { IServiceCollection services = new ServiceCollection(); " + main + " } static ILoggingBuilder Builder = null!; }" + Model.Replace("METHOD", method) + Extensions,
        };
        test.TestState.OutputKind = kind;
        return test.RunAsync(CancellationToken.None);
    }

    private static string Quiet(string method) => method.Replace("{|PRIV1016:SignedIn|}", "SignedIn");

    [Theory]
    [InlineData("")]
    [InlineData("services.AddRedaction();")]
    [InlineData("Builder.EnableRedaction();")]
    [InlineData("services.AddLogging();")]
    public async Task Half_a_wiring_is_none(string main)
    {
        await RunAsync(main, ByParameter);
        await RunAsync(main, ByProperties);
    }

    [Fact]
    public Task Both_calls_are_enough() => RunAsync("services.AddRedaction(); Builder.EnableRedaction();", Quiet(ByParameter));

    [Fact]
    public Task A_builder_handed_to_another_library_may_be_wired_there() =>
        RunAsync("OpenTelemetry.Trace.OpenTelemetryDependencyInjectionTracingServiceCollectionExtensions.ConfigureOpenTelemetryTracerProvider(services, (_, _) => { });", Quiet(ByParameter));

    [Fact]
    public Task A_library_is_its_hosts_matter() => RunAsync("", Quiet(ByParameter), OutputKind.DynamicallyLinkedLibrary);

    [Fact]
    public Task Log_methods_that_rely_on_nothing_need_nothing() => RunAsync("", "");
}

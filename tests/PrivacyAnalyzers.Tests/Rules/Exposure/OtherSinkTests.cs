using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;
using DiagnosticOptions = Microsoft.CodeAnalysis.Testing.DiagnosticOptions;
using DiagnosticResult = Microsoft.CodeAnalysis.Testing.DiagnosticResult;

namespace PrivacyAnalyzers.Tests.Rules.Exposure;

/// <summary>PRIV1001 to PRIV1006 and PRIV1013 into every library of the first part.</summary>
public class OtherSinkTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.Diagnostics.Metrics;
        using System.Text.Json;
        using Microsoft.Extensions.Logging;
        using PrivacyAnalyzers;

        """;

    private const string Model = """

        record Person(int Id, [Identifier] string Name, [ProtectedCharacteristic] int Age);
        class Customer
        {
            public int Id { get; set; }
            [Identifier] public string Email { get; set; } = "";
            public string Plan { get; set; } = "";
        }
        class Account { public Customer Owner { get; set; } = new(); [Credential] public string Token { get; set; } = ""; }
        class Order { public Customer Customer { get; set; } = new(); public List<Customer> Others { get; set; } = new(); }
        class Named { [Identifier] public string Email { get; set; } = ""; public override string ToString() => "Named " + Email; }
        class Hidden { [Identifier, System.Text.Json.Serialization.JsonIgnore] public string Email { get; set; } = ""; public int Id { get; set; } }
        static class Clean { [Sanitizer] public static string Redact(string value) => "***"; public static string MaskEmail(string value) => value.Substring(0, 1); }
        """;

    private static string InMethod(string body) => Usings + $$"""
        partial class C
        {
            private static readonly Action<ILogger, string, Exception?> _signedIn = LoggerMessage.Define<string>(LogLevel.Information, new EventId(1), "{Name}");
            [LoggerMessage(1, LogLevel.Information, "{Name} signed in")] static partial void SignedIn(ILogger logger, string name);
            static partial void SignedIn(ILogger logger, string name) { }

            void M(ILogger logger, Serilog.ILogger serilog, NLog.Logger nlog, log4net.ILog log4, Activity activity, Counter<int> counter, Customer customer, Person person, Account account, Order order, Named named, Hidden hidden)
            {
                {{body}}
            }
        }
        """ + Model;

    [Theory]
    [InlineData("serilog.Information(\"{Email}\", {|PRIV1001:customer.Email|});")]
    [InlineData("Serilog.Log.Warning(\"{Id} {Email}\", customer.Id, {|PRIV1001:customer.Email|});")]
    [InlineData("serilog.ForContext(\"Email\", {|PRIV1001:customer.Email|}).Information(\"x\");")]
    [InlineData("using (Serilog.Context.LogContext.PushProperty(\"Email\", {|PRIV1001:customer.Email|})) { }")]
    [InlineData("nlog.Info(\"{Email}\", {|PRIV1001:customer.Email|});")]
    [InlineData("nlog.Error(new Exception(), \"{0}\", {|PRIV1001:customer.Email|});")]
    [InlineData("nlog.Error(new Exception(), \"{0} {1}\", [1, {|PRIV1001:customer.Email|}]);")]
    [InlineData("log4.Info(\"mail \" + {|PRIV1001:customer.Email|});")]
    [InlineData("log4.InfoFormat(\"{0}\", {|PRIV1001:customer.Email|});")]
    [InlineData("Trace.WriteLine({|PRIV1001:customer.Email|});")]
    [InlineData("Trace.TraceInformation(\"{0}\", {|PRIV1001:customer.Email|});")]
    [InlineData("_signedIn(logger, {|PRIV1001:customer.Email|}, null);")]
    [InlineData("SignedIn(logger, {|PRIV1001:customer.Email|});")]
    [InlineData("activity.SetTag(\"email\", {|PRIV1002:customer.Email|});")]
    [InlineData("activity.AddBaggage(\"email\", {|PRIV1002:customer.Email|});")]
    [InlineData("activity.DisplayName = {|PRIV1002:customer.Email|};")]
    [InlineData("counter.Add(1, {|PRIV1002:new KeyValuePair<string, object?>(\"email\", customer.Email)|});")]
    [InlineData("var tags = new TagList { { \"email\", customer.Email } }; counter.Add(1, {|PRIV1002:tags|});")]
    [InlineData("throw new InvalidOperationException($\"no {{|PRIV1003:customer.Email|}}\");")]
    [InlineData("throw new ArgumentException(\"no \" + {|PRIV1003:customer.Email|}, nameof(customer));")]
    [InlineData("var e = new Exception(\"x\"); e.Data[\"email\"] = {|PRIV1003:customer.Email|}; throw e;")]
    [InlineData("var e = new Exception(\"x\"); e.Data.Add(\"email\", {|PRIV1003:customer.Email|}); throw e;")]
    [InlineData("Console.WriteLine({|PRIV1004:customer.Email|});")]
    [InlineData("Console.WriteLine($\"mail {{|PRIV1004:customer.Email|}}\");")]
    [InlineData("Console.Error.WriteLine(customer.Plan);")]
    [InlineData("Debug.WriteLine({|PRIV1004:customer.Email|});")]
    [InlineData("logger.LogInformation(\"{@Customer}\", {|PRIV1005:customer|});")]
    [InlineData("logger.LogInformation(\"{@Order}\", {|PRIV1005:order|});")]
    [InlineData("logger.LogInformation(\"{Person}\", {|PRIV1005:person|});")]
    [InlineData("logger.LogInformation($\"{{|PRIV1005:person|}}\");")]
    [InlineData("logger.LogInformation(\"{Named}\", {|PRIV1005:named|});")]
    [InlineData("logger.LogInformation({|PRIV1005:JsonSerializer.Serialize(customer)|});")]
    [InlineData("var json = JsonSerializer.Serialize(order); logger.LogInformation({|PRIV1005:json.Length > 9 ? \"long\" : json|});")]
    [InlineData("logger.LogInformation(\"{Pair}\", {|PRIV1005:(customer.Id, customer.Email)|});")]
    [InlineData("logger.LogInformation(\"{Token}\", {|PRIV1006:account.Token|});")]
    [InlineData("Console.WriteLine({|PRIV1006:account.Token|});")]
    [InlineData("logger.LogInformation(\"{@Account}\", {|PRIV1006:account|});")]
    [InlineData("var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(customer.Email)); logger.LogInformation(\"{Hash}\", {|PRIV1013:Convert.ToHexString(hash)|});")]
    [InlineData("logger.LogInformation(\"{Mail}\", {|PRIV1013:Clean.MaskEmail(customer.Email)|});")]
    public Task Reports(string body) => RunAsync(body);

    [Theory]
    [InlineData("logger.LogInformation(\"{Mail}\", Clean.Redact(customer.Email));")]
    [InlineData("logger.LogInformation(\"{Json}\", JsonSerializer.Serialize(hidden));")]
    [InlineData("var copy = person with { Name = \"none\", Age = 0 }; logger.LogInformation(\"{Person}\", copy);")]
    [InlineData("logger.LogInformation(\"{Order}\", order);")]
    [InlineData("throw new ArgumentException(\"Email is required\", nameof(customer.Email));")]
    [InlineData("ArgumentNullException.ThrowIfNull(customer.Email);")]
    [InlineData("logger.LogError(new Exception(\"x\"), \"failed for {Id}\", customer.Id);")]
    [InlineData("logger.LogInformation(\"{Ip}\", System.Net.IPAddress.Loopback);")]
    [InlineData("logger.LogInformation(\"{@Plan}\", new { customer.Plan, customer.Id });")]
    [InlineData("using (serilog.IsEnabled(Serilog.Events.LogEventLevel.Debug) ? null : logger.BeginScope(\"{Id}\", customer.Id)) { }")]
    public Task Stays_quiet(string body) => RunAsync(body);

    /// <summary>What names the member at fault names no method of a library that only hands it on.</summary>
    [Theory]
    [InlineData("var all = new System.Collections.Generic.List<System.Net.IPAddress>(); logger.LogInformation(\"{Ip}\", {|#0:System.Linq.Enumerable.First(all)|});")]
    [InlineData("System.Collections.Generic.KeyValuePair<string, System.Net.IPAddress> pair = default; logger.LogInformation(\"{Ip}\", {|#0:pair.Value|});")]
    public Task An_element_of_a_type_that_identifies_is_named_by_its_type(string body) => AnalyzerTest<ExposureRules>.RunAsync(
        InMethod(body),
        statement: null,
        DiagnosticResult.CompilerWarning("PRIV1001").WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithArguments("IPAddress", "electronic-activity", "IPAddress -> LogInformation"));

    private static Task RunAsync(string body)
    {
        // PRIV1004 and PRIV1013 are information by default; the markup asserts them like the others.
        return AnalyzerTest<ExposureRules>.RunAsync(InMethod(body));
    }
}

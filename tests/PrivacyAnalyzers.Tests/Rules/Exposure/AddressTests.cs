using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;
using DiagnosticOptions = Microsoft.CodeAnalysis.Testing.DiagnosticOptions;
using DiagnosticResult = Microsoft.CodeAnalysis.Testing.DiagnosticResult;

namespace PrivacyAnalyzers.Tests.Rules.Exposure;

/// <summary>Network addresses count by their type, one by one and in collections, alone and in an end point; those that are called after the machine do not.</summary>
public class AddressTests
{
    private static string In(string body, string parameters) => "using System.Net;\n" + LogSinkTests.InClass($$"""
        void Log(object? value) => logger.LogInformation("{T}", value);
        void M({{parameters}}, string text)
        {
            {{body}}
        }
        class Visit { public int Id { get; set; } public IPAddress[] Addresses { get; set; } = []; public List<IPAddress>? Hops { get; set; } public IPEndPoint? Remote { get; set; } [ElectronicActivity] public string Ip { get; set; } = ""; }
        class Options
        {
            public IList<IPAddress> KnownProxies { get; } = new List<IPAddress>();
            public IPAddress[] DnsServers { get; set; } = [];
            public IPEndPoint? ListenEndPoint { get; set; }
            public IPEndPoint[] Nodes { get; set; } = [];
            [ElectronicActivity] public IPAddress[] ServersSeen { get; set; } = [];
        }
        """);

    private static string OfPeople(string body) =>
        In(body, "IPAddress[] seen, List<IPAddress> visits, IEnumerable<IPAddress> all, IReadOnlyDictionary<string, IPAddress> byName, IPEndPoint from, List<IPEndPoint> origins, Visit visit");

    private static string OfMachines(string body) =>
        In(body, "IPAddress[] listenAddresses, List<IPAddress> serverIps, IEnumerable<IPAddress> nodes, IPEndPoint listenEndPoint, List<IPEndPoint> bindings, Options options");

    [Theory]
    // In a loop, by index, by LINQ.
    [InlineData("foreach (var ip in seen) Log({|PRIV1001:ip|});")]
    [InlineData("foreach (IPAddress ip in visits) Log({|PRIV1001:ip|});")]
    [InlineData("foreach (var ip in all) Log({|PRIV1001:ip.ToString()|});")]
    [InlineData("foreach (var ip in visit.Addresses) Log({|PRIV1001:ip|});")]
    [InlineData("foreach (var pair in byName) { Log(pair.Key); Log({|PRIV1001:pair.Value|}); }")]
    [InlineData("for (int i = 0; i < seen.Length; i++) Log({|PRIV1001:seen[i]|});")]
    [InlineData("Log({|PRIV1001:visits[0]|}); Log({|PRIV1001:visit.Hops![0]|}); Log({|PRIV1001:visit.Addresses[^1]|});")]
    [InlineData("Log({|PRIV1001:byName[\"a\"]|});")]
    [InlineData("Log({|PRIV1001:seen.First()|}); Log({|PRIV1001:visits.Where(ip => ip.IsIPv6LinkLocal).Last()|}); Log({|PRIV1001:all.ElementAt(3)|});")]
    [InlineData("foreach (var line in seen.Select(ip => ip.ToString())) Log({|PRIV1001:line|});")]
    [InlineData("visits.ForEach(ip => Log({|PRIV1001:ip|}));")]
    [InlineData("var (first, _) = (seen[0], 1); Log({|PRIV1001:first|});")]
    [InlineData("if (seen is [var only]) Log({|PRIV1001:only|});")]
    [InlineData("var copy = seen.ToList(); copy.Reverse(); Log({|PRIV1001:copy[0]|});")]
    // All of them at once.
    [InlineData("logger.LogInformation(\"{T}\", {|PRIV1001:string.Join(\", \", visits)|});")]
    [InlineData("logger.LogInformation(\"{T}\", {|PRIV1001:string.Join(\", \", seen.Select(ip => ip.ToString()))|});")]
    [InlineData("logger.LogInformation(\"{T}\", {|PRIV1001:visits|});")]
    [InlineData("logger.LogInformation(\"{T}\", {|PRIV1001:visit.Hops|});")]
    // End points.
    [InlineData("Log({|PRIV1001:from|}); logger.LogInformation($\"from {{|PRIV1001:from|}}\"); Log({|PRIV1001:from.ToString()|});")]
    [InlineData("Log({|PRIV1001:visit.Remote|}); Log({|PRIV1001:visit.Remote!.Address|});")]
    [InlineData("foreach (var origin in origins) Log({|PRIV1001:origin|});")]
    [InlineData("var made = new IPEndPoint(seen[0], 80); Log({|PRIV1001:made|});")]
    [InlineData("var made = IPEndPoint.Parse(visit.Ip); Log({|PRIV1001:made|});")]
    public Task An_address_counts_by_its_type(string body) => AnalyzerTest<ExposureRules>.RunAsync(OfPeople(body));

    [Theory]
    [InlineData("foreach (var ip in listenAddresses) Log(ip); foreach (var ip in serverIps) Log(ip); foreach (var ip in nodes) Log(ip); foreach (var ip in options.KnownProxies) Log(ip); foreach (var ip in options.DnsServers) Log(ip);")]
    [InlineData("Log(listenAddresses[0]); Log(serverIps[0]); Log(options.KnownProxies[1]); Log(options.DnsServers[^1]);")]
    [InlineData("Log(listenAddresses.First()); Log(serverIps.Where(ip => ip.IsIPv6LinkLocal).Last()); Log(options.KnownProxies.ElementAt(3));")]
    [InlineData("foreach (var line in listenAddresses.Select(ip => ip.ToString())) Log(line); serverIps.ForEach(ip => Log(ip)); Log(options.KnownProxies.Select(ip => ip.ToString()).First());")]
    [InlineData("Log(string.Join(\", \", serverIps)); Log(string.Join(\", \", options.KnownProxies.Select(ip => ip.ToString()))); logger.LogInformation(\"{T}\", listenAddresses);")]
    [InlineData("Log(listenEndPoint); Log($\"on {listenEndPoint}\"); Log(options.ListenEndPoint); Log(options.Nodes[0]); foreach (var one in bindings) Log(one);")]
    // What is made of the machine's, or only parsed.
    [InlineData("Log(new IPEndPoint(IPAddress.Any, 80)); Log(new IPEndPoint(listenAddresses[0], 80)); var end = IPEndPoint.Parse(text); Log(end);")]
    [InlineData("foreach (var ip in Dns.GetHostAddresses(text)) Log(ip); Log(Dns.GetHostAddresses(text)[0]); Log(Dns.GetHostEntry(text).AddressList[0]);")]
    [InlineData("Log(listenEndPoint.Port); Log(listenAddresses.Length); Log(serverIps.Count);")]
    [InlineData("var own = new List<IPAddress> { IPAddress.Loopback }; logger.LogInformation(\"{T}\", own); Log(string.Join(\", \", own));")]
    [InlineData("Log({|PRIV1001:options.ServersSeen[0]|}); foreach (var ip in options.ServersSeen) Log({|PRIV1001:ip|});")]
    public Task An_address_that_is_called_after_the_machine_does_not(string body) => AnalyzerTest<ExposureRules>.RunAsync(OfMachines(body));

    /// <summary>How many there are, and where they listen, is nobody's.</summary>
    [Theory]
    [InlineData("Log(seen.Length); Log(visits.Count); Log(from.Port); Log(from.AddressFamily); Log(visits.Any()); Log(seen.Select(ip => ip.AddressFamily).First());")]
    [InlineData("Log(visit.Id); Log(visit.Addresses.Length);")]
    public Task What_is_no_address_stays_quiet(string body) => AnalyzerTest<ExposureRules>.RunAsync(OfPeople(body));

    [Fact]
    public Task A_collection_is_named_by_its_declaration() => AnalyzerTest<ExposureRules>.RunAsync(
        OfPeople("foreach (var ip in visit.Addresses) logger.LogInformation(\"{T}\", {|#0:ip|});"),
        statement: null,
        DiagnosticResult.CompilerWarning("PRIV1001").WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithArguments("Visit.Addresses", "electronic-activity", "Visit.Addresses -> ip -> LogInformation"));
}

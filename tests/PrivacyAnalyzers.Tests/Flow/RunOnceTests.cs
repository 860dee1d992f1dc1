using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>A sink's argument runs once: a call in it that keeps what it is given, and gives back what it was given before, shows the one and not the other.</summary>
public class RunOnceTests
{
    /// <summary>A ring of one: gives back what was put there before.</summary>
    private const string Slot = "class Slot { string _held = \"\"; public string Put(string text) { var old = _held; _held = text; return old; } } ";

    [Theory]
    [InlineData("void M(Customer c, Slot s) { s.Put(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:s.Put(\"x\")|}); }")]
    [InlineData("void M(Customer c, Slot s) { s.Put(c.Email); logger.LogInformation($\"old: {{|PRIV1001:s.Put(\"x\")|}}\"); }")]
    [InlineData("void M(Customer c, Slot s) { s.Put(c.Email); logger.LogInformation(\"old: \" + {|PRIV1001:s.Put(\"x\")|} + \".\"); }")]
    [InlineData("void M(Customer c, Slot s) { s.Put(c.Email); logger.LogInformation(\"{T} {U}\", {|PRIV1001:s.Put(\"x\")|}, s.Put(\"y\")); }")]
    [InlineData("void M(Customer c, Slot s) { s.Put(c.Email); logger.LogInformation(\"{T}\", new object[] { {|PRIV1001:s.Put(\"x\")|} }); }")]
    [InlineData("void M(Customer c, Slot s, int[] xs) { foreach (var x in xs) { s.Put(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:s.Put(\"x\")|}); } }")]
    [InlineData("void M(Customer c, System.Collections.Generic.Queue<string> q) { q.Clear(); q.Enqueue(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:q.Dequeue()|}); }")]
    public Task What_was_there_before_is_found(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(Slot + members));

    [Theory]
    [InlineData("void M(Customer c) { var s = new Slot(); logger.LogInformation(\"{T}\", s.Put(c.Email)); }")]
    [InlineData("void M(Customer c) { var s = new Slot(); logger.LogInformation($\"old: {s.Put(c.Email)}\"); }")]
    [InlineData("void M(Customer c) { var s = new Slot(); logger.LogInformation(\"old: \" + s.Put(c.Email)); }")]
    [InlineData("void M(Customer c) { var s = new Slot(); logger.LogInformation(\"{T} {U}\", s.Put(c.Email), {|PRIV1001:s.Put(\"\")|}); }")]
    [InlineData("void M(Customer c) { var s = new Slot(); logger.LogInformation(\"{T}\", new object[] { s.Put(c.Email) }); }")]
    [InlineData("void M(Customer c, int[] xs) { foreach (var x in xs) { var s = new Slot(); logger.LogInformation(\"{T}\", s.Put(c.Email)); } }")]
    public Task What_is_only_put_there_is_not(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(Slot + members));
}

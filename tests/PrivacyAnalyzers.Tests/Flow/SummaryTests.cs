using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>Values that cross calls to code of the same compilation: by summary, in either direction, through any shape of method.</summary>
public class SummaryTests
{
    private static string In(string members) => LogSinkTests.Usings + "static class Ext { public static string Shout(this string text) => text.ToUpper() + \"!\"; public static void Audit(this ILogger logger, string text) => logger.LogInformation(\"{Text}\", text); }\npartial class C\n{\n    private ILogger logger = null!;\n    " + members + "\n}\n" + LogSinkTests.Model;

    [Theory]
    [InlineData("static string Get(Customer c) => c.Email; void M(Customer c) => logger.LogInformation(\"{E}\", {|PRIV1001:Get(c)|});")]
    [InlineData("string A(Customer c) => B(c); string B(Customer c) => D(c); string D(Customer c) => \"x\" + c.Email; void M(Customer c) { var t = A(c); logger.LogInformation({|PRIV1001:t|}); }")]
    [InlineData("void A(string t) => B(t); void B(string t) => D(\"x\" + t); void D(string t) => logger.LogInformation(\"{T}\", t); void M(Customer c) => A({|PRIV1001:c.Email|});")]
    [InlineData("void Try(Customer c, out string mail) { mail = c.Email; } void M(Customer c) { Try(c, out var mail); logger.LogInformation(\"{T}\", {|PRIV1001:mail|}); }")]
    [InlineData("void Add(Customer c, ref string text) { text += c.Email; } void M(Customer c) { var text = \"\"; Add(c, ref text); logger.LogInformation({|PRIV1001:text|}); }")]
    [InlineData("void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:c.Email.Shout()|});")]
    [InlineData("void M(Customer c) => logger.Audit({|PRIV1001:c.Email|});")]
    [InlineData("static T Id<T>(T x) => x; void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:Id(c.Email)|});")]
    [InlineData("class Box { public Box(string mail) { Mail = mail; } public string Mail { get; } } void M(Customer c) { var b = new Box(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:b.Mail|}); }")]
    [InlineData("record Line(string Mail, int Id); void M(Customer c) { var b = new Line(c.Email, c.Id); logger.LogInformation(\"{T}\", {|PRIV1001:b.Mail|}); }")]
    [InlineData("class Box { public Customer Owner { get; set; } = new(); public string Label => \"for \" + Owner.Email; } void M(Box b) => logger.LogInformation(\"{T}\", {|PRIV1001:b.Label|});")]
    [InlineData("static Dto Map(Customer c) => new Dto { Mail = c.Email, Plan = c.Plan }; void M(Customer c) { var d = Map(c); logger.LogInformation(\"{T}\", {|PRIV1001:d.Mail|}); }")]
    [InlineData("static void Fill(Dto d, Customer c) { d.Mail = c.Email; } void M(Customer c) { var d = new Dto(); Fill(d, c); logger.LogInformation(\"{T}\", {|PRIV1001:d.Mail|}); }")]
    [InlineData("static void Fill(StringBuilder b, Customer c) { b.Append(c.Email); } void M(Customer c) { var b = new StringBuilder(); Fill(b, c); logger.LogInformation({|PRIV1001:b.ToString()|}); }")]
    [InlineData("static System.Threading.Tasks.Task<string> Get(Customer c) => System.Threading.Tasks.Task.FromResult(c.Email); async System.Threading.Tasks.Task M(Customer c) { var t = await Get(c); logger.LogInformation(\"{T}\", {|PRIV1001:t|}); }")]
    [InlineData("static async System.Threading.Tasks.Task<string> Get(Customer c) { await System.Threading.Tasks.Task.Yield(); return c.Email; } async System.Threading.Tasks.Task M(Customer c) { logger.LogInformation(\"{T}\", {|PRIV1001:await Get(c)|}); }")]
    [InlineData("static IEnumerable<string> All(Customer c) { yield return \"x\"; yield return c.Email; } void M(Customer c) { foreach (var t in All(c)) logger.LogInformation(\"{T}\", {|PRIV1001:t|}); }")]
    [InlineData("static string Even(Customer c, int n) => n == 0 ? c.Email : Odd(c, n - 1); static string Odd(Customer c, int n) => n == 0 ? \"x\" : Even(c, n - 1); void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:Odd(c, 3)|});")]
    [InlineData("void M(Customer c) { Func<string> get = () => c.Email; logger.LogInformation(\"{T}\", {|PRIV1001:get()|}); }")]
    [InlineData("void M(Customer c) { string mail = \"\"; void Set() => mail = c.Email; Set(); logger.LogInformation(\"{T}\", {|PRIV1001:mail|}); }")]
    [InlineData("void M(List<Customer> all) { foreach (var mail in from c in all where c.Id > 1 select c.Email) logger.LogInformation(\"{T}\", {|PRIV1001:mail|}); }")]
    [InlineData("static string Mail(Dictionary<string, string> map) => map[\"mail\"]; void M(Customer c, string key) { var map = new Dictionary<string, string>(); map[key] = c.Email; logger.LogInformation(\"{E}\", {|PRIV1001:Mail(map)|}); }")]
    [InlineData("static string Mail(Dictionary<string, string> map) => map[\"mail\"]; void M(Customer c) { var map = new Dictionary<string, string> { [\"mail\"] = c.Email }; logger.LogInformation(\"{E}\", {|PRIV1001:Mail(map)|}); }")]
    [InlineData("void M([Identifier] string caller) => logger.LogInformation(\"{T}\", {|PRIV1001:caller|});")]
    [InlineData("[return: Identifier] static string Who() => \"\"; void M() => logger.LogInformation(\"{T}\", {|PRIV1001:Who()|});")]
    [InlineData("static void Keep([Sink(SinkKind.Log)] string text) { } void M(Customer c) => Keep({|PRIV1001:c.Email|});")]
    [InlineData("static void Write(object o) => Console.WriteLine(); void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:c.Email|}!);")]
    public Task Follows(string members) => AnalyzerTest<ExposureRules>.RunAsync(In(members));

    [Theory]
    [InlineData("static string Get(Customer c) => c.Plan; void M(Customer c) => logger.LogInformation(\"{E}\", Get(c));")]
    [InlineData("void M(Customer c) { var map = new Dictionary<string, string> { [\"x\"] = c.Email, [\"y\"] = \"\" }; Func<string> get = () => map[\"y\"]; logger.LogInformation(\"{E}\", get()); }")]
    [InlineData("static string Plan(Dictionary<string, string> map) => map[\"plan\"]; void M(Customer c) => logger.LogInformation(\"{E}\", Plan(new Dictionary<string, string> { [\"mail\"] = c.Email, [\"plan\"] = c.Plan }));")]
    [InlineData("static string Second(string[] all) => all[1]; void M(Customer c) => logger.LogInformation(\"{E}\", Second(new[] { c.Email, c.Plan }));")]
    [InlineData("static string First(string a, string b) => a; void M(Customer c) => logger.LogInformation(\"{E}\", First(\"x\", c.Email));")]
    [InlineData("static Dto Map(Customer c) => new Dto { Mail = c.Email, Plan = c.Plan }; void M(Customer c) { var d = Map(c); logger.LogInformation(\"{T}\", d.Plan); }")]
    [InlineData("static void Clean(Dto d) { d.Mail = \"none\"; } void M(Customer c) { var d = new Dto { Mail = c.Email }; Clean(d); logger.LogInformation(\"{T}\", d.Mail); }")]
    [InlineData("static string Loop(string t, int n) => n == 0 ? \"x\" : Loop(t, n - 1); void M(Customer c) => logger.LogInformation(\"{T}\", Loop(c.Email, 3));")]
    [InlineData("static bool Valid(string t) => t.Contains('@'); void M(Customer c) => logger.LogInformation(\"{T}\", Valid(c.Email));")]
    [InlineData("[Sanitizer] static string Domain(string t) => t.Substring(t.IndexOf('@')); void M(Customer c) => logger.LogInformation(\"{T}\", Domain(c.Email));")]
    public Task Keeps_apart(string members) => AnalyzerTest<ExposureRules>.RunAsync(In(members));

    [Fact]
    public Task A_long_concatenation_is_walked_not_recursed_into()
    {
        string text = string.Join(" + ", Enumerable.Range(0, 1500).Select(i => $"c.Plan + \"{i}\""));
        return AnalyzerTest<ExposureRules>.RunAsync(In($"void M(Customer c) => logger.LogInformation({text} + {{|PRIV1001:c.Email|}});"));
    }
}

using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>What is handed in through an item of a tuple is met inside by whichever name the item has there.</summary>
public class TupleParameterTests
{
    [Theory]
    [InlineData("void Show((string, Dto) p) => logger.LogInformation(\"{T}\", p.Item2.Mail); void M(Customer c) { var d = new Dto { Mail = c.Email }; Show({|PRIV1001:(\"x\", d)|}); }")]
    [InlineData("void Show((string, Dto Who) p) => logger.LogInformation(\"{T}\", p.Item2.Mail); void M(Customer c) { var d = new Dto { Mail = c.Email }; Show({|PRIV1001:(\"x\", d)|}); }")]
    [InlineData("void Show((string, Dto Who) p) => logger.LogInformation(\"{T}\", p.Who.Mail); void M(Customer c) { var d = new Dto { Mail = c.Email }; var t = (Kind: \"x\", Whom: d); Show({|PRIV1001:t|}); }")]
    [InlineData("void Show(ValueTuple<string, Dto> p) => logger.LogInformation(\"{T}\", p.Item2.Mail); void M(Customer c) { var d = new Dto { Mail = c.Email }; (string K, Dto Who) t = (\"x\", d); Show({|PRIV1001:t|}); }")]
    [InlineData("void Show((int, int, int, int, int, int, int, Dto) p) => logger.LogInformation(\"{T}\", p.Item8.Mail); void M(Customer c) { var d = new Dto { Mail = c.Email }; Show({|PRIV1001:(1, 2, 3, 4, 5, 6, 7, d)|}); }")]
    [InlineData("struct P { public (string, Dto) Pair; } void Show(P p) => logger.LogInformation(\"{T}\", p.Pair.Item2.Mail); void M(Customer c) { var p = new P { Pair = (\"x\", new Dto { Mail = c.Email }) }; Show({|PRIV1001:p|}); }")]
    [InlineData("void Show(Tuple<string, Dto> p) => logger.LogInformation(\"{T}\", p.Item2.Mail); void M(Customer c) { Show({|PRIV1001:Tuple.Create(\"x\", new Dto { Mail = c.Email })|}); }")]
    public Task By_any_name(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void Show((string, Dto) p) { var (a, b) = p; logger.LogInformation(\"{T}\", b.Mail); } void M(Customer c) { var d = new Dto { Mail = c.Email }; Show({|PRIV1001:(\"x\", d)|}); }")]
    [InlineData("void Show((string, string) p) { var (a, b) = p; logger.LogInformation(\"{T}\", b); } void M(Customer c) { Show({|PRIV1001:(\"x\", c.Email)|}); Show((c.Email, \"x\")); }")]
    [InlineData("void Show((string, string) p) => logger.LogInformation(\"{T}\", p.Item2); void M(Customer c) { Show({|PRIV1001:(\"x\", c.Email)|}); Show((c.Email, \"x\")); }")]
    [InlineData("void Show((string, Dto) p) => logger.LogInformation(\"{T}\", p.Item2.Mail); void M(Customer c) { var d = new Dto { Mail = \"x\", Plan = c.Email }; Show((c.Email, d)); }")]
    [InlineData("static void Fill((string, Dto) p, Customer c) { var (_, d) = p; d.Mail = c.Email; } void M(Customer c) { var d = new Dto(); Fill((\"x\", d), c); logger.LogInformation(\"{T}\", {|PRIV1001:d.Mail|}); }")]
    [InlineData("void Show((string, Dto) p) { if (p is (_, { Mail: var m })) logger.LogInformation(\"{T}\", m); } void M(Customer c) { var d = new Dto { Mail = c.Email }; Show({|PRIV1001:(\"x\", d)|}); }")]
    [InlineData("void Show(List<(string, Dto)> all) { foreach (var (k, d) in all) logger.LogInformation(\"{T}\", d.Mail); } void M(Customer c) { var l = new List<(string, Dto)> { (\"x\", new Dto { Mail = c.Email }) }; Show({|PRIV1001:l|}); }")]
    [InlineData("void Show((string, (string, string)) p) { var (a, (b, d)) = p; logger.LogInformation(\"{T}\", d); } void M(Customer c) { Show({|PRIV1001:(\"x\", (\"y\", c.Email))|}); Show((c.Email, (c.Email, \"y\"))); }")]
    public Task Taken_apart(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void Show((string, (int, Dto)) p) => logger.LogInformation(\"{T}\", p.Item2.Item2.Mail); void M(Customer c) { var d = new Dto { Mail = c.Email }; Show({|PRIV1001:(\"x\", (1, d))|}); }")]
    [InlineData("void Show((string, List<string>) p) => logger.LogInformation(\"{T}\", p.Item2[0]); void M(Customer c) { var d = new List<string> { c.Email }; Show({|PRIV1001:(\"x\", d)|}); }")]
    [InlineData("void Show((string, Func<string>) p) => logger.LogInformation(\"{T}\", p.Item2()); void M(Customer c) { Show({|PRIV1001:(\"x\", () => c.Email)|}); }")]
    [InlineData("void Show((string, StringBuilder) p) => logger.LogInformation(\"{T}\", p.Item2.ToString()); void M(Customer c) { var b = new StringBuilder(); b.Append(c.Email); Show({|PRIV1001:(\"x\", b)|}); }")]
    [InlineData("void Show((string, Customer) pair) => logger.LogInformation(\"{T}\", {|PRIV1001:pair.Item2.Email|}); void M(Customer c) => Show((\"x\", c));")]
    public Task What_an_item_holds(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("static (string, Dto) Same((string, Dto) p) => p; void M(Customer c) { var t = Same((\"x\", new Dto { Mail = c.Email })); logger.LogInformation(\"{T} {U}\", t.Item1, {|PRIV1001:t.Item2.Mail|}); }")]
    [InlineData("static Dto Second((string, Dto) p) => p.Item2; void M(Customer c) { var t = Second((\"x\", new Dto { Mail = c.Email })); logger.LogInformation(\"{T} {U}\", t.Plan, {|PRIV1001:t.Mail|}); }")]
    [InlineData("static T Second<T>((string, T) p) => p.Item2; void M(Customer c) { logger.LogInformation(\"{T}\", {|PRIV1001:Second((\"x\", c.Email))|}); logger.LogInformation(\"{T}\", Second((c.Email, \"x\"))); }")]
    [InlineData("void Show((string, StringBuilder) p) => logger.LogInformation(\"{T}\", p.Item2.ToString()); void M(Customer c) { Show((c.Email, new StringBuilder())); }")]
    [InlineData("void Show((string, StringBuilder) p) { var (a, b) = p; logger.LogInformation(\"{T}\", b.ToString()); } void M(Customer c) { var b = new StringBuilder(); b.Append(c.Email); Show((c.Email, new StringBuilder())); Show({|PRIV1001:(\"x\", b)|}); }")]
    public Task Only_that_item(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("static void Fill((string, Dto) p, Customer c) { p.Item2.Mail = c.Email; } void M(Customer c) { var d = new Dto(); Fill((\"x\", d), c); logger.LogInformation(\"{T}\", {|PRIV1001:d.Mail|}); }")]
    [InlineData("static void Fill(ref (string, string) p, Customer c) { p.Item2 = c.Email; } void M(Customer c) { (string A, string B) t = (\"x\", \"y\"); Fill(ref t, c); logger.LogInformation(\"{T} {U}\", t.A, {|PRIV1001:t.B|}); }")]
    [InlineData("static (string, Dto) Get() => (\"x\", new Dto()); interface IGet { (string, Dto) Get(); } static void Fill((string, Dto) p, Customer c) { p.Item2.Mail = c.Email; } void M(Customer c, IGet g) { var t = g.Get(); Fill(t, c); logger.LogInformation(\"{T}\", {|PRIV1001:t.Item2.Mail|}); }")]
    public Task What_is_left_in_an_item(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));
}

using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>A struct that stands somewhere else too is a value of its own: what is done to one changes no other.</summary>
public class StructCopyTests
{
    private const string Row = "record struct Row { public string Mail { get; set; } public string Plan { get; set; } } struct Pair { public string Mail; public Row Row; } class Box { public Row Row; public Row Kept { get; set; } public Row[] Rows = new Row[2]; } ";

    [Theory]
    [InlineData("void M(Customer c, Box b) { b.Row.Mail = c.Email; var other = b.Row with { Mail = \"x\" }; logger.LogInformation(\"{T} {U}\", other.Mail, {|PRIV1001:b.Row.Mail|}); }")]
    [InlineData("void M(Customer c) { var b = new Box(); b.Row.Mail = c.Email; var other = b.Row with { Mail = \"x\" }; logger.LogInformation(\"{T} {U}\", other.Mail, {|PRIV1001:b.Row.Mail|}); }")]
    [InlineData("void M(Customer c) { var b = new Box(); b.Row.Mail = \"x\"; var other = b.Row with { Mail = c.Email }; logger.LogInformation(\"{T} {U}\", {|PRIV1001:other.Mail|}, b.Row.Mail); }")]
    [InlineData("void M(Customer c) { var p = new Pair(); p.Row.Mail = c.Email; var other = p.Row with { Mail = \"x\" }; logger.LogInformation(\"{T} {U}\", other.Mail, {|PRIV1001:p.Row.Mail|}); }")]
    [InlineData("void M(Customer c) { var b = new Box { Kept = new Row { Mail = c.Email } }; b.Kept = b.Kept with { Plan = \"x\" }; logger.LogInformation(\"{T} {U}\", {|PRIV1001:b.Kept.Mail|}, b.Kept.Plan); }")]
    [InlineData("void M(Customer c, Box[] all) { foreach (var b in all) { var other = b.Row with { Mail = c.Email }; logger.LogInformation(\"{T}\", {|PRIV1001:other.Mail|}); } logger.LogInformation(\"{T}\", all[0].Row.Mail); }")]
    public Task With_leaves_the_original_as_it_is(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(Row + members));

    [Theory]
    [InlineData("static void Fill(Row r, Customer c) { r.Mail = c.Email; } void M(Customer c) { var r = new Row(); Fill(r, c); logger.LogInformation(\"{T}\", r.Mail); }")]
    [InlineData("static void Clean(Row r) { r.Mail = \"\"; } void M(Customer c) { var r = new Row { Mail = c.Email }; Clean(r); logger.LogInformation(\"{T}\", {|PRIV1001:r.Mail|}); }")]
    [InlineData("static Row Clean(Row r) { r.Mail = \"\"; return r; } void M(Customer c) { var r = new Row { Mail = c.Email }; var s = Clean(r); logger.LogInformation(\"{T} {U}\", {|PRIV1001:r.Mail|}, s.Mail); }")]
    [InlineData("static void Fill(ref Row r, Customer c) { r.Mail = c.Email; } void M(Customer c) { var r = new Row(); Fill(ref r, c); logger.LogInformation(\"{T}\", {|PRIV1001:r.Mail|}); }")]
    [InlineData("static void Fill(Pair p, Customer c) { p.Row.Mail = c.Email; } void M(Customer c) { var p = new Pair(); Fill(p, c); logger.LogInformation(\"{T}\", p.Row.Mail); }")]
    [InlineData("struct Held { public Dto Dto; } static void Fill(Held h, Customer c) { h.Dto.Mail = c.Email; } void M(Customer c) { var h = new Held { Dto = new Dto() }; Fill(h, c); logger.LogInformation(\"{T}\", {|PRIV1001:h.Dto.Mail|}); }")]
    [InlineData("static void Fill((string Mail, int N) t, Customer c) { t.Mail = c.Email; } void M(Customer c) { var t = (Mail: \"x\", N: 1); Fill(t, c); logger.LogInformation(\"{T}\", t.Mail); }")]
    [InlineData("struct Cell { public string Mail; public void Set(string m) => Mail = m; } void M(Customer c) { var x = new Cell(); x.Set(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:x.Mail|}); }")]
    [InlineData("static void Log(Row r, ILogger l) => l.LogInformation(\"{T}\", r.Mail); void M(Customer c) { var r = new Row { Mail = c.Email }; Log({|PRIV1001:r|}, logger); }")]
    public Task A_callee_has_a_copy(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(Row + members));

    [Theory]
    [InlineData("void M(Customer c) { var t = (Mail: c.Email, N: 1); var u = t; u.Mail = \"x\"; logger.LogInformation(\"{T} {U}\", {|PRIV1001:t.Mail|}, u.Mail); }")]
    [InlineData("void M(Customer c) { var rows = new List<Row>(); var r = new Row(); rows.Add(r); r.Mail = c.Email; logger.LogInformation(\"{T}\", rows[0].Mail); }")]
    [InlineData("void M(Customer c) { var rows = new List<Row>(); var r = new Row { Mail = c.Email }; rows.Add(r); r.Mail = \"\"; logger.LogInformation(\"{T} {U}\", {|PRIV1001:rows[0].Mail|}, r.Mail); }")]
    [InlineData("Row M(Customer c, Box b) { var r = b.Row; r.Mail = c.Email; logger.LogInformation(\"{T} {U}\", b.Row.Mail, {|PRIV1001:r.Mail|}); return r; }")]
    [InlineData("void M(Customer c) { var b = new Box(); b.Rows[0].Mail = c.Email; var r = b.Rows[0]; r.Mail = \"\"; logger.LogInformation(\"{T} {U}\", {|PRIV1001:b.Rows[0].Mail|}, r.Mail); }")]
    public Task Structs_that_are_put_elsewhere_are_copied(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(Row + members));
}

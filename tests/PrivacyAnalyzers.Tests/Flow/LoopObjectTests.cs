using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>Objects that come from elsewhere in each round of a loop: each is one of its own, and what was written into it stays.</summary>
public class LoopObjectTests
{
    [Theory]
    [InlineData("interface I { Dto Get(); } void M(Customer c, I i) { var list = new List<Dto>(); while (true) { var copy = i.Get(); if (list.Count > 3) break; copy.Mail = c.Email; list.Add(copy); } logger.LogInformation(\"{T}\", {|PRIV1001:list[0].Mail|}); }")]
    [InlineData("interface I { Dto Get(); } void M(Customer c, I i) { Dto? last = null; while (true) { var d = i.Get(); if (last != null) break; d.Mail = c.Email; last = d; } logger.LogInformation(\"{T}\", {|PRIV1001:last.Mail|}); }")]
    [InlineData("interface I { Dto Get(); } void M(Customer c, I i, int[] xs) { foreach (var x in xs) { var d = i.Get(); logger.LogInformation(\"{T}\", d.Mail); d.Mail = c.Email; } }")]
    [InlineData("interface I { Dto Get(); } void M(Customer c, I i, int[] xs) { var l = new List<Dto>(); foreach (var x in xs) { var d = i.Get(); d.Mail = c.Email; d.Mail = \"x\"; l.Add(d); } logger.LogInformation(\"{T}\", l[0].Mail); }")]
    public Task Objects(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("struct S { public string Name; } void M(Customer c, S input, int[] xs) { var list = new List<S>(); foreach (var x in xs) { var copy = input; copy.Name = c.Email; list.Add(copy); } logger.LogInformation(\"{T} {U}\", {|PRIV1001:list[0].Name|}, input.Name); }")]
    [InlineData("struct S { public string Name; } void M(Customer c, S input) { var list = new List<S>(); while (true) { var copy = input; if (list.Count > 3) break; copy.Name = c.Email; list.Add(copy); } logger.LogInformation(\"{T}\", {|PRIV1001:list[0].Name|}); }")]
    [InlineData("struct S { public string Name; } void M(Customer c, S input, int[] xs) { var list = new List<S>(); foreach (var x in xs) { var copy = input; foreach (var y in list) logger.LogInformation(\"{T}\", {|PRIV1001:y.Name|}); copy.Name = c.Email; list.Add(copy); } }")]
    [InlineData("struct S { public string Name; } interface I { S Get(); } void M(Customer c, I i) { var list = new List<S>(); while (true) { var copy = i.Get(); if (list.Count > 3) break; copy.Name = c.Email; list.Add(copy); } logger.LogInformation(\"{T}\", {|PRIV1001:list[0].Name|}); }")]
    [InlineData("struct S { public string Name; } void M(Customer c, S input, int[] xs) { var list = new List<S>(); S last = input; foreach (var x in xs) { var copy = input; copy.Name = \"x\"; logger.LogInformation(\"{T}\", copy.Name); copy.Name = c.Email; copy.Name = \"y\"; list.Add(copy); } logger.LogInformation(\"{T}\", list[0].Name); }")]
    [InlineData("record struct S(string Name); void M(Customer c, S input) { var list = new List<S>(); while (true) { var copy = input with { Name = \"x\" }; if (list.Count > 3) break; copy.Name = c.Email; list.Add(copy); } logger.LogInformation(\"{T}\", {|PRIV1001:list[0].Name|}); }")]
    [InlineData("void M(Customer c, (string, string) input) { var list = new List<(string, string)>(); while (true) { var copy = input; if (list.Count > 3) break; copy.Item2 = c.Email; list.Add(copy); } logger.LogInformation(\"{T} {U}\", list[0].Item1, {|PRIV1001:list[0].Item2|}); }")]
    [InlineData("struct S { public string Name; } void M(Customer c, S input) { var list = new List<S>(); while (true) { var copy = input; logger.LogInformation(\"{T}\", copy.Name); if (list.Count > 3) break; copy.Name = c.Email; list.Add(copy); } }")]
    public Task Copies(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("struct S { public string Name; } void M(Customer c, S input) { object o = input; input.Name = c.Email; logger.LogInformation(\"{T}\", ((S)o).Name); }")]
    [InlineData("struct S { public string Name; } void M(Customer c, S input) { var l = new List<object>(); while (true) { var copy = input; if (l.Count > 3) break; copy.Name = c.Email; l.Add(copy); } foreach (S s in l) logger.LogInformation(\"{T}\", {|PRIV1001:s.Name|}); }")]
    [InlineData("struct S { public string Name; } void M(Customer c, S input) { input.Name = c.Email; object o = input; input.Name = \"x\"; logger.LogInformation(\"{T} {U}\", {|PRIV1001:((S)o).Name|}, input.Name); }")]
    public Task Boxes(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("struct Held { public Dto Dto; } interface IGet { Held Get(); } static void Fill(Held p, Customer c) { p.Dto.Mail = c.Email; } void M(Customer c, IGet g) { var t = g.Get(); Fill(t, c); logger.LogInformation(\"{T}\", {|PRIV1001:t.Dto.Mail|}); }")]
    public Task References_of_a_copy(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));
}

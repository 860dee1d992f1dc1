using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>A variable that several lambdas have captured is one, also where they leave the method that made them.</summary>
public class SharedVariableTests
{
    [Theory]
    [InlineData("static (Action<string> Set, Func<string> Get) Cell() { string v = \"\"; return (t => v = t, () => v); } void M(Customer c) { var (set, get) = Cell(); set(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:get()|}); }")]
    [InlineData("static (Action<string> Set, Func<string> Get) Cell() { string v = \"\"; return (t => v = t, () => v); } static (Action<string> Set, Func<string> Get) Same() { var a = Cell(); return (a.Set, a.Get); } void M(Customer c) { var x = Same(); x.Set(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:x.Get()|}); }")]
    [InlineData("static (Action<string> Set, Func<Func<string>> Get) Cell() { string v = \"\"; return (t => v = t, () => () => v); } void M(Customer c) { var (set, get) = Cell(); var inner = get(); set(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:inner()|}); }")]
    [InlineData("class Cell { public Action<string> Set; public Func<string> Get; public Cell() { string v = \"\"; Set = t => v = t; Get = () => v; } } void M(Customer c) { var x = new Cell(); x.Set(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:x.Get()|}); }")]
    [InlineData("static (Action<string> Set, Func<string> Get) Cell(string v) => (t => v = t, () => v); void M(Customer c) { var (set, get) = Cell(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:get()|}); set(\"x\"); logger.LogInformation(\"{T}\", get()); }")]
    [InlineData("static Func<string> Run(Action<Action<string>> use) { string v = \"\"; use(t => v = t); return () => v; } void M(Customer c) { var get = Run(set => set(c.Email)); logger.LogInformation(\"{T}\", {|PRIV1001:get()|}); }")]
    [InlineData("static (Action<string> Set, Func<string> Get) Cell() { string v = \"\"; return (t => v = t, () => v); } void M(Customer c, bool b) { var (set, get) = Cell(); if (b) set(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:get()|}); }")]
    [InlineData("static Func<string, string> Last() { string v = \"\"; return t => { var old = v; v = t; return old; }; } void M(Customer c) { var last = Last(); last(c.Email); var r = last(\"x\"); logger.LogInformation(\"{T}\", {|PRIV1001:r|}); }")]
    public Task Written_by_one_and_read_by_another(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("static (Action<string> Set, Func<string> Get) Cell() { string v = \"\"; return (t => v = t, () => v); } void M(Customer c) { var (set, get) = Cell(); set(c.Email); set(\"x\"); logger.LogInformation(\"{T}\", get()); }")]
    [InlineData("static (Action<string> Set, Func<string> Get) Cell() { string v = \"\"; return (t => v = t, () => v); } void M(Customer c) { var (set, get) = Cell(); logger.LogInformation(\"{T}\", get()); set(c.Email); }")]
    [InlineData("static (Action<string> Set, Func<string> Get) Cell() { string v = \"\"; return (t => v = t, () => v); } void M(Customer c, int[] xs) { foreach (var x in xs) { var (set, get) = Cell(); logger.LogInformation(\"{T}\", get()); set(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:get()|}); set(\"y\"); logger.LogInformation(\"{T}\", get()); } }")]
    public Task Overwritten(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("static (Action<string> Set, Func<string> Get) Cell() { string v = \"\"; return (t => v = t, () => v); } void M(Customer c) { var a = Cell(); var b = Cell(); a.Set(c.Email); logger.LogInformation(\"{T} {U}\", {|PRIV1001:a.Get()|}, b.Get()); }")]
    [InlineData("static (Action<string> Set, Func<string> Get) Cell() { string v = \"\"; return (t => v = t, () => v); } static (Action<string> Set, Func<string> Get) Two() { var a = Cell(); var b = Cell(); return (a.Set, b.Get); } void M(Customer c) { var x = Two(); x.Set(c.Email); logger.LogInformation(\"{T}\", x.Get()); }")]
    [InlineData("class Cell { public Action<string> Set; public Func<string> Get; public Cell() { string v = \"\"; Set = t => v = t; Get = () => v; } } void M(Customer c) { var x = new Cell(); var y = new Cell(); x.Set(c.Email); logger.LogInformation(\"{T} {U}\", {|PRIV1001:x.Get()|}, y.Get()); x.Set(\"\"); logger.LogInformation(\"{T}\", x.Get()); }")]
    public Task Each_call_has_its_own(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("static (Action<string> Set, Func<string> Get) Cell(int[] xs) { string v = \"\"; int n = 0; foreach (var x in xs) n += x; return (t => v = t, () => v + n); } void M(Customer c, int[] xs) { var (set, get) = Cell(xs); set(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:get()|}); set(\"x\"); logger.LogInformation(\"{T}\", get()); }")]
    [InlineData("static (Action<string> Set, Func<string> Get) Cell(string v) { while (v.Length > 3) v = v.Substring(1); return (t => v = t, () => v); } void M(Customer c) { var (set, get) = Cell(\"x\"); set(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:get()|}); }")]
    public Task In_a_body_with_a_loop(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("static (Action<string> Set, Func<string> Get) Cell(int[] xs) { string v = \"\"; foreach (var x in xs) { } return (t => v = t, () => v); } void M(Customer c, int[] xs) { var a = Cell(xs); var b = Cell(xs); a.Set(c.Email); logger.LogInformation(\"{T} {U}\", {|PRIV1001:a.Get()|}, b.Get()); }")]
    public Task In_a_body_with_a_loop_each_call_has_its_own(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("static (Action<string> Set, Func<string> Get) Cell() { var d = new Dto(); return (t => d.Mail = t, () => d.Mail); } void M(Customer c) { var (set, get) = Cell(); set(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:get()|}); }")]
    [InlineData("static (Action<string> Set, Func<string> Get) Cell() { var d = new List<string>(); return (t => d.Add(t), () => d[0]); } void M(Customer c) { var (set, get) = Cell(); set(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:get()|}); }")]
    public Task Objects_are_shared_as_they_are(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));
}

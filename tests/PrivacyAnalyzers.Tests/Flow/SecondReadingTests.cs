using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>Ways that a value was lost on, or was seen on by mistake, and that reading the engine once more brought to light.</summary>
public class SecondReadingTests
{
    [Theory]
    [InlineData("class Vm { static object Get() => new(); static void Set(object o) { } public string Mail { get => (string)Get(); set => Set(value); } } void Show(Vm vm) => logger.LogInformation(\"{T}\", vm.Mail); void M(Customer c) { var vm = new Vm(); vm.Mail = c.Email; Show({|PRIV1001:vm|}); }")]
    [InlineData("record P(string First, string Last) { public string Shown => First + Last; } void M(P p, Customer c) { var q = p with { First = c.Email }; logger.LogInformation(\"{T}\", {|PRIV1001:q.Shown|}); }")]
    [InlineData("struct S { public string A; public string Shown => \"x\" + A; } void Show(S s) { foreach (var x in new[] { s }) logger.LogInformation(\"{T}\", x.Shown); } void M(Customer c) => Show({|PRIV1001:new S { A = c.Email }|});")]
    [InlineData("void M(Customer c, bool named) { object tag = 3; if ((named ? c.Email : tag) is string text) logger.LogInformation(\"{T}\", {|PRIV1001:text|}); }")]
    [InlineData("void M(Customer c) { object? mail = c.Email; object tag = 3; if ((mail ?? tag) is string text) logger.LogInformation(\"{T}\", {|PRIV1001:text|}); }")]
    [InlineData("void M(Customer c) { object o = (Name: c.Email, Age: 3); if (o is ValueTuple<string, int> t) logger.LogInformation(\"{T}\", {|PRIV1001:t.Item1|}); }")]
    [InlineData("interface IMaker { Dto Make(Customer c); } class A : IMaker { public Dto Make(Customer c) => new Dto { Mail = c.Email }; } class B : IMaker { public Dto Make(Customer c) => new Dto { Mail = \"x\" }; } void M(Customer c, IMaker m) => logger.LogInformation(\"{T}\", {|PRIV1001:m.Make(c).Mail|});")]
    [InlineData("interface IPut { void Put(Dto d, string t); } class A : IPut { public void Put(Dto d, string t) => d.Mail = t; } class B : IPut { public void Put(Dto d, string t) => d.Plan = t; } void M(IPut p, Customer c) { var d = new Dto(); try { p.Put(d, \"x\"); p.Put(d, c.Email); } catch (Exception) { logger.LogInformation(\"{T}\", {|PRIV1001:d.Mail|}); } }")]
    [InlineData("struct Row { public string Mail; } void Send(object o, List<string> keep) { logger.LogInformation(\"{T}\", keep.Count); keep.Add(((Row)o).Mail); } void M(string[] all, Customer c) { var keep = new List<string>(); foreach (var x in all) { Row row = new() { Mail = c.Email }; Send(row, keep); } logger.LogInformation(\"{T}\", {|PRIV1001:string.Join(\",\", keep)|}); }")]
    public Task Found(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void M(Customer c) { dynamic bag = new System.Dynamic.ExpandoObject(); bag.Mail = c.Email; bag.Note = \"x\"; logger.LogInformation(\"{T}\", (object)bag.Note); }")]
    [InlineData("record Row(int Id) { [Identifier] internal string Mail = \"\"; [NotPersonal(\"a house\")] public string Domain => Mail.Split('@')[1]; } void M(Row row) => logger.LogInformation(\"{T}\", row);")]
    [InlineData("void M(bool b) { Delegate w = b ? new Action<string, object>(Console.WriteLine) : new Action<string>(Console.WriteLine); if (w is Action<string> one) one(\"x\"); }")]
    public Task Quiet(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));
}

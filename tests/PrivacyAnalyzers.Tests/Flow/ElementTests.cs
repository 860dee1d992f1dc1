using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>The places of elements: kept apart where they are known, and no longer where they may have changed.</summary>
public class ElementTests
{
    [Theory]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Plan, c.Email }; logger.LogInformation(\"{T} {U}\", l[0], {|PRIV1001:l[1]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Plan }; l.Add(c.Email); logger.LogInformation(\"{T} {U}\", l[0], {|PRIV1001:l[1]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Plan, c.Email }; l.Clear(); l.Add(c.Plan); logger.LogInformation(\"{T}\", l[0]); }")]
    public Task Elements_of_a_list_have_places(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Plan, c.Email }; l.RemoveAt(0); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Plan }; l.Insert(0, c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Plan, c.Email }; l.Reverse(); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("static void Drop(IList<string> l) => l.RemoveAt(0); void M(Customer c) { var l = new List<string> { c.Plan, c.Email }; Drop(l); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("static void Put(List<string> l, string t, int i) => l[i] = t; void M(Customer c) { var l = new List<string> { c.Plan }; Put(l, c.Email, 0); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("static void Put(Dictionary<string, string> d, string k, string t) => d[k] = t; void M(Customer c, string k) { var d = new Dictionary<string, string> { [\"a\"] = c.Plan }; Put(d, k, c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:d[\"a\"]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Plan, c.Email }; Array.Reverse(l.ToArray()); logger.LogInformation(\"{T}\", l[0]); }")]
    public Task Elements_that_change_places_may_be_anywhere(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void M(Customer c, bool b) { var l = new List<string>(); l.Add(c.Email); if (b) l[0] = \"x\"; logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("void M(Customer c, bool b, string k) { var d = new Dictionary<string, string>(); d[k] = c.Email; if (b) d[\"a\"] = \"x\"; logger.LogInformation(\"{T}\", {|PRIV1001:d[\"a\"]|}); }")]
    [InlineData("void M(Customer c, bool b, string k) { var d = new Dictionary<string, string>(); var e = new Dictionary<string, string>(); d[k] = c.Email; (b ? d : e)[\"a\"] = \"x\"; logger.LogInformation(\"{T}\", {|PRIV1001:d[\"a\"]|}); }")]
    [InlineData("void M(Customer c, bool b) { var l = new List<string> { c.Email }; var m = new List<string> { c.Email }; (b ? l : m).Clear(); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    public Task An_element_that_only_one_way_names_may_be_any(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void M(Customer c) { var t = c.Email.ToCharArray(); Array.Clear(t); logger.LogInformation(\"{T}\", new string(t)); }")]
    [InlineData("void M(Customer c) { var t = c.Email.ToCharArray(); t.AsSpan().Fill('x'); logger.LogInformation(\"{T}\", new string(t)); }")]
    [InlineData("void M(Customer c) { var t = c.Email.ToCharArray(); var u = c.Email.ToCharArray(); Array.Clear(t); logger.LogInformation(\"{T}\", {|PRIV1001:new string(u)|}); }")]
    [InlineData("void M(Customer c) { var t = c.Email.ToCharArray(); Array.Clear(t, 0, 1); logger.LogInformation(\"{T}\", {|PRIV1001:new string(t)|}); }")]
    [InlineData("void M(Customer c) { var t = c.Email.ToCharArray(); t.AsSpan(1).Clear(); logger.LogInformation(\"{T}\", {|PRIV1001:new string(t)|}); }")]
    [InlineData("void M(Customer c) { var t = new StringBuilder(c.Email); t.Remove(0, 3); logger.LogInformation(\"{T}\", {|PRIV1001:t.ToString()|}); }")]
    [InlineData("void M(Customer c, StringBuilder o) { var t = new StringBuilder(c.Email); t.Remove(0, o.Length); logger.LogInformation(\"{T}\", {|PRIV1001:t.ToString()|}); }")]
    public Task What_is_overwritten_is_gone(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void M(Customer c) { object o = c.Email; if (o is int n) logger.LogInformation(\"{T}\", n); }")]
    [InlineData("void M(Customer c) { object o = c.Email; if (o is IComparable n) logger.LogInformation(\"{T}\", {|PRIV1001:n|}); }")]
    [InlineData("void M(Customer c) { object o = c.Balance; if (o is decimal n) logger.LogInformation(\"{T}\", {|PRIV1001:n|}); }")]
    [InlineData("void M(Customer c, bool b) { object o = c.Email; if (b) o = c.Email[0]; if (o is char n) logger.LogInformation(\"{T}\", {|PRIV1001:n|}); }")]
    [InlineData("static void Put(out object o, Customer c) => o = c.Balance; void M(Customer c) { object o = \"x\"; Put(out o, c); if (o is decimal n) logger.LogInformation(\"{T}\", {|PRIV1001:n|}); }")]
    [InlineData("void M(Customer c, object v) { if (v is object o) { o = c.Email; if (o is int n) logger.LogInformation(\"{T}\", {|PRIV1001:n|}); } }")]
    public Task A_type_test_lets_through_what_can_be_of_the_type(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("class Bad : Exception { public int N; public Bad(string t) : base(\"bad\") => N = t.Length; } void M(Customer c) => throw new Bad(c.Email);")]
    [InlineData("class Bad(string t) : Exception(\"bad\") { public bool Is { get; } = t is not null; } void M(Customer c) => throw new Bad(c.Email);")]
    [InlineData("class Bad(string t) : Exception(\"bad\") { public string T => t; } void M(Customer c) => throw new Bad({|PRIV1003:c.Email|});")]
    [InlineData("class Bad(string t) : Exception(\"bad \" + t) { } void M(Customer c) => throw new Bad({|PRIV1003:c.Email|});")]
    [InlineData("class Bad : Exception { public Bad(string t) : this(t, 1) { } public Bad(string t, int n) : base(t) { } } void M(Customer c) => throw new Bad({|PRIV1003:c.Email|});")]
    public Task What_an_exception_only_measures_does_not_show(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("class P { [System.Text.Json.Serialization.JsonIgnore, Identifier] public string M { get; set; } = \"\"; } void M(P p) { logger.LogInformation(\"{T}\", System.Text.Json.JsonSerializer.Serialize(p)); logger.LogInformation(\"{T}\", {|PRIV1005:Newtonsoft.Json.JsonConvert.SerializeObject(p)|}); }")]
    [InlineData("class P { [Newtonsoft.Json.JsonIgnore, Identifier] public string M { get; set; } = \"\"; } void M(P p) { logger.LogInformation(\"{T}\", {|PRIV1005:System.Text.Json.JsonSerializer.Serialize(p)|}); logger.LogInformation(\"{T}\", Newtonsoft.Json.JsonConvert.SerializeObject(p)); }")]
    [InlineData("[System.Runtime.Serialization.DataContract] class P { [Identifier] public string M { get; set; } = \"\"; } void M(P p) { logger.LogInformation(\"{T}\", {|PRIV1005:System.Text.Json.JsonSerializer.Serialize(p)|}); logger.LogInformation(\"{T}\", Newtonsoft.Json.JsonConvert.SerializeObject(p)); }")]
    [InlineData("[System.Runtime.Serialization.DataContract] class P { [System.Runtime.Serialization.DataMember, Identifier] public string M { get; set; } = \"\"; } void M(P p) => logger.LogInformation(\"{T}\", {|PRIV1005:Newtonsoft.Json.JsonConvert.SerializeObject(p)|});")]
    [InlineData("class P { [System.Xml.Serialization.XmlIgnore, Identifier] public string M { get; set; } = \"\"; } void M(P p) => logger.LogInformation(\"{T}\", {|PRIV1005:System.Text.Json.JsonSerializer.Serialize(p)|});")]
    [InlineData("class P { [Identifier] public string M = \"\"; } void M(P p) { logger.LogInformation(\"{T}\", System.Text.Json.JsonSerializer.Serialize(p)); logger.LogInformation(\"{T}\", {|PRIV1005:Newtonsoft.Json.JsonConvert.SerializeObject(p)|}); }")]
    public Task Each_serializer_heeds_its_own_attributes(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));
}

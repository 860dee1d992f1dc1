using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>Lists and dictionaries that are changed through interfaces from before there were generics, and such collections themselves.</summary>
public class UntypedCollectionTests
{
    [Theory]
    [InlineData("void M(Customer c) { var l = new List<string>(); ((System.Collections.IList)l).Add(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Plan }; System.Collections.IList v = l; v.Add(c.Email); logger.LogInformation(\"{T} {U}\", l[0], {|PRIV1001:l[1]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Plan }; System.Collections.IList v = l; v.Insert(0, c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Plan }; System.Collections.IList v = l; v[0] = c.Email; logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Email, \"x\" }; System.Collections.IList v = l; v.RemoveAt(0); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string> { \"x\", c.Email }; System.Collections.IList v = l; v.RemoveAt(0); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("static void Put(System.Collections.IList l, object o) => l.Add(o); void M(Customer c) { var l = new List<string>(); Put(l, c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("static void Drop(System.Collections.IList l) => l.RemoveAt(0); void M(Customer c) { var l = new List<string> { c.Plan, c.Email }; Drop(l); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("void M(Customer c) { var a = new string[2]; System.Collections.IList v = a; v[0] = c.Email; logger.LogInformation(\"{T} {U}\", {|PRIV1001:a[0]|}, a[1]); }")]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Email }; System.Collections.IList v = l; v.Remove(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("class Base { protected List<string> All = new(); } class Names : Base { public void Put(string s) => ((System.Collections.IList)All).Add(s); public string One => All[0]; } void M(Customer c) { var l = new Names(); l.Put(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:l.One|}); }")]
    public Task A_list_through_its_interface(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void M(Customer c) { var d = new Dictionary<string, string>(); System.Collections.IDictionary v = d; v[\"k\"] = c.Email; v[\"p\"] = c.Plan; logger.LogInformation(\"{T} {U}\", {|PRIV1001:d[\"k\"]|}, d[\"p\"]); }")]
    [InlineData("void M(Customer c) { var d = new Dictionary<string, string>(); System.Collections.IDictionary v = d; v.Add(\"k\", c.Email); v.Add(\"p\", c.Plan); logger.LogInformation(\"{T} {U}\", {|PRIV1001:d[\"k\"]|}, d[\"p\"]); }")]
    [InlineData("void M(Customer c) { var d = new Dictionary<string, string> { [\"k\"] = c.Email }; System.Collections.IDictionary v = d; v.Remove(\"k\"); v[\"p\"] = \"x\"; logger.LogInformation(\"{T}\", d[\"k\"]); }")]
    public Task A_dictionary_through_its_interface(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Email }; System.Collections.IList v = l; v.Clear(); l.Add(\"x\"); logger.LogInformation(\"{T}\", l[0]); }")]
    [InlineData("void M(Customer c) { var d = new Dictionary<string, string> { [\"k\"] = c.Email }; System.Collections.IDictionary v = d; v.Clear(); d[\"a\"] = \"x\"; logger.LogInformation(\"{T}\", d[\"a\"]); }")]
    [InlineData("void M(Customer c) { var l = new System.Collections.ArrayList { c.Email }; l.Clear(); l.Add(\"x\"); logger.LogInformation(\"{T}\", l[0]); }")]
    public Task Emptied(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void M(Customer c) { var l = new System.Collections.ArrayList(); l.Add(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("void M(Customer c) { var l = new System.Collections.Hashtable(); l[\"k\"] = c.Email; l.Add(\"p\", c.Plan); logger.LogInformation(\"{T} {U}\", {|PRIV1001:l[\"k\"]|}, l[\"p\"]); }")]
    [InlineData("void M(Customer c) { var l = new System.Collections.Queue(); l.Enqueue(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:l.Dequeue()|}); }")]
    [InlineData("void M(Customer c) { var l = new System.Collections.Stack(); l.Push(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:l.Pop()|}); }")]
    [InlineData("void M(Customer c) { var l = new System.Collections.ArrayList { c.Email }; foreach (string s in l) logger.LogInformation(\"{T}\", {|PRIV1001:s|}); }")]
    [InlineData("void M(Customer c) { var l = new System.Collections.ArrayList { c.Email }; foreach (string s in l.Cast<string>()) logger.LogInformation(\"{T}\", {|PRIV1001:s|}); }")]
    [InlineData("void M(Customer c) { var l = new System.Collections.Specialized.StringCollection(); l.Add(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("void M(Customer c) { var l = new System.Collections.Specialized.OrderedDictionary(); l.Add(\"k\", c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:l[\"k\"]|}); }")]
    [InlineData("void M(Customer c) { var l = new System.Collections.SortedList(); l.Add(\"k\", c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:l.GetByIndex(0)|}); }")]
    [InlineData("void M(Customer c) { var l = new System.Collections.ArrayList { c.Email }; logger.LogInformation(\"{T}\", {|PRIV1001:l|}); }")]
    [InlineData("void M(Customer c) { var l = new System.Collections.ArrayList { c.Email }; var a = l.ToArray(); logger.LogInformation(\"{T}\", {|PRIV1001:a[0]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Email }; var a = new System.Collections.ArrayList(l); logger.LogInformation(\"{T}\", {|PRIV1001:a[0]|}); }")]
    [InlineData("void M(Customer c) { var a = new string[2]; a.SetValue(c.Email, 0); logger.LogInformation(\"{T}\", {|PRIV1001:a[0]|}); logger.LogInformation(\"{T}\", {|PRIV1001:a.GetValue(0)|}); }")]
    [InlineData("void M(Customer c) { var l = new System.Collections.Specialized.NameValueCollection(); l.Add(\"k\", c.Email); l[\"p\"] = \"x\"; logger.LogInformation(\"{T} {U}\", {|PRIV1001:l[\"k\"]|}, l[\"p\"]); }")]
    public Task Collections_without_types(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void M(Customer c) { var l = new System.Collections.Hashtable(); l.Add(\"k\", c.Email); foreach (System.Collections.DictionaryEntry e in l) logger.LogInformation(\"{T} {U}\", e.Key, {|PRIV1001:e.Value|}); }")]
    [InlineData("void M(Customer c) { var l = new System.Collections.Hashtable(); l.Add(c.Email, \"x\"); foreach (System.Collections.DictionaryEntry e in l) logger.LogInformation(\"{T} {U}\", {|PRIV1001:e.Key|}, e.Value); }")]
    [InlineData("void M(Customer c) { ICollection<KeyValuePair<string, string>> d = new Dictionary<string, string>(); d.Add(new KeyValuePair<string, string>(\"k\", c.Email)); foreach (var e in d) logger.LogInformation(\"{T} {U}\", e.Key, {|PRIV1001:e.Value|}); }")]
    [InlineData("void M(Customer c) { var l = new System.Collections.Hashtable(); l.Add(\"k\", c.Email); foreach (var e in l.Cast<System.Collections.DictionaryEntry>()) logger.LogInformation(\"{T} {U}\", e.Key, {|PRIV1001:e.Value|}); }")]
    public Task Entries(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Email }; logger.LogInformation(\"{T}\", ((System.Collections.ICollection)l).Count); logger.LogInformation(\"{T}\", ((System.Collections.IList)l).Contains(c.Email)); logger.LogInformation(\"{T}\", ((System.Collections.IList)l).IndexOf(c.Email)); }")]
    [InlineData("void M(Customer c) { var l = new List<string> { \"x\" }; System.Collections.IList v = l; foreach (var x in v) logger.LogInformation(\"{T}\", x); }")]
    public Task Measured(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));
}

using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>Lists that library code changes, lists over other lists, and lists of a type of their own.</summary>
public class ListViewTests
{
    [Theory]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Plan }; System.Runtime.InteropServices.CollectionsMarshal.AsSpan(l)[0] = c.Email; logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Plan }; var s = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(l); s[0] = c.Email; logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Email }; foreach (ref var s in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(l)) logger.LogInformation(\"{T}\", {|PRIV1001:s|}); }")]
    [InlineData("void M(Customer c) { var d = new Dictionary<string, string>(); System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(d, \"k\", out _) = c.Email; logger.LogInformation(\"{T}\", {|PRIV1001:d[\"k\"]|}); }")]
    [InlineData("void M(Customer c) { var d = new Dictionary<string, string>(); ref string? v = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(d, \"k\", out _); v = c.Email; logger.LogInformation(\"{T}\", {|PRIV1001:d[\"k\"]|}); }")]
    public Task By_spans_and_slots(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void M(Customer c) { var a = new[] { c.Email }; var b = new string[1]; Array.Copy(a, b, 1); logger.LogInformation(\"{T}\", {|PRIV1001:b[0]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Email }; var b = new string[1]; l.CopyTo(b); logger.LogInformation(\"{T}\", {|PRIV1001:b[0]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Email }; var b = new string[1]; ((System.Collections.ICollection)l).CopyTo(b, 0); logger.LogInformation(\"{T}\", {|PRIV1001:b[0]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string> { c.Email }; var b = new List<string>(); b.AddRange(l); logger.LogInformation(\"{T}\", {|PRIV1001:b[0]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string>(c.Email.Split('@')); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("void M(Customer c) { var a = new[] { c.Email, \"x\" }; var b = (string[])a.Clone(); logger.LogInformation(\"{T}\", {|PRIV1001:b[0]|}); }")]
    [InlineData("void M(Customer c) { var a = new[] { new Dto { Mail = c.Email } }; var b = (Dto[])a.Clone(); logger.LogInformation(\"{T} {U}\", {|PRIV1001:b[0].Mail|}, b[0].Plan); }")]
    public Task Copied(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void M(Customer c) { var b = new System.Collections.ObjectModel.Collection<string>(); b.Add(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:b[0]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string>(); var b = new System.Collections.ObjectModel.Collection<string>(l); b.Add(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string>(); var b = l.AsReadOnly(); l.Add(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:b[0]|}); }")]
    [InlineData("void M(Customer c) { var l = new List<string>(); var b = new System.Collections.ObjectModel.ReadOnlyCollection<string>(l); l.Add(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:b[0]|}); }")]
    [InlineData("void M(Customer c) { var l = new System.Collections.ObjectModel.Collection<string> { c.Plan, c.Email }; l.RemoveAt(0); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    public Task One_list_over_another(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("class Names : List<string> { } void M(Customer c) { var l = new Names(); l.Add(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("class Names : List<string> { } void M(Customer c) { var l = new Names { c.Plan, c.Email }; logger.LogInformation(\"{T} {U}\", l[0], {|PRIV1001:l[1]|}); }")]
    [InlineData("class Names : List<string> { public Names(IEnumerable<string> all) : base(all) { } } void M(Customer c) { var l = new Names(new[] { c.Email }); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("class Names : List<string> { public Names(string one) { Add(one); } } void M(Customer c) { var l = new Names(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("class Names : List<string> { public void Put(string one) => Add(one); } void M(Customer c) { var l = new Names(); l.Put(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("class Names : List<string> { public string Firsts => this[0]; } void M(Customer c) { var l = new Names { c.Email }; logger.LogInformation(\"{T}\", {|PRIV1001:l.Firsts|}); }")]
    [InlineData("class Names : List<string> { public string All => string.Join(\",\", this); } void M(Customer c) { var l = new Names(); l.Add(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:l.All|}); }")]
    [InlineData("class Names(IEnumerable<string> all) : List<string>(all) { } void M(Customer c) { var l = new Names(new[] { c.Email }); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("class Names : System.Collections.ObjectModel.Collection<string> { protected override void InsertItem(int index, string item) => base.InsertItem(index, item.Trim()); } void M(Customer c) { var l = new Names(); l.Add(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("class Names : List<string> { public new void Clear() { } } void M(Customer c) { var l = new Names { c.Email }; l.Clear(); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("class Names : List<string> { public new void Add(string s) { } } void M(Customer c) { var l = new Names(); l.Add(c.Email); l.Add(\"x\"); logger.LogInformation(\"{T}\", l.Count); }")]
    [InlineData("class Map : Dictionary<string, string> { } void M(Customer c) { var l = new Map { [\"k\"] = c.Email, [\"p\"] = \"x\" }; logger.LogInformation(\"{T} {U}\", {|PRIV1001:l[\"k\"]|}, l[\"p\"]); }")]
    [InlineData("class Names : IEnumerable<string> { private readonly List<string> _all = new(); public void Add(string s) => _all.Add(s); public IEnumerator<string> GetEnumerator() => _all.GetEnumerator(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); } void M(Customer c) { var l = new Names { c.Email }; foreach (var s in l) logger.LogInformation(\"{T}\", {|PRIV1001:s|}); }")]
    public Task A_list_type_of_ones_own(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("class Names : List<string> { public void Empty() => Clear(); } void M(Customer c) { var l = new Names { c.Email }; l.Empty(); l.Add(\"x\"); logger.LogInformation(\"{T}\", l[0]); }")]
    [InlineData("static void Empty(System.Collections.IList l) => l.Clear(); void M(Customer c, bool b) { var l = new List<string> { c.Email }; var m = new List<string> { c.Email }; Empty(b ? l : m); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("static void Empty(System.Collections.IList l) => l.Clear(); void M(Customer c) { var l = new List<string> { c.Email }; Empty(l); l.Add(\"x\"); logger.LogInformation(\"{T}\", l[0]); }")]
    [InlineData("static void Fresh(List<string> l) { l.Clear(); l.Add(\"x\"); } void M(Customer c) { var l = new List<string> { c.Email }; Fresh(l); logger.LogInformation(\"{T}\", l[0]); }")]
    [InlineData("static void Fresh(List<string> l, bool b) { if (b) l.Clear(); } void M(Customer c, bool b) { var l = new List<string> { c.Email }; Fresh(l, b); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("static void Fresh(Dictionary<string, string> l, Customer c) { l.Clear(); l[\"a\"] = c.Email; l[\"b\"] = \"x\"; } void M(Customer c) { var l = new Dictionary<string, string> { [\"b\"] = c.Email }; Fresh(l, c); logger.LogInformation(\"{T} {U}\", l[\"b\"], {|PRIV1001:l[\"a\"]|}); }")]
    [InlineData("static void Fresh(List<string> l) { var copy = l.ToList(); l.Clear(); l.AddRange(copy); } void M(Customer c) { var l = new List<string> { c.Email }; Fresh(l); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("class Box { public List<string> L = new(); public void Fresh() { L.Clear(); } } void M(Customer c) { var b = new Box(); b.L.Add(c.Email); b.Fresh(); logger.LogInformation(\"{T}\", b.L[0]); }")]
    [InlineData("static void Fresh(List<string> l) { l = new List<string>(); l.Clear(); } void M(Customer c) { var l = new List<string> { c.Email }; Fresh(l); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    [InlineData("static void Fresh(string[] l) { for (int i = 0; i < l.Length; i++) l[i] = \"\"; } void M(Customer c) { var l = new[] { c.Email }; Fresh(l); logger.LogInformation(\"{T}\", {|PRIV1001:l[0]|}); }")]
    public Task Emptied_by_a_callee(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));
}

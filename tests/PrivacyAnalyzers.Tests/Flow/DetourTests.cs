using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>Ways of the language and of libraries that hold a value, or hand it on, by other names.</summary>
public class DetourTests
{
    [Theory]
    [InlineData("void M(Customer c) { string s = \"\"; ref string r = ref s; r = c.Email; logger.LogInformation(\"{T}\", {|PRIV1001:s|}); }")]
    [InlineData("void M(Customer c) { string s = \"\"; ref string r = ref s; s = c.Email; logger.LogInformation(\"{T}\", {|PRIV1001:r|}); }")]
    [InlineData("void M(Customer c) { string s = c.Email; ref string r = ref s; r = \"\"; logger.LogInformation(\"{T}\", s); }")]
    [InlineData("void M(Customer c, bool b) { string s = \"\"; string t = \"\"; ref string r = ref s; if (b) r = ref t; r = c.Email; logger.LogInformation(\"{T}\", {|PRIV1001:s|}); logger.LogInformation(\"{T}\", {|PRIV1001:t|}); }")]
    [InlineData("void M(Span<string> s, Customer c) { ref string a = ref s[0]; ref string b = ref s[1]; ref string t = ref a; a = ref b; b = ref t; a = c.Email;  logger.LogInformation(\"{T}\", {|PRIV1001:a|}); }")]
    [InlineData("void M(Span<string> s) { ref var a = ref s[0]; ref var b = ref a; a = ref b; a = string.Empty; }")]
    [InlineData("string g = string.Empty; ref string G() => ref g; void M(Customer c) { string a = c.Email; ref string r = ref a; r = ref G();  logger.LogInformation(\"{T}\", {|PRIV1001:a|}); }")]
    [InlineData("void M(Customer c) { string a = string.Empty, t = string.Empty; string b = c.Email; ref string r = ref a; for (int i = 0; i < 3; i++) {  logger.LogInformation(\"{T}\", {|PRIV1001:t|}); t = r; r = ref b; } }")]
    [InlineData("void M(Customer c, bool f) { string a = c.Email; string b = string.Empty; ref string r = ref (f ? ref a : ref b);  logger.LogInformation(\"{T}\", b);  logger.LogInformation(\"{T}\", {|PRIV1001:a|}); }")]
    public Task A_ref_local_is_what_it_stands_for(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("class Es { Customer c; public Es(Customer c) => this.c = c; public En GetEnumerator() => new En(c); } class En { Customer c; public En(Customer c) => this.c = c; public bool MoveNext() => true; public string Current => c.Email; } void M(Customer c) { foreach (var e in new Es(c)) logger.LogInformation(\"{T}\", {|PRIV1001:e|}); }")]
    [InlineData("class Es { public Customer C = null!; public ILogger L = null!; public Es GetEnumerator() => this; public bool MoveNext() { L.LogInformation(\"{T}\", {|PRIV1001:C.Email|}); return false; } public int Current => 1; } void M(Es c) { foreach (var e in c) { } }")]
    public Task An_enumerator_that_is_written_here_runs(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("async System.Threading.Tasks.Task M(Customer c) { var ch = System.Threading.Channels.Channel.CreateUnbounded<string>(); await ch.Writer.WriteAsync(c.Email); var s = await ch.Reader.ReadAsync(); logger.LogInformation(\"{T}\", {|PRIV1001:s|}); }")]
    [InlineData("async System.Threading.Tasks.Task M(Customer c) { var t = new System.Threading.Tasks.TaskCompletionSource<string>(); t.SetResult(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:await t.Task|}); }")]
    [InlineData("void M(Customer c) { var q = new System.Collections.Concurrent.ConcurrentQueue<string>(); q.Enqueue(c.Email); if (q.TryDequeue(out var s)) logger.LogInformation(\"{T}\", {|PRIV1001:s|}); }")]
    [InlineData("void M(Customer c) { var l = new Lazy<string>(() => c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:l.Value|}); }")]
    [InlineData("void M(Customer c) { System.Collections.Generic.IReadOnlyDictionary<string, string> d = new System.Collections.Generic.Dictionary<string, string> { [\"a\"] = c.Email }; logger.LogInformation(\"{T}\", {|PRIV1001:d.GetValueOrDefault(\"a\")|}); }")]
    [InlineData("static readonly System.Threading.AsyncLocal<string> A = new(); void M(Customer c) { A.Value = c.Email; logger.LogInformation(\"{T}\", {|PRIV1001:A.Value|}); }")]
    [InlineData("void M(Customer c) { var s = new System.IO.MemoryStream(); using (var w = new System.IO.StreamWriter(s)) w.Write(c.Email); logger.LogInformation(\"{T} {S}\", {|PRIV1001:Encoding.UTF8.GetString(s.ToArray())|}, s); }")]
    [InlineData("static string Read(System.IO.MemoryStream s) => new System.IO.StreamReader(s).ReadToEnd(); void M(Customer c) { var s = new System.IO.MemoryStream(Encoding.UTF8.GetBytes(c.Email)); logger.LogInformation(\"{T}\", {|PRIV1001:Read(s)|}); }")]
    [InlineData("void M(Customer c) { using var r = new System.IO.StreamReader(c.Email); logger.LogInformation(\"{T}\", r.ReadToEnd()); }")]
    [InlineData("static Dto Make(Action<Dto> f) { var d = new Dto(); f(d); return d; } void M(Customer c) { logger.LogInformation(\"{T} {P}\", {|PRIV1001:Make(d => d.Mail = c.Email).Mail|}, Make(d => d.Mail = c.Email).Plan); }")]
    public Task What_is_put_into_a_holder_comes_out_of_it(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void M(Customer c) { var o = new System.Text.Json.Nodes.JsonObject { [\"mail\"] = c.Email }; logger.LogInformation(\"{T}\", {|PRIV1001:o.ToJsonString()|}); }")]
    [InlineData("void M(Customer c) { var o = new System.Text.Json.Nodes.JsonObject { [\"id\"] = c.Id }; logger.LogInformation(\"{T}\", o.ToJsonString()); }")]
    [InlineData("void M(Customer c) { var o = new System.Text.Json.Nodes.JsonObject { [\"id\"] = c.Id, [\"mail\"] = c.Email }; logger.LogInformation(\"{T}\", o[\"id\"]); logger.LogInformation(\"{T}\", {|PRIV1001:o[\"mail\"]|}); }")]
    [InlineData("void M(Customer c) { var o = new System.Text.Json.Nodes.JsonArray(); o.Add(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:o.ToJsonString()|}); }")]
    public Task A_json_object_shows_what_it_holds(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void M(System.Security.Claims.ClaimsPrincipal u) { foreach (var k in u.Claims.Where(k => k.Type == \"email\" || k.Type == \"sub\")) logger.LogInformation(\"{T} {I}\", {|PRIV1001:k.Value|}, k.Issuer); }")]
    [InlineData("void M(System.Security.Claims.ClaimsPrincipal u) { logger.LogInformation(\"{T}\", u.Claims.FirstOrDefault(k => k.Type == \"sub\")?.Value); foreach (var k in u.Claims.Where(k => k.Type != \"email\")) logger.LogInformation(\"{T}\", k.Value); }")]
    [InlineData("void M(Customer c) { dynamic d = c; System.Console.WriteLine(d.Plan); System.Console.WriteLine({|PRIV1004:d.Email|}); }")]
    public Task What_is_chosen_while_the_program_runs(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void M(Customer c) { var k = new System.Security.Claims.Claim(\"a\", c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:k.Value|}); }")]
    [InlineData("void M(Customer c) { var k = new System.Security.Claims.Claim(\"a\", c.Email); logger.LogInformation(\"{T}\", k.Type); }")]
    public Task A_library_object_keeps_what_its_constructor_names_like_its_property(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("class W : System.IO.TextWriter { public ILogger L = null!; public override void Write(string? s) => L.LogInformation(\"{T}\", s); public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8; } void M(Customer c) { System.IO.TextWriter w = new W(); w.Write({|PRIV1001:c.Email|}); }")]
    public Task A_writer_of_ones_own_runs(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("abstract class Msg { public Msg Copy() => (Msg)MemberwiseClone(); public abstract string Text(); } class Mail : Msg { [Identifier] public string To = string.Empty; public override string Text() => To; } void M(Msg m) =>  logger.LogInformation(\"{T}\", {|PRIV1001:m.Copy().Text()|});")]
    [InlineData("interface IShow { string Show(Customer c); } class Plain : IShow { public string Show(Customer c) => c.Plan; } class Full : IShow { public string Show(Customer c) => c.Email; } static IShow Make(bool f) => f ? new Plain() : new Full(); void M(Customer c, bool f) =>  logger.LogInformation(\"{T}\", {|PRIV1001:Make(f).Show(c)|});")]
    [InlineData("sealed class Plain : IShow { public string Show(Customer c) => c.Plan; } interface IShow { string Show(Customer c); } class Full : IShow { public string Show(Customer c) => c.Email; } void M(Customer c, Plain plain) { IShow s = plain;  logger.LogInformation(\"{T}\", s.Show(c)); }")]
    public Task What_class_an_object_is_of_is_asked_only_where_it_is_known(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void M(System.Collections.Generic.List<Customer> cs, Func<Customer, string>? f) =>  logger.LogInformation(\"{T}\", {|PRIV1001:string.Join(\",\", System.Linq.Enumerable.Select(cs, f ?? (c => c.Email)))|});")]
    [InlineData("void M(System.Collections.Generic.List<Customer> cs) { foreach (string line in System.Linq.Enumerable.GroupBy(cs, c => c.Plan, (plan, all) => plan))  logger.LogInformation(\"{T}\", line); }")]
    [InlineData("void M(System.Collections.Generic.List<Customer> cs) { foreach (string line in System.Linq.Enumerable.GroupBy(cs, c => c.Plan, (plan, all) => System.Linq.Enumerable.First(all).Email))  logger.LogInformation(\"{T}\", {|PRIV1001:line|}); }")]
    [InlineData("void M(Customer c) { var d = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add(\"a\", c.Email); d.Remove(\"a\");  logger.LogInformation(\"{T}\", {|PRIV1001:d[\"a\"]|}); }")]
    [InlineData("async System.Threading.Tasks.Task<string> L(Customer c) { await System.Threading.Tasks.Task.Yield(); return c.Email; } void M(Customer c) =>  logger.LogInformation(\"{T}\", L(c).ToString());")]
    [InlineData("void M(Customer c) =>  logger.LogInformation(\"{T}\", {|PRIV1001:new Lazy<string>(c.Email).Value|});")]
    public Task Sequences_and_tasks(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));
}

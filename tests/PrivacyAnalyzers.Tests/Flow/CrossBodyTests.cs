using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>Values that cross bodies without a direct call: through delegates, members of a type, overrides, exceptions.</summary>
public class CrossBodyTests
{
    [Theory]
    [InlineData("static void Apply(Action<string> act, string text) => act(text); void M(Customer c) => Apply(t => logger.LogInformation(\"{T}\", t), {|PRIV1001:c.Email|});")]
    [InlineData("static void With(Customer c, Action<string> act) => act(c.Email); void M(Customer c) => With(c, t => logger.LogInformation(\"{T}\", {|PRIV1001:t|}));")]
    [InlineData("static string Map(Func<string, string> map, string text) => map(text); void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:Map(t => t + \"!\", c.Email)|});")]
    [InlineData("static string Pick(Customer c, Func<Customer, string> pick) => pick(c); void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:Pick(c, x => x.Email)|});")]
    [InlineData("static T Run<T>(Func<T> get) => get(); void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:Run(() => c.Email)|});")]
    [InlineData("void Log(string t) => logger.LogInformation(\"{T}\", t); static void Apply(Action<string> act, string text) => act(text); void M(Customer c) => Apply(Log, {|PRIV1001:c.Email|});")]
    [InlineData("static Func<string> Make(string text) => () => text; void M(Customer c) { var get = Make(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:get()|}); }")]
    [InlineData("static Func<string, string> Twice(Func<string, string> f) => x => f(f(x)); void M(Customer c) { var f = Twice(x => x + \"!\"); logger.LogInformation(\"{T}\", {|PRIV1001:f(c.Email)|}); }")]
    [InlineData("void M(List<string> names, Customer c) { names.Add(c.Email); names.ForEach(n => logger.LogInformation(\"{T}\", {|PRIV1001:n|})); }")]
    public Task Follows_delegates(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("private string last = \"\"; void Keep(Customer c) => last = c.Email; void Show() => logger.LogInformation(\"{T}\", {|PRIV1001:last|});")]
    [InlineData("private static string last = \"\"; void Keep(Customer c) => last = c.Email; void Show() => logger.LogInformation(\"{T}\", {|PRIV1001:last|});")]
    [InlineData("private string Last { get; set; } = \"\"; void Keep(Customer c) { Last = c.Email; } void Show() => logger.LogInformation(\"last \" + {|PRIV1001:Last|});")]
    [InlineData("private readonly List<string> mails = new(); void Keep(Customer c) => mails.Add(c.Email); void Show() { foreach (var m in mails) logger.LogInformation(\"{T}\", {|PRIV1001:m|}); }")]
    [InlineData("private string a = \"\", b = \"\"; void Keep(Customer c) => a = c.Email; void Copy() => b = a; void Show() => logger.LogInformation(\"{T}\", {|PRIV1001:b|});")]
    [InlineData("private string last = \"\"; private void Set(string t) => last = t; void Keep(Customer c) => Set(c.Email); void Show() => Log({|PRIV1001:last|}); void Log(string t) => logger.LogInformation(\"{T}\", t);")]
    [InlineData("private string last = \"\"; string Get() => last; void Keep(Customer c) => last = c.Email; void Show() => logger.LogInformation(\"{T}\", {|PRIV1001:Get()|});")]
    [InlineData("class Box(string mail) { public string Text() => \"<\" + mail + \">\"; } void M(Customer c) { var b = new Box(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:b.Text()|}); }")]
    [InlineData("class Box(string mail) { private readonly string _text = \"<\" + mail; public string Text() => _text; } void M(Customer c) { var b = new Box(c.Email); logger.LogInformation(\"{T}\", {|PRIV1001:b.Text()|}); }")]
    [InlineData("class Box { private readonly string _m; public Box(string m) => _m = m; public override string ToString() => \"to \" + _m; } void M(Customer c) { var b = new Box(c.Email); logger.LogInformation(\"{T}\", {|PRIV1005:b|}); }")]
    [InlineData("private Action<string>? act; void Init() => act = t => logger.LogInformation(\"{T}\", t); void M(Customer c) => act!({|PRIV1001:c.Email|});")]
    [InlineData("event Action<string>? Said; void Init() => Said += t => logger.LogInformation(\"{T}\", t); void M(Customer c) => Said?.Invoke({|PRIV1001:c.Email|});")]
    [InlineData("event Action<string>? Said; void Heard(string t) => logger.LogInformation(\"{T}\", t); void M(Customer c) { Said += Heard; Said({|PRIV1001:c.Email|}); }")]
    [InlineData("static string shared = \"\"; void A(Customer c) { shared = c.Email; B(); } static void B() => System.Console.WriteLine({|PRIV1004:shared|});")]
    public Task Follows_members_of_the_type(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("private string last = \"\"; void Keep(Customer c) => last = c.Plan; void Show() => logger.LogInformation(\"{T}\", last);")]
    [InlineData("private string mail = \"\", plan = \"\"; void Keep(Customer c) { mail = c.Email; plan = c.Plan; } void Show() => logger.LogInformation(\"{T}\", plan);")]
    [InlineData("static void Apply(Action<string> act, string text) => act(\"x\"); void M(Customer c) => Apply(t => logger.LogInformation(\"{T}\", t), c.Email);")]
    [InlineData("private string last = \"\"; void Keep(Customer c) { last = c.Email; } void Show() { last = \"none\"; logger.LogInformation(\"{T}\", last); }")]
    [InlineData("private Customer? current; void Keep(Customer c) => current = c; void Show() => logger.LogInformation(\"{T}\", current!.Plan);")]
    [InlineData("private Dto dto = new(); void Keep(Customer c) => dto.Mail = c.Email; void Show() => logger.LogInformation(\"{T}\", dto.Plan);")]
    [InlineData("private static readonly string Name = \"shop\"; void M(Customer c) => logger.LogInformation(\"{T} {I}\", Name, c.Id);")]
    public Task Keeps_members_apart(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("interface ISay { void Say(string t); } class Loud(ILogger l) : ISay { public void Say(string t) => l.LogInformation(\"{T}\", t); } void M(ISay s, Customer c) => s.Say({|PRIV1001:c.Email|});")]
    [InlineData("abstract class Say { public abstract string Of(Customer c); } class Mail : Say { public override string Of(Customer c) => c.Email; } void M(Say s, Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:s.Of(c)|});")]
    [InlineData("class Say { public virtual string Of(Customer c) => c.Plan; } class Mail : Say { public override string Of(Customer c) => c.Email; } void M(Say s, Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:s.Of(c)|});")]
    [InlineData("class Say { public virtual void Fill(Dto d, Customer c) { } } class Mail : Say { public override void Fill(Dto d, Customer c) => d.Mail = c.Email; } void M(Say s, Customer c) { var d = new Dto(); s.Fill(d, c); logger.LogInformation(\"{T}\", {|PRIV1001:d.Mail|}); }")]
    [InlineData("interface IBox<T> { T Get(); } class Box(Customer c) : IBox<string> { public string Get() => c.Email; } void M(IBox<string> b) => logger.LogInformation(\"{T}\", {|PRIV1001:b.Get()|});")]
    public Task Follows_overrides(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("class Say { public virtual string Of(Customer c) => c.Plan; } class Mail : Say { public override string Of(Customer c) => c.Email; } void M(Customer c) { var s = new Say(); logger.LogInformation(\"{T}\", s.Of(c)); }")]
    [InlineData("class Say { public virtual string Of(Customer c) => c.Plan; } class Mail : Say { public override string Of(Customer c) => c.Email; public string Base(Customer c) => base.Of(c); } void M(Mail s, Customer c) => logger.LogInformation(\"{T}\", s.Base(c));")]
    [InlineData("class Say { public virtual void Clean(Dto d) { } } class Wipe : Say { public override void Clean(Dto d) => d.Mail = \"\"; } void M(Say s, Dto d) { s.Clean(d); logger.LogInformation(\"{T}\", d.Mail); }")]
    public Task Keeps_overrides_apart(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void M(Customer c) { try { throw new InvalidOperationException(\"bad \" + {|PRIV1003:c.Email|}); } catch (Exception e) { logger.LogError({|PRIV1001:e|}, \"failed\"); } }")]
    [InlineData("static void Check(Customer c) { if (c.Id < 0) throw new InvalidOperationException($\"bad {{|PRIV1003:c.Email|}}\"); } void M(Customer c) { try { Check(c); } catch (Exception e) { logger.LogError(\"{T}\", {|PRIV1001:e.Message|}); } }")]
    [InlineData("class Bad : Exception { public Bad(string mail) : base(\"bad \" + mail) { } } static void Check(Customer c) => throw new Bad({|PRIV1003:c.Email|}); void M(Customer c) { try { Check(c); } catch (Bad e) { logger.LogError({|PRIV1001:e.ToString()|}); } }")]
    [InlineData("static void Check(Customer c) => throw new InvalidOperationException({|PRIV1003:c.Email|}); static void Wrap(Customer c) { try { Check(c); } catch (InvalidOperationException e) { throw new Exception(\"outer\", e); } } void M(Customer c) { try { Wrap(c); } catch (Exception e) { logger.LogError({|PRIV1001:e|}, \"failed\"); } }")]
    [InlineData("static void Check(Customer c) => throw new InvalidOperationException({|PRIV1003:c.Email|}); void M(Customer c) { try { Check(c); } catch { throw; } } void N(Customer c) { try { M(c); } catch (Exception e) { logger.LogError({|PRIV1001:e|}, \"failed\"); } }")]
    public Task Follows_exceptions(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void M(Customer c) { try { throw new InvalidOperationException({|PRIV1003:c.Email|}); } catch (ArgumentException e) { logger.LogError(e, \"failed\"); } }")]
    [InlineData("static void Check(Customer c) => throw new InvalidOperationException(\"bad \" + c.Id); void M(Customer c) { try { Check(c); } catch (Exception e) { logger.LogError(e, \"failed\"); } }")]
    [InlineData("void M(Customer c) { try { throw new InvalidOperationException({|PRIV1003:c.Email|}); } catch (Exception e) { logger.LogError(\"{T}\", e.GetType().Name); } }")]
    [InlineData("void M(Customer c) { try { throw new Exception(\"x\", new InvalidOperationException({|PRIV1003:c.Email|})); } catch (Exception e) { logger.LogError(\"{T}\", e.Message); } }")]
    public Task Keeps_exceptions_apart(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("void M(bool b, [Identifier] string mail) { if (b) mail = \"x\"; logger.LogInformation(\"{T}\", {|PRIV1001:mail|}); }")]
    [InlineData("void Log(bool b, string mail) { if (b) mail = \"x\"; logger.LogInformation(\"{T}\", mail); } void M(Customer c) => Log(true, {|PRIV1001:c.Email|});")]
    public Task A_variable_overwritten_on_one_path_keeps_its_label_on_the_other(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));
}

using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>What code that is handed over gives back, and the callee hands to a sink.</summary>
public class CallbackTests
{
    [Theory]
    [InlineData("void Show(Func<string> f) => logger.LogInformation(\"{T}\", f()); void M(Customer c) { Show({|PRIV1001:() => c.Email|}); }")]
    [InlineData("class P { public Func<string> B = () => \"\"; } void Show(P p) => logger.LogInformation(\"{T}\", p.B()); void M(Customer c) { Show({|PRIV1001:new P { B = () => c.Email }|}); }")]
    [InlineData("struct P { public Func<string> B; } void Show(P p) => logger.LogInformation(\"{T}\", p.B()); void M(Customer c) { Show({|PRIV1001:new P { B = () => c.Email }|}); }")]
    [InlineData("void Show(Func<string> f) { var t = f(); logger.LogInformation(\"{T}\", t); } void M(Customer c) { Show({|PRIV1001:() => c.Email|}); Show(() => c.Plan); Show(() => \"x\"); }")]
    [InlineData("string Get() => new Customer().Email; void Show(Func<string> f) => logger.LogInformation(\"{T}\", f()); void M(Customer c) { Show({|PRIV1001:Get|}); }")]
    [InlineData("void Show(Func<Customer, string> f, Customer c) => logger.LogInformation(\"{T}\", f(c)); void M(Customer c) { Show({|PRIV1001:x => x.Email|}, c); Show(x => x.Plan, c); }")]
    [InlineData("void Show(Func<string, string> f, string s) => logger.LogInformation(\"{T}\", f(s)); void M(Customer c) { Show({|PRIV1001:x => x + \"!\"|}, c.Email); Show(x => \"!\", c.Email); }")]
    [InlineData("void Show(Func<Dto> f) => logger.LogInformation(\"{T}\", f().Mail); void M(Customer c) { Show({|PRIV1001:() => new Dto { Mail = c.Email }|}); Show(() => new Dto { Plan = c.Email }); }")]
    [InlineData("void Deep(Func<string> f) => Show(f); void Show(Func<string> f) => logger.LogInformation(\"{T}\", f()); void M(Customer c) { Deep({|PRIV1001:() => c.Email|}); }")]
    public Task Reported_where_the_code_is_handed_over(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));
}

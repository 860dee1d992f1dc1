using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>Delegates that a member keeps, static or not: what the code does with what it is given.</summary>
public class HeldCodeTests
{
    private static string In(string members) => LogSinkTests.InClass("private static ILogger Log = null!;\n    " + members);

    [Theory]
    [InlineData("static readonly Func<string, string> F = s => s + \"!\"; void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:F(c.Email)|});")]
    [InlineData("static readonly Action<string> A = s => Log.LogInformation(\"{T}\", s); void M(Customer c) => A({|PRIV1001:c.Email|});")]
    [InlineData("Func<string, string> F { get; set; } = s => s + \"!\"; void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:F(c.Email)|});")]
    [InlineData("Func<string, string> F = s => s + \"!\"; void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:F(c.Email)|});")]
    [InlineData("Action<string> F = s => Log.LogInformation(\"{T}\", s); void M(Customer c) => F({|PRIV1001:c.Email|});")]
    [InlineData("static string Up(string s) => s.ToUpper(); static readonly Func<string, string> F = Up; void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:F(c.Email)|});")]
    [InlineData("static class H { public static readonly Func<string, string> F = s => s + \"!\"; public static readonly Action<string> A = s => Log.LogInformation(\"{T}\", s); } void M(Customer c) { logger.LogInformation(\"{T}\", {|PRIV1001:H.F(c.Email)|}); H.A({|PRIV1001:c.Email|}); }")]
    [InlineData("static readonly Func<string, string> F = s => s + \"!\"; static string W(string s) => F(s); void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:W(c.Email)|});")]
    [InlineData("Func<string, string> F = s => s + \"!\"; string W(string s) => F(s); void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:W(c.Email)|});")]
    [InlineData("static readonly Lazy<Func<string, string>> L = new(() => s => s + \"!\"); void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:L.Value(c.Email)|});")]
    [InlineData("class P { private readonly Func<Customer, string> f; public P(Func<Customer, string> f) => this.f = f; public string Do(Customer s) => f(s); } void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:new P(s => s.Email).Do(c)|});")]
    [InlineData("static readonly Func<Customer, string> F = s => s.Email; void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:F(c)|});")]
    [InlineData("static readonly Func<string, string> G = s => s + \"!\"; static readonly Func<string, string> F = s => G(s); void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:F(c.Email)|});")]
    [InlineData("static readonly Action<string> B = s => Log.LogInformation(\"{T}\", s); static readonly Action<string> A = s => B(s); void M(Customer c) => A({|PRIV1001:c.Email|});")]
    [InlineData("static readonly Func<Func<Customer, string>, Customer, string> G = (f, s) => f(s); static readonly Func<Func<Customer, string>, Customer, string> F = (f, s) => G(f, s); void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:F(x => x.Email, c)|});")]
    [InlineData("static readonly Func<Func<Customer, string>, Customer, string> G = (f, s) => f(s); static readonly Func<Func<Customer, string>, Customer, string> F = (f, s) => G(f, s); string W(Func<Customer, string> f, Customer s) => F(f, s); void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:W(x => x.Email, c)|});")]
    public Task Gives_back_what_goes_in(string members) => AnalyzerTest<ExposureRules>.RunAsync(In(members));

    [Theory]
    [InlineData("class P { private readonly Func<Customer, string> f; public P(Func<Customer, string> f) => this.f = f; public string Do(Customer s) => f(s); } void M(Customer c) => logger.LogInformation(\"{T}\", new P(s => s.Id.ToString()).Do(c));")]
    [InlineData("static readonly Func<Customer, string> F = s => s.Id.ToString(); void M(Customer c) => logger.LogInformation(\"{T}\", F(c));")]
    [InlineData("static readonly Func<Func<Customer, string>, Customer, string> G = (f, s) => f(s); static readonly Func<Func<Customer, string>, Customer, string> F = (f, s) => G(f, s); void M(Customer c) => logger.LogInformation(\"{T}\", F(x => x.Id.ToString(), c));")]
    [InlineData("static readonly Func<string, string> F = s => \"***\"; void M(Customer c) => logger.LogInformation(\"{T}\", F(c.Email));")]
    [InlineData("readonly Func<string, string> trim = s => s.Trim(); readonly Func<string, string> mask = s => \"***\"; string Render(Customer c) => trim(c.Plan) + mask(c.Email); void M(Customer c) => logger.LogInformation(\"{T}\", Render(c));")]
    public Task Gives_back_something_else(string members) => AnalyzerTest<ExposureRules>.RunAsync(In(members));
}

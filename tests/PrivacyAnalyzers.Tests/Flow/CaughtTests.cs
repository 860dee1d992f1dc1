using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>Which handlers an exception that is thrown arrives at.</summary>
public class CaughtTests
{
    private const string Types = "class Lost : Exception { public string Text { get; set; } = \"\"; } class Found : Lost { } ";

    [Theory]
    // At each that takes its type, and at those around it where none must.
    [InlineData("try { throw new Lost { Text = c.Email }; } catch (Lost e) { Log({|PRIV1001:e.Text|}); }")]
    [InlineData("try { throw new Found { Text = c.Email }; } catch (Lost e) { Log({|PRIV1001:e.Text|}); }")]
    [InlineData("try { try { throw new Lost { Text = c.Email }; } catch (InvalidOperationException) { } } catch (Lost e) { Log({|PRIV1001:e.Text|}); }")]
    [InlineData("try { throw new Lost { Text = c.Email }; } catch (InvalidOperationException e) { Log(e.HelpLink!); } catch (Lost e) { Log({|PRIV1001:e.Text|}); }")]
    // A filter may let it pass.
    [InlineData("try { throw new Lost { Text = c.Email }; } catch (Lost e) when (d) { Log({|PRIV1001:e.Text|}); } catch (Lost e) { Log({|PRIV1001:e.Text|}); }")]
    [InlineData("try { try { throw new Lost { Text = c.Email }; } catch (Lost) when (d) { } } catch (Lost e) { Log({|PRIV1001:e.Text|}); }")]
    // What is thrown at two places is either.
    [InlineData("try { if (d) throw new Lost { Text = c.Email }; throw new Lost { Text = c.Plan }; } catch (Lost e) { Log({|PRIV1001:e.Text|}); }")]
    [InlineData("try { if (d) throw new Lost { Text = c.Plan }; throw new Lost { Text = c.Email }; } catch (Lost e) { Log({|PRIV1001:e.Text|}); }")]
    // Thrown again, it goes on.
    [InlineData("try { try { throw new Lost { Text = c.Email }; } catch (Lost) { throw; } } catch (Lost e) { Log({|PRIV1001:e.Text|}); }")]
    // What must be taken goes no further.
    [InlineData("try { try { throw new Lost { Text = c.Email }; } catch (Lost) { } throw new Lost { Text = c.Plan }; } catch (Lost e) { Log(e.Text); }")]
    [InlineData("try { throw new Lost { Text = c.Email }; } catch (Lost) { } catch (Exception e) { Log(((Lost)e).Text); }")]
    [InlineData("try { try { throw new Lost { Text = c.Email }; } catch { } throw new Lost { Text = c.Plan }; } catch (Lost e) { Log(e.Text); }")]
    public Task An_exception_arrives_where_it_may_be_taken(string body) =>
        AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass($"void Log(string text) => logger.LogInformation(\"{{T}}\", text); void M(Customer c, bool d) {{ {body} }} {Types}"));

    /// <summary>The same of what a method throws that is called.</summary>
    [Theory]
    [InlineData("void Fail(Customer c) { try { throw new Lost { Text = c.Email }; } catch (InvalidOperationException) { } }", "{|PRIV1001:e.Text|}")]
    [InlineData("void Fail(Customer c) { try { throw new Lost { Text = c.Email }; } catch (Lost) when (c.Plan == \"\") { } }", "{|PRIV1001:e.Text|}")]
    [InlineData("void Fail(Customer c) { try { throw new Lost { Text = c.Email }; } catch (Lost) { } throw new Lost { Text = c.Plan }; }", "e.Text")]
    [InlineData("void Fail(Customer c) { if (c.Plan == \"\") throw new Lost { Text = c.Email }; throw new Lost { Text = c.Plan }; }", "{|PRIV1001:e.Text|}")]
    [InlineData("void Fail(Customer c) { if (c.Plan == \"\") throw new Lost { Text = c.Plan }; throw new Lost { Text = c.Email }; }", "{|PRIV1001:e.Text|}")]
    public Task What_a_method_lets_out_arrives_at_its_caller(string fail, string text) =>
        AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass($"{fail} void M(Customer c) {{ try {{ Fail(c); }} catch (Lost e) {{ logger.LogInformation(\"{{T}}\", {text}); }} }} {Types}"));
}

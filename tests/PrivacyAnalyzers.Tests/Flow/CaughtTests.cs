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

    /// <summary>What <c>new</c> makes is of that class and of none that derives from it; of what came from elsewhere only its static type is known.</summary>
    [Theory]
    [InlineData("throw new Lost { Text = c.Email };", "e.Text", "{|PRIV1001:e.Text|}")]
    [InlineData("throw d ? new Lost { Text = c.Email } : new Found { Text = c.Plan };", "e.Text", "{|PRIV1001:e.Text|}")]
    [InlineData("throw d ? new Lost { Text = c.Plan } : new Found { Text = c.Email };", "{|PRIV1001:e.Text|}", "e.Text")]
    [InlineData("throw d ? (Exception)new Lost { Text = c.Email } : new Hidden { Text = c.Plan };", "e.Text", "{|PRIV1001:e.Text|}")]
    [InlineData("throw d ? (Exception)new Hidden { Text = c.Email } : new Found { Text = c.Plan };", "e.Text", "e.Text")]
    [InlineData("Lost? last = null; while (d) { if (last != null) throw last; last = new Lost { Text = c.Email }; }", "e.Text", "{|PRIV1001:e.Text|}")]
    [InlineData("Fail(c, d);", "e.Text", "{|PRIV1001:e.Text|}")]
    [InlineData("throw Made(c);", "e.Text", "{|PRIV1001:e.Text|}")]
    [InlineData("Lost lost = make(); lost.Text = c.Email; throw lost;", "{|PRIV1001:e.Text|}", "{|PRIV1001:e.Text|}")]
    [InlineData("throw From(make, c);", "{|PRIV1001:e.Text|}", "{|PRIV1001:e.Text|}")]
    [InlineData("Rethrow(make(), c);", "{|PRIV1001:e.Text|}", "{|PRIV1001:e.Text|}")]
    [InlineData("MayRethrow(make(), c, d); ", "{|PRIV1001:e.Text|}", "{|PRIV1001:e.Text|}")]
    [InlineData("throw (d ? () => new Lost { Text = c.Email } : (Func<Lost>)(() => new Found { Text = c.Plan }))();", "e.Text", "{|PRIV1001:e.Text|}")]
    [InlineData("throw (d ? () => new Lost { Text = c.Plan } : (Func<Lost>)(() => new Found { Text = c.Email }))();", "{|PRIV1001:e.Text|}", "e.Text")]
    [InlineData("throw Filled(new Lost(), c);", "e.Text", "{|PRIV1001:e.Text|}")]
    [InlineData("throw Filled(new Found(), c);", "{|PRIV1001:e.Text|}", "e.Text")]
    [InlineData("throw New<Found>(c);", "{|PRIV1001:e.Text|}", "{|PRIV1001:e.Text|}")]
    public Task What_is_made_here_is_of_its_class(string body, string ofDerived, string ofBase) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass($$"""
        void Log(string text) => logger.LogInformation("{T}", text);
        static void Fail(Customer c, bool d) => throw (d ? new Lost { Text = c.Email } : new Found { Text = c.Plan });
        static Lost Made(Customer c) => new Lost { Text = c.Email };
        static Lost From(Func<Lost> make, Customer c) { Lost lost = make(); lost.Text = c.Email; return lost; }
        static void Rethrow(Lost lost, Customer c) { lost.Text = c.Email; throw lost; }
        static void MayRethrow(Lost lost, Customer c, bool d) { if (d) { lost.Text = c.Email; throw lost; } }
        static Lost Filled(Lost lost, Customer c) { lost.Text = c.Email; return lost; }
        static T New<T>(Customer c) where T : Lost, new() => new T { Text = c.Email };
        void M(Customer c, bool d, Func<Lost> make) { try { {{body}} } catch (Found e) { Log({{ofDerived}}); } catch (Lost e) { Log({{ofBase}}); } }
        {{Types}} class Hidden : Exception { public string Text { get; set; } = ""; }
        """));

    [Fact]
    public Task A_type_parameter_may_catch_anything() => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass($$"""
        void M<T>(Customer c) where T : Lost { try { throw new Lost { Text = c.Email }; } catch (T e) { logger.LogInformation("{T}", {|PRIV1001:e.Text|}); } }
        {{Types}}
        """));

    /// <summary>Of a generic class's constructions a method does not say which one it makes.</summary>
    [Fact]
    public Task An_exception_of_a_generic_class_is_caught_by_its_construction() => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass("""
        class Lost<T> : Exception { public string Text { get; set; } = ""; }
        static void Fail<T>(Customer c) => throw new Lost<T> { Text = c.Email };
        void M(Customer c) { try { Fail<int>(c); } catch (Lost<int> e) { logger.LogInformation("{T}", {|PRIV1001:e.Text|}); } }
        """));

    /// <summary>A call on what a method got elsewhere may run what any derived class has in its place.</summary>
    [Theory]
    [InlineData("From(make)", "{|PRIV1001:From(make).Show(c)|}")]
    [InlineData("new Shape()", "new Shape().Show(c)")]
    [InlineData("Made()", "Made().Show(c)")]
    [InlineData("shapes.First()", "{|PRIV1001:shapes.First().Show(c)|}")]
    [InlineData("First(shapes)", "{|PRIV1001:First(shapes).Show(c)|}")]
    [InlineData("((Func<Shape>)(c.Id > 1 ? () => new Shape() : () => new Round()))()", "{|PRIV1001:((Func<Shape>)(c.Id > 1 ? () => new Shape() : () => new Round()))().Show(c)|}")]
    public Task What_a_method_gives_back_is_of_the_class_it_made(string made, string shown)
    {
        Assert.StartsWith(made, shown.Replace("{|PRIV1001:", "", StringComparison.Ordinal), StringComparison.Ordinal);
        return AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass($$"""
            class Shape { public virtual string Show(Customer c) => c.Plan; } class Round : Shape { public override string Show(Customer c) => c.Email; }
            static Shape From(Func<Shape> make) => make();
            static Shape Made() => new Shape();
            static Shape First(IEnumerable<Shape> shapes) => shapes.First();
            void M(Customer c, Func<Shape> make, IEnumerable<Shape> shapes) => logger.LogInformation("{T}", {{shown}});
            """));
    }
}

using System.Text;
using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>A call that may run any of many bodies does what each of them does, and leaves alone what any of them does.</summary>
public class ManyTargetsTests
{
    private const int Many = 12;

    /// <summary>The classes but one do nothing much; that one does what is written.</summary>
    [Theory]
    [InlineData("public string Run(Dto d, string t) { logger.LogInformation(t); return \"\"; }", "h.Run(new Dto(), {|PRIV1001:c.Email|});")]
    [InlineData("public string Run(Dto d, string t) => t + \"!\";", "logger.LogInformation({|PRIV1001:h.Run(new Dto(), c.Email)|});")]
    [InlineData("public string Run(Dto d, string t) { d.Mail = t; return \"\"; }", "var d = new Dto(); h.Run(d, c.Email); logger.LogInformation({|PRIV1001:d.Mail|});")]
    [InlineData("public string Run(Dto d, string t) { d.Mail = \"\"; return \"\"; }", "var d = new Dto { Mail = c.Email }; h.Run(d, \"x\"); logger.LogInformation({|PRIV1001:d.Mail|});")]
    [InlineData("public string Run(Dto d, string t) => throw new InvalidOperationException(t);", "try { h.Run(new Dto(), {|PRIV1003:c.Email|}); } catch (InvalidOperationException e) { logger.LogInformation({|PRIV1001:e.Message|}); }")]
    public Task Found(string one, string code) => RunAsync(one, code);

    [Theory]
    [InlineData("public string Run(Dto d, string t) { d.Mail = t; return \"\"; }", "var d = new Dto { Note = \"n\" }; h.Run(d, c.Email); logger.LogInformation(d.Note);")]
    [InlineData("public string Run(Dto d, string t) { logger.LogInformation(d.Note); return t; }", "h.Run(new Dto { Mail = c.Email, Note = \"n\" }, c.Email);")]
    [InlineData("public string Run(Dto d, string t) => d.Note;", "logger.LogInformation(h.Run(new Dto { Mail = c.Email, Note = \"n\" }, c.Email));")]
    public Task Quiet(string one, string code) => RunAsync(one, code);

    /// <summary>What all of them overwrite no longer is what it was.</summary>
    [Fact]
    public Task Overwritten_by_all() => RunAsync("public string Run(Dto d, string t) { d.Mail = \"\"; return \"\"; }", "var d = new Dto { Mail = c.Email }; h.Run(d, \"x\"); logger.LogInformation(d.Mail);", others: "public string Run(Dto d, string t) { d.Mail = t; return \"\"; }");

    /// <summary>Of which class the result is depends on which body ran.</summary>
    [Fact]
    public Task Results_of_several_classes() => RunAsync(
        "public string Run(Dto d, string t) => \"\"; public Dto Make(string t) => new Dto2 { Mail = t };",
        "logger.LogInformation({|PRIV1001:h.Make(c.Email).Told()|});",
        others: "public string Run(Dto d, string t) => \"\"; public Dto Make(string t) => new Dto();",
        more: "Dto Make(string t);");

    /// <summary>What they do to themselves is no reason to tell less of what one does to what it is handed.</summary>
    [Fact]
    public Task Those_that_keep_much_themselves() => RunAsync(
        "public string Run(Dto d, string t) { d.Inner.Mail = t; return \"\"; }",
        "var d = new Dto { Inner = new Dto() }; h.Run(d, c.Email); logger.LogInformation({|PRIV1001:d.Inner.Mail|});",
        others: "string _a = \"\", _b = \"\", _c = \"\", _d = \"\", _e = \"\"; public string Run(Dto d, string t) { _a = t; _b = t; _c = t; _d = t; _e = t; return _a; }");

    /// <summary>What was clean stays so where one of them cleans it once more.</summary>
    [Fact]
    public Task Cleaned_before() => RunAsync(
        "public string Run(Dto d, string t) => \"\"; public void Wipe(Customer who) => who.Email = \"\";",
        "c.Email = \"\"; h.Wipe(c); logger.LogInformation(c.Email);",
        others: "public string Run(Dto d, string t) => \"\"; public void Wipe(Customer who) { }",
        more: "void Wipe(Customer who);");

    private static Task RunAsync(string one, string code, string others = "public string Run(Dto d, string t) => \"\";", string more = "")
    {
        var members = new StringBuilder($"class Dto {{ public string Mail = \"\"; public string Note = \"\"; public Dto Inner = null!; public virtual string Told() => \"\"; }} class Dto2 : Dto {{ public override string Told() => Mail; }} interface IRun {{ string Run(Dto d, string t); {more} }}\n");
        for (int i = 1; i < Many; i++)
            members.Append($"class H{i}(ILogger logger) : IRun {{ ILogger Log => logger; {others} }}\n");
        members.Append($"class H0(ILogger logger) : IRun {{ ILogger Log => logger; {one} }}\nvoid M(IRun h, Customer c) {{ {code} }}");
        return AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members.ToString()));
    }
}

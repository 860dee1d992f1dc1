using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>A variable that another assembly's method fills holds what that gives, and no more what was in it.</summary>
public class OutVariableTests
{
    private const string Library = """
        namespace Library;
        public static class Reader
        {
            public static bool Take<T>(T one, out T value) { value = one; return true; }
            public static bool Read(string one, out string value) { value = one; return true; }
            public static void Change(string one, ref string value) { value += one; }
        }
        """;

    [Theory]
    [InlineData("a = c.Email; Reader.Take(c.Plan, out a); Log(a);")]
    [InlineData("a = c.Email; Reader.Read(c.Plan, out a); Log(a);")]
    [InlineData("while (d) { Reader.Take(c.Plan, out a); Log(a); a = c.Email; }")]
    [InlineData("a = c.Email; if (d) Reader.Read(c.Plan, out a); Log({|PRIV1001:a|});")]
    [InlineData("a = c.Plan; Reader.Take(c.Email, out a); Log({|PRIV1001:a|});")]
    [InlineData("a = c.Plan; Reader.Read(c.Email, out a); Log({|PRIV1001:a|});")]
    [InlineData("a = c.Email; Reader.Read(a, out a); Log({|PRIV1001:a|});")]
    [InlineData("a = c.Email; Reader.Change(c.Plan, ref a); Log({|PRIV1001:a|});")]
    public async Task Holds_what_it_is_given(string body)
    {
        foreach (MetadataReference library in BuiltLibrary.BothOf(Library))
        {
            var test = new AnalyzerTest<ExposureRules>
            {
                TestCode = "using Library;\n" + LogSinkTests.InClass("void Log(string text) => logger.LogInformation(\"{T}\", text); void M(Customer c, bool d) { string a = \"\"; " + body + " }"),
            };
            test.TestState.AdditionalReferences.Add(library);
            await test.RunAsync(CancellationToken.None);
        }
    }
}

using System.Text;
using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;
using DiagnosticResult = Microsoft.CodeAnalysis.Testing.DiagnosticResult;

namespace PrivacyAnalyzers.Tests.Rules.Exposure;

/// <summary>PRIV1015: where nobody can say what becomes of personal data.</summary>
public class AnalysisBoundTests
{
    private const string Caller = "    static void {|#0:Tell|}(ILogger log, Customer customer) => Pass(log, customer.Email);\n    static void Pass(ILogger log, string text) => Big(log, text);\n";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_hands_a_label_to_a_body_that_is_too_large_says_so_in_whatever_order_they_stand(bool callerFirst)
    {
        var big = new StringBuilder("    static void Big(ILogger log, string text)\n    {\n");
        big.Insert(big.Length, "        while (text.Length > 9)\n", 6);
        big.Append("        {\n").Insert(big.Length, "            text += text.Trim() + text.Trim() + text.Trim();\n", 10_000);
        big.Append("        }\n\n        log.LogInformation(text);\n    }\n");
        var test = new AnalyzerTest<ExposureRules>
        {
            TestCode = LogSinkTests.Usings + "static class Audit\n{\n" + (callerFirst ? Caller + big : big + Caller) + "}\nclass Customer { [Identifier] public string Email { get; set; } = \"\"; }",
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(PRIV1015_AnalysisBound.Rule).WithLocation(0)
            .WithMessage("'Big' is too large or too deeply nested to follow personal data through it; split it, so that it can be vouched for"));
        await test.RunAsync(CancellationToken.None);
    }
}

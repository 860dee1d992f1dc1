using System.Text;
using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>Chains of calls that are longer than a thread's stack is deep: what is at their end is found all the same.</summary>
public class DeepChainTests
{
    /// <summary>Three times what one stack held.</summary>
    private const int Length = 5_000;

    [Fact]
    public Task A_leak_at_the_end_of_a_chain() =>
        AnalyzerTest<ExposureRules>.RunAsync(In("void M(Customer c) => Step0({|PRIV1001:c.Email|});", static i => $"void Step{i}(string text) => Step{i + 1}(text);", $"void Step{Length}(string text) => logger.LogInformation(\"{{T}}\", text);"));

    [Fact]
    public Task A_leak_by_way_of_a_chain() =>
        AnalyzerTest<ExposureRules>.RunAsync(In("void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:Step0(c.Email)|});", static i => $"string Step{i}(string text) => Step{i + 1}(text);", $"string Step{Length}(string text) => text;"));

    /// <summary>What lies where one stack ends is neither given up nor forgotten: here each method runs a lambda, and is long.</summary>
    [Fact]
    public Task A_leak_at_the_end_of_a_chain_of_lambdas() =>
        AnalyzerTest<ExposureRules>.RunAsync(In("void M(Customer c) => Step0({|PRIV1001:c.Email|}); static void Run(System.Action run) => run();", static i => $"void Step{i}(string text) {{ {Long} Run(() => Step{i + 1}(text)); }}", "void Step400(string text) => logger.LogInformation(\"{T}\", text);", length: 400));

    private const string Long = "int n = 0; n = n + 1 + n + 1 + n + 1 + n; n = n + 1 + n + 1 + n + 1 + n; n = n + 1 + n + 1 + n + 1 + n; n = n + 1 + n + 1 + n + 1 + n; n = n + 1 + n + 1 + n + 1 + n;";

    private static string In(string first, Func<int, string> step, string last, int length = Length)
    {
        var code = new StringBuilder(LogSinkTests.Usings).Append("class C\n{\n    private ILogger logger = null!;\n    ").AppendLine(first);
        for (int i = 0; i < length; i++)
            code.AppendLine(step(i));
        return code.AppendLine(last).Append("}\n").Append(LogSinkTests.Model).ToString();
    }
}

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
        AnalyzerTest<ExposureAnalyzer>.RunAsync(In("void M(Customer c) => Step0({|PRIV1001:c.Email|});", static i => $"void Step{i}(string text) => Step{i + 1}(text);", $"void Step{Length}(string text) => logger.LogInformation(\"{{T}}\", text);"));

    [Fact]
    public Task A_leak_by_way_of_a_chain() =>
        AnalyzerTest<ExposureAnalyzer>.RunAsync(In("void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:Step0(c.Email)|});", static i => $"string Step{i}(string text) => Step{i + 1}(text);", $"string Step{Length}(string text) => text;"));

    private static string In(string first, Func<int, string> step, string last)
    {
        var code = new StringBuilder(LogSinkTests.Usings).Append("class C\n{\n    private ILogger logger = null!;\n    ").AppendLine(first);
        for (int i = 0; i < Length; i++)
            code.AppendLine(step(i));
        return code.AppendLine(last).Append("}\n").Append(LogSinkTests.Model).ToString();
    }
}

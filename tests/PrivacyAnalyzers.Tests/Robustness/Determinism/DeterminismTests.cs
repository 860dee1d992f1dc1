using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Robustness.Determinism;

/// <summary>The same code gives the same findings and the same generated text, however and wherever it is compiled.</summary>
[Trait("Proof", "determinism")]
public partial class DeterminismTests(ITestOutputHelper output)
{
    public static TheoryData<string, int, int> Programs => new()
    {
        { "Communications", 5, 10 },
        { "LeakyCommunications", 74, 10 },
        { "Corpus", 100, 1 },
        { "Parts", 15, 10 },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Concurrency_order_paths_and_line_ends_change_nothing(string name, int findings, int files)
    {
        DeterministicProgram program = DeterministicProgram.Of(name);
        string expected = await DeterministicRun.OfAsync(program, new Conditions());
        output.WriteLine($"{name}: {Findings().Count(expected)} findings, {Files().Count(expected)} generated files, {expected.Length} characters");
        Assert.InRange(Findings().Count(expected), findings, int.MaxValue);
        Assert.InRange(Files().Count(expected), files, int.MaxValue);

        foreach (Conditions conditions in (Conditions[])[new(IsConcurrent: true), new(Order: 1), new(IsConcurrent: true, Order: 2), new(IsWindows: true), new(IsConcurrent: true, Order: 3, IsWindows: true)])
            AssertSame(expected, await DeterministicRun.OfAsync(program, conditions), $"{name}, {conditions}");
    }

    /// <summary>The first lines that differ, so that one need not search.</summary>
    internal static void AssertSame(string expected, string actual, string conditions)
    {
        if (expected == actual)
            return;
        string[] before = expected.Split('\n');
        string[] after = actual.Split('\n');
        Assert.Fail($"{conditions}:\n{string.Join("\n", before.Except(after).Take(10).Select(line => "- " + line))}\n{string.Join("\n", after.Except(before).Take(10).Select(line => "+ " + line))}\n" +
            $"the first at {before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count()}: {before.Zip(after).FirstOrDefault(pair => pair.First != pair.Second)}");
    }

    [GeneratedRegex(@" (Info|Warning|Error) PRIV\d+: ")]
    internal static partial Regex Findings();

    [GeneratedRegex(@"^=== .*\.cs$", RegexOptions.Multiline)]
    internal static partial Regex Files();
}

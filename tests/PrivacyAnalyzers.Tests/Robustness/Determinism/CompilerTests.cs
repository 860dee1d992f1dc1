using System.Collections.Concurrent;
using System.Reflection;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Robustness.Determinism;

/// <summary>What is built against the oldest compiler finds and writes the same on every later one.</summary>
[Trait("Proof", "determinism")]
public class CompilerTests(ITestOutputHelper output)
{
    public static TheoryData<string> Versions => [.. typeof(CompilerTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Compilers").Value!.Split(';')];

    private static readonly ConcurrentDictionary<string, Task<string>> Expected = new();

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Another_compiler_changes_nothing(string version)
    {
        var context = new CompilerContext(version);
        Assert.Equal(Version.Parse(version + ".0"), context.Compiler());
        foreach (string program in (string[])["Communications", "LeakyCommunications", "Corpus", "Parts"])
        {
            string expected = await Expected.GetOrAdd(program, DeterministicRun.OfNamedAsync);

            string actual = await context.RunAsync(program);

            output.WriteLine($"{program} on {version}: {DeterminismTests.Findings().Count(actual)} findings, {DeterminismTests.Files().Count(actual)} generated files");
            DeterminismTests.AssertSame(expected, actual, $"{program} on {version}");
        }
    }
}

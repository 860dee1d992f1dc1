using System.Reflection;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Tests.Robustness;

/// <summary>The two test projects are one, on two compilers: on the floor's, and on the newest. A property that is read too early makes them the same.</summary>
public class CompilerVersionTests
{
    [Fact]
    public void Tests_run_on_the_compiler_of_their_project()
    {
        Assembly tests = typeof(CompilerVersionTests).Assembly;
        string newest = tests.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Compilers").Value!.Split(';')[^1];
        string expected = tests.GetName().Name!.EndsWith(".Newest", StringComparison.Ordinal) ? newest : "4.8.0";

        Assert.Equal(Version.Parse(expected + ".0"), typeof(Compilation).Assembly.GetName().Version);
    }
}

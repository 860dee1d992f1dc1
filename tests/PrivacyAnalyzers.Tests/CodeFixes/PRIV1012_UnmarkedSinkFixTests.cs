using Test = PrivacyAnalyzers.Tests.Support.FixTest<
    PrivacyAnalyzers.Rules.Exposure.ExposureRules, PrivacyAnalyzers.CodeFixes.PRIV1012_UnmarkedSinkFix>;

namespace PrivacyAnalyzers.Tests.CodeFixes;

[Trait("Proof", "fix")]
public class PRIV1012_UnmarkedSinkFixTests
{
    [Fact]
    public Task Marks_each_parameter_and_imports_the_namespace() => Test.RunAsync(
        """
        using System;
        using Microsoft.Extensions.Logging;

        public class Audit(ILogger<Audit> logger)
        {
            public void Write(string {|PRIV1012:detail|}, int count) => logger.LogInformation("{Detail} {Count}", detail, count);

            public static void Fail(
                string {|PRIV1012:name|})
            {
                throw new InvalidOperationException("No " + name);
            }
        }
        """,
        """
        using System;
        using Microsoft.Extensions.Logging;
        using PrivacyAnalyzers;

        public class Audit(ILogger<Audit> logger)
        {
            public void Write([Sink(SinkKind.Log)] string detail, int count) => logger.LogInformation("{Detail} {Count}", detail, count);

            public static void Fail(
                [Sink(SinkKind.Exception)] string name)
            {
                throw new InvalidOperationException("No " + name);
            }
        }
        """);

    [Fact]
    public Task A_name_that_means_something_else_is_written_in_full() => Test.RunAsync(
        """
        using System;

        class SinkAttribute : Attribute { }

        public static class Audit
        {
            public static void Write(string {|PRIV1012:detail|}) => Console.WriteLine(detail);
        }
        """,
        """
        using System;

        class SinkAttribute : Attribute { }

        public static class Audit
        {
            public static void Write([global::PrivacyAnalyzers.Sink(global::PrivacyAnalyzers.SinkKind.Console)] string detail) => Console.WriteLine(detail);
        }
        """);
}

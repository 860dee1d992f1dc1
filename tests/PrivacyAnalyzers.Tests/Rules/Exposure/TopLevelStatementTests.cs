using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Rules.Exposure;

namespace PrivacyAnalyzers.Tests.Rules.Exposure;

/// <summary>The body of a program without a class belongs to a method that nobody wrote.</summary>
public class TopLevelStatementTests
{
    [Fact]
    public Task A_program_without_a_class_is_checked()
    {
        var test = new Support.AnalyzerTest<ExposureRules>
        {
            TestCode = """
                using PrivacyAnalyzers;

                var customer = new Customer { Email = args[0] };
                System.Console.WriteLine({|PRIV1004:customer.Email|});

                public class Customer
                {
                    [Identifier] public string Email { get; set; } = "";
                }
                """,
        };
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        return test.RunAsync(CancellationToken.None);
    }
}

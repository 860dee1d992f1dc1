using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;
using DiagnosticOptions = Microsoft.CodeAnalysis.Testing.DiagnosticOptions;
using DiagnosticResult = Microsoft.CodeAnalysis.Testing.DiagnosticResult;

namespace PrivacyAnalyzers.Tests.Rules.Exposure;

/// <summary>The exact words, spans and further locations of a finding.</summary>
public class MessageTests
{
    [Fact]
    public Task Names_member_category_path_and_remedy()
    {
        const string source = LogSinkTests.Usings + """
            class C
            {
                void M(ILogger logger, Customer customer)
                {
                    var contact = {|#1:customer.Email|};
                    var {|#2:text = "to " + contact|};
                    logger.LogInformation({|#0:text|});
                }
            }
            """ + LogSinkTests.Model;
        return AnalyzerTest<ExposureRules>.RunAsync(source, null,
            new DiagnosticResult("PRIV1001", DiagnosticSeverity.Warning)
                .WithLocation(0)
                .WithMessage("'Customer.Email' (identifier) reaches a log, which the statement does not name for it: Customer.Email -> contact -> text -> LogInformation; leave it out, log a key instead, or redact it")
                .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
    }

    [Fact]
    public Task A_call_is_a_step_of_the_path()
    {
        const string source = LogSinkTests.Usings + """
            class C
            {
                static string Describe(Customer c) => "mail " + c.Email;
                static void Write(ILogger logger, string text) => logger.LogInformation("{Text}", text);
                void M(ILogger logger, Customer customer) => Write(logger, {|#0:Describe(customer)|});
            }
            """ + LogSinkTests.Model;
        return AnalyzerTest<ExposureRules>.RunAsync(source, null,
            new DiagnosticResult("PRIV1001", DiagnosticSeverity.Warning)
                .WithLocation(0)
                .WithMessage("'Customer.Email' (identifier) reaches a log, which the statement does not name for it: Customer.Email -> Describe -> Write -> LogInformation; leave it out, log a key instead, or redact it")
                .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
    }

    [Fact]
    public Task A_whole_object_names_its_worst_member_by_path()
    {
        const string source = LogSinkTests.Usings + """
            class Order { public int Id { get; set; } public Customer Customer { get; set; } = new(); }
            class C
            {
                void M(ILogger logger, Order order) => logger.LogInformation("{@Order}", {|#0:order|});
            }
            """ + LogSinkTests.Model;
        return AnalyzerTest<ExposureRules>.RunAsync(source, null,
            new DiagnosticResult("PRIV1005", DiagnosticSeverity.Warning)
                .WithLocation(0)
                .WithMessage("The whole object is written out and with it 'Order.Customer.Balance' (financial): Order.Customer.Balance -> LogInformation; write the members that are needed, one by one"));
    }
}

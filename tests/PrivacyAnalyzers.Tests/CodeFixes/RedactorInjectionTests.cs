using PrivacyAnalyzers.CodeFixes;
using Test = PrivacyAnalyzers.Tests.Support.FixTest<PrivacyAnalyzers.Rules.Exposure.ExposureRules, PrivacyAnalyzers.CodeFixes.PRIV1001_PersonalDataInLogFix>;

namespace PrivacyAnalyzers.Tests.CodeFixes;

/// <summary>Where no redactor is in scope and a container makes the class, one is injected.</summary>
[Trait("Proof", "fix")]
public class RedactorInjectionTests
{
    private const string Redacted = "GetRedactor(PrivacyTaxonomy.Identifier).Redact(c.Email)";

    private static string Code(string classes, string imports = "") => imports + """
        using Microsoft.Extensions.Logging;
        using PrivacyAnalyzers;

        class Customer { public int Id { get; set; } [Identifier] public string Email { get; set; } = ""; }

        interface IClock { }


        """ + classes + "\n";

    private const string Imports = "using Microsoft.Extensions.Compliance.Redaction;\n";

    [Fact]
    public Task Through_a_primary_constructor() => RunAsync(
        "class C(ILogger<C> logger, IClock clock)\n{\n    void M(Customer c) => logger.LogInformation(\"{Email} {Clock}\", {|PRIV1001:c.Email|}, clock.GetHashCode());\n}",
        "class C(ILogger<C> logger, IClock clock, IRedactorProvider redactors)\n{\n    void M(Customer c) => logger.LogInformation(\"{Email} {Clock}\", redactors." + Redacted + ", clock.GetHashCode());\n}");

    [Fact]
    public Task Through_a_constructor_that_keeps_what_it_gets() => RunAsync(
        """
        class C
        {
            private readonly ILogger<C> _logger;

            public C(
                ILogger<C> logger,
                IClock clock)
            {
                _logger = logger;
            }

            void M(Customer c) => _logger.LogInformation("{Email}", {|PRIV1001:c.Email|});
        }
        """,
        """
        class C
        {
            private readonly ILogger<C> _logger;
            private readonly IRedactorProvider _redactors;

            public C(
                ILogger<C> logger,
                IClock clock,
                IRedactorProvider redactors)
            {
                _logger = logger;
                _redactors = redactors;
            }

            void M(Customer c) => _logger.LogInformation("{Email}", _redactors.GetRedactor(PrivacyTaxonomy.Identifier).Redact(c.Email));
        }
        """);

    [Fact]
    public Task Through_a_constructor_of_one_expression_in_the_style_of_its_fields() => RunAsync(
        """
        class C
        {
            private readonly ILogger<C> logger;

            public C(ILogger<C> logger) => this.logger = logger;

            void M(Customer c) => logger.LogInformation("{Email}", {|PRIV1001:c.Email|});
        }
        """,
        """
        class C
        {
            private readonly ILogger<C> logger;
            private readonly IRedactorProvider redactors;

            public C(ILogger<C> logger, IRedactorProvider redactors)
            {
                this.logger = logger;
                this.redactors = redactors;
            }

            void M(Customer c) => logger.LogInformation("{Email}", redactors.GetRedactor(PrivacyTaxonomy.Identifier).Redact(c.Email));
        }
        """);

    [Fact]
    public Task Fix_all_injects_once_a_class()
    {
        const string Before = """
            class C(ILogger<C> logger)
            {
                void M(Customer c) => logger.LogInformation("{Email}", {|PRIV1001:c.Email|});

                void N(Customer c) => logger.LogError("{Email}", {|PRIV1001:c.Email|});
            }

            class D(ILogger<D> logger)
            {
                void M(Customer c) => logger.LogInformation("{Email}", {|PRIV1001:c.Email|});
            }
            """;
        const string After = """
            class C(ILogger<C> logger, IRedactorProvider redactors)
            {
                void M(Customer c) => logger.LogInformation("{Email}", redactors.GetRedactor(PrivacyTaxonomy.Identifier).Redact(c.Email));

                void N(Customer c) => logger.LogError("{Email}", redactors.GetRedactor(PrivacyTaxonomy.Identifier).Redact(c.Email));
            }

            class D(ILogger<D> logger, IRedactorProvider redactors)
            {
                void M(Customer c) => logger.LogInformation("{Email}", redactors.GetRedactor(PrivacyTaxonomy.Identifier).Redact(c.Email));
            }
            """;

        // One by one, the second value of a class finds the redactor of the first: another fix serves it.
        var test = new Test
        {
            TestCode = Code(Before),
            FixedCode = Code(After, Imports),
            BatchFixedCode = Code(After, Imports),
            CodeActionEquivalenceKey = PRIV1001_PersonalDataInLogFix.InjectKey,
            NumberOfFixAllIterations = 1,
            NumberOfFixAllInDocumentIterations = 1,
            CodeFixTestBehaviors = Microsoft.CodeAnalysis.Testing.CodeFixTestBehaviors.FixOne,
        };
        test.FixedState.MarkupHandling = Microsoft.CodeAnalysis.Testing.MarkupMode.Allow;
        test.FixedState.Sources.Clear();
        test.FixedState.Sources.Add(Code(Before.Replace("(ILogger<C> logger)", "(ILogger<C> logger, IRedactorProvider redactors)", StringComparison.Ordinal).Replace("{|PRIV1001:c.Email|});\n\n    void N", "redactors." + Redacted + ");\n\n    void N", StringComparison.Ordinal), Imports));
        return test.RunAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("class C(ILogger<C> logger) { void M(Customer c) => logger.LogInformation(\"{Email}\", {|PRIV1001:c.Email|}); static C Make(ILogger<C> logger) => new(logger); }")]
    [InlineData("class C(ILogger<C> logger, string name) { string M(Customer c) { logger.LogInformation(\"{Email}\", {|PRIV1001:c.Email|}); return name; } }")]
    [InlineData("class C(ILogger<C> logger) { void M(Customer c, string redactors) => logger.LogInformation(\"{Email}\" + redactors, {|PRIV1001:c.Email|}, c.Id); }")]
    [InlineData("class C { public C(ILogger<C> logger, Customer c) => logger.LogInformation(\"{Email}\", {|PRIV1001:c.Email|}); }")]
    [InlineData("class C(IClock clock) { static void M(ILogger logger, Customer c) => logger.LogInformation(\"{Email}\", {|PRIV1001:c.Email|}); int N() => clock.GetHashCode(); }")]
    [InlineData("class B(ILogger<B> logger) { protected void M(Customer c) => logger.LogInformation(\"{Email}\", {|PRIV1001:c.Email|}); } class C(ILogger<B> logger) : B(logger);")]
    [InlineData("static class C { static void M(ILogger logger, Customer c) => logger.LogInformation(\"{Email}\", {|PRIV1001:c.Email|}); }")]
    public async Task Nothing_is_injected_that_nobody_would_give(string code)
    {
        var test = new Test { TestCode = Code(code), FixedCode = Code(code), CodeActionEquivalenceKey = PRIV1001_PersonalDataInLogFix.InjectKey };
        test.FixedState.InheritanceMode = Microsoft.CodeAnalysis.Testing.StateInheritanceMode.Explicit;
        test.FixedState.MarkupHandling = Microsoft.CodeAnalysis.Testing.MarkupMode.Allow;
        test.FixedState.AdditionalReferences.AddRange(Support.References.All);
        await test.RunAsync(CancellationToken.None);
    }

    private static Task RunAsync(string before, string after) => Test.RunAsync(Code(before), Code(after, Imports), PRIV1001_PersonalDataInLogFix.InjectKey);
}

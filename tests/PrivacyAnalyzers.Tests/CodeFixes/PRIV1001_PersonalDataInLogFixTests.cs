using PrivacyAnalyzers.CodeFixes;
using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.CodeFixes;

[Trait("Proof", "fix")]
public class PRIV1001_PersonalDataInLogFixTests
{
    private static string Code(string body) => """
        using Microsoft.Extensions.Compliance.Redaction;
        using Microsoft.Extensions.Logging;
        using PrivacyAnalyzers;

        class Customer { public int Id { get; set; } [Identifier] public string Email { get; set; } = ""; [Identifier] public string Phone { get; set; } = ""; [Financial] public decimal Balance { get; set; } }

        class C
        {

        """ + body + "\n}\n";

    [Theory]
    [InlineData(
        "    void M(ILogger logger, Customer c) => logger.LogInformation(\"Signed in: {Id} {Email}\", c.Id, {|PRIV1001:c.Email|});",
        "    void M(ILogger logger, Customer c) => logger.LogInformation(\"Signed in: {Id}\", c.Id);")]
    [InlineData(
        "    void M(ILogger logger, Customer c) => logger.LogInformation(\"{Email} signed in as {Id}\", {|PRIV1001:c.Email|}, c.Id);",
        "    void M(ILogger logger, Customer c) => logger.LogInformation(\"signed in as {Id}\", c.Id);")]
    [InlineData(
        "    void M(ILogger logger, Customer c) => logger.LogInformation(\"Signed in: {Email}\", {|PRIV1001:c.Email|});",
        "    void M(ILogger logger, Customer c) => logger.LogInformation(\"Signed in\");")]
    [InlineData(
        "    void M(ILogger logger, Customer c) => logger.LogInformation($\"Signed in: {{|PRIV1001:c.Email|}}\");",
        "    void M(ILogger logger, Customer c) => logger.LogInformation($\"Signed in\");")]
    [InlineData(
        "    void M(ILogger logger, Customer c) => logger.LogError(new System.Exception(), \"Failed for {Email}, {Id}\", {|PRIV1001:c.Email|}, c.Id);",
        "    void M(ILogger logger, Customer c) => logger.LogError(new System.Exception(), \"Failed for, {Id}\", c.Id);")]
    public Task Leaves_the_value_out_with_its_hole(string before, string after) =>
        FixTest<ExposureRules, PRIV1001_PersonalDataInLogFix>.RunAsync(Code(before), Code(after), PRIV1001_PersonalDataInLogFix.DropKey);

    [Fact]
    public Task Fix_all_takes_several_values_out_of_one_call() =>
        FixTest<ExposureRules, PRIV1001_PersonalDataInLogFix>.RunAsync(
            Code("    void M(ILogger logger, Customer c) => logger.LogInformation(\"{Id}: {Email}, {Phone}\", c.Id, {|PRIV1001:c.Email|}, {|PRIV1001:c.Phone|});"),
            Code("    void M(ILogger logger, Customer c) => logger.LogInformation(\"{Id}\", c.Id);"),
            PRIV1001_PersonalDataInLogFix.DropKey);

    [Theory]
    [InlineData(
        "    void M(ILogger logger, Customer c, Redactor redactor) => logger.LogInformation(\"{Email}\", {|PRIV1001:c.Email|});",
        "    void M(ILogger logger, Customer c, Redactor redactor) => logger.LogInformation(\"{Email}\", redactor.Redact(c.Email));")]
    [InlineData(
        "    void M(ILogger logger, Customer c, IRedactorProvider redactors) => logger.LogInformation(\"{Email}\", {|PRIV1001:c.Email|});",
        "    void M(ILogger logger, Customer c, IRedactorProvider redactors) => logger.LogInformation(\"{Email}\", redactors.GetRedactor(PrivacyTaxonomy.Identifier).Redact(c.Email));")]
    [InlineData(
        "    private readonly Redactor _redactor = null!;\n    void M(ILogger logger, Customer c) => logger.LogInformation(\"{Balance}\", {|PRIV1001:c.Balance|});",
        "    private readonly Redactor _redactor = null!;\n    void M(ILogger logger, Customer c) => logger.LogInformation(\"{Balance}\", _redactor.Redact(c.Balance));")]
    [InlineData(
        "    void M(ILogger logger, Customer c, Redactor redactor) => logger.LogInformation($\"Signed in: {{|PRIV1001:c.Email|}} {{|PRIV1001:c.Phone|}}\");",
        "    void M(ILogger logger, Customer c, Redactor redactor) => logger.LogInformation($\"Signed in: {redactor.Redact(c.Email)} {redactor.Redact(c.Phone)}\");")]
    public Task Redacts_with_what_is_in_scope(string before, string after) =>
        FixTest<ExposureRules, PRIV1001_PersonalDataInLogFix>.RunAsync(Code(before), Code(after), PRIV1001_PersonalDataInLogFix.RedactKey);

    [Theory]
    [InlineData("    private readonly Redactor _redactor = null!;\n    static void M(ILogger logger, string text) => logger.LogInformation({|PRIV1001:text|});", "[Identifier] string")]
    [InlineData("    void M(ILogger logger, string text, IRedactorProvider redactors) => logger.LogInformation({|PRIV1001:text|});", "[Contoso] string")]
    public Task Offers_no_redactor_that_would_not_compile(string code, string parameter) =>
        OffersNothing(Code(code.Replace("string text", parameter + " text", StringComparison.Ordinal)) + Contoso);

    [Fact]
    public Task A_redactor_named_like_a_keyword_is_written_with_its_sign() =>
        FixTest<ExposureRules, PRIV1001_PersonalDataInLogFix>.RunAsync(
            Code("    void M(ILogger logger, Customer c, Redactor @params) => logger.LogInformation(\"{Email}\", {|PRIV1001:c.Email|});"),
            Code("    void M(ILogger logger, Customer c, Redactor @params) => logger.LogInformation(\"{Email}\", @params.Redact(c.Email));"),
            PRIV1001_PersonalDataInLogFix.RedactKey);

    private const string Contoso = "\nclass ContosoAttribute() : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute(new(\"a\", \"b\"));\n";

    [Fact]
    public Task Offers_nothing_where_nothing_is_in_scope() =>
        // The message is a variable and no redactor is at hand: the finding stays, and no fix pretends.
        OffersNothing(Code("    void M(ILogger logger, Customer c) { var text = \"mail \" + c.Email; logger.LogInformation({|PRIV1001:text|}); }"));

    private static Task OffersNothing(string code)
    {
        var test = new FixTest<ExposureRules, PRIV1001_PersonalDataInLogFix> { TestCode = code, FixedCode = code };
        test.FixedState.InheritanceMode = Microsoft.CodeAnalysis.Testing.StateInheritanceMode.Explicit;
        test.FixedState.MarkupHandling = Microsoft.CodeAnalysis.Testing.MarkupMode.Allow;
        test.FixedState.AdditionalReferences.AddRange(References.All);
        return test.RunAsync(CancellationToken.None);
    }
}

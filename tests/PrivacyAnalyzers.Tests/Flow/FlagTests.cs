using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>A <c>bool</c> that a library calls personal data says something about a person, and identifies nobody.</summary>
public class FlagTests
{
    [Theory]
    [InlineData("u.EmailConfirmed")]
    [InlineData("u.TwoFactorEnabled")]
    [InlineData("{|PRIV1001:u.PhoneNumber|}")]
    // The program's own is what it says.
    [InlineData("{|PRIV1001:own.IsIll|}")]
    [InlineData("{|PRIV1001:own.IsOld|}")]
    public Task Of_a_library_is_logged(string value) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(
        "class Own { [Identifier] public bool IsIll { get; set; } [Identifier] public bool IsOld; } void M(Microsoft.AspNetCore.Identity.IdentityUser u, Own own) => logger.LogInformation(\"{T}\", " + value + ");"));
}

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
    // What a library says is no more true where the program overrides it, unless the program says so too.
    [InlineData("account.EmailConfirmed")]
    [InlineData("account.PhoneNumberConfirmed")]
    [InlineData("{|PRIV1001:account.TwoFactorEnabled|}")]
    [InlineData("{|PRIV1001:account.PhoneNumber|}")]
    public Task Of_a_library_is_logged(string value) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(
        "class Own { [Identifier] public bool IsIll { get; set; } [Identifier] public bool IsOld; } " +
        "class Account : Microsoft.AspNetCore.Identity.IdentityUser { public override bool EmailConfirmed { get; set; } public override bool PhoneNumberConfirmed { get => base.PhoneNumberConfirmed; set => base.PhoneNumberConfirmed = value; } [Identifier] public override bool TwoFactorEnabled { get; set; } public override string? PhoneNumber { get; set; } } " +
        "void M(Microsoft.AspNetCore.Identity.IdentityUser u, Own own, Account account) => logger.LogInformation(\"{T}\", " + value + ");"));
}

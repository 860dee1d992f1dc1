using Test = PrivacyAnalyzers.Tests.Support.FixTest<PrivacyAnalyzers.Rules.Exposure.PRIV1014_PersonalDataTurnedOn, PrivacyAnalyzers.CodeFixes.PRIV1014_PersonalDataTurnedOnFix>;

namespace PrivacyAnalyzers.Tests.CodeFixes;

[Trait("Proof", "fix")]
public class PRIV1014_PersonalDataTurnedOnFixTests
{
    [Theory]
    [InlineData("void M(DbContextOptionsBuilder b) => [|b.EnableSensitiveDataLogging()|];", "void M(DbContextOptionsBuilder b) => b.EnableSensitiveDataLogging(false);")]
    [InlineData("void M(DbContextOptionsBuilder b) => [|b.EnableSensitiveDataLogging(true)|].EnableDetailedErrors();", "void M(DbContextOptionsBuilder b) => b.EnableSensitiveDataLogging(false).EnableDetailedErrors();")]
    [InlineData("void M(SentryOptions o) { [|o.SendDefaultPii = true|]; } SentryOptions N() => new() { [|SendDefaultPii = true|] };", "void M(SentryOptions o) { o.SendDefaultPii = false; } SentryOptions N() => new() { SendDefaultPii = false };")]
    public Task It_is_turned_off(string before, string after) => Test.RunAsync(Code(before), Code(after));

    private static string Code(string member) => "using Microsoft.EntityFrameworkCore; using Sentry; class C { " + member + " }";
}

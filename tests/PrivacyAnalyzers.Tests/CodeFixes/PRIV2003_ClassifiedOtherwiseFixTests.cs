using Test = PrivacyAnalyzers.Tests.Support.FixTest<PrivacyAnalyzers.Rules.Classification.PRIV2003_ClassifiedOtherwise, PrivacyAnalyzers.CodeFixes.PRIV2003_ClassifiedOtherwiseFix>;

namespace PrivacyAnalyzers.Tests.CodeFixes;

[Trait("Proof", "fix")]
public class PRIV2003_ClassifiedOtherwiseFixTests
{
    [Theory]
    [InlineData("    /// <summary>Where mail goes.</summary>\n    [Commercial]\n    public string? [|Address|] { get; set; }", "    /// <summary>Where mail goes.</summary>\n    public string? Address { get; set; }")]
    [InlineData("    [NotPersonal(\"a role\")] public string? [|Address|] { get; set; }", "    public string? Address { get; set; }")]
    [InlineData("    [Obsolete, Commercial]\n    public string? [|Address|] { get; set; }", "    [Obsolete]\n    public string? Address { get; set; }")]
    [InlineData("    [Obsolete]\n    [Commercial]\n    public string? [|Address|] { get; set; }", "    [Obsolete]\n    public string? Address { get; set; }")]
    [InlineData("    // First.\n    [Commercial]\n    [Obsolete]\n    public string? [|Address|] { get; set; }", "    // First.\n    [Obsolete]\n    public string? Address { get; set; }")]
    public Task The_contradiction_is_left_out(string before, string after) => Test.RunAsync(Code(before), Code(after));

    private static string Code(string member) => "using System;\nusing PrivacyAnalyzers;\n\ninterface IContact { [Identifier] string? Address { get; } }\n\nclass Mailbox : IContact\n{\n" + member + "\n}\n";
}

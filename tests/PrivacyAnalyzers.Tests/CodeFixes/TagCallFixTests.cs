using PrivacyAnalyzers.CodeFixes;
using Test = PrivacyAnalyzers.Tests.Support.FixTest<PrivacyAnalyzers.Rules.Exposure.ExposureRules, PrivacyAnalyzers.CodeFixes.PRIV1001_PersonalDataInLogFix>;

namespace PrivacyAnalyzers.Tests.CodeFixes;

/// <summary>A call that does nothing but tag a span with personal data goes as a whole.</summary>
[Trait("Proof", "fix")]
public class TagCallFixTests
{
    private static string Code(string body) => """
        using System;
        using System.Diagnostics;
        using PrivacyAnalyzers;

        class Customer { public int Id { get; set; } [Identifier] public string Email { get; set; } = ""; [Identifier] public string Phone { get; set; } = ""; }

        class C
        {
            static Activity Start() => new Activity("x").Start();

        """ + body + "\n}\n";

    [Theory]
    [InlineData("void M(Activity s, Customer c)\n    {\n        s.SetTag(\"id\", c.Id);\n        s.SetTag(\"who\", {|PRIV1002:c.Email|});\n        s.Stop();\n    }", "void M(Activity s, Customer c)\n    {\n        s.SetTag(\"id\", c.Id);\n        s.Stop();\n    }")]
    [InlineData("void M(Activity? s, Customer c)\n    {\n        s?.AddBaggage(\"who\", {|PRIV1002:c.Email|});\n        s?.Stop();\n    }", "void M(Activity? s, Customer c)\n    {\n        s?.Stop();\n    }")]
    [InlineData("void M(Activity s, Customer c)\n    {\n        s.SetTag(\"who\", {|PRIV1002:c.Email|}).SetTag(\"id\", c.Id).AddTag(\"phone\", {|PRIV1002:c.Phone|});\n    }", "void M(Activity s, Customer c)\n    {\n        s.SetTag(\"id\", c.Id);\n    }")]
    [InlineData("void M(Activity? s, Customer c)\n    {\n        s?.SetTag(\"who\", {|PRIV1002:c.Email|}).SetTag(\"id\", c.Id);\n    }", "void M(Activity? s, Customer c)\n    {\n        s?.SetTag(\"id\", c.Id);\n    }")]
    [InlineData("void M(Activity? s, Customer c)\n    {\n        s?.SetTag(\"id\", c.Id).SetTag(\"who\", {|PRIV1002:c.Email|});\n    }", "void M(Activity? s, Customer c)\n    {\n        s?.SetTag(\"id\", c.Id);\n    }")]
    [InlineData("void M(Customer c)\n    {\n        Start().SetTag(\"who\", {|PRIV1002:c.Email|});\n    }", "void M(Customer c)\n    {\n        Start();\n    }")]
    [InlineData("void M(Customer c)\n    {\n        Start()\n            .SetTag(\"id\", c.Id)\n            .SetTag(\"who\", {|PRIV1002:c.Email|})\n            .Stop();\n    }", "void M(Customer c)\n    {\n        Start()\n            .SetTag(\"id\", c.Id)\n            .Stop();\n    }")]
    [InlineData("Activity M(Activity s, Customer c)\n    {\n        return s.SetTag(\"who\", {|PRIV1002:c.Email|});\n    }", "Activity M(Activity s, Customer c)\n    {\n        return s;\n    }")]
    [InlineData("void M(Activity s, Customer c)\n    {\n        if (c.Id > 0)\n            s.SetTag(\"who\", {|PRIV1002:c.Email|});\n        else\n            s.Stop();\n    }", "void M(Activity s, Customer c)\n    {\n        if (c.Id > 0)\n        {\n        }\n        else\n            s.Stop();\n    }")]
    public Task The_call_is_left_out(string before, string after) => Test.RunAsync(Code("    " + before), Code("    " + after), PRIV1001_PersonalDataInLogFix.DropCallKey);

    [Theory]
    [InlineData("    void M(Activity s, Customer c) => s.SetTag(\"who\", {|PRIV1002:c.Email|});")]
    [InlineData("    void M(Func<Activity> s, Customer c) { var all = new[] { s() }; all[0].SetTag(\"who\", {|PRIV1002:c.Email|}); }")]
    public Task A_call_that_something_else_needs_stays(string code)
    {
        var test = new Test { TestCode = Code(code), FixedCode = Code(code), CodeActionEquivalenceKey = PRIV1001_PersonalDataInLogFix.DropCallKey };
        test.FixedState.InheritanceMode = Microsoft.CodeAnalysis.Testing.StateInheritanceMode.Explicit;
        test.FixedState.MarkupHandling = Microsoft.CodeAnalysis.Testing.MarkupMode.Allow;
        test.FixedState.AdditionalReferences.AddRange(Support.References.All);
        return test.RunAsync(CancellationToken.None);
    }
}

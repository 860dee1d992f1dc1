using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.FixTest<PrivacyAnalyzers.Rules.Obligations.PRIV5002_UntestedChoice, PrivacyAnalyzers.CodeFixes.PRIV5002_UntestedChoiceFix>;

namespace PrivacyAnalyzers.Tests.CodeFixes;

[Trait("Proof", "fix")]
public class PRIV5002_UntestedChoiceFixTests
{
    private static string Code(string body) => """
        using System;
        using System.Collections.Generic;
        using PrivacyAnalyzers;

        [DataSubject]
        class Customer
        {
            public int Id { get; set; }
            [Identifier] public string? Email { get; set; }
            [ProtectedCharacteristic] public string? Gender { get; set; }
            [ProtectedCharacteristic] public string? Age { get; set; }
            [Consent("survey-opt-in")] public DateTime? OptedInAt { get; set; }
            [OptOut("marketing")] public bool NoMail { get; set; }
        }

        [DataSubject]
        record Member(int Id, [Consent("survey-opt-in")] bool OptIn, [ProtectedCharacteristic] string? Gender);

        interface IMailer { void Send(string? to); }

        class C
        {

        """ + body + "\n}\n";

    private const string Flag = "    [Purpose(\"marketing\")]\n";

    [Theory]
    [InlineData(
        "    void M(Customer c, string gender)\n    {\n        // As they told us.\n        [|c.Gender|] = gender;\n    }",
        "    void M(Customer c, string gender)\n    {\n        // As they told us.\n        if (c.OptedInAt is not null)\n            c.Gender = gender;\n    }")]
    [InlineData(
        "    void M(Customer c, string gender)\n    {\n        [|c.Gender|] = gender;\n        [|c.Age|] = gender;\n    }",
        "    void M(Customer c, string gender)\n    {\n        if (c.OptedInAt is not null)\n            c.Gender = gender;\n        if (c.OptedInAt is not null)\n            c.Age = gender;\n    }")]
    [InlineData(
        Flag + "    void M(Customer c, IMailer mailer)\n    {\n        mailer.Send([|c.Email|]);\n    }",
        Flag + "    void M(Customer c, IMailer mailer)\n    {\n        if (!c.NoMail)\n            mailer.Send(c.Email);\n    }")]
    [InlineData(
        Flag + "    void M(List<Customer> all, IMailer mailer)\n    {\n        foreach (var c in all)\n            mailer.Send([|c.Email|]);\n    }",
        Flag + "    void M(List<Customer> all, IMailer mailer)\n    {\n        foreach (var c in all)\n            if (!c.NoMail)\n                mailer.Send(c.Email);\n    }")]
    [InlineData(
        "    void M(List<Customer> all, string g)\n    {\n        if (g.Length > 0)\n            foreach (var c in all)\n                [|c.Gender|] = g;\n        else\n            Console.WriteLine();\n    }",
        "    void M(List<Customer> all, string g)\n    {\n        if (g.Length > 0)\n            foreach (var c in all)\n            {\n                if (c.OptedInAt is not null)\n                    c.Gender = g;\n            }\n        else\n            Console.WriteLine();\n    }")]
    public Task The_statement_stands_under_the_test(string before, string after) => new Test { TestCode = Code(before), FixedCode = Code(after), Statement = Adapted }.RunAsync(CancellationToken.None);

    [Theory]
    [InlineData("    [Purpose(\"marketing\")] void M(Func<Customer> next, IMailer mailer) => mailer.Send([|next().Email|]);")]
    [InlineData("    [Purpose(\"marketing\")] string? M(Customer c) => [|c.Email|];")]
    [InlineData("    [Purpose(\"marketing\")] void M(Customer c, IMailer mailer) { string? to; to = string.Concat([|c.Email|], \"x\"); mailer.Send(to); }")]
    [InlineData("    void M(List<Member> all, Customer c) { all.Add(new Member(1, false, [|c.Gender|])); }")]
    public Task Where_no_statement_could_be_left_out_nothing_is_offered(string body)
    {
        var test = new Test { TestCode = Code(body), FixedCode = Code(body), Statement = Adapted };
        test.FixedState.InheritanceMode = Microsoft.CodeAnalysis.Testing.StateInheritanceMode.Explicit;
        test.FixedState.MarkupHandling = Microsoft.CodeAnalysis.Testing.MarkupMode.Allow;
        test.FixedState.AdditionalReferences.AddRange(References.All);
        test.FixedState.AdditionalFiles.Add(("privacy.yml", Adapted));
        return test.RunAsync(CancellationToken.None);
    }

    private static string Adapted => Statements.Example;
}

using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.CodeFixes;
using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.CodeFixes;

/// <summary>Fixes that mark a declaration that stands elsewhere, also in another file.</summary>
[Trait("Proof", "fix")]
public class MarkingFixTests
{
    [Fact]
    public Task The_method_that_hides_the_value_is_marked_sanitizer_in_its_own_file()
    {
        const string Use = "using System; class C { void M([PrivacyAnalyzers.Identifier] string phone) => Console.WriteLine({|PRIV1013:Hide.MaskPhone(phone)|}); void N([PrivacyAnalyzers.Identifier] string phone) { var masked = Hide.MaskPhone(phone); Console.WriteLine({|PRIV1013:masked|}); } }";
        const string Hide = "static class Hide\n{\n    /// <summary>Stars.</summary>\n    public static string MaskPhone(string phone) => phone.Length > 4 ? \"***\" + phone.Substring(phone.Length - 4) : \"***\";\n}\n";
        var test = new FixTest<ExposureRules, PRIV1013_PseudonymFix> { CodeActionEquivalenceKey = "PRIV1013", NumberOfFixAllIterations = 1, NumberOfIncrementalIterations = 1, NumberOfFixAllInDocumentIterations = 1 };
        test.TestState.Sources.Add(Use);
        test.TestState.Sources.Add(Hide);
        test.FixedState.Sources.Add(Plain(Use));
        test.FixedState.Sources.Add("using PrivacyAnalyzers;\n\n" + Hide.Replace("    public", "    [Sanitizer]\n    public", StringComparison.Ordinal));
        test.FixedState.InheritanceMode = StateInheritanceMode.Explicit;
        test.FixedState.AdditionalReferences.AddRange(References.All);
        return test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task A_hash_of_the_library_has_no_method_to_mark() => OffersNothing<ExposureRules, PRIV1013_PseudonymFix>(
        "using System; using System.Text; class C { void M([PrivacyAnalyzers.Identifier] string phone) => Console.WriteLine({|PRIV1013:Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(phone)))|}); }");

    [Fact]
    public Task The_member_that_personal_data_is_put_into_is_classified_as_that_data_is() => FixTest<ExposureRules, PRIV2006_StoredUnclassifiedFix>.RunAsync(
        """
        using PrivacyAnalyzers;

        [DataSubject, Retention("r")]
        class Customer
        {
            public int Id { get; set; }
            [Identifier] public string Email { get; set; } = "";
            [Content] public string Text { get; set; } = "";

            /// <summary>What we call them.</summary>
            public string? Reference { get; set; }
            public string? Last { get; set; }
            void M() { Reference = {|PRIV2006:Email|}; Last = {|PRIV2006:Text|}; }
        }
        """,
        """
        using PrivacyAnalyzers;

        [DataSubject, Retention("r")]
        class Customer
        {
            public int Id { get; set; }
            [Identifier] public string Email { get; set; } = "";
            [Content] public string Text { get; set; } = "";

            /// <summary>What we call them.</summary>
            [Identifier]
            public string? Reference { get; set; }
            [Content]
            public string? Last { get; set; }
            void M() { Reference = Email; Last = Text; }
        }
        """);

    [Fact]
    public Task A_member_is_left_out_where_its_object_is_taken_apart()
    {
        const string Code = """
            using Microsoft.Extensions.Logging;
            using PrivacyAnalyzers;

            class Customer
            {
                public int Id { get; set; }

                [Identifier]
                public string Email { get; set; } = "";
            }

            static partial class Log
            {
                [LoggerMessage(1, LogLevel.Information, "Signed in")]
                public static partial void {|PRIV1016:SignedIn|}(ILogger logger, [LogProperties] Customer customer);

                public static partial void SignedIn(ILogger logger, Customer customer) { }

                static void Main() { }
            }
            """;
        var test = new FixTest<PRIV1016_RedactionNotWired, PRIV1016_RedactionNotWiredFix>
        {
            TestCode = Code,
            FixedCode = Plain(Code).Replace("    [Identifier]\n", "    [Identifier]\n    [LogPropertyIgnore]\n", StringComparison.Ordinal),
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
        };
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        return test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task A_member_that_a_record_declares_by_a_parameter_is_marked_as_a_property()
    {
        const string Code = """
            using Microsoft.Extensions.Logging;
            using PrivacyAnalyzers;

            record Customer(int Id, [Identifier] string Email);

            static partial class Log
            {
                [LoggerMessage(1, LogLevel.Information, "Signed in")]
                public static partial void {|PRIV1016:SignedIn|}(ILogger logger, [LogProperties] Customer customer);

                public static partial void SignedIn(ILogger logger, Customer customer) { }

                static void Main() { }
            }
            """;
        var test = new FixTest<PRIV1016_RedactionNotWired, PRIV1016_RedactionNotWiredFix>
        {
            TestCode = Code,
            FixedCode = Plain(Code).Replace("[Identifier] string", "[Identifier] [property: LogPropertyIgnore] string", StringComparison.Ordinal),
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
        };
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        return test.RunAsync(CancellationToken.None);
    }

    private static string Plain(string marked) => System.Text.RegularExpressions.Regex.Replace(marked, @"\{\|[A-Z0-9]+:(.*?)\|\}", "$1");

    private static Task OffersNothing<TRule, TFix>(string code)
        where TRule : class, new()
        where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new()
    {
        var test = new FixTest<TRule, TFix> { TestCode = code, FixedCode = code };
        test.FixedState.InheritanceMode = StateInheritanceMode.Explicit;
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        test.FixedState.AdditionalReferences.AddRange(References.All);
        return test.RunAsync(CancellationToken.None);
    }
}

using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;
using DiagnosticOptions = Microsoft.CodeAnalysis.Testing.DiagnosticOptions;
using DiagnosticResult = Microsoft.CodeAnalysis.Testing.DiagnosticResult;

namespace PrivacyAnalyzers.Tests.Rules.Classification;

public class PRIV2006_StoredUnclassifiedTests
{
    private static string InMethod(string body) => $$"""
        using System;
        using System.ComponentModel.DataAnnotations.Schema;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;
        class C
        {
            void M(Customer customer, Note note, Loose loose, Other other)
            {
                {{body}}
            }

            static string Pass(string text) => "to " + text;
            [Sanitizer] static string Mask(string text) => "***";
            static void Fill(Note note, string text) => note.Text = text;
        }
        class Customer { public int Id { get; set; } [Identifier] public string Email { get; set; } = ""; [ProtectedCharacteristic] public DateTime Born { get; set; } }
        class Note
        {
            public int Id { get; set; } public string Text { get; set; } = ""; public DateTime When { get; set; } public bool Seen { get; set; } public string Field = "";
            [Identifier] public string Known { get; set; } = ""; [NotPersonal("a code")] public string Code { get; set; } = ""; [NotMapped] public string View { get; set; } = "";
        }
        class Loose { public string Text { get; set; } = ""; }
        [DataClass("x")] class Other { public string Text { get; set; } = ""; }
        [DataClass("x")] record Row(int Id, string Text, [property: Identifier] string Known);
        class Db : DbContext { public DbSet<Note> Notes => Set<Note>(); }
        """;

    [Theory]
    [InlineData("note.Text = {|PRIV2006:customer.Email|};")]
    [InlineData("note.Field = {|PRIV2006:customer.Email|};")]
    [InlineData("note.Text = {|PRIV2006:Pass(customer.Email)|};")]
    [InlineData("note.Text += {|PRIV2006:customer.Email|};")]
    [InlineData("var n = new Note { Text = \"sent to \" + {|PRIV2006:customer.Email|} };")]
    [InlineData("note.When = {|PRIV2006:customer.Born|};")]
    [InlineData("Fill(note, {|PRIV2006:customer.Email|});")]
    [InlineData("var row = new Row(1, {|PRIV2006:customer.Email|}, customer.Email);")]
    [InlineData("other.Text = {|PRIV2006:customer.Email|};")]
    [InlineData("note.Text = Mask(customer.Email);")]
    [InlineData("note.Text = customer.Id.ToString();")]
    [InlineData("note.Id = customer.Id; note.Seen = customer.Email.Length > 3;")]
    [InlineData("note.Known = customer.Email; note.Code = customer.Email; note.View = customer.Email; loose.Text = customer.Email;")]
    [InlineData("var text = note.Text; note.Text = text + \"!\";")]
    public Task Values(string body) => AnalyzerTest<ExposureRules>.RunAsync(InMethod(body));

    [Fact]
    public Task The_message_names_both_members() => AnalyzerTest<ExposureRules>.RunAsync(
        InMethod("var to = customer.Email; note.Text = {|#0:to|};"),
        null,
        DiagnosticResult.CompilerWarning("PRIV2006").WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage("'Customer.Email' (identifier) is put into 'Note.Text', which is stored and not classified: Customer.Email -> to -> Text; classify 'Note.Text', or mark it [NotPersonal(\"reason\")]"));
}

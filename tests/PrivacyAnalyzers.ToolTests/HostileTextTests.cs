using System.Text.Json;
using PrivacyAnalyzers.Statement;
using PrivacyAnalyzers.Tool;
using PrivacyAnalyzers.Tool.Output;
using PrivacyAnalyzers.ToolTests.Support;
using YamlDotNet.RepresentationModel;

namespace PrivacyAnalyzers.ToolTests;

/// <summary>Text that tries to be something else where it is shown: a formula, a mark, a command to the terminal, another line.</summary>
[Trait("Proof", "hostile")]
public sealed class HostileTextTests
{
    private const string Escape7 = "\u001b]0;owned\u0007\u001b[2J";
    private const string Override = "\u202eevil\u2066";

    [Theory]
    [InlineData("\uff1d1+1", "\"'\uff1d1+1\"")]
    [InlineData("\uff0b1", "\"'\uff0b1\"")]
    [InlineData("\uff0d1", "\"'\uff0d1\"")]
    [InlineData("\uff20a", "\"'\uff20a\"")]
    [InlineData("\u0000=1", "\"'\u0000=1\"")]
    [InlineData("\u200b=1", "\"'\u200b=1\"")]
    [InlineData("\ufeff=1", "\"'\ufeff=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("a=1", "\"a=1\"")]
    public void A_cell_is_no_formula_in_any_script_or_behind_what_cannot_be_seen(string cell, string written) => Assert.Equal(written, Escape.Csv(cell));

    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("ä 名前 🙂", "ä 名前 🙂")]
    [InlineData("a\u001b[31mb", "a\\u001b[31mb")]
    [InlineData("a\nb\tc\rd", "a\\u000ab\\u0009c\\u000dd")]
    [InlineData("a\u009b1mb", "a\\u009b1mb")]
    [InlineData("a\u202eb\u2066c\u200fd", "a\\u202eb\\u2066c\\u200fd")]
    [InlineData("a\u2028b", "a\\u2028b")]
    public void A_terminal_gets_no_commands(string text, string shown) => Assert.Equal(shown, Escape.Terminal(text));

    [Fact]
    public void Half_a_character_is_shown_as_its_number() => Assert.Equal("a\\ud800b\\udc00", Escape.Terminal("a\ud800b\udc00"));

    [Theory]
    [InlineData("a\u202eb", "a\ufffdb")]
    [InlineData("a\u2066b\u2069", "a\ufffdb\ufffd")]
    [InlineData("a\u0007b", "a b")]
    public void A_page_cannot_be_read_backwards(string text, string written)
    {
        Assert.Equal(written, Escape.Html(text));
        Assert.Equal(written, Escape.Markdown(text));
    }

    [Theory]
    [InlineData("a 🙂 b")]
    [InlineData("a\u0000b\u001b\u0085\u2028")]
    [InlineData("\"\\ : # - ! & * ? [ ] { } % @ `")]
    [InlineData("true")]
    public void A_YAML_string_is_read_back_as_it_was(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader("a: " + Escape.Yaml(text)));

        Assert.Equal(text, ((YamlScalarNode)stream.Documents[0].RootNode["a"]).Value);
        Assert.Equal("\"\\ufffd\"", Escape.Yaml("\ud800"));
    }

    [Fact]
    public void What_names_in_code_say_reaches_no_terminal_as_a_command()
    {
        string code = BuiltShop.Code.Replace("[Recipient(\"mail-provider\")]", $"[Recipient(\"mail{Escaped(Escape7 + Override)}\")]", StringComparison.Ordinal)
            .Replace("[DataClass(\"customer-account\"), Retention(\"invoices\")]", $"[DataClass(\"c{Escaped(Escape7)}\"), Retention(\"i\\nPRIV4005: forged\")]", StringComparison.Ordinal);
        using BuiltShop shop = BuiltShop.Build(code, statement: null, record: BuiltShop.Record);

        ToolRun check = ToolRun.Of("check", shop.Assembly, "--record", shop.PathOf("Shop.disclosures.txt"));
        ToolRun missing = ToolRun.Of("report", shop.PathOf($"no{Escape7}{Override}.dll"));

        Assert.Equal(ExitCodes.Drift, check.Code);
        Assert.Equal(ExitCodes.BadInput, missing.Code);
        foreach (string said in new[] { check.Output, check.Error, missing.Output, missing.Error })
            Assert.DoesNotContain(said, c => c != '\n' && (char.IsControl(c) || c is '\u202e' or '\u2066'));
        Assert.DoesNotContain(check.Output.Split('\n'), line => line.StartsWith("PRIV4005: forged", StringComparison.Ordinal));
        Assert.Contains("\\u001b]0;owned", check.Output, StringComparison.Ordinal);
    }

    /// <summary>A statement's title and the names that code gives, in every format that the tool writes.</summary>
    [Fact]
    public void Every_format_keeps_text_as_text()
    {
        const string Title = "</title><script>alert(1)</script> | `x` =1 🙂 ";
        using BuiltShop shop = BuiltShop.Build(statement: BuiltShop.Statement.Replace("Shop & <Sons> privacy statement", JsonSerializer.Serialize(Title), StringComparison.Ordinal));
        string Written(params string[] arguments)
        {
            string file = shop.PathOf("written");
            ToolRun run = ToolRun.Of([arguments[0], shop.Assembly, .. arguments[1..], "--output", file]);
            Assert.True(run.Code == ExitCodes.Done, run.Error);
            return File.ReadAllText(file);
        }

        Assert.DoesNotContain("<script", Written("report"), StringComparison.OrdinalIgnoreCase);
        Written("report", "--markdown", shop.PathOf("report.md"));
        string markdown = File.ReadAllText(shop.PathOf("report.md"));
        Assert.DoesNotContain("<script", markdown, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\\| \\`x\\`", markdown, StringComparison.Ordinal);
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Written("export", "--format", "fides")));
        Assert.Contains(Title.TrimEnd(), ((YamlScalarNode)((YamlSequenceNode)yaml.Documents[0].RootNode["dataset"])[0]["description"]).Value, StringComparison.Ordinal);
        Assert.NotNull(JsonDocument.Parse(Written("export", "--format", "dpv")));
    }

    /// <summary>Names that are other values in YAML, and names that are no names: what <c>init</c> writes is a statement all the same.</summary>
    [Fact]
    public void A_first_statement_is_valid_whatever_names_code_uses()
    {
        string code = "using PrivacyAnalyzers; " + string.Concat(new[] { "null", "true", "no", "on", "a-b", "a: b", "- x", "{}", "a\\nb: c", "&a", "~" }.Select((name, i) =>
            $"[DataClass(\"{name}\"), Retention(\"{name}\")] public class C{i} {{ [Identifier] public string? Email {{ get; set; }} }} [Recipient(\"{name}\")] public interface I{i} {{ }} "));
        using BuiltShop shop = BuiltShop.Build(code, statement: null, withLog: false);
        string file = shop.PathOf("privacy.yml");

        ToolRun run = ToolRun.Of("init", shop.Assembly, "--output", file);

        Assert.True(run.Code == ExitCodes.Done, run.Error);
        StatementFile read = StatementReader.Read(file, Microsoft.CodeAnalysis.Text.SourceText.From(File.ReadAllText(file)), CancellationToken.None);
        Assert.Empty(read.Errors.Select(error => error.Message));
        Assert.Contains(read.Statement!.DataClasses, entry => entry.Name == "null");
    }

    private static string Escaped(string text) => string.Concat(text.Select(c => $"\\u{(int)c:x4}"));
}

using PrivacyAnalyzers.Statement.Yaml;

namespace PrivacyAnalyzers.Tests.Statement;

/// <summary>The core schema at its edges: the characters next to those that count.</summary>
public class YamlCoreTests
{
    [Theory]
    [InlineData("Null", "", "~", "null", "Null", "NULL")]
    [InlineData("Boolean", "true", "True", "TRUE", "false", "False", "FALSE")]
    [InlineData("Integer", "0", "9", "-5", "+5", "0x0", "0x9", "0xa", "0xf", "0xA", "0xF", "0x1fF", "0o0", "0o7", "0o17")]
    [InlineData("Number", "1.", ".5", "1.5", "-1.5", "+.5", "1e3", "1E3", "1e+3", "1e-3", "1.5e3", ".inf", "+.inf", "-.INF", ".nan", ".NaN")]
    [InlineData("Text", "+", "-", ".", "-.", "e3", "1e", "1e+", "1ex", "1.5x", "5a", "a5", "1/", "1:", "+.nan", "0x", "0o", "0x/", "0x:", "0x@", "0xG", "0x`", "0xg", "0xfz", "0o/", "0o8", "0o18", "0b1", "1_000", "tRUE", "nULL", "NO", "on")]
    public void A_plain_scalar_is_of_its_kind(string kind, params string[] values) =>
        Assert.All(values, value => Assert.Equal((value, kind), (value, YamlCore.KindOf(value).ToString())));
}

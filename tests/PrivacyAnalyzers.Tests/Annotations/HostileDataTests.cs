using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Annotations;

/// <summary>Data that people or attackers put into rows: an export is whole and can be read, whatever the values are.</summary>
[Trait("Proof", "hostile")]
public class HostileDataTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "a\0b", "a\0b" },
        { "\ud800", "\ufffd" },
        { "a\udc00b\ud83d", "a\ufffdb\ufffd" },
        { "🙂\u202e\u2028", "🙂\u202e\u2028" },
        { "</script><script>alert(1)</script>", "</script><script>alert(1)</script>" },
        { "=HYPERLINK(\"http://example.com\")", "=HYPERLINK(\"http://example.com\")" },
        { "\"},{\"category\":\"forged", "\"},{\"category\":\"forged" },
        { new string('x', 10_000_000), new string('x', 10_000_000) },
        { new string('\u0001', 1_000_000), new string('\u0001', 1_000_000) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_comes_back_as_it_was_and_half_characters_as_one_that_says_so(string text, string read) => Assert.True(read == Written(writer => ExportJson.Value(writer, text)).GetString());

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void What_is_no_number_in_JSON_is_text(double value, string read)
    {
        Assert.Equal(read, Written(writer => ExportJson.Value(writer, value)).GetString());
        Assert.Equal(read, Written(writer => ExportJson.Value(writer, (float)value)).GetString());
    }

    [Fact]
    public void The_ends_of_every_scale_come_back()
    {
        Assert.Equal(DateTime.MinValue, Written(writer => ExportJson.Value(writer, DateTime.MinValue)).GetDateTime());
        Assert.Equal(DateTime.MaxValue, Written(writer => ExportJson.Value(writer, DateTime.MaxValue)).GetDateTime());
        Assert.Equal(DateTimeOffset.MinValue, Written(writer => ExportJson.Value(writer, DateTimeOffset.MinValue)).GetDateTimeOffset());
        Assert.Equal(DateTimeOffset.MaxValue, Written(writer => ExportJson.Value(writer, DateTimeOffset.MaxValue)).GetDateTimeOffset());
        Assert.Equal("0001-01-01", Written(writer => ExportJson.Formatted(writer, DateOnly.MinValue)).GetString());
        Assert.Equal("23:59:59.9999999", Written(writer => ExportJson.Formatted(writer, TimeOnly.MaxValue)).GetString());
        Assert.Equal(TimeSpan.MinValue.ToString(), Written(writer => ExportJson.Formatted(writer, TimeSpan.MinValue)).GetString());
        Assert.Equal(decimal.MinValue, Written(writer => ExportJson.Value(writer, decimal.MinValue)).GetDecimal());
        Assert.Equal(double.Epsilon, Written(writer => ExportJson.Value(writer, double.Epsilon)).GetDouble());
        Assert.Equal(ulong.MaxValue, Written(writer => ExportJson.Value(writer, ulong.MaxValue)).GetUInt64());
        Assert.Equal("-0", Written(writer => ExportJson.Value(writer, -0.0)).GetRawText());
    }

    /// <summary>An archive that is unpacked writes into its own folder, and two categories never share a file.</summary>
    [Fact]
    public async Task Names_of_files_lead_nowhere_else()
    {
        using var stream = new MemoryStream();
        await using (var archive = new ExportArchive(stream, "Customer", Guid.Empty, DateTimeOffset.UnixEpoch))
        {
            foreach (string category in new[] { "../../etc/passwd", "..\\..\\x", "/root", "C:\\x", "a/b", "a:b", "con", "", ".", "index", "identifier", "n\0l", "\u202e" })
            {
                archive.BeginFile(category);
                await archive.EndFileAsync(CancellationToken.None);
            }

            await archive.CompleteAsync(CancellationToken.None);
        }

        using var zip = new ZipArchive(new MemoryStream(stream.ToArray()));
        string[] names = zip.Entries.Select(entry => entry.FullName).ToArray();
        Assert.All(names, name => Assert.Matches("^[A-Za-z0-9_-]+\\.json$", name));
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains("identifier.json", names);
        using JsonDocument index = JsonDocument.Parse(zip.Entries[^1].Open());
        Assert.Equal(names[..^1], index.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()));
        Assert.Equal("../../etc/passwd", index.RootElement.GetProperty("files")[0].GetProperty("category").GetString());
    }

    /// <summary>Objects that lead back to themselves, or on and on: nothing is followed that the type does not bound.</summary>
    [Fact]
    public void Circles_and_chains_of_objects_end()
    {
        GeneratorResult result = new GeneratorTest("""
            using System.Collections.Generic;
            using System.IO;
            using System.Text.Json;
            using PrivacyAnalyzers;
            namespace Shop;
            public class Node { [Identifier] public string? Name { get; set; } public Node? Next { get; set; } public List<Node> All { get; } = new(); public Customer? Owner { get; set; } }
            [DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } public Node? First { get; set; } public Customer? Friend { get; set; } }
            public static class Script
            {
                public static long Write()
                {
                    var customer = new Customer { Name = "Ann", First = new Node { Name = "first" } };
                    customer.Friend = customer;
                    Node last = customer.First;
                    for (int i = 0; i < 100_000; i++) { last.Next = new Node { Name = "n", Owner = customer }; last = last.Next; }
                    last.Next = customer.First;
                    customer.First.All.Add(customer.First);
                    using var stream = new MemoryStream();
                    using (var writer = new Utf8JsonWriter(stream))
                        customer.WritePersonalDataExport(writer);
                    customer.Anonymize();
                    return stream.Length;
                }
            }
            """).Run(new ExportGenerator());

        Assert.InRange(result.Call<long>("Shop.Script", "Write"), 1, 10_000);
    }

    private static JsonElement Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (Utf8JsonWriter writer = ExportJson.CreateWriter(stream))
            write(writer);
        return JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).RootElement.Clone();
    }
}

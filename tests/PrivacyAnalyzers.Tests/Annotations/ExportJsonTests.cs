using System.Text;
using System.Text.Json;

namespace PrivacyAnalyzers.Tests.Annotations;

public class ExportJsonTests
{
    [Fact]
    public void Values_are_written_by_their_type()
    {
        Assert.Equal("null", Write(json => ExportJson.Value(json, (string?)null)));
        Assert.Equal("\"Zoë 名前 \\u003Cb\\u003E\"", Write(json => ExportJson.Value(json, "Zoë 名前 <b>")));
        Assert.Equal("true", Write(json => ExportJson.Value(json, true)));
        Assert.Equal("null", Write(json => ExportJson.Value(json, (bool?)null)));
        Assert.Equal("255", Write(json => ExportJson.Value(json, byte.MaxValue)));
        Assert.Equal("4294967295", Write(json => ExportJson.Value(json, uint.MaxValue)));
        Assert.Equal("18446744073709551615", Write(json => ExportJson.Value(json, ulong.MaxValue)));
        Assert.Equal("1.10", Write(json => ExportJson.Value(json, 1.10m)));
        Assert.Equal("\"NaN\"", Write(json => ExportJson.Value(json, double.NaN)));
        Assert.Equal("\"-Infinity\"", Write(json => ExportJson.Value(json, float.NegativeInfinity)));
        Assert.Equal("0.1", Write(json => ExportJson.Value(json, 0.1f)));
        Assert.Equal("\"AQI=\"", Write(json => ExportJson.Value(json, new byte[] { 1, 2 })));
        Assert.Equal("\"11111111-1111-1111-1111-111111111111\"", Write(json => ExportJson.Value(json, new Guid("11111111-1111-1111-1111-111111111111"))));
        Assert.Equal("\"2026-01-02T03:04:05Z\"", Write(json => ExportJson.Value(json, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc))));
        Assert.Equal("\"2026-01-02\"", Write(json => ExportJson.Formatted(json, new DateOnly(2026, 1, 2))));
        Assert.Equal("\"01:02:03\"", Write(json => ExportJson.Formatted(json, new TimeSpan(1, 2, 3))));
        Assert.Equal("null", Write(json => ExportJson.Formatted(json, (DateOnly?)null)));
        Assert.Equal("null", Write(json => ExportJson.Sequence<int>(json, null, (inner, value) => ExportJson.Value(inner, value))));
    }

    [Fact]
    public void An_exported_value_says_its_name_and_not_itself() =>
        Assert.Equal("Email", new Exported<string>("ann@example.com", new ExportedMember("Email", "identifier", null, [], null, null, null)).ToString());

    [Fact]
    public async Task Little_is_kept_and_much_is_handed_over()
    {
        using var stream = new MemoryStream();
        await using Utf8JsonWriter writer = ExportJson.CreateWriter(stream);
        writer.WriteStartArray();
        await ExportJson.FlushWhenFullAsync(writer, CancellationToken.None);
        Assert.Equal(0, stream.Length);

        writer.WriteStringValue(new string('x', 20_000));
        await ExportJson.FlushWhenFullAsync(writer, CancellationToken.None);
        Assert.InRange(stream.Length, 20_000, 20_100);
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (Utf8JsonWriter writer = ExportJson.CreateWriter(stream))
            write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

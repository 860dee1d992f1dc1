using System.ComponentModel;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace PrivacyAnalyzers;

/// <summary>Writes values into an export's JSON, without reflection. Generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ExportJson
{
    private const int FlushAbove = 16 * 1024;

    /// <summary>Readable by people: indented, and letters of all scripts as they are.</summary>
    public static Utf8JsonWriter CreateWriter(Stream utf8Json) => new(
        utf8Json,
        new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });

    /// <summary>Hands over what is written so far once it is more than a little, so that memory stays bounded.</summary>
    public static Task FlushWhenFullAsync(Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return writer.BytesPending < FlushAbove ? Task.CompletedTask : writer.FlushAsync(cancellationToken);
    }

    /// <summary>Writes what the members of an entity are, under <c>members</c>.</summary>
    public static void Members(Utf8JsonWriter writer, IReadOnlyList<ExportedMember> members, ExportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(members);
        writer.WriteStartObject("members");
        foreach (ExportedMember member in members)
        {
            if (options?.Includes(member) == false)
                continue;
            writer.WriteStartObject(member.Name);
            WriteIfGiven(writer, "category", member.Category);
            WriteIfGiven(writer, "choice", member.Choice);
            WriteIfGiven(writer, "dataClass", member.DataClass);
            Names(writer, "purposes", member.Purposes);
            if (member.Sources.Count > 0)
                Names(writer, "sources", member.Sources);
            if (member.Recipients.Count > 0)
                Names(writer, "recipients", member.Recipients);
            WriteIfGiven(writer, "retention", member.Retention);
            WriteIfGiven(writer, "kept", member.Kept);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Names(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    /// <summary>Writes text.</summary>
    public static void Value(Utf8JsonWriter writer, string? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public static void Value(Utf8JsonWriter writer, bool? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
            writer.WriteBooleanValue(given);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a whole number.</summary>
    public static void Value(Utf8JsonWriter writer, long? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
            writer.WriteNumberValue(given);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a whole number.</summary>
    public static void Value(Utf8JsonWriter writer, ulong? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
            writer.WriteNumberValue(given);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a decimal number.</summary>
    public static void Value(Utf8JsonWriter writer, decimal? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
            writer.WriteNumberValue(given);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a number; as text where it is none that JSON knows.</summary>
    public static void Value(Utf8JsonWriter writer, float? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is not { } given)
            writer.WriteNullValue();
        else if (float.IsFinite(given))
            writer.WriteNumberValue(given);
        else
            writer.WriteStringValue(given.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Writes a number; as text where it is none that JSON knows.</summary>
    public static void Value(Utf8JsonWriter writer, double? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is not { } given)
            writer.WriteNullValue();
        else if (double.IsFinite(given))
            writer.WriteNumberValue(given);
        else
            writer.WriteStringValue(given.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Writes a <see cref="Guid"/>.</summary>
    public static void Value(Utf8JsonWriter writer, Guid? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
            writer.WriteStringValue(given);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a time in ISO 8601.</summary>
    public static void Value(Utf8JsonWriter writer, DateTime? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
            writer.WriteStringValue(given);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a time in ISO 8601.</summary>
    public static void Value(Utf8JsonWriter writer, DateTimeOffset? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
            writer.WriteStringValue(given);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes bytes as base 64.</summary>
    public static void Value(Utf8JsonWriter writer, byte[]? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
            writer.WriteNullValue();
        else
            writer.WriteBase64StringValue(value);
    }

    /// <summary>Writes a value's own text, the same in every culture: ISO 8601 for dates and times of day.</summary>
    public static void Formatted(Utf8JsonWriter writer, IFormattable? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value?.ToString(value is DateOnly or TimeOnly ? "o" : null, CultureInfo.InvariantCulture));
    }

    /// <summary>Writes several values.</summary>
    public static void Sequence<T>(Utf8JsonWriter writer, IEnumerable<T>? values, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(write);
        if (values is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (T value in values)
            write(writer, value);
        writer.WriteEndArray();
    }

    private static void WriteIfGiven(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }
}

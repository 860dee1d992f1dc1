using System.Globalization;
using System.Text;

namespace PrivacyAnalyzers.Generation.Manifest;

/// <summary>Writes JSON: members in the order given, nothing but ASCII, the same text on every machine.</summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new();
    private bool _isFirst = true;

    public JsonText Object(Action<JsonText> members) => Nested('{', members, '}');

    public JsonText Array<T>(IEnumerable<T> items, Action<JsonText, T> write) => Nested('[', json =>
    {
        foreach (T item in items)
        {
            json.Separate();
            write(json, item);
            json._isFirst = false;
        }
    }, ']');

    /// <summary>A member; left out where the value is <see langword="null"/>.</summary>
    public JsonText Member(string name, string? value) => value is null ? this : Member(name, json => json.Text(value));

    public JsonText Member(string name, int value) => Member(name, json => json._text.Append(value.ToString(CultureInfo.InvariantCulture)));

    public JsonText Member(string name, bool value) => Member(name, json => json._text.Append(value ? "true" : "false"));

    public JsonText Member(string name, IEnumerable<string> values) => Member(name, json => json.Array(values, (inner, value) => inner.Text(value)));

    public JsonText Member(string name, Action<JsonText> write)
    {
        Separate();
        Text(name);
        _text.Append(':');
        write(this);
        _isFirst = false;
        return this;
    }

    public void Text(string value)
    {
        _text.Append('"');
        foreach (char c in value)
        {
            if (c is '"' or '\\')
                _text.Append('\\').Append(c);
            else if (c is < ' ' or > '~')
                _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                _text.Append(c);
        }

        _text.Append('"');
    }

    public override string ToString() => _text.ToString();

    private JsonText Nested(char open, Action<JsonText> content, char close)
    {
        _text.Append(open);
        _isFirst = true;
        content(this);
        _text.Append(close);
        _isFirst = false;
        return this;
    }

    private void Separate()
    {
        if (!_isFirst)
            _text.Append(',');
        _isFirst = true;
    }
}

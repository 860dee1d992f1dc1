using System.Text;

namespace PrivacyAnalyzers.Generation;

/// <summary>Writes generated C#: indented, with LF line ends and no trailing space, so that the text is the same everywhere.</summary>
internal sealed class CodeWriter
{
    private const int Width = 4;
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>One line; several where the text has line ends. Empty lines stay empty.</summary>
    public void Line(string text = "")
    {
        foreach (string line in text.Split('\n'))
        {
            if (line.Length > 0)
                _text.Append(' ', _depth * Width).Append(line);
            _text.Append('\n');
        }
    }

    /// <summary>The header, and a block in braces that ends when the result is disposed.</summary>
    public Block Braces(string header, string end = "}")
    {
        Line(header);
        Line("{");
        _depth++;
        return new Block(this, end);
    }

    /// <summary>Deeper lines without braces, such as the rest of a long expression.</summary>
    public Block Indented()
    {
        _depth++;
        return new Block(this, null);
    }

    public override string ToString() => _text.ToString();

    internal readonly struct Block(CodeWriter writer, string? end) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (end is not null)
                writer.Line(end);
        }
    }
}

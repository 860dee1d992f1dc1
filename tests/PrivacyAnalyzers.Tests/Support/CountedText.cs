using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace PrivacyAnalyzers.Tests.Support;

/// <summary>A text that counts how many of its characters are looked at: what a reader does, told without a clock.</summary>
internal sealed class CountedText(string text) : SourceText
{
    private readonly SourceText _text = From(text);

    /// <summary>Characters looked at one by one, and characters copied.</summary>
    public long Read { get; private set; }

    public override Encoding? Encoding => _text.Encoding;

    public override int Length => _text.Length;

    public override char this[int position]
    {
        get
        {
            Read++;
            return _text[position];
        }
    }

    public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)
    {
        Read += count;
        _text.CopyTo(sourceIndex, destination, destinationIndex, count);
    }
}

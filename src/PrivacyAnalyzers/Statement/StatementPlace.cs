using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PrivacyAnalyzers.Statement;

/// <summary>Places in the statement's file, as diagnostics point to them.</summary>
internal static class StatementPlace
{
    public static Location At(string path, SourceText text, Position position)
    {
        if (text.Lines.Count == 0 || position.Line >= text.Lines.Count)
            return Location.Create(path, default, default);
        TextLine line = text.Lines[position.Line];
        int start = Math.Min(line.Start + position.Column, line.End);
        int end = Math.Min(start + position.Length, line.End);
        return Location.Create(
            path,
            TextSpan.FromBounds(start, end),
            new LinePositionSpan(new LinePosition(position.Line, start - line.Start), new LinePosition(position.Line, end - line.Start)));
    }
}

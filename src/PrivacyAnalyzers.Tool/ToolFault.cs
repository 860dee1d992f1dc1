namespace PrivacyAnalyzers.Tool;

/// <summary>Something given to the tool cannot be used. The message says what and what to do; the tool ends with <see cref="ExitCodes.BadInput"/>.</summary>
internal sealed class ToolFault(string message, Exception? inner = null) : Exception(message, inner);

internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>The tool did its work and the answer is no: the code drifted from the record, or a record was refused.</summary>
    public const int Drift = 1;

    /// <summary>Arguments or files cannot be used.</summary>
    public const int BadInput = 2;
}

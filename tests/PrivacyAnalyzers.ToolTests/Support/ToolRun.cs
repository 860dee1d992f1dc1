using System.Text.Json;
using PrivacyAnalyzers.Tool;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.ToolTests.Support;

/// <summary>One run of the tool, in this process.</summary>
internal sealed record ToolRun(int Code, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static ToolRun Of(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int code = Program.Run(args, new ToolConsole(output, error, isInteractive: false));
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}

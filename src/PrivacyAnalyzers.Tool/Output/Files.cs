using System.Text;

namespace PrivacyAnalyzers.Tool.Output;

/// <summary>Writes whole files: a reader sees the old one or the new one, never half of one.</summary>
internal static class Files
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <returns>Whether the file changed.</returns>
    public static bool Write(string path, string text)
    {
        try
        {
            if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(Utf8.GetBytes(text)))
                return false;
            string full = Path.GetFullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            string part = full + ".part";
            File.WriteAllText(part, text, Utf8);
            File.Move(part, full, overwrite: true);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ToolFault($"{path} cannot be written: {fault.Message}", fault);
        }
    }

    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ToolFault($"{path} cannot be read: {fault.Message}", fault);
        }
    }
}

using System.IO.Compression;
using System.Reflection.PortableExecutable;

namespace PrivacyAnalyzers.PackageTests.Support;

/// <summary>Reads what stands in a package.</summary>
internal static class PackageEntry
{
    public static string ReadText(this ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The assembly, read and not loaded.</summary>
    public static PEReader OpenAssembly(this ZipArchiveEntry entry)
    {
        var memory = new MemoryStream();
        using (Stream stream = entry.Open())
            stream.CopyTo(memory);
        memory.Position = 0;
        return new PEReader(memory);
    }
}

using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PrivacyAnalyzers.Tool.Input;

/// <summary>
/// Looks at an assembly's signatures before the compiler's reader does: that one believes the number of parameters that a signature claims, and goes through half a
/// billion of them where a damaged or hostile file says so.
/// </summary>
internal static class SaneMetadata
{
    /// <summary>Fails with <see cref="BadImageFormatException"/> where a signature claims more than its bytes can hold.</summary>
    public static void Check(string path)
    {
        using FileStream stream = File.OpenRead(path);
        using var file = new PEReader(stream);
        if (!file.HasMetadata)
            return;
        MetadataReader metadata = file.GetMetadataReader();
        foreach (MemberReferenceHandle handle in metadata.MemberReferences)
            Signature(metadata, metadata.GetMemberReference(handle).Signature);
        foreach (MethodDefinitionHandle handle in metadata.MethodDefinitions)
            Signature(metadata, metadata.GetMethodDefinition(handle).Signature);
        foreach (PropertyDefinitionHandle handle in metadata.PropertyDefinitions)
            Signature(metadata, metadata.GetPropertyDefinition(handle).Signature);
    }

    private static void Signature(MetadataReader metadata, BlobHandle handle)
    {
        BlobReader blob = metadata.GetBlobReader(handle);
        SignatureHeader header = blob.ReadSignatureHeader();
        if (header.Kind is not (SignatureKind.Method or SignatureKind.Property))
            return;

        // A parameter takes a byte at least.
        if (header.IsGeneric && blob.ReadCompressedInteger() > ushort.MaxValue || blob.ReadCompressedInteger() > blob.RemainingBytes)
            throw new BadImageFormatException("A signature claims more parameters than it has");
    }
}

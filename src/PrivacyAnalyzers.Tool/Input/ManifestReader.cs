using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using PrivacyAnalyzers.Generation.Manifest;

namespace PrivacyAnalyzers.Tool.Input;

/// <summary>Finds the manifest in an assembly's metadata. Nothing of the assembly is loaded or run.</summary>
internal static class ManifestReader
{
    /// <summary>The manifest; <see langword="null"/> where the file is no .NET assembly, or one that stores nothing about people.</summary>
    public static Manifest? Read(string path)
    {
        string? json;
        try
        {
            using FileStream stream = File.OpenRead(path);
            using var file = new PEReader(stream);
            json = file.HasMetadata ? Find(file.GetMetadataReader()) : null;
        }
        catch (Exception fault) when (fault is BadImageFormatException or OverflowException or ArgumentException or InvalidOperationException)
        {
            // A damaged file: sizes and offsets in it lead anywhere.
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ToolFault($"{path} cannot be read: {fault.Message}", fault);
        }

        return json is null ? null : Manifest.Parse(json, path);
    }

    private static string? Find(MetadataReader metadata)
    {
        if (!metadata.IsAssembly)
            return null;
        foreach (CustomAttributeHandle handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            CustomAttribute attribute = metadata.GetCustomAttribute(handle);
            if (NameOf(metadata, attribute.Constructor) != "AssemblyMetadataAttribute")
                continue;
            BlobReader blob = metadata.GetBlobReader(attribute.Value);

            // ECMA-335 II.23.3: a prolog, then the constructor's two strings.
            if (blob.RemainingBytes > 2 && blob.ReadUInt16() == 1 && blob.ReadSerializedString() == ManifestEmitter.Key)
                return blob.ReadSerializedString();
        }

        return null;
    }

    private static string? NameOf(MetadataReader metadata, EntityHandle constructor)
    {
        EntityHandle type = constructor.Kind switch
        {
            HandleKind.MemberReference => metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent,
            HandleKind.MethodDefinition => metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType(),
            _ => default,
        };
        return type.Kind switch
        {
            HandleKind.TypeReference => metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name),
            HandleKind.TypeDefinition => metadata.GetString(metadata.GetTypeDefinition((TypeDefinitionHandle)type).Name),
            _ => null,
        };
    }
}

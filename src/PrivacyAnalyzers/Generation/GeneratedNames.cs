using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation;

internal static class GeneratedNames
{
    /// <summary>The file for what is generated of a type: its full name keeps files of two types apart.</summary>
    public static string File(TypeName type, string what)
    {
        char[] name = type.Metadata.ToCharArray();
        for (int i = 0; i < name.Length; i++)
        {
            if (!char.IsLetterOrDigit(name[i]) && name[i] is not '.' and not '_')
                name[i] = '-';
        }

        return $"{new string(name)}.{what}.g.cs";
    }
}

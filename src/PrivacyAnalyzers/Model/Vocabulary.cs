using System.Text;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Model;

/// <summary>How the statement's kebab-case names become C# names, and back.</summary>
internal static class Vocabulary
{
    /// <summary><c>support-communications</c> → <c>SupportCommunications</c>; a leading digit gets an underscore.</summary>
    public static string ToIdentifier(string name)
    {
        var text = new StringBuilder(name.Length);
        bool upper = true;
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c))
            {
                upper = true;
                continue;
            }

            if (text.Length == 0 && char.IsDigit(c))
                text.Append('_');
            text.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return text.Length == 0 ? "_" : text.ToString();
    }

    /// <summary>The statement's name for what code writes; what is written itself where it is plain text or no name fits.</summary>
    public static string Resolve<T>(WrittenName written, EquatableArray<T> entries)
        where T : class, IStatementEntry, IEquatable<T>
    {
        if (written.IsIdentifier)
        {
            foreach (T entry in entries)
            {
                if (ToIdentifier(entry.Name) == written.Text)
                    return entry.Name;
            }
        }

        return written.Text;
    }
}

using System.Collections.Immutable;

namespace PrivacyAnalyzers.Flow;

/// <summary>The holes of a message template, in order: <c>{Name}</c>, <c>{@Name}</c>, <c>{0:format}</c>.</summary>
internal static class MessageTemplate
{
    public static ImmutableArray<string> Holes(string template)
    {
        var holes = ImmutableArray.CreateBuilder<string>();
        for (int i = 0; i < template.Length; i++)
        {
            if (template[i] == '{' && i + 1 < template.Length && template[i + 1] == '{')
            {
                i++;
                continue;
            }

            if (template[i] != '{')
                continue;
            int end = template.IndexOf('}', i);
            if (end < 0)
                break;
            string hole = template.Substring(i + 1, end - i - 1);
            int format = hole.IndexOfAny([',', ':']);
            holes.Add(format < 0 ? hole : hole.Substring(0, format));
            i = end;
        }

        return holes.ToImmutable();
    }

    /// <summary><c>@</c> takes an object apart, <c>$</c> makes it text.</summary>
    public static RenderMode ModeOf(string hole, RenderMode otherwise) => hole.Length == 0 ? otherwise : hole[0] switch
    {
        '@' => RenderMode.Destructured,
        '$' => RenderMode.ToText,
        _ => otherwise,
    };
}

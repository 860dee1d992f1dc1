using System.Collections.Immutable;

namespace PrivacyAnalyzers.Flow;

/// <summary>The holes of a message template, in order: <c>{Name}</c>, <c>{@Name}</c>, <c>{0:format}</c>.</summary>
internal static class MessageTemplate
{
    public static ImmutableArray<string> Holes(string template)
    {
        var holes = ImmutableArray.CreateBuilder<string>();
        foreach ((int start, int length) in Find(template))
        {
            string hole = template.Substring(start + 1, length - 2);
            int format = hole.IndexOfAny([',', ':']);
            holes.Add(format < 0 ? hole : hole.Substring(0, format));
        }

        return holes.ToImmutable();
    }

    /// <summary>Where the holes stand, braces included; doubled braces are text.</summary>
    public static IEnumerable<(int Start, int Length)> Find(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '{')
                continue;
            if (i + 1 < text.Length && text[i + 1] == '{')
            {
                i++;
                continue;
            }

            int end = text.IndexOf('}', i);
            if (end < 0)
                yield break;
            yield return (i, end - i + 1);
            i = end;
        }
    }

    /// <summary><c>@</c> takes an object apart, <c>$</c> makes it text.</summary>
    public static RenderMode ModeOf(string hole, RenderMode otherwise) => hole.Length == 0 ? otherwise : hole[0] switch
    {
        '@' => RenderMode.Destructured,
        '$' => RenderMode.ToText,
        _ => otherwise,
    };
}

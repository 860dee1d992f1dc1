namespace PrivacyAnalyzers.Statement;

/// <summary>Finds the name that somebody most likely meant. Messages and fixes use the same one.</summary>
internal static class NearestName
{
    // Longer names are no slips of the finger, and the distance costs their product.
    private const int LongestName = 64;

    /// <summary>The candidate with the fewest edits, if they are few for its length; of several, the first.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > LongestName)
            return null;

        string? nearest = null;
        int best = int.MaxValue;
        foreach (string candidate in candidates)
        {
            int limit = Limit(Math.Min(name.Length, candidate.Length));
            if (candidate.Length is 0 or > LongestName || Math.Abs(candidate.Length - name.Length) > limit)
                continue;
            int distance = Distance(name, candidate);
            if (distance <= limit && distance < best)
            {
                best = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours (Damerau and Levenshtein, each place edited once). Case does not count.</summary>
    public static int Distance(string left, string right)
    {
        int[] beforeLast = new int[right.Length + 1];
        int[] last = new int[right.Length + 1];
        int[] current = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
            last[j] = j;

        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                int distance = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    distance = Math.Min(distance, beforeLast[j - 2] + 1);
                current[j] = distance;
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[right.Length];
    }

    private static int Limit(int length) => Math.Max(1, Math.Min(4, length / 3));

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}

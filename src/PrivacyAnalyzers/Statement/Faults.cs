using System.Text;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Statement;

/// <summary>Collects what is wrong in the statement, a bounded number of times, in the order of the file.</summary>
internal sealed class Faults
{
    public const int Most = 100;

    private readonly List<StatementError> _errors = [];
    private bool _more;

    /// <summary>How many were met, shown or not.</summary>
    public int Count { get; private set; }

    public void Add(Position position, string message)
    {
        Count++;
        if (_errors.Count < Most)
            _errors.Add(new StatementError(message, position));
        else
            _more = true;
    }

    public void AddAll(Faults others)
    {
        foreach (StatementError error in others._errors)
            Add(error.Position, error.Message);
        _more |= others._more;
    }

    public EquatableArray<StatementError> ToArray()
    {
        List<StatementError> sorted = _errors
            .Distinct()
            .OrderBy(error => error.Position.Line)
            .ThenBy(error => error.Position.Column)
            .ToList();
        if (_more)
            sorted.Add(new StatementError($"there are more than {Most} faults; the others are not shown", sorted[sorted.Count - 1].Position));
        return sorted.ToEquatableArray();
    }

    /// <summary>What the file says, fit for one line of a message.</summary>
    public static string Quote(string text)
    {
        const int Longest = 60;
        var quoted = new StringBuilder("'");
        foreach (char c in text.Length > Longest ? text.Substring(0, Longest) : text)
            quoted.Append(char.IsControl(c) || char.IsSurrogate(c) ? '?' : c);
        return quoted.Append(text.Length > Longest ? "…'" : "'").ToString();
    }

    /// <summary><c>; did you mean 'x'?</c>, or which there are, or that there are none.</summary>
    public static string Instead(string name, IReadOnlyCollection<string> known)
    {
        if (NearestName.Find(name, known) is { } nearest)
            return $"; did you mean '{nearest}'?";
        const int Shown = 8;
        return known.Count switch
        {
            0 => "; there are none",
            <= Shown => "; use " + string.Join(", ", known),
            _ => "; use " + string.Join(", ", known.Take(Shown)) + ", …",
        };
    }
}

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// How many operations may be evaluated, all rounds of all loops together: in one body, and in bodies that call each other. A hundred of these
/// that each stay just within their own budget would take minutes. For one session.
/// </summary>
internal sealed class StepBudget
{
    /// <summary>What any body may evaluate once, whatever the others took: nearly all need far less.</summary>
    private const int Least = 10_000;

    /// <summary>What a body may evaluate that calls nobody who calls it.</summary>
    private const int Most = 200_000;

    /// <summary>What a circle may evaluate in all its rounds. The largest layers of large programs take two fifths of it.</summary>
    private const int Circle = 500_000;

    private long _open;

    /// <summary>Whether who begins when others have taken so much gets less than it may take.</summary>
    public static bool IsShort(long taken) => taken > Circle - Most;

    /// <summary>Nobody of the circle is solved in a further round.</summary>
    public bool IsGone => _open >= Circle;

    /// <summary>The operations evaluated in bodies that rest on one still being computed.</summary>
    public long Open
    {
        get => _open;
        set
        {
            _open = value;
            OfBody = (int)Math.Max(Least, Math.Min(Most, Circle - value));
        }
    }

    /// <summary>What the body at hand may evaluate. Falls while it waits for others of its circle.</summary>
    public int OfBody { get; private set; } = Most;
}

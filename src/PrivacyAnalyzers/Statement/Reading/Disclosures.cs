using System.Collections.Immutable;

namespace PrivacyAnalyzers.Statement.Reading;

/// <summary>The two places that say who gets what, <c>categories.*.disclosedTo</c> and <c>recipients.*.receives</c>, held against each other.</summary>
internal sealed class Disclosures(Faults faults)
{
    private readonly Dictionary<string, Side> _categories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Side> _recipients = new(StringComparer.Ordinal);

    public void AddCategory(Written category, Position listed, ImmutableArray<Written> recipients) => _categories[category.Text] = new Side(listed, recipients);

    public void AddRecipient(Written recipient, Position listed, ImmutableArray<Written> categories) => _recipients[recipient.Text] = new Side(listed, categories);

    /// <summary>A name that only one of the two has is a fault at the later of both places.</summary>
    public void Check()
    {
        Check(_categories, _recipients, (category, recipient) =>
            $"{category} is disclosed to {recipient}, but 'recipients.{recipient}.receives' lacks it");
        Check(_recipients, _categories, (recipient, category) =>
            $"{recipient} receives {category}, but 'categories.{category}.disclosedTo' lacks it");
    }

    public static Position Later(Position left, Position right) =>
        (left.Line, left.Column).CompareTo((right.Line, right.Column)) >= 0 ? left : right;

    private void Check(Dictionary<string, Side> ones, Dictionary<string, Side> others, Func<string, string, string> message)
    {
        foreach (KeyValuePair<string, Side> one in ones)
        {
            foreach (Written name in one.Value.Names)
            {
                // A name that nobody declares is a fault of its own.
                if (others.TryGetValue(name.Text, out Side other) && !other.Names.Any(back => back.Text == one.Key))
                    faults.Add(Later(name.Position, other.Listed), message(one.Key, name.Text));
            }
        }
    }

    private readonly record struct Side(Position Listed, ImmutableArray<Written> Names);
}

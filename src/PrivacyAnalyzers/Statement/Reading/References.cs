using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Statement.Reading;

/// <summary>Names that one part of the statement uses and another must declare. Checked when everything is read.</summary>
internal sealed class References(Faults faults)
{
    private readonly List<(string Section, Written Name, string Path)> _uses = [];
    private readonly Dictionary<string, List<Written>> _declared = new(StringComparer.Ordinal);

    /// <summary>The section's names. A section that cannot be read declares nothing, and then nothing is missed in it.</summary>
    public void Declare(string section, Written name) => Declared(section).Add(name);

    public void Use(string section, Written name, string path) => _uses.Add((section, name, path));

    public void Use(string section, IEnumerable<Written> names, string path)
    {
        foreach (Written name in names)
            Use(section, name, path);
    }

    public bool IsDeclared(string section, string name) => Declared(section).Any(declared => declared.Text == name);

    /// <param name="isUnreadable">Whether a section stands in the file in a way that leaves its names unknown.</param>
    public void Check(Func<string, bool> isUnreadable)
    {
        foreach ((string section, Written name, string path) in _uses)
        {
            if (isUnreadable(section) || IsDeclared(section, name.Text))
                continue;

            // Credentials need no entry: no statement discloses them.
            if (section == "categories" && name.Text == Categories.Credential)
                continue;
            List<string> known = Declared(section).Select(declared => declared.Text).ToList();
            faults.Add(name.Position, $"{Faults.Quote(name.Text)} in '{path}' is not declared under '{section}'" + Faults.Instead(name.Text, known));
        }
    }

    /// <summary>Two names that code would see as one constant.</summary>
    public void CheckConstants()
    {
        foreach (KeyValuePair<string, List<Written>> section in _declared)
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (Written name in section.Value)
            {
                string identifier = Vocabulary.ToIdentifier(name.Text);
                if (!names.TryGetValue(identifier, out string? first))
                    names.Add(identifier, name.Text);
                else if (first != name.Text)
                    faults.Add(name.Position, $"{Faults.Quote(name.Text)} and {Faults.Quote(first)} in '{section.Key}' both become the constant '{identifier}': rename one");
            }
        }
    }

    private List<Written> Declared(string section)
    {
        if (!_declared.TryGetValue(section, out List<Written>? names))
            _declared.Add(section, names = []);
        return names;
    }
}

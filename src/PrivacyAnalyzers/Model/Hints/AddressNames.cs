namespace PrivacyAnalyzers.Model.Hints;

/// <summary>Whose address one is by its name: <c>bindAddress</c> is the machine's, <c>remoteServerAddress</c> may be a person's. The words stand in <c>addresses.txt</c>.</summary>
internal static class AddressNames
{
    private static readonly Lazy<Dictionary<string, bool>> IsMachine = new(() =>
        HintLists.Read("Hints.addresses.txt").ToDictionary(parts => parts[0], parts => parts[1] == "machine", StringComparer.Ordinal));

    public static bool IsOfMachine(string name)
    {
        bool isOfMachine = false;
        NameWords words = NameWords.Of(name);
        for (int i = 0; i < words.Count; i++)
        {
            if (!IsMachine.Value.TryGetValue(words.Word(i), out bool machine))
                continue;
            if (!machine)
                return false;
            isOfMachine = true;
        }

        return isOfMachine;
    }
}

using System.Globalization;
using System.Text;

namespace PrivacyAnalyzers.Benchmarks;

/// <summary>
/// A project of as many files as asked for, to see how the cost grows with nothing but size: in each a person, a service that reads it through a helper of another
/// file, branches, a loop, a leak and code that has nothing to do with people.
/// </summary>
internal static class GeneratedProject
{
    /// <summary>Writes the project anew; its folder.</summary>
    public static string Write(int files)
    {
        string folder = Path.Combine(Path.GetTempPath(), "privacy-benchmarks", string.Create(CultureInfo.InvariantCulture, $"Files{files}"));
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        for (int i = 0; i < files; i++)
            File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"File{i:d5}.cs")), Text(i, files));
        return folder;
    }

    private static string Text(int i, int files)
    {
        var text = new StringBuilder("using System;\nusing System.Collections.Generic;\nusing System.Diagnostics;\nusing System.Linq;\nusing PrivacyAnalyzers;\n\nnamespace Generated;\n\n");

        // One file in ten is a data subject with what is generated for it; of the others most code is about nobody.
        if (i % 10 == 0)
            text.Append(CultureInfo.InvariantCulture, $"[DataSubject]\npublic class Person{i} {{ public int Id {{ get; set; }} [Identifier] public string? Email {{ get; set; }} [Identifier] public string? City {{ get; set; }} }}\n\n");
        int person = i - (i % 10);
        text.Append(CultureInfo.InvariantCulture, $$"""
            public static class Helper{{i}}
            {
                public static string Shown(string? text, bool isShort) => isShort ? (text ?? "").Trim() : $"[{text}]";
            }

            public class Service{{i}}
            {
                private readonly Dictionary<int, List<string>> _orders = new();

                public string Describe(Person{{person}} person, int count)
                {
                    string shown = Helper{{(i * 7 + 1) % files}}.Shown(person.Email, count > 3);
                    if (count > 10)
                        Trace.WriteLine("Seen " + shown);
                    return shown;
                }

            """);
        for (int method = 0; method < 8; method++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""

                    public int Count{{method}}(IEnumerable<int> numbers, string name)
                    {
                        int total = {{method}};
                        foreach (int number in numbers.Where(each => each > {{method}}))
                        {
                            if (!_orders.TryGetValue(number, out List<string>? found))
                                _orders.Add(number, found = new List<string>());
                            found.Add(name + number);
                            total += found.Count > 2 ? number : name.Length;
                        }

                        return total;
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }
}

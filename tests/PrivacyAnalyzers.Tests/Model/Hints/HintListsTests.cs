using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Hints;
using PrivacyAnalyzers.Tests.Meta;

namespace PrivacyAnalyzers.Tests.Model.Hints;

public class HintListsTests
{
    private static readonly string[] Kinds = ["string", "whole", "real", "date", "enum", "bytes"];

    [Theory]
    [InlineData("Email", "email")]
    [InlineData("IPAddress", "ip address")]
    [InlineData("ip_address", "ip address")]
    [InlineData("_ipAddress", "ip address")]
    [InlineData("m_ipAddress2", "ip address")]
    [InlineData("IP_ADDRESS", "ip address")]
    [InlineData("strSSN", "str ssn")]
    [InlineData("UserIPs", "user ips")]
    [InlineData("Sha256Hash", "sha256 hash")]
    [InlineData("AddressLine1", "address line")]
    [InlineData("tokenizer", "tokenizer")]
    [InlineData("ÜberName", "über name")]
    [InlineData("_1", "")]
    [InlineData("", "")]
    public void A_name_is_split_into_words(string name, string words)
    {
        NameWords split = NameWords.Of(name);

        Assert.Equal(words, string.Join(" ", Enumerable.Range(0, split.Count).Select(split.Word)));
    }

    [Fact]
    public void Every_line_of_members_can_be_read()
    {
        string[] categories = [.. Categories.All.Select(category => category.Key), "none"];
        Repository.ShouldBeNone(
            Lines("members.txt").Where(line => !(line.Split('\t') is [{ Length: > 1 } words, string category, string types, string where] &&
                IsWords(words) && categories.Contains(category) && (types == "*" || types.Split(';').All(Kinds.Contains)) &&
                where.Split(';').All(context => context is "anywhere" or "person" or "address"))),
            "These lines are not 'words, category, types, where', or name what there is not:");
    }

    [Fact]
    public void Every_line_of_contexts_can_be_read() =>
        Repository.ShouldBeNone(
            Lines("contexts.txt").Where(line => !(line.Split('\t') is [{ Length: > 0 } words, "person" or "address" or "carrier" or "none" or "test", ..] parts &&
                IsWords(words) && parts.Length <= 3 && (words != "*" || parts.Length == 3))),
            "These lines are not 'words, context' and perhaps 'beside':");

    [Fact]
    public void Every_line_of_addresses_can_be_read() =>
        Repository.ShouldBeNone(
            Lines("addresses.txt").Where(line => !(line.Split('\t') is [{ Length: > 1 } word, "machine" or "person"] && word.All(char.IsAsciiLetterLower))),
            "These lines are not 'word, machine' or 'word, person':");

    [Theory]
    [InlineData("bindAddress", true)]
    [InlineData("IPServer", true)]
    [InlineData("_localIp", true)]
    [InlineData("remoteServer", false)]
    [InlineData("localUserAddress", false)]
    [InlineData("observer", false)]
    [InlineData("address", false)]
    [InlineData("locale", false)]
    public void An_address_is_a_machines_by_whole_words_of_its_name(string name, bool isMachine) =>
        Assert.Equal(isMachine, AddressNames.IsOfMachine(name));

    [Theory]
    [InlineData("members.txt")]
    [InlineData("contexts.txt")]
    [InlineData("addresses.txt")]
    public void Words_stand_in_one_line(string file) =>
        Repository.ShouldBeNone(
            Lines(file).Select(line => line.Split('\t')[0].Replace(" ", "", StringComparison.Ordinal)).Where(words => words != "*").GroupBy(words => words).Where(group => group.Count() > 1).Select(group => group.Key),
            "These words stand in several lines, however they are spaced:");

    [Fact]
    public void Each_line_of_members_says_what_it_says()
    {
        foreach (string[] parts in Lines("members.txt").Select(line => line.Split('\t')))
        {
            string words = parts[0];
            string name = string.Concat(words.TrimStart('=').Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            HintLine? found = HintLists.Shipped.Find(NameWords.Of(words.EndsWith('*') ? name.Replace("*", "Email", StringComparison.Ordinal) : name), isCollection: false);

            Assert.Equal((words, parts[1] == "none" ? null : parts[1]), (words, found?.Category));
        }
    }

    private static bool IsWords(string text) => text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is ' ' or '=' or '*');

    private static IEnumerable<string> Lines(string file) =>
        File.ReadAllLines(Repository.PathOf("src", "PrivacyAnalyzers", "Model", "Hints", file)).Where(line => line.Length > 0 && line[0] != '#');
}

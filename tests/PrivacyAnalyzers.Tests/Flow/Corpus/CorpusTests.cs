using System.Collections.Immutable;
using PrivacyAnalyzers.Tests.Meta;

namespace PrivacyAnalyzers.Tests.Flow.Corpus;

/// <summary>The open benchmark: shapes that must be followed, look-alikes that must stay quiet, leaks that others have reported.</summary>
[Trait("Proof", "corpus")]
public class CorpusTests
{
    public static TheoryData<string> Groups { get; } = new(CorpusGroup.All.Select(group => group.ToString()));

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task Holds(string name)
    {
        CorpusGroup group = CorpusGroup.All.Single(each => each.ToString() == name);

        ImmutableArray<CaseResult> results = await CorpusRunner.RunAsync(group);

        Assert.NotEmpty(results);
        Repository.ShouldBeNone(results.Select(result => result.Fault).OfType<string>(), $"{name} ({group.Title}):");
    }
}

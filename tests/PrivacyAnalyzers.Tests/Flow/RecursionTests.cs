using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>Code that runs itself, in all ways that code can: the analysis ends, and finds what there is.</summary>
public class RecursionTests
{
    [Theory]
    [InlineData("void M(Customer c) { Func<int, string> repeat = null!; repeat = n => n == 0 ? c.Email : repeat(n - 1) + \";\"; logger.LogInformation(\"{T}\", {|PRIV1001:repeat(2)|}); }")]
    [InlineData("delegate string Self(Self self, int n); void M(Customer c) { Self f = (self, n) => n == 0 ? c.Email : self(self, n - 1); logger.LogInformation(\"{T}\", {|PRIV1001:f(f, 3)|}); }")]
    [InlineData("void M(Customer c) { Func<int, string>? odd = null; Func<int, string> even = n => n == 0 ? c.Email : odd!(n - 1); odd = n => n == 0 ? \"\" : even(n - 1); logger.LogInformation(\"{T}\", {|PRIV1001:even(3)|}); }")]
    [InlineData("void M(Customer c) { string F(int n) => n == 0 ? c.Email : G(n - 1); string G(int n) => F(n); logger.LogInformation(\"{T}\", {|PRIV1001:F(3)|}); }")]
    [InlineData("static T Fix<T>(Func<Func<int, T>, Func<int, T>> f, int n) => f(x => Fix(f, x))(n); void M(Customer c) => logger.LogInformation(\"{T}\", {|PRIV1001:Fix<string>(self => n => n == 0 ? c.Email : self(n - 1), 3)|});")]
    public Task Of_delegates(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    [Theory]
    [InlineData("class Node { public Node Twice => this; [Identifier] public string Name { get; set; } = \"\"; public override string ToString() => Twice.ToString() + Name; } void M(Node node) => logger.LogInformation(\"{T}\", {|PRIV1005:node|});")]
    [InlineData("class Node { public Node Self => this; public Node Twice => Self.Twice.Self; [Identifier] public string Name { get; set; } = \"\"; public override string ToString() => Twice.ToString() + Name; } void M(Node node) => logger.LogInformation(\"{T}\", {|PRIV1005:node|});")]
    [InlineData("class Node { public Node? Left { get; set; } public Node? Right { get; set; } [Identifier] public string Name { get; set; } = \"\"; public string All() => Left?.All() + Name + Right?.All(); } void M(Node node) => logger.LogInformation(\"{T}\", {|PRIV1001:node.All()|});")]
    public Task Of_objects(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));
}

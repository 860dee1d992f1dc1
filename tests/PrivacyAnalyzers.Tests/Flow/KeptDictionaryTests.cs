using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>A dictionary that one method fills and another reads: what is in its values is not in its keys.</summary>
public class KeptDictionaryTests
{
    private const string Field = "private readonly Dictionary<Guid, List<Dto>> _by = new(); void Add(Guid k, Customer c) { _by[k] = new List<Dto> { new Dto { Mail = c.Email } }; } ";

    [Theory]
    [InlineData("void M() { foreach ((Guid id, List<Dto> all) in _by) logger.LogInformation(\"{I} {N}\", id, all.Count); }")]
    [InlineData("void M() { foreach (var (id, all) in _by) logger.LogInformation(\"{I} {P}\", id, all.Count); }")]
    [InlineData("void M() { foreach (KeyValuePair<Guid, List<Dto>> each in _by) logger.LogInformation(\"{I}\", each.Key); }")]
    [InlineData("void M() { foreach (Guid id in _by.Keys) logger.LogInformation(\"{I}\", id); }")]
    public Task A_key_is_none_of_it(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(Field + members));

    [Theory]
    [InlineData("void M() { foreach ((Guid id, List<Dto> all) in _by) logger.LogInformation(\"{I} {N}\", id, {|PRIV1001:all[0].Mail|}); }")]
    [InlineData("void M() { foreach (var each in _by) foreach (var dto in each.Value) logger.LogInformation(\"{N}\", {|PRIV1001:dto.Mail|}); }")]
    [InlineData("void M() { foreach (var mail in _by.SelectMany(pair => pair.Value).Select(dto => dto.Mail)) logger.LogInformation(\"{N}\", {|PRIV1001:mail|}); }")]
    [InlineData("void M(Guid k) { if (_by.TryGetValue(k, out var all)) logger.LogInformation(\"{N}\", {|PRIV1001:all[0].Mail|}); }")]
    public Task A_value_is(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(Field + members));

    [Theory]
    [InlineData("private readonly Dictionary<string, int> _by = new(); void Add(Customer c) { _by[c.Email] = 1; } void M() { foreach (var (mail, n) in _by) logger.LogInformation(\"{M} {N}\", {|PRIV1001:mail|}, n); }")]
    [InlineData("private readonly Dictionary<string, int> _by = new(); void Add(Customer c) { _by[c.Email] = 1; } void M() { logger.LogInformation(\"{M}\", {|PRIV1001:string.Join(',', _by.Keys)|}); }")]
    [InlineData("void Show(Dictionary<string, int> by) { foreach (var pair in by) logger.LogInformation(\"{M} {N}\", pair.Key, pair.Value); } void M(Customer c) { var by = new Dictionary<string, int>(); by[c.Email] = 1; Show({|PRIV1001:by|}); }")]
    public Task A_key_that_is_personal_is_found(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));
}

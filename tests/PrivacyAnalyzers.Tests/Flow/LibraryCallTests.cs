using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>Calls of the library that hand on what they are given, or write it into something else.</summary>
public class LibraryCallTests
{
    private const string Box = "class Box { public string Text { get; set; } = \"\"; public string Plan { get; set; } = \"\"; } Box Make(Customer c) => new() { Text = c.Email };";

    [Theory]
    [InlineData("void M(Customer c) { foreach (Box b in new List<Box> { Make(c) }.AsEnumerable()) logger.LogInformation(\"{P} {T}\", b.Plan, {|PRIV1001:b.Text|}); }")]
    [InlineData("void M(Customer c) { foreach (Box b in new List<Box> { Make(c) }.AsQueryable()) logger.LogInformation(\"{P} {T}\", b.Plan, {|PRIV1001:b.Text|}); }")]
    [InlineData("void M(Customer c) { foreach (Box b in Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.AsNoTracking(new List<Box> { Make(c) }.AsQueryable())) logger.LogInformation(\"{P} {T}\", b.Plan, {|PRIV1001:b.Text|}); }")]
    [InlineData("void M(Customer c) { var b = System.Threading.Tasks.Task.FromResult(Make(c)).GetAwaiter().GetResult(); logger.LogInformation(\"{P} {T}\", b.Plan, {|PRIV1001:b.Text|}); }")]
    [InlineData("void M(Customer c) { var w = System.Threading.Tasks.Task.FromResult(Make(c)).ConfigureAwait(false).GetAwaiter(); logger.LogInformation(\"{P} {T}\", w.GetResult().Plan, {|PRIV1001:w.GetResult().Text|}); }")]
    [InlineData("async System.Threading.Tasks.Task M(Customer c) { var b = await new System.Threading.Tasks.ValueTask<Box>(Make(c)).AsTask(); logger.LogInformation(\"{P} {T}\", b.Plan, {|PRIV1001:b.Text|}); }")]
    [InlineData("void M(Customer c) => Array.ForEach(new[] { Make(c) }, b => logger.LogInformation(\"{P} {T}\", b.Plan, {|PRIV1001:b.Text|}));")]
    public Task What_hands_on_its_receiver_is_it(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(Box + members));

    [Theory]
    [InlineData("void M(Customer c) { var a = c.Email.ToCharArray(); var b = new char[9]; Array.ConstrainedCopy(a, 0, b, 0, 9); logger.LogInformation(\"{T}\", {|PRIV1001:new string(b)|}); }")]
    [InlineData("void M(Customer c) { var a = c.Email.ToCharArray(); var b = new char[9]; Buffer.BlockCopy(a, 0, b, 0, 18); logger.LogInformation(\"{T}\", {|PRIV1001:new string(b)|}); }")]
    public Task What_is_copied_into_a_buffer_is_in_it(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    /// <summary>A method of the program is what it does, whatever its name.</summary>
    [Theory]
    [InlineData("Customer _c = new(); string GetResult() => _c.Email; void M() => logger.LogInformation(\"{T}\", {|PRIV1001:GetResult()|});")]
    [InlineData("static string GetResult() => new Customer().Email; void M() => logger.LogInformation(\"{T}\", {|PRIV1001:GetResult()|});")]
    [InlineData("Customer _c = new(); string GetValueOrDefault(string key) => _c.Email + key; void M() => logger.LogInformation(\"{T}\", {|PRIV1001:GetValueOrDefault(\"a\")|});")]
    [InlineData("static string AsTask(Customer c) => c.Plan; void M(Customer c) => logger.LogInformation(\"{T}\", AsTask(c));")]
    public Task A_method_of_the_program_with_such_a_name_is_looked_into(string members) => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(members));

    /// <summary>What one way makes anew is older on that way alone.</summary>
    [Fact]
    public Task An_object_of_an_earlier_round_is_still_there_on_the_other_way() => AnalyzerTest<ExposureRules>.RunAsync(LogSinkTests.InClass(
        Box + "void M(Customer c, bool d) { Box b = new Box(); while (d) { if (c.Plan.Length > 3) { b = new Box { Text = c.Email }; } else { logger.LogInformation(\"{T}\", {|PRIV1001:b.Text|}); } } }"));
}

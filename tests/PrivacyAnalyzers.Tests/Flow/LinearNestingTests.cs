using System.Text;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>Code that is nested deep, and members that compute each other: counted in steps and in states that are joined, so that the machine does not matter.</summary>
[Trait("Proof", "linear")]
public class LinearNestingTests
{
    /// <summary>Each <c>foreach</c> brings a handler, and each handler is reached from all that is inside.</summary>
    [Theory]
    [InlineData("foreach (var x{0} in all) {{ t += x{0};\n", "}")]
    [InlineData("try {{ t += n{0}();\n", "} catch (InvalidOperationException) { t += n1(); }")]
    [InlineData("try {{ t += n{0}();\n", "} finally { t += n1(); }")]
    [InlineData("using (var d{0} = open()) {{ t += d{0};\n", "}")]
    public void Steps_and_joins_grow_with_the_depth_of_nesting(string opening, string closing)
    {
        FlowEngine small = LinearTests.Solve(Nested(opening, closing, 10));
        FlowEngine large = LinearTests.Solve(Nested(opening, closing, 40));

        Assert.InRange(large.Steps, small.Steps, small.Steps * 4 * 2);
        Assert.InRange(large.Joins, small.Joins, small.Joins * 4 * 2);
    }

    /// <summary>What a member computes holds nothing of its own: who reads it is told of what it reads, not of each member on the way.</summary>
    [Fact]
    public void Steps_grow_with_the_length_of_a_chain_of_computed_members()
    {
        long small = LinearTests.Solve(Computed(20)).Steps;
        long large = LinearTests.Solve(Computed(400)).Steps;

        Assert.InRange(large, small, small * 20 * 1.1);
    }

    /// <summary>Who reads what another member keeps is asked again when that turns out to be labelled, and nobody else is.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Pieces_are_asked_as_often_as_a_chain_of_fields_is_long(bool isAscending)
    {
        int small = Asked(Fields(20, isAscending));
        int large = Asked(Fields(1000, isAscending));

        Assert.InRange(large, small, small * 50 * 1.1);
    }

    private static int Asked(string code) => LinearTests.Solve(code).Reach(CancellationToken.None).Asked;

    private static string Fields(int length, bool isAscending)
    {
        IEnumerable<string> fields = Enumerable.Range(0, length).Select(static i => $"static string F{i} = F{i + 1};\n");
        return LinearTests.Head + "static Customer C = new();\n" + string.Concat(isAscending ? fields : fields.Reverse()) + $"static string F{length} = C.Email;\nstatic void M(ILogger log) => log.LogInformation(F0); }}";
    }

    /// <summary>What such code gives back says what the next one's does: who runs it need not run the whole chain.</summary>
    [Theory]
    [InlineData("static Func<string, string>", "t", "log.LogInformation(F0(c.Email))")]
    [InlineData("static readonly Func<string, string>", "t", "log.LogInformation(F0(c.Email))")]
    [InlineData("static readonly Action<string>", "Log.LogInformation(t)", "F0(c.Email)")]
    public void Steps_grow_with_a_chain_of_delegates_that_fields_are_declared_with(string field, string last, string call)
    {
        long small = LinearTests.Solve(Delegates(field, last, call, 20)).Steps;
        long large = LinearTests.Solve(Delegates(field, last, call, 1000)).Steps;

        Assert.InRange(large, small, small * 50 * 1.1);
    }

    /// <summary>Code that is too much to be told is not taken for code that does nothing.</summary>
    [Fact]
    public void Who_runs_a_delegate_that_cannot_be_vouched_for_is_not_vouched_for()
    {
        string lines = string.Concat(Enumerable.Repeat("s += t;\n", 80_000));
        LinearTests.Solve(LinearTests.Head + "static readonly Func<string, string> F = t => { string s = \"\";\n" + lines + "return s; };\nstatic void M(ILogger log, Customer c) => log.LogInformation(F(c.Email)); }", out SolvedBody[] bodies);

        Assert.True(Assert.Single(bodies).Summary.IsSpent);
    }

    private static string Delegates(string field, string last, string call, int length)
    {
        var code = new StringBuilder(LinearTests.Head + "static ILogger Log = null!;\n");
        for (int i = 0; i < length; i++)
            code.Append($"{field} F{i} = t => F{i + 1}(t);\n");
        return code.Append($"{field} F{length} = t => {last};\nstatic void M(ILogger log, Customer c) => {call}; }}").ToString();
    }

    private static string Nested(string opening, string closing, int depth)
    {
        var code = new StringBuilder(LinearTests.Head + "static void M(ILogger log, Customer c, string[] all, Func<IDisposable> open) { string t = \"\";\n");
        for (int i = 0; i < depth; i++)
            code.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, opening.Replace("n{0}()", "all[{0}]"), i);
        code.Append("t += c.Email; log.LogInformation(t);");
        for (int i = 0; i < depth; i++)
            code.Append(closing.Replace("n1()", "all[1]")).Append('\n');
        return code.Append("} }").ToString();
    }

    private static string Computed(int length)
    {
        var code = new StringBuilder(LinearTests.Head + "class Row { public string Mail = \"\";\n");
        for (int i = 0; i < length; i++)
            code.Append($"public string A{i} => A{i + 1};\n");
        return code.Append($"public string A{length} => Mail; }}\nstatic void M(ILogger log, Customer c) {{ var row = new Row {{ Mail = c.Email }}; log.LogInformation(row.A0); }} }}").ToString();
    }
}

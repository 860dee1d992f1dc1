using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>Threads that are led to the same bodies: one solves them, the others wait, and somebody always goes on.</summary>
public class SolveClaimsTests
{
    private static readonly Question[] Bodies = CSharpCompilation.Create("code", [CSharpSyntaxTree.ParseText("class C { void A() { } void B() { } }")])
        .GetTypeByMetadataName("C")!.GetMembers().Where(member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary }).Select(member => Question.Of(member, Focus.Whole)).ToArray();

    private readonly HashSet<Question> _solved = [];

    private static SummarySession Session(CancellationToken cancellation = default) => new(null!, cancellation);

    private SolveClaims Claims() => new(body =>
    {
        lock (_solved)
            return _solved.Contains(body);
    });

    private void Solve(Question body)
    {
        lock (_solved)
            _solved.Add(body);
    }

    private static void UntilOneWaits(SolveClaims claims) => SpinWait.SpinUntil(() => claims.Waiting == 1);

    [Fact]
    public async Task The_second_waits_until_the_first_has_solved_it()
    {
        SolveClaims claims = Claims();
        SummarySession first = Session();
        Assert.True(claims.Take(Bodies[0], first));
        Task<bool> second = Task.Run(() => claims.Take(Bodies[0], Session()));
        UntilOneWaits(claims);
        Solve(Bodies[0]);
        claims.Release(first, [Bodies[0]]);
        Assert.False(await second);
        Assert.Equal(0, claims.Waiting);
    }

    [Fact]
    public async Task Where_the_first_gives_up_the_second_takes_over()
    {
        SolveClaims claims = Claims();
        SummarySession first = Session();
        Assert.True(claims.Take(Bodies[0], first));
        Task<bool> second = Task.Run(() => claims.Take(Bodies[0], Session()));
        UntilOneWaits(claims);
        claims.Release(first, Bodies);
        Assert.True(await second);
    }

    [Fact]
    public async Task Who_is_waited_for_does_not_wait()
    {
        SolveClaims claims = Claims();
        SummarySession first = Session();
        SummarySession second = Session();
        Assert.True(claims.Take(Bodies[0], first));
        Assert.True(claims.Take(Bodies[1], second));
        Task<bool> waits = Task.Run(() => claims.Take(Bodies[0], second));
        UntilOneWaits(claims);
        Assert.True(claims.Take(Bodies[1], first));
        Solve(Bodies[0]);
        claims.Release(first, Bodies);
        Assert.False(await waits);
    }

    [Fact]
    public async Task A_cancelled_one_waits_no_longer()
    {
        SolveClaims claims = Claims();
        using var source = new CancellationTokenSource();
        Assert.True(claims.Take(Bodies[0], Session()));
        Task<bool> second = Task.Run(() => claims.Take(Bodies[0], Session(source.Token)), CancellationToken.None);
        UntilOneWaits(claims);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal(0, claims.Waiting);
    }

    [Fact]
    public void What_is_solved_nobody_takes()
    {
        SolveClaims claims = Claims();
        Solve(Bodies[1]);
        Assert.False(claims.Take(Bodies[1], Session()));
        Assert.True(claims.Take(Bodies[0], Session()));
    }
}

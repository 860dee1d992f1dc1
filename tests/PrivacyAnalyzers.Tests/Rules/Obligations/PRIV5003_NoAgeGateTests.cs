using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Obligations.PRIV5003_NoAgeGate>;

namespace PrivacyAnalyzers.Tests.Rules.Obligations;

public class PRIV5003_NoAgeGateTests
{
    private const string Model = """
        using System;
        using System.Threading.Tasks;
        using PrivacyAnalyzers;

        [DataSubject]
        class Customer
        {
            public int Id { get; set; }
        }

        static class Gate
        {
            [AgeGate]
            public static bool Passes(DateOnly born) => born.Year < 2010;

            [AgeGate]
            public static void Demand(DateOnly born)
            {
                if (born.Year >= 2010)
                    throw new InvalidOperationException();
            }

            [AgeGate]
            public static Task<bool> PassesAsync(DateOnly born) => Task.FromResult(true);

            public static bool Check(DateOnly born) => Passes(born);
        }

        class Store
        {
            public void Add(Customer customer) { }

            public Customer Open() => new Customer();
        }

        """;

    [Theory]
    [InlineData("[SignUp] Customer {|#0:Open|}() => new Customer();", "never checks the person's age")]
    [InlineData("[SignUp] Customer {|#0:Open|}(DateOnly born, bool isOdd) { if (!isOdd && !Gate.Passes(born)) throw new Exception(); return new Customer(); }", "can do so on a path that does not check the person's age")]
    public Task The_message_names_method_fault_and_ages(string method, string fault) => Run(
        method,
        new DiagnosticResult("PRIV5003", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            $"'Open' opens an account and {fault}, though the statement names a minimum age (US: 13, EEA: 16); call the method marked [AgeGate] on every path that opens an account, and act on its answer"));

    [Theory]
    [InlineData("[SignUp] Customer? [|Open|](DateOnly born, string region) { if (region == \"US\") { if (!Gate.Passes(born)) return null; } return new Customer(); }")]
    [InlineData("[SignUp] Customer [|Open|](DateOnly born) { Gate.Passes(born); return new Customer(); }")]
    [InlineData("[SignUp] Customer [|Open|](DateOnly born) { _ = Gate.Passes(born); return new Customer(); }")]
    [InlineData("[SignUp] async Task<Customer> [|Open|](DateOnly born) { await Gate.PassesAsync(born); return new Customer(); }")]
    [InlineData("[SignUp] Customer [|Open|](DateOnly born, bool vip) { var customer = vip ? new Customer() : null; if (customer != null) return customer; Gate.Demand(born); return new Customer(); }")]
    [InlineData("[SignUp] Customer [|Open|](Store store, DateOnly born, bool vip) { if (!vip) Gate.Demand(born); return store.Open(); }")]
    [InlineData("[SignUp] Customer [|Open|](DateOnly born) { try { Gate.Demand(born); } catch (InvalidOperationException) { } return new Customer(); }")]
    [InlineData("[SignUp] void [|Open|](Store store, DateOnly born, int kind) { switch (kind) { case 0: Gate.Demand(born); break; case 1: break; } store.Add(new Customer()); }")]
    [InlineData("interface ISignUp { [SignUp] Customer Open(); } class Impl : ISignUp { public Customer [|Open|]() => new Customer(); }")]
    public Task Around_the_gate(string method) => Run(method);

    [Theory]
    [InlineData("[SignUp] Customer? Open(DateOnly born) { if (!Gate.Passes(born)) return null; return new Customer(); }")]
    [InlineData("[SignUp] Customer? Open(DateOnly born, string name) { if (name.Length == 0) return null; if (!Gate.Passes(born)) return null; return new Customer(); }")]
    [InlineData("[SignUp] Customer? Open(DateOnly born) => Gate.Passes(born) ? new Customer() : null;")]
    [InlineData("[SignUp] Customer? Open(DateOnly born) => Gate.Check(born) ? new Customer() : null;")]
    [InlineData("[SignUp] Customer? Open(DateOnly born) { var customer = new Customer(); if (!Gate.Passes(born)) return null; return customer; }")]
    [InlineData("[SignUp] Customer Open(DateOnly born) { Gate.Demand(born); return new Customer(); }")]
    [InlineData("[SignUp] Customer Open(DateOnly born) { bool isOld = Gate.Passes(born); if (!isOld) throw new Exception(); return new Customer(); }")]
    [InlineData("[SignUp] async Task<Customer?> Open(DateOnly born) { if (!await Gate.PassesAsync(born).ConfigureAwait(false)) return null; return new Customer(); }")]
    [InlineData("[SignUp] async Task<Customer> Open(DateOnly born) => await Task.Run(() => { if (!Gate.Passes(born)) throw new Exception(); return new Customer(); });")]
    [InlineData("[SignUp] Customer Open(DateOnly born, string region) { if (region is not (\"US\" or \"EEA\")) throw new Exception(); if (!Gate.Passes(born)) throw new Exception(); return new Customer(); }")]
    [InlineData("[SignUp] Customer? Open(DateOnly born) { try { if (!Gate.Passes(born)) return null; return new Customer(); } finally { Console.WriteLine(); } }")]
    [InlineData("[SignUp] Customer? Open(DateOnly[] all) { foreach (var born in all) { if (Gate.Passes(born)) return new Customer(); } return null; }")]
    [InlineData("[SignUp] Customer Open(DateOnly born) { Check(); return new Customer(); void Check() { if (!Gate.Passes(born)) throw new Exception(); } }")]
    [InlineData("[SignUp] void Open(Store store, DateOnly born) { if (Gate.Passes(born)) store.Add(new Customer()); }")]
    [InlineData("Customer Other() => new Customer();")]
    public Task Through_the_gate(string method) => Run(method);

    private const string Filter = "class AgeFilter : Microsoft.AspNetCore.Http.IEndpointFilter { [AgeGate] public ValueTask<object?> InvokeAsync(Microsoft.AspNetCore.Http.EndpointFilterInvocationContext context, Microsoft.AspNetCore.Http.EndpointFilterDelegate next) => next(context); }\n";
    private const string Handler = "class Adult : Microsoft.AspNetCore.Authorization.IAuthorizationRequirement { } class AdultHandler : Microsoft.AspNetCore.Authorization.AuthorizationHandler<Adult> { protected override Task HandleRequirementAsync(Microsoft.AspNetCore.Authorization.AuthorizationHandlerContext context, Adult requirement) { if (Gate.Passes(default)) context.Succeed(requirement); return Task.CompletedTask; } }\n";
    private const string ActionFilter = "class AgeActionFilter : Microsoft.AspNetCore.Mvc.Filters.ActionFilterAttribute { public override void OnActionExecuting(Microsoft.AspNetCore.Mvc.Filters.ActionExecutingContext context) => Gate.Demand(default); }\n";
    private const string Web = "using Microsoft.AspNetCore.Authorization; using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Routing; using Microsoft.Extensions.DependencyInjection;\n";

    [Theory]
    [InlineData(Filter + "class C { [SignUp] static Customer Open() => new Customer(); void Map(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open).AddEndpointFilter<AgeFilter>(); }")]
    [InlineData(Filter + "class C { [SignUp] public Customer Open() => new Customer(); static void Map(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", (C c) => c.Open()).AddEndpointFilter(new AgeFilter()); }")]
    [InlineData(Filter + "class C { [SignUp] static Customer Open() => new Customer(); void Map(IEndpointRouteBuilder app) { var group = app.MapGroup(\"/customers\").AddEndpointFilter<RouteGroupBuilder, AgeFilter>(); group.MapPost(\"/\", Open); } }")]
    [InlineData("class C { [SignUp] static Customer Open() => new Customer(); void Map(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open).AddEndpointFilter(async (context, next) => Gate.Passes(default) ? await next(context) : null); }")]
    [InlineData(Handler + "class C { [SignUp] static Customer Open() => new Customer(); void Map(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open).RequireAuthorization(\"adult\"); }")]
    [InlineData(Handler + "class C : ControllerBase { [SignUp, Authorize(\"adult\")] public Customer Open() => new Customer(); }")]
    [InlineData(Handler + "[Authorize(Policy = \"adult\")] class C : ControllerBase { [SignUp] public Customer Open() => new Customer(); }")]
    [InlineData(ActionFilter + "class C : ControllerBase { [SignUp, AgeActionFilter] public Customer Open() => new Customer(); }")]
    [InlineData(ActionFilter + "[ServiceFilter(typeof(AgeActionFilter))] class C : ControllerBase { [SignUp] public Customer Open() => new Customer(); }")]
    [InlineData(ActionFilter + "class C : ControllerBase { [SignUp] public Customer Open() => new Customer(); } class Setup { void Add(IServiceCollection s) => s.AddControllers(o => o.Filters.Add<AgeActionFilter>()); }")]
    public Task Behind_a_filter_or_a_policy_with_a_gate(string code) => Test.RunAsync(Web + Model + code, Statements.Example);

    [Theory]
    [InlineData(Filter + "class C { [SignUp] static Customer [|Open|]() => new Customer(); void Map(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open); }")]
    [InlineData(Filter + "class C { [SignUp] static Customer [|Open|]() => new Customer(); void Map(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open); void Other(IEndpointRouteBuilder app) => app.MapPost(\"/x\", () => 1).AddEndpointFilter<AgeFilter>(); }")]
    [InlineData("class Plain : IEndpointFilter { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context); } class C { [SignUp] static Customer [|Open|]() => new Customer(); void Map(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open).AddEndpointFilter<Plain>(); }")]
    [InlineData("class C { [SignUp] static Customer [|Open|]() => new Customer(); void Map(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open).RequireAuthorization(); }")]
    [InlineData("class C : ControllerBase { [SignUp, Authorize] public Customer [|Open|]() => new Customer(); }")]
    [InlineData(ActionFilter + "class C { [SignUp] public Customer [|Open|]() => new Customer(); } class Setup { void Add(IServiceCollection s) => s.AddControllers(o => o.Filters.Add<AgeActionFilter>()); }")]
    public Task Behind_another_filter_or_none(string code) => Test.RunAsync(Web + Model + code, Statements.Example);

    [Theory]
    [InlineData(Statements.Minimal)]
    [InlineData(null)]
    public Task A_statement_without_a_minimum_age_asks_for_no_gate(string? statement) =>
        Test.RunAsync(Model + "class C { [SignUp] Customer Open() => new Customer(); }", statement);

    [Theory]
    [InlineData("[SignUp] Customer [|Open|](DateOnly born) { if (!Gate.) return; ")]
    [InlineData("[SignUp] Customer [|Open|](DateOnly born) => Missing.Call(born")]
    public Task Broken_code_stops_nothing(string method)
    {
        var test = new Test { TestCode = Model + "class C { " + method + " }", Statement = Statements.Example, CompilerDiagnostics = CompilerDiagnostics.None };
        return test.RunAsync(CancellationToken.None);
    }

    private static Task Run(string method, params DiagnosticResult[] expected) => Test.RunAsync(
        Model + (method.StartsWith("interface", StringComparison.Ordinal) ? method : "class C { " + method + " }"), Statements.Example, expected);
}

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
    [InlineData("[SignUp] Customer {|#0:Open|}(DateOnly born) { if (Gate.Passes(born)) Console.WriteLine(); return new Customer(); }", "does so whatever the age gate answers")]
    [InlineData("[SignUp] Customer {|#0:Open|}(DateOnly born) { Gate.Passes(born); return new Customer(); }", "does so whatever the age gate answers")]
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
    [InlineData("[SignUp] Customer [|Open|](DateOnly born) { if (Gate.Passes(born)) Console.WriteLine(); return new Customer(); }")]
    [InlineData("[SignUp] Customer [|Open|](DateOnly born) { bool ok = Gate.Passes(born); if (!ok) { Console.WriteLine(\"young\"); } return new Customer(); }")]
    [InlineData("[SignUp] Customer [|Open|](DateOnly born) { bool ok = Gate.Passes(born); return new Customer(); }")]
    [InlineData("[SignUp] Customer [|Open|](DateOnly born) { Console.WriteLine(Gate.Passes(born)); return new Customer(); }")]
    [InlineData("[SignUp] Customer [|Open|](DateOnly born, Microsoft.Extensions.Logging.ILogger log) { Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(log, $\"passes: {Gate.Passes(born)}\"); return new Customer(); }")]
    [InlineData("[SignUp] Customer? [|Open|](DateOnly born, string name) { if (Gate.Passes(born)) Console.WriteLine(); if (name.Length == 0) return null; return new Customer(); }")]
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
    [InlineData("[SignUp] Customer? Open(DateOnly born) { var errors = new System.Collections.Generic.List<string>(); if (!Gate.Passes(born)) errors.Add(\"young\"); if (errors.Count > 0) return null; return new Customer(); }")]
    [InlineData("[SignUp] Customer? Open(DateOnly born) { bool refused = false; if (!Gate.Passes(born)) { Console.WriteLine(); refused = true; } return refused ? null : new Customer(); }")]
    [InlineData("[SignUp] Customer? Open(DateOnly born, bool consent) { if (!Gate.Passes(born)) { if (!consent) return null; } return new Customer(); }")]
    [InlineData("[SignUp] Customer? Open(DateOnly born, string name) { bool ok = name.Length > 0 && Gate.Passes(born); return ok ? new Customer() : null; }")]
    [InlineData("[SignUp] Customer? Open(DateOnly born) => Gate.Passes(born) switch { true => new Customer(), false => null };")]
    [InlineData("[SignUp] Customer? Open(DateOnly born) { switch (Gate.Passes(born)) { case false: return null; default: return new Customer(); } }")]
    [InlineData("[SignUp] Customer Open(DateOnly born, Func<DateOnly> ask) { while (!Gate.Passes(born)) born = ask(); return new Customer(); }")]
    [InlineData("[SignUp] Customer Open(DateOnly born) { Require(Gate.Passes(born)); return new Customer(); } static void Require(bool met) { if (!met) throw new Exception(); }")]
    [InlineData("[SignUp] bool Open(Store store, DateOnly born) { bool ok = Gate.Passes(born); if (ok) store.Add(new Customer()); return ok; }")]
    [InlineData("[SignUp] Customer? Open(DateOnly born) { bool ok; ok = Gate.Passes(born); if (ok is false) return null; return new Customer(); }")]
    [InlineData("[SignUp] Customer? Open(DateOnly born) { var task = Gate.PassesAsync(born); if (!task.Result) return null; return new Customer(); }")]
    [InlineData("[SignUp] Customer? Open(DateOnly born) { if (Gate.Passes(born) is var ok && !ok) return null; return new Customer(); }")]
    [InlineData("[SignUp] Customer Open(DateOnly born) { if (!Gate.Passes(born)) Refuse(); return new Customer(); } static void Refuse() => throw new Exception();")]
    [InlineData("[SignUp] Customer Open(DateOnly born) { if (!Gate.Passes(born)) { goto no; } return new Customer(); no: throw new Exception(); }")]
    [InlineData("Customer Other() => new Customer();")]
    public Task Through_the_gate(string method) => Run(method);

    private const string Filter = "class AgeFilter : Microsoft.AspNetCore.Http.IEndpointFilter { [AgeGate] public ValueTask<object?> InvokeAsync(Microsoft.AspNetCore.Http.EndpointFilterInvocationContext context, Microsoft.AspNetCore.Http.EndpointFilterDelegate next) => next(context); }\n";
    private const string Handler = "class Adult : Microsoft.AspNetCore.Authorization.IAuthorizationRequirement { } class AdultHandler : Microsoft.AspNetCore.Authorization.AuthorizationHandler<Adult> { protected override Task HandleRequirementAsync(Microsoft.AspNetCore.Authorization.AuthorizationHandlerContext context, Adult requirement) { if (Gate.Passes(default)) context.Succeed(requirement); return Task.CompletedTask; } }\n";
    private const string Policies = "class Policies { void Add(IServiceCollection services) => services.AddAuthorization(o => { o.AddPolicy(\"adult\", p => p.Requirements.Add(new Adult())); o.AddPolicy(\"grown\", Build); o.AddPolicy(\"asked\", p => p.RequireAssertion(c => Gate.Passes(default))); o.AddPolicy(\"built\", new AuthorizationPolicyBuilder().AddRequirements(new Adult()).Build()); o.AddPolicy(\"staff\", p => p.RequireRole(\"staff\")); }); static void Build(AuthorizationPolicyBuilder policy) => policy.AddRequirements(new Adult()); }\n";
    private const string Middleware = "class AgeMiddleware { private readonly RequestDelegate _next; public AgeMiddleware(RequestDelegate next) => _next = next; public Task InvokeAsync(HttpContext context) => Gate.Passes(default) ? _next(context) : Task.CompletedTask; }\n";
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
    [InlineData(Handler + Policies + "class C { [SignUp] static Customer Open() => new Customer(); void Map(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open).RequireAuthorization(\"adult\"); }")]
    [InlineData(Handler + Policies + "class C : ControllerBase { [SignUp, Authorize(\"grown\")] public Customer Open() => new Customer(); }")]
    [InlineData(Handler + Policies + "class C : ControllerBase { [SignUp, Authorize(Policy = \"asked\")] public Customer Open() => new Customer(); }")]
    [InlineData(Handler + Policies + "class C : ControllerBase { [SignUp, Authorize(\"built\")] public Customer Open() => new Customer(); }")]
    [InlineData(Handler + Policies + "class C : ControllerBase { [SignUp, Authorize(\"elsewhere\")] public Customer Open() => new Customer(); }")]
    [InlineData(Handler + "class AdultAttribute : AuthorizeAttribute, IAuthorizationRequirementData { public System.Collections.Generic.IEnumerable<IAuthorizationRequirement> GetRequirements() { yield return new Adult(); } } class C : ControllerBase { [SignUp, Adult] public Customer Open() => new Customer(); }")]
    [InlineData(Handler + "class C { [SignUp] static Customer Open() => new Customer(); void Map(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open).RequireAuthorization(p => p.AddRequirements(new Adult())); }")]
    [InlineData(Handler + "class Setup { void Add(AuthorizationOptions o) => o.DefaultPolicy = new AuthorizationPolicyBuilder().AddRequirements(new Adult()).Build(); } class C : ControllerBase { [SignUp, Authorize] public Customer Open() => new Customer(); }")]
    [InlineData(Handler + "class Setup { void Add(AuthorizationBuilder b) => b.SetDefaultPolicy(new AuthorizationPolicyBuilder().AddRequirements(new Adult()).Build()); } class C { [SignUp] static Customer Open() => new Customer(); void Map(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open).RequireAuthorization(); }")]
    [InlineData("class Any : IAuthorizationHandler { public Task HandleAsync(AuthorizationHandlerContext context) { if (!Gate.Passes(default)) context.Fail(); return Task.CompletedTask; } } class C : ControllerBase { [SignUp, Authorize] public Customer Open() => new Customer(); }")]
    [InlineData(Handler + Policies + "class C : ControllerBase { [SignUp] public Customer Open() => new Customer(); } class Setup { void Map(WebApplication app) => app.MapControllers().RequireAuthorization(\"adult\"); }")]
    [InlineData(Filter + "class C : ControllerBase { [SignUp] public Customer Open() => new Customer(); } class Setup { void Map(WebApplication app) { app.MapControllers().AddEndpointFilter<ControllerActionEndpointConventionBuilder, AgeFilter>(); } }")]
    [InlineData(Filter + "class C { [SignUp] static Customer Open() => new Customer(); void Map(IEndpointRouteBuilder app) { var group = app.MapGroup(\"/customers\"); group.AddEndpointFilter<RouteGroupBuilder, AgeFilter>(); group.MapGet(\"/x\", () => 1); group.MapPost(\"/\", Open).WithName(\"x\"); } }")]
    [InlineData(Filter + "class C { [SignUp] static Customer Open() => new Customer(); void Map(IEndpointRouteBuilder app) { var group = app.MapGroup(\"/customers\").AddEndpointFilter<RouteGroupBuilder, AgeFilter>(); var inner = group.MapGroup(\"/new\"); inner.MapPost(\"/\", Open); } }")]
    [InlineData(Filter + "class C { [SignUp] static Customer Open() => new Customer(); void Map(IEndpointRouteBuilder app) => app.MapGroup(\"/customers\").AddEndpointFilter<RouteGroupBuilder, AgeFilter>().MapPost(\"/\", Open); }")]
    [InlineData(Filter + "static class C { [SignUp] static Customer Open() => new Customer(); public static void MapCustomers(this IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open); } class Setup { void Map(IEndpointRouteBuilder app) { app.MapGroup(\"/a\").AddEndpointFilter<RouteGroupBuilder, AgeFilter>().MapCustomers(); } }")]
    [InlineData(Filter + "static class C { [SignUp] static Customer Open() => new Customer(); public static void MapCustomers(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open); } class Setup { void Map(IEndpointRouteBuilder app) { var g = app.MapGroup(\"/a\").AddEndpointFilter<RouteGroupBuilder, AgeFilter>(); C.MapCustomers(g); } }")]
    [InlineData(Filter + "class C { [SignUp] static Customer Open() => new Customer(); void Map(IEndpointRouteBuilder app) { var endpoint = app.MapPost(\"/customers\", Open); endpoint.AddEndpointFilter<AgeFilter>(); } }")]
    [InlineData(Filter + "class C { [SignUp] static Customer Open() => new Customer(); static RouteGroupBuilder Group(IEndpointRouteBuilder app) => app.MapGroup(\"/c\").AddEndpointFilter<RouteGroupBuilder, AgeFilter>(); void Map(IEndpointRouteBuilder app) => Group(app).MapPost(\"/\", Open); }")]
    [InlineData(Middleware + "class C { [SignUp] static Customer Open() => new Customer(); void Map(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open); } class Setup { void Use(WebApplication app) => app.UseMiddleware<AgeMiddleware>(); }")]
    [InlineData("class C : ControllerBase { [SignUp] public Customer Open() => new Customer(); } class Setup { void Use(WebApplication app) => app.Use(async (context, next) => { if (Gate.Passes(default)) await next(context); }); }")]
    [InlineData(Handler + "class C : ControllerBase { [SignUp, Authorize(Roles = \"adult\")] public Customer Open() => new Customer(); } class Roles : AuthorizationHandler<Microsoft.AspNetCore.Authorization.Infrastructure.RolesAuthorizationRequirement> { protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Microsoft.AspNetCore.Authorization.Infrastructure.RolesAuthorizationRequirement requirement) { if (Gate.Passes(default)) context.Succeed(requirement); return Task.CompletedTask; } }")]
    public Task Behind_a_filter_or_a_policy_with_a_gate(string code) => Test.RunAsync(Web + Model + code, Statements.Example);

    [Theory]
    [InlineData(Filter + "class C { [SignUp] static Customer [|Open|]() => new Customer(); void Map(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open); }")]
    [InlineData(Filter + "class C { [SignUp] static Customer [|Open|]() => new Customer(); void Map(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open); void Other(IEndpointRouteBuilder app) => app.MapPost(\"/x\", () => 1).AddEndpointFilter<AgeFilter>(); }")]
    [InlineData("class Plain : IEndpointFilter { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context); } class C { [SignUp] static Customer [|Open|]() => new Customer(); void Map(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open).AddEndpointFilter<Plain>(); }")]
    [InlineData("class C { [SignUp] static Customer [|Open|]() => new Customer(); void Map(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open).RequireAuthorization(); }")]
    [InlineData("class C : ControllerBase { [SignUp, Authorize] public Customer [|Open|]() => new Customer(); }")]
    [InlineData(ActionFilter + "class C { [SignUp] public Customer [|Open|]() => new Customer(); } class Setup { void Add(IServiceCollection s) => s.AddControllers(o => o.Filters.Add<AgeActionFilter>()); }")]
    [InlineData(Handler + Policies + "class C : ControllerBase { [SignUp, Authorize(\"staff\")] public Customer [|Open|]() => new Customer(); }")]
    [InlineData(Handler + Policies + "class C : ControllerBase { [SignUp, Authorize] public Customer [|Open|]() => new Customer(); }")]
    [InlineData(Handler + Policies + "class C { [SignUp] static Customer [|Open|]() => new Customer(); void Map(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open).RequireAuthorization(\"staff\"); }")]
    [InlineData(Handler + Policies + "class C { [SignUp] static Customer [|Open|]() => new Customer(); void Map(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open).RequireAuthorization(); }")]
    [InlineData(Handler + "class C { [SignUp] static Customer [|Open|]() => new Customer(); void Map(IEndpointRouteBuilder app) => app.MapPost(\"/customers\", Open).RequireAuthorization(p => p.RequireAuthenticatedUser()); }")]
    [InlineData(Filter + "class C { [SignUp] static Customer [|Open|]() => new Customer(); void Map(IEndpointRouteBuilder app) { app.MapPost(\"/customers\", Open); app.MapPost(\"/x\", () => 1).AddEndpointFilter<AgeFilter>(); } }")]
    [InlineData(Filter + "class C { [SignUp] static Customer [|Open|]() => new Customer(); void Map(IEndpointRouteBuilder app) { var a = app.MapGroup(\"/a\").AddEndpointFilter<RouteGroupBuilder, AgeFilter>(); var b = app.MapGroup(\"/b\"); a.MapGet(\"/\", () => 1); b.MapPost(\"/\", Open); } }")]
    [InlineData(Filter + "class C { [SignUp] static Customer [|Open|]() => new Customer(); void Map(IEndpointRouteBuilder app) { var open = app.MapPost(\"/customers\", Open); var other = app.MapPost(\"/x\", () => 1); other.AddEndpointFilter<AgeFilter>(); } }")]
    [InlineData(Handler + Policies + "class C : ControllerBase { [SignUp] public Customer [|Open|]() => new Customer(); } class Setup { void Map(WebApplication app) { app.MapControllers(); app.MapGet(\"/x\", () => 1).RequireAuthorization(\"adult\"); } }")]
    [InlineData(Middleware + "class C { [SignUp] static Customer [|Open|]() => new Customer(); } class Setup { void Use(WebApplication app) => app.UseMiddleware<AgeMiddleware>(); }")]
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

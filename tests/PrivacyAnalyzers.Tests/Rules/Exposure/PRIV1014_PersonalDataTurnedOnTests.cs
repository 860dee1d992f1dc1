using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Tests.Meta;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Exposure.PRIV1014_PersonalDataTurnedOn>;

namespace PrivacyAnalyzers.Tests.Rules.Exposure;

public class PRIV1014_PersonalDataTurnedOnTests
{
    private const string Usings = "using System; using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.HttpLogging; using Microsoft.EntityFrameworkCore; using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Hosting; using Sentry; ";

    [Theory]
    [InlineData("void M(DbContextOptionsBuilder b) { {|#0:b.EnableSensitiveDataLogging()|}; }", "'EnableSensitiveDataLogging' turns personal data on: the values of parameters and keys go into logs and exceptions; leave it off, or turn it on in development only")]
    [InlineData("void M(SentryOptions o) { {|#0:o.SendDefaultPii = true|}; }", "'SentryOptions.SendDefaultPii' turns personal data on: user names, IP addresses, headers and cookies go to Sentry; leave it off, or turn it on in development only")]
    public Task The_message_names_setting_and_what_happens(string method, string message) =>
        Run(method, new DiagnosticResult("PRIV1014", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(message));

    [Theory]
    [InlineData("void M(DbContextOptionsBuilder<DbContext> b) => [|b.EnableSensitiveDataLogging(true)|];")]
    [InlineData("void M(IServiceCollection s) => s.AddDbContext<DbContext>(o => [|o.EnableSensitiveDataLogging()|]);")]
    [InlineData("void M(SentryOptions o, bool isLoud) { if (isLoud) [|o.SendDefaultPii = true|]; }")]
    [InlineData("SentryOptions M() => new() { [|SendDefaultPii = true|] };")]
    [InlineData("void M(IServiceCollection s) => s.AddHttpLogging(o => [|o.LoggingFields = HttpLoggingFields.All|]);")]
    [InlineData("void M(HttpLoggingOptions o) { [|o.LoggingFields |= HttpLoggingFields.RequestBody|]; }")]
    [InlineData("void M(HttpLoggingOptions o) { [|o.LoggingFields = HttpLoggingFields.RequestPath | HttpLoggingFields.ResponseHeaders|]; }")]
    [InlineData("void M(HttpLoggingOptions o) { [|o.RequestHeaders.Add(\"authorization\")|]; }")]
    [InlineData("void M(HttpLoggingOptions o) { [|o.ResponseHeaders.Add(\"Set-Cookie\")|]; }")]
    [InlineData("void M(W3CLoggerOptions o) { [|o.LoggingFields = W3CLoggingFields.All|]; }")]
    [InlineData("[[|HttpLogging(HttpLoggingFields.RequestBody)|]] void M() { }")]
    [InlineData("void M(IEndpointConventionBuilder e) => [|e.WithHttpLogging(HttpLoggingFields.All)|];")]
    [InlineData("void M() { [|Microsoft.IdentityModel.Logging.IdentityModelEventSource.ShowPII = true|]; }")]
    [InlineData("object M() => new Microsoft.ApplicationInsights.DependencyCollector.DependencyTrackingTelemetryModule { [|EnableSqlCommandTextInstrumentation = true|] };")]
    [InlineData("void M(IHostEnvironment env, DbContextOptionsBuilder b) { if (env.IsDevelopment()) Console.WriteLine(); [|b.EnableSensitiveDataLogging()|]; }")]
    [InlineData("void M(IHostEnvironment env, DbContextOptionsBuilder b) { if (env.ApplicationName == \"Shop\") [|b.EnableSensitiveDataLogging()|]; }")]
    [InlineData("[System.Diagnostics.Conditional(\"TRACE\")] void M(DbContextOptionsBuilder b) { [|b.EnableSensitiveDataLogging()|]; }")]
    public Task Turned_on(string method) => Run(method);

    [Theory]
    [InlineData("void M(DbContextOptionsBuilder b) => b.EnableSensitiveDataLogging(false);")]
    [InlineData("void M(DbContextOptionsBuilder b, bool on) => b.EnableSensitiveDataLogging(on);")]
    [InlineData("void M(DbContextOptionsBuilder b) => b.EnableDetailedErrors();")]
    [InlineData("void M(IHostEnvironment env, DbContextOptionsBuilder b) => b.EnableSensitiveDataLogging(env.IsDevelopment());")]
    [InlineData("void M(IHostEnvironment env, DbContextOptionsBuilder b) { if (env.IsDevelopment()) b.EnableSensitiveDataLogging(); }")]
    [InlineData("void M(IHostEnvironment env, IServiceCollection s) { if (env.IsDevelopment() && Environment.ProcessorCount > 1) s.AddDbContext<DbContext>(o => o.EnableSensitiveDataLogging()); }")]
    [InlineData("void M(IHostEnvironment env, DbContextOptionsBuilder b) { if (!env.IsDevelopment()) return; b.EnableSensitiveDataLogging(); }")]
    [InlineData("void M(IHostEnvironment env, DbContextOptionsBuilder b) { bool isDevelopment = env.IsDevelopment(); if (isDevelopment) b.EnableSensitiveDataLogging(); }")]
    [InlineData("void M(SentryOptions o) { o.SendDefaultPii = false; }")]
    [InlineData("void M(SentryOptions o, IHostEnvironment env) { o.SendDefaultPii = env.IsEnvironment(\"Local\"); }")]
    [InlineData("void M(HttpLoggingOptions o) { o.LoggingFields = HttpLoggingFields.RequestMethod | HttpLoggingFields.RequestPath | HttpLoggingFields.ResponseStatusCode; }")]
    [InlineData("void M(HttpLoggingOptions o) { o.LoggingFields = HttpLoggingFields.None; o.RequestHeaders.Add(\"traceparent\"); o.RequestHeaders.Remove(\"Cookie\"); }")]
    [InlineData("void M(W3CLoggerOptions o) { o.LoggingFields = W3CLoggingFields.Date | W3CLoggingFields.Method; }")]
    [InlineData("void M(IServiceCollection s) => s.AddHttpLogging();")]
    [InlineData("object M() => new Microsoft.ApplicationInsights.DependencyCollector.DependencyTrackingTelemetryModule { EnableSqlCommandTextInstrumentation = false, EnableW3CHeadersInjection = true };")]
    [InlineData("class Options { public bool SendDefaultPii { get; set; } } void M(Options o) { o.SendDefaultPii = true; }")]
    [InlineData("void M(bool isDevelopment, DbContextOptionsBuilder b) { if (isDevelopment) b.EnableSensitiveDataLogging(); }")]
    [InlineData("readonly bool _isDevelopment; void M(DbContextOptionsBuilder b) { if (_isDevelopment) b.EnableSensitiveDataLogging(); }")]
    [InlineData("bool IsDevelopment { get; set; } void M(DbContextOptionsBuilder b) { if (IsDevelopment) b.EnableSensitiveDataLogging(); }")]
    [InlineData("static bool InDevelopment() => Environment.MachineName == \"x\"; void M(DbContextOptionsBuilder b) { if (InDevelopment()) b.EnableSensitiveDataLogging(); }")]
    [InlineData("void M(IHostEnvironment env, DbContextOptionsBuilder b) { if (env.EnvironmentName == \"Development\") b.EnableSensitiveDataLogging(); }")]
    [InlineData("void M(IHostEnvironment env, DbContextOptionsBuilder b) { if (env.EnvironmentName is \"Local\") b.EnableSensitiveDataLogging(); }")]
    [InlineData("void M(IHostEnvironment env, DbContextOptionsBuilder b) { if (string.Equals(env.EnvironmentName, Environments.Development, StringComparison.OrdinalIgnoreCase)) b.EnableSensitiveDataLogging(); }")]
    [InlineData("void M(DbContextOptionsBuilder b) { if (Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") == \"Development\") b.EnableSensitiveDataLogging(); }")]
    [InlineData("void M(IHostEnvironment env, DbContextOptionsBuilder b) { switch (env.EnvironmentName) { case \"Development\": b.EnableSensitiveDataLogging(); break; } }")]
    [InlineData("[System.Diagnostics.Conditional(\"DEBUG\")] void M(DbContextOptionsBuilder b) { b.EnableSensitiveDataLogging(); }")]
    public Task Off_unknown_or_in_development(string method) => Run(method);

    [Fact]
    public Task Debug_builds_alone_may() => Test.RunAsync(
        "#define DEBUG\n" + Usings + "class C { void M(DbContextOptionsBuilder b) {\n#if DEBUG\n b.EnableSensitiveDataLogging();\n#endif\n [|b.EnableSensitiveDataLogging()|]; } }");

    [Theory]
    [InlineData("#if DEBUG && LOCAL", "")]
    [InlineData("#if LOCAL && (DEBUG)", "")]
    [InlineData("#if OTHER\n#elif DEBUG", "")]
    [InlineData("#if !DEBUG\n#else", "")]
    [InlineData("#if !DEBUG || OTHER\n#else", "")]
    [InlineData("#if DEBUG\n#if LOCAL", "#endif")]
    [InlineData("#if DEBUG\n#if OTHER\n#endif", "")]
    [InlineData("#if DEBUG == true", "")]
    [InlineData("b.EnableDetailedErrors()\n#if DEBUG\n.EnableSensitiveDataLogging()\n#endif\n;\n#if DEBUG", "")]
    public Task Debug_builds_however_it_is_said(string before, string after) => Conditional(before, "b.EnableSensitiveDataLogging();", after);

    [Theory]
    [InlineData("#if DEBUG || LOCAL", "")]
    [InlineData("#if LOCAL", "")]
    [InlineData("#if OTHER\n#elif LOCAL", "")]
    [InlineData("#if OTHER\n#else", "")]
    [InlineData("#if DEBUG\n#endif\n#if LOCAL", "")]
    public Task Other_builds_may_not(string before, string after) => Conditional(before, "[|b.EnableSensitiveDataLogging()|];", after);

    private static Task Conditional(string before, string statement, string after) => Test.RunAsync(
        $"#define DEBUG\n#define LOCAL\n{Usings}class C {{ void M(DbContextOptionsBuilder b) {{\n{before}\n {statement}\n#endif\n{after}\n}} }}");

    [Fact]
    public void Every_line_of_the_list_is_read_and_names_what_the_package_has()
    {
        var compilation = CSharpCompilation.Create("Settings", references: References.All);
        string[] lines = Repository.Read(Repository.PathOf("src", "PrivacyAnalyzers", "Catalog", "settings.tsv")).Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToArray();

        Assert.Equal(lines.Length, SettingsCatalog.All.Length);
        Repository.ShouldBeNone(SettingsCatalog.All.Select(setting => Fault(setting, compilation)).OfType<string>(), "These lines name what is not there:");
    }

    [Theory]
    [InlineData("")]
    [InlineData("# a comment\twith\ttabs\tin it")]
    [InlineData("P:A.B\tvalue\ttrue")]
    [InlineData("P:A.B\tvalue\tmaybe\twhat")]
    public void Other_lines_are_none(string line) => Assert.Null(SettingsCatalog.ReadLine(line));

    private static string? Fault(Setting setting, CSharpCompilation compilation)
    {
        ImmutableArray<ISymbol> symbols = DocumentationCommentId.GetSymbolsForDeclarationId(setting.Id, compilation);
        if (symbols.IsEmpty)
            return setting.Id;
        ITypeSymbol? carried = symbols[0] is IPropertySymbol property ? property.Type : ((IMethodSymbol)symbols[0]).Parameters.FirstOrDefault(parameter => parameter.Name == setting.Carrier)?.Type;
        if (carried is null && setting.Carrier != "*")
            return $"{setting.Id}: {setting.Carrier}";
        return setting.When == SettingWhen.Flags
            ? setting.Names.Where(name => carried!.GetMembers(name).IsEmpty).Select(name => $"{setting.Id}: {name}").FirstOrDefault()
            : null;
    }

    private static Task Run(string method, params DiagnosticResult[] expected) => Test.RunAsync(Usings + "class C { " + method + " }", null, expected);
}

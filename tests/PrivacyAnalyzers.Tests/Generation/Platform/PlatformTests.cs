using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using PrivacyAnalyzers.Generation.Disclosure;
using PrivacyAnalyzers.Generation.Platform;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Platform;

/// <summary>What is generated for the platform's parts is compiled, loaded and used.</summary>
public class PlatformTests
{
    private const string Model = """
        using PrivacyAnalyzers;
        namespace Shop;
        [DataSubject, DataClass("customer-account"), Retention("account-default")]
        public class Customer
        {
            public int Id { get; set; }
            [Identifier] public string? Email { get; set; }
            public string? Nick { get; set; }
        }
        [Transient]
        public record SignUpForm([property: System.Text.Json.Serialization.JsonPropertyName("mail")] [Identifier] string Email, string Plan);
        public class Page<T> { [ElectronicActivity] public string? SeenFrom { get; set; } public T? Item { get; set; } }
        """;

    [Fact]
    public void Every_category_gets_a_redactor_and_the_users_choice_wins()
    {
        GeneratorResult result = new GeneratorTest("""
            using Microsoft.Extensions.Compliance.Classification;
            using Microsoft.Extensions.Compliance.Redaction;
            using Microsoft.Extensions.DependencyInjection;
            using PrivacyAnalyzers;
            using Shop.Privacy;
            namespace Shop;
            public static class Use
            {
                public static string[] Redact(string[] categories)
                {
                    IRedactorProvider provider = new ServiceCollection().AddPrivacyRedaction(builder => builder.SetRedactor<Stars>(new DataClassificationSet(PrivacyTaxonomy.Geolocation)))
                        .BuildServiceProvider().GetRequiredService<IRedactorProvider>();
                    return System.Array.ConvertAll(categories, category => provider.GetRedactor(new DataClassificationSet(new DataClassification(PrivacyTaxonomy.Name, category))).Redact("text"));
                }
            }
            public sealed class Stars : Redactor
            {
                public override int GetRedactedLength(System.ReadOnlySpan<char> input) => 3;
                public override int Redact(System.ReadOnlySpan<char> source, System.Span<char> destination) { destination[..3].Fill('*'); return 3; }
            }
            """).Run(new PlatformGenerator());

        string[] categories = [.. PrivacyAnalyzers.Model.Categories.All.Select(category => category.Key), "another"];
        string[] redacted = result.Call<string[]>("Shop.Use", "Redact", (object)categories);

        Assert.Equal(categories.Select(category => category == "geolocation" ? "***" : ""), redacted);
    }

    [Fact]
    public async Task The_page_is_served_to_people_and_to_programs_S34()
    {
        GeneratorResult result = new GeneratorTest(Model, """
            using Microsoft.AspNetCore.Builder;
            using Shop.Privacy;
            namespace Shop;
            public static class Use { public static void Map(WebApplication application) => application.MapPrivacyDisclosures(); }
            """) { Statement = Statements.Example }.Run(new PlatformGenerator(), new DisclosureGenerator());
        await using WebApplication application = Start(builder => { });
        result.Load().GetType("Shop.Use")!.GetMethod("Map")!.Invoke(null, [application]);
        await application.StartAsync();
        using var client = new HttpClient { BaseAddress = Address(application) };

        string html = await client.GetStringAsync("/privacy");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/privacy");
        request.Headers.Accept.ParseAdd("application/json");
        using JsonDocument json = JsonDocument.Parse(await (await client.SendAsync(request)).Content.ReadAsStringAsync());

        Assert.Contains("<h1>Example Communications privacy statement</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">identifier</th><td>sign-up, support</td><td>provide-service (contract), fraud-prevention (legitimate-interest), marketing (consent)</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Shop.Customer", html, StringComparison.Ordinal);
        Assert.Equal("identifier", json.RootElement.GetProperty("collected")[0].GetProperty("category").GetString());
        Assert.Equal("account-default", json.RootElement.GetProperty("retention")[0].GetProperty("rule").GetString());
        Assert.Empty(json.RootElement.GetProperty("sold").EnumerateArray());
    }

    [Fact]
    public async Task The_API_document_says_field_by_field_how_data_is_handled_S34()
    {
        GeneratorResult result = new GeneratorTest(Model, """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.DependencyInjection;
            using Shop.Privacy;
            namespace Shop;
            public static class Use
            {
                public static void Add(IServiceCollection services) => services.AddOpenApi(options => options.AddPrivacyDisclosures());
                public static void Map(WebApplication application)
                {
                    application.MapOpenApi();
                    application.MapPost("/sign-up", (SignUpForm form) => new Page<Customer>());
                }
            }
            """) { Statement = Statements.Example }.Run(new PlatformGenerator(), new DisclosureGenerator());
        Type use = result.Load().GetType("Shop.Use")!;
        await using WebApplication application = Start(builder => use.GetMethod("Add")!.Invoke(null, [builder.Services]));
        use.GetMethod("Map")!.Invoke(null, [application]);
        await application.StartAsync();
        using var client = new HttpClient { BaseAddress = Address(application) };

        using JsonDocument document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));

        JsonElement schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        Assert.Equal(
            """{"category":"identifier","dataClass":"customer-account","retention":"account-default","purposes":["provide-service","fraud-prevention","marketing"],"recipients":["telephony-operators","fraud-scoring"]}""",
            Privacy(schemas, "Customer", "email"));
        Assert.Null(Privacy(schemas, "Customer", "nick"));
        Assert.StartsWith("{\"category\":\"identifier\",\"purposes\":", Privacy(schemas, "SignUpForm", "mail"), StringComparison.Ordinal);
        Assert.Null(Privacy(schemas, "SignUpForm", "plan"));
        Assert.StartsWith("{\"category\":\"electronic-activity\"", Privacy(schemas, "PageOfCustomer", "seenFrom"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_platforms_parts_nothing_is_generated() =>
        Assert.Empty(new GeneratorTest(Model)
        {
            References = References.Without("Microsoft.AspNetCore", "Microsoft.OpenApi", "Microsoft.Extensions.Compliance.Redaction", "Microsoft.Extensions.Telemetry", "Microsoft.Extensions.Diagnostics"),
        }.Run(new PlatformGenerator()).Files);

    private static string? Privacy(JsonElement schemas, string type, string property) =>
        schemas.GetProperty(type).GetProperty("properties").GetProperty(property).TryGetProperty("x-privacy", out JsonElement found) ? JsonSerializer.Serialize(found) : null;

    private static WebApplication Start(Action<WebApplicationBuilder> configure)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        configure(builder);
        return builder.Build();
    }

    private static Uri Address(WebApplication application) =>
        new(application.Services.GetRequiredService<IServer>().Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses.First());
}

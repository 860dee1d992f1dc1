using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fernhallow.Communications.Data;
using Fernhallow.Communications.Domain;
using Microsoft.EntityFrameworkCore;
using PrivacyAnalyzers.SampleTests.Support;

namespace PrivacyAnalyzers.SampleTests;

/// <summary>The endpoints through which people exercise their rights.</summary>
public class RightsTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static TheoryData<string> Endpoints => ["export", "erasure/preview", "erasure"];

    [Fact]
    public async Task S27_disclosures_are_for_everybody()
    {
        await using Api api = await Api.StartAsync();

        JsonElement page = await api.Client.GetFromJsonAsync<JsonElement>("/privacy/disclosures");

        Assert.Equal(
            ["commercial", "electronic-activity", "financial", "geolocation", "identifier", "professional"],
            page.GetProperty("disclosedForBusinessPurposes").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(0, page.GetProperty("sold").GetArrayLength());
        Assert.Equal(16, page.GetProperty("minimumAges").GetProperty("EEA").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task S22_nothing_is_shown_or_erased_without_a_verified_request(string endpoint)
    {
        await using Api api = await Api.StartAsync();
        string before = await StateAsync(api);
        Guid other = await SomebodyElseAsync(api);
        string othersCode = await api.GetCodeAsync(other, await EmailAsync(api, other));

        await RefusedAsync(api, endpoint, code: null);
        await RefusedAsync(api, endpoint, code: "00000000");
        await RefusedAsync(api, endpoint, othersCode);
        string late = await api.GetCodeAsync(Protagonist.Id, Protagonist.Email);
        api.Clock.Now += TimeSpan.FromMinutes(11);
        await RefusedAsync(api, endpoint, late);

        Assert.Equal(before, await StateAsync(api));
    }

    [Fact]
    public async Task S22_a_code_is_good_once()
    {
        await using Api api = await Api.StartAsync();
        string code = await api.GetCodeAsync(Protagonist.Id, Protagonist.Email);

        using HttpResponseMessage first = await CallAsync(api, "export", code);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await RefusedAsync(api, "export", code);
    }

    [Fact]
    public async Task S22_guessing_spoils_the_code()
    {
        await using Api api = await Api.StartAsync();
        string code = await api.GetCodeAsync(Protagonist.Id, Protagonist.Email);
        string wrong = code == "12345678" ? "12345679" : "12345678";

        for (int i = 0; i < 5; i++)
            await RefusedAsync(api, "erasure", wrong);

        await RefusedAsync(api, "erasure", code);
    }

    [Fact]
    public async Task S22_whether_somebody_has_an_account_is_not_told()
    {
        await using Api api = await Api.StartAsync();

        using HttpResponseMessage stranger = await api.PostAsync($"/customers/{Guid.NewGuid()}/verification");
        using HttpResponseMessage known = await api.PostAsync($"/customers/{Protagonist.Id}/verification");

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (stranger.StatusCode, known.StatusCode));
        Assert.Equal(await stranger.Content.ReadAsStringAsync(), await known.Content.ReadAsStringAsync());
        Assert.Single(api.Mail.Sent);
    }

    [Fact]
    public async Task S21_the_export_is_the_persons_and_is_not_cached()
    {
        await using Api api = await Api.StartAsync();

        using HttpResponseMessage response = await CallAsync(api, "export", await api.GetCodeAsync(Protagonist.Id, Protagonist.Email));

        Assert.True(response.Headers.CacheControl!.NoStore);
        JsonElement export = await response.Content.ReadFromJsonAsync<JsonElement>();
        JsonElement row = export.GetProperty("entities").GetProperty("Customer").GetProperty("rows").EnumerateArray().Single();
        Assert.Equal(Protagonist.Email, row.GetProperty("Email").GetString());
    }

    [Fact]
    public async Task A_preview_changes_nothing_and_foretells_the_erasure()
    {
        await using Api api = await Api.StartAsync();
        string before = await StateAsync(api);

        using HttpResponseMessage previewed = await CallAsync(api, "erasure/preview", await api.GetCodeAsync(Protagonist.Id, Protagonist.Email));
        Assert.Equal(before, await StateAsync(api));
        using HttpResponseMessage erased = await CallAsync(api, "erasure", await api.GetCodeAsync(Protagonist.Id, Protagonist.Email));

        ErasureReceipt preview = (await previewed.Content.ReadFromJsonAsync<ErasureReceipt>(Web))!;
        ErasureReceipt receipt = (await erased.Content.ReadFromJsonAsync<ErasureReceipt>(Web))!;
        Assert.True(preview.IsPreview);
        Assert.False(receipt.IsPreview);
        Assert.Equal(preview.Entities, receipt.Entities);
        Assert.Equal(preview.Withheld.Select(withheld => withheld.ToString()), receipt.Withheld.Select(withheld => withheld.ToString()));
        await using CommunicationsContext db = api.Database.Open();
        Customer customer = await db.Customers.SingleAsync(c => c.Id == Protagonist.Id);
        Assert.Equal(("Former account holder", null, null, AccountStatus.Closed), (customer.Name, customer.Email, customer.Phone, customer.Status));
    }

    [Fact]
    public async Task S19_a_person_on_legal_hold_stays_whole()
    {
        await using Api api = await Api.StartAsync();
        await using (CommunicationsContext db = api.Database.Open())
            await db.Customers.Where(c => c.Id == Protagonist.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.OnLegalHold, true));
        string before = await StateAsync(api);

        using HttpResponseMessage response = await CallAsync(api, "erasure", await api.GetCodeAsync(Protagonist.Id, Protagonist.Email));

        ErasureReceipt receipt = (await response.Content.ReadFromJsonAsync<ErasureReceipt>(Web))!;
        Assert.Equal((0, 0), (receipt.Deleted, receipt.Anonymized));
        Assert.All(receipt.Withheld, withheld => Assert.Equal(WithheldReason.LegalHold, withheld.Reason));
        Assert.Equal(before, await StateAsync(api));
    }

    [Fact]
    public async Task Requests_leave_nothing_of_the_person_in_the_log()
    {
        await using Api api = await Api.StartAsync();
        string code = await api.GetCodeAsync(Protagonist.Id, Protagonist.Email);

        await RefusedAsync(api, "export", "12345678");
        using HttpResponseMessage response = await CallAsync(api, "erasure", code);

        Assert.True(response.IsSuccessStatusCode);
        string[] secrets = [Protagonist.Name, Protagonist.Email, Protagonist.Phone, code];
        Assert.DoesNotContain(api.Log, entry => secrets.Any(secret => entry.Text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Only_operators_sweep()
    {
        await using Api api = await Api.StartAsync();
        string before = await StateAsync(api);

        using HttpResponseMessage response = await api.PostAsync("/retention/sweep", null, ("X-Operator-Key", "guessed"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(before, await StateAsync(api));
    }

    /// <summary>Accounts were closed 12, 59, 61, 200, 340 (on hold) days ago, and three, five, seven and nine years ago.</summary>
    [Fact]
    public async Task S13_S14_S16_S19_a_sweep_ends_what_has_run_out()
    {
        await using Api api = await Api.StartAsync();

        using HttpResponseMessage response = await api.PostAsync("/retention/sweep", null, ("X-Operator-Key", Api.OperatorKey));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await using CommunicationsContext db = api.Database.Open();
        List<Customer> closed = await db.Customers.Include(c => c.CrmContacts).Include(c => c.SupportTickets).Include(c => c.SignIns)
            .Where(c => c.ClosedAt != null).OrderByDescending(c => c.ClosedAt).ToListAsync();
        int[] days = [.. closed.Select(c => (int)(api.Clock.Now.UtcDateTime - c.ClosedAt!.Value).TotalDays)];
        Assert.Equal([12, 59, 61, 200, 340, 1135, 1835, 2585, 3288], days);
        Assert.Equal([true, true, false, false, true, false, false, false, false], closed.Select(c => c.Email is not null));
        Assert.Equal([true, true, false, false, true, false, false, false, false], closed.Select(c => c.SignIns.Count > 0));
        Assert.Equal([true, true, true, true, true, true, true, false, false], closed.Select(c => c.CrmContacts.Count > 0));
        Assert.All(closed.Where(c => c.ClosedAt < api.Clock.Now.UtcDateTime.AddYears(-3)), c => Assert.Empty(c.SupportTickets));
    }

    private static Task<HttpResponseMessage> CallAsync(Api api, string endpoint, string? code) =>
        api.PostAsync($"/customers/{Protagonist.Id}/{endpoint}", null, code is null ? [] : [("X-Verification-Code", code)]);

    private static async Task RefusedAsync(Api api, string endpoint, string? code)
    {
        using HttpResponseMessage response = await CallAsync(api, endpoint, code);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain(Protagonist.Name, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Every value of every row of the person.</summary>
    private static async Task<string> StateAsync(Api api)
    {
        await using CommunicationsContext db = api.Database.Open();
        return string.Join('\n', People.Sets.Values.SelectMany(type => People.Rows(db, type, Protagonist.Id).Select(row =>
            type.Name + ": " + string.Join(", ", type.GetProperties().Where(property => property.PropertyType.IsValueType || property.PropertyType == typeof(string)).Select(property => property.GetValue(row))))));
    }

    private static async Task<Guid> SomebodyElseAsync(Api api)
    {
        await using CommunicationsContext db = api.Database.Open();
        return await db.Customers.Where(c => c.Id != Protagonist.Id && c.Email != null).Select(c => c.Id).FirstAsync();
    }

    private static async Task<string> EmailAsync(Api api, Guid id)
    {
        await using CommunicationsContext db = api.Database.Open();
        return (await db.Customers.Where(c => c.Id == id).Select(c => c.Email).SingleAsync())!;
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fernhallow.Communications.Data;
using Fernhallow.Communications.Domain;
using Microsoft.EntityFrameworkCore;
using PrivacyAnalyzers.SampleTests.Support;

namespace PrivacyAnalyzers.SampleTests;

/// <summary>The service's own work, where the statement has a say in it.</summary>
public class AccountTests
{
    private const string Password = "correct horse battery";

    [Theory]
    [InlineData("US", "2013-01-15", HttpStatusCode.Created)]
    [InlineData("US", "2013-01-16", HttpStatusCode.Forbidden)]
    [InlineData("EEA", "2010-01-15", HttpStatusCode.Created)]
    [InlineData("EEA", "2010-01-16", HttpStatusCode.Forbidden)]
    public async Task S31_children_cannot_sign_up(string region, string birthDate, HttpStatusCode expected)
    {
        await using Api api = await Api.StartAsync();

        using HttpResponseMessage response = await api.PostAsync("/customers", Form(region, birthDate));

        Assert.Equal(expected, response.StatusCode);
        await using CommunicationsContext db = api.Database.Open();
        Assert.Equal(expected == HttpStatusCode.Created, await db.Customers.AnyAsync(c => c.Email == "new@example.com"));
    }

    [Fact]
    public async Task S12_addresses_of_sign_ins_stand_in_the_security_log_and_in_no_other()
    {
        await using Api api = await Api.StartAsync();
        (await api.PostAsync("/customers", Form("US", "1990-01-01"))).EnsureSuccessStatusCode();

        using HttpResponseMessage wrong = await api.PostAsync("/sign-ins", new { email = "new@example.com", password = "not the password" });
        using HttpResponseMessage right = await api.PostAsync("/sign-ins", new { email = "new@example.com", password = Password });

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.NoContent), (wrong.StatusCode, right.StatusCode));
        string[] security = api.Log.Where(entry => entry.Category.EndsWith("SecurityLog", StringComparison.Ordinal)).Select(entry => entry.Text).ToArray();
        Assert.Equal(2, security.Length);
        Assert.All(security, text => Assert.Contains("127.0.0.1", text));
        Assert.DoesNotContain(api.Log, entry => entry.Text.Contains("new@example.com", StringComparison.OrdinalIgnoreCase) || entry.Text.Contains(Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task S18_marketing_mail_reaches_nobody_who_opted_out()
    {
        await using Api api = await Api.StartAsync();
        string key = await api.CreateKeyAsync(Protagonist.Id);
        var campaign = new { subject = "New", text = "A new product" };
        await using CommunicationsContext db = api.Database.Open();
        string?[] optedOut = await db.Customers.Where(c => c.Preferences!.MarketingOptOutAt != null).Select(c => c.Email).ToArrayAsync();
        Assert.Contains(Protagonist.Email, optedOut);

        (await api.PostAsync("/marketing/campaigns", campaign, ("X-Operator-Key", Api.OperatorKey))).EnsureSuccessStatusCode();
        Assert.NotEmpty(api.Mail.Sent);
        Assert.DoesNotContain(api.Mail.Sent, mail => optedOut.Contains(mail.To));

        // Back in, then out again.
        (await api.SendAsync(HttpMethod.Delete, $"/customers/{Protagonist.Id}/marketing-opt-out", null, ("X-Api-Key", key))).EnsureSuccessStatusCode();
        api.Mail.Sent.Clear();
        (await api.PostAsync("/marketing/campaigns", campaign, ("X-Operator-Key", Api.OperatorKey))).EnsureSuccessStatusCode();
        Assert.Contains(api.Mail.Sent, mail => mail.To == Protagonist.Email);
        (await api.SendAsync(HttpMethod.Put, $"/customers/{Protagonist.Id}/marketing-opt-out", null, ("X-Api-Key", key))).EnsureSuccessStatusCode();
        api.Mail.Sent.Clear();
        (await api.PostAsync("/marketing/campaigns", campaign, ("X-Operator-Key", Api.OperatorKey))).EnsureSuccessStatusCode();
        Assert.DoesNotContain(api.Mail.Sent, mail => mail.To == Protagonist.Email);
    }

    [Fact]
    public async Task S30_a_suspended_holder_is_told_and_a_person_can_undo_it()
    {
        await using Api api = await Api.StartAsync();
        string key = await api.CreateKeyAsync(Protagonist.Id);
        await using (CommunicationsContext db = api.Database.Open())
        {
            db.SignIns.Add(new SignIn { CustomerId = Protagonist.Id, At = api.Clock.Now.UtcDateTime, IpAddress = "192.0.2.1" });
            await db.SaveChangesAsync();
        }

        using HttpResponseMessage screening = await api.PostAsync($"/abuse/screenings/{Protagonist.Id}", null, ("X-Operator-Key", Api.OperatorKey));
        Assert.True((await screening.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("suspended").GetBoolean());
        Assert.Contains(api.Mail.Sent, mail => mail.To == Protagonist.Email && mail.Subject.Contains("suspended", StringComparison.Ordinal));
        (await api.PostAsync($"/customers/{Protagonist.Id}/suspension/review", null, ("X-Api-Key", key))).EnsureSuccessStatusCode();

        await using CommunicationsContext later = api.Database.Open();
        Suspension suspension = await later.Suspensions.SingleAsync(s => s.CustomerId == Protagonist.Id && s.Upheld == null);
        Assert.NotNull(suspension.ReviewRequestedAt);
        (await api.PostAsync($"/abuse/suspensions/{suspension.Id}/decision", new { uphold = false }, ("X-Operator-Key", Api.OperatorKey))).EnsureSuccessStatusCode();
        Assert.Equal(AccountStatus.Active, await later.Customers.Where(c => c.Id == Protagonist.Id).Select(c => c.Status).SingleAsync());
    }

    [Theory]
    [InlineData("POST", "/marketing/campaigns")]
    [InlineData("POST", "/abuse/screenings/5f0c1d9e-6a0b-4f6e-9a57-2d6f8f1b7c11")]
    [InlineData("POST", "/customers/5f0c1d9e-6a0b-4f6e-9a57-2d6f8f1b7c11/closure")]
    [InlineData("POST", "/customers/5f0c1d9e-6a0b-4f6e-9a57-2d6f8f1b7c11/messages")]
    [InlineData("POST", "/customers/5f0c1d9e-6a0b-4f6e-9a57-2d6f8f1b7c11/support-tickets")]
    public async Task Nobody_without_a_key_gets_in(string method, string path)
    {
        await using Api api = await Api.StartAsync();

        using HttpResponseMessage without = await api.SendAsync(new HttpMethod(method), path, new { });
        using HttpResponseMessage wrong = await api.SendAsync(new HttpMethod(method), path, new { }, ("X-Operator-Key", "guessed"), ("X-Api-Key", "KY7d1f3b90.guessed"));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (without.StatusCode, wrong.StatusCode));
    }

    [Fact]
    public async Task What_people_write_and_send_stays_out_of_the_log()
    {
        await using Api api = await Api.StartAsync();
        string key = await api.CreateKeyAsync(Protagonist.Id);

        (await api.PostAsync($"/customers/{Protagonist.Id}/support-tickets", new { subject = "Heliotrope", text = "My number is +12025550143" }, ("X-Api-Key", key))).EnsureSuccessStatusCode();
        (await api.PostAsync($"/customers/{Protagonist.Id}/messages", new { to = "+12025550199", body = "Heliotrope in the kiln" }, ("X-Api-Key", key))).EnsureSuccessStatusCode();

        Assert.Contains(api.Log, entry => entry.Text.StartsWith("Support ticket", StringComparison.Ordinal));
        Assert.Contains(api.Log, entry => entry.Text.StartsWith("Message", StringComparison.Ordinal));
        Assert.DoesNotContain(api.Log, entry => entry.Text.Contains("Heliotrope", StringComparison.Ordinal) || entry.Text.Contains("+1202555", StringComparison.Ordinal));
    }

    private static object Form(string region, string birthDate) => new
    {
        name = "New Person", email = "new@example.com", phone = "+12025550150", company = (string?)null, birthDate, region, password = Password,
    };
}

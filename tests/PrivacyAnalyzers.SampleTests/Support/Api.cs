using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Fernhallow.Communications;
using Fernhallow.Communications.Data;
using Fernhallow.Communications.Domain;
using Fernhallow.Communications.Partners;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PrivacyAnalyzers.SampleTests.Support;

/// <summary>The sample's service on a free port of this machine, on a seeded database of its own, with a mailbox and a clock that the test holds.</summary>
internal sealed partial class Api : IAsyncDisposable
{
    public const string OperatorKey = "operators-only";

    private static readonly DateTimeOffset Start = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    // Seeding takes a second, copying a file does not.
    private static readonly Lazy<Task<string>> Template = new(SeedAsync);

    private readonly Folder _folder = new();
    private WebApplication? _app;

    private Api() => Database = new Database(_folder.Path);

    public Database Database { get; }

    public HttpClient Client { get; } = new();

    public Mailbox Mail { get; } = new();

    public SettableClock Clock { get; } = new(Start);

    /// <summary>Everything that was logged: category and text.</summary>
    public ConcurrentQueue<(string Category, string Text)> Log { get; } = new();

    public static async Task<Api> StartAsync()
    {
        var api = new Api();
        File.Copy(await Template.Value, api.Database.Path);
        api._app = Service.Build(["--urls", "http://127.0.0.1:0", "--OperatorKey", OperatorKey], api.Database, services =>
        {
            services.AddSingleton<IMailer>(api.Mail);
            services.AddSingleton<TimeProvider>(api.Clock);
            services.AddLogging(logging => logging.ClearProviders().AddProvider(new Recorder(api.Log)));
        });
        await api._app.StartAsync();
        api.Client.BaseAddress = new Uri(api._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return api;
    }

    private static async Task<string> SeedAsync()
    {
        var database = new Database(System.IO.Path.Combine(AppContext.BaseDirectory, "seeded"));
        await database.RecreateAsync(CancellationToken.None);
        await using (CommunicationsContext db = database.Open())
            await Seed.FillAsync(db, Start.UtcDateTime, progress: null, CancellationToken.None);
        await database.CheckpointAsync(CancellationToken.None);
        return database.Path;
    }

    /// <summary>A request, with headers as pairs of name and value.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        foreach ((string name, string? value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null, params (string Name, string? Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, body, headers);

    /// <summary>Asks for a code as the person would, and reads it in their mailbox.</summary>
    public async Task<string> GetCodeAsync(Guid customer, string mailbox)
    {
        using HttpResponseMessage response = await PostAsync($"/customers/{customer}/verification");
        response.EnsureSuccessStatusCode();
        return Code().Match(Mail.Sent.Last(mail => mail.To == mailbox).Text).Value;
    }

    /// <summary>Gives a seeded customer an API key, as their dashboard would.</summary>
    public async Task<string> CreateKeyAsync(Guid customer)
    {
        await using CommunicationsContext db = Database.Open();
        db.ApiKeys.Add(new ApiKey { CustomerId = customer, KeySid = "KYtest", SecretHash = Seed.Hash("secret"), CreatedAt = Clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync();
        return "KYtest.secret";
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
        _folder.Dispose();
    }

    [GeneratedRegex("[0-9]{8}")]
    private static partial Regex Code();

    private sealed class Recorder(ConcurrentQueue<(string Category, string Text)> log) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new Category(categoryName, log);

        public void Dispose()
        {
        }

        private sealed class Category(string name, ConcurrentQueue<(string Category, string Text)> log) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                log.Enqueue((name, formatter(state, exception) + exception));
        }
    }
}

/// <summary>Mail that was sent.</summary>
internal sealed class Mailbox : IMailer
{
    public ConcurrentQueue<(string To, string Subject, string Text)> Sent { get; } = new();

    public Task SendAsync(string address, string subject, string text, CancellationToken cancellation)
    {
        Sent.Enqueue((address, subject, text));
        return Task.CompletedTask;
    }
}

internal sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

using Fernhallow.Communications.Data;
using Fernhallow.Communications.Domain;
using Fernhallow.Communications.Features;
using Fernhallow.Communications.Partners;
using Fernhallow.Communications.Security;
using Microsoft.AspNetCore.Identity;
using PrivacyAnalyzers;

namespace Fernhallow.Communications;

/// <summary>The service, put together.</summary>
internal static class Service
{
    /// <summary>The API on a database; bound to loopback unless <c>--urls</c> says otherwise.</summary>
    public static WebApplication Build(string[] args, Database database, Action<IServiceCollection>? configure = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (builder.Configuration["urls"] is null)
            builder.WebHost.UseUrls("http://127.0.0.1:5080");

        // SQL parameters are people's data: EF Core stays silent unless something breaks.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IPasswordHasher<Customer>, PasswordHasher<Customer>>();
        builder.Services.AddSingleton<OneTimeCodes>();
        builder.Services.AddSingleton<IRequestVerifier, CodeVerifier>();
        builder.Services.AddSingleton<SecurityLog>();
        builder.Services.AddSingleton<ITelephonyOperator, SilentOperator>();
        builder.Services.AddSingleton<IFraudScoring, PlainFraudScoring>();
        builder.Services.AddSingleton<IMailer>(services =>
            new PickupFolderMailer(Path.Combine(database.Directory, "mail"), services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(database);
        builder.Services.AddDbContext<CommunicationsContext>(database.Configure);
        builder.Services.AddProblemDetails();
        configure?.Invoke(builder.Services);

        WebApplication app = builder.Build();
        Accounts.Map(app);
        Support.Map(app);
        Messaging.Map(app);
        Marketing.Map(app);
        Suspensions.Map(app);
        Rights.Map(app);
        return app;
    }
}

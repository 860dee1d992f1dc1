// VirtoCommerce/vc-storefront#141, #145: the login written into the telemetry's context
using System.Security.Claims;
using System.Security.Principal;
using Microsoft.ApplicationInsights.Channel;
using Microsoft.ApplicationInsights.DataContracts;
using Microsoft.ApplicationInsights.Extensibility;
using Microsoft.AspNetCore.Http;

// case: as reported
class UserTelemetryInitializer(IHttpContextAccessor accessor) : ITelemetryInitializer
{
    public void Initialize(ITelemetry telemetry)
    {
        IIdentity? identity = accessor.HttpContext?.User.Identity;
        if (identity is { IsAuthenticated: true })
            telemetry.Context.User.AuthenticatedUserId = {|PRIV1002:identity.Name|};
    }
}

// case: as a property of every event
class UserTelemetryInitializer(IHttpContextAccessor accessor) : ITelemetryInitializer
{
    public void Initialize(ITelemetry telemetry)
    {
        if (accessor.HttpContext?.User is not { } user || telemetry is not ISupportProperties properties)
            return;
        string? mail = user.FindFirst(ClaimTypes.Email)?.Value;
        properties.Properties["mail"] = {|PRIV1002:mail ?? ""|};
        properties.Properties["signedIn"] = (mail is not null).ToString();
    }
}

// case: an opaque key instead
class UserTelemetryInitializer(Customer customer) : ITelemetryInitializer
{
    public void Initialize(ITelemetry telemetry) => telemetry.Context.User.Id = customer.Id.ToString();
}

// case: from a working context of the shop's own
class WorkContext
{
    public Customer? CurrentUser { get; set; }
    public string StoreId { get; set; } = "";
}

class UserTelemetryInitializer(WorkContext context) : ITelemetryInitializer
{
    public void Initialize(ITelemetry telemetry)
    {
        telemetry.Context.User.AccountId = {|PRIV1002:context.CurrentUser?.Email|};
        telemetry.Context.Cloud.RoleName = context.StoreId;
    }
}

// case: a processor that enriches through a helper
class UserEnricher(IHttpContextAccessor accessor)
{
    public static string LoginOf(ClaimsPrincipal? user) => user?.Identity?.Name ?? "Anonymous";

    public void Enrich(RequestTelemetry telemetry)
    {
        string login = LoginOf(accessor.HttpContext?.User);
        telemetry.Properties.Add("login", {|PRIV1002:login|});
        telemetry.Context.User.AuthenticatedUserId = {|PRIV1002:login|};
    }
}

// case: the scope of another vendor
class SentryEnricher
{
    public void Enrich(Sentry.Scope scope, Customer customer)
    {
        scope.User = new Sentry.SentryUser { Id = customer.Id.ToString(), Email = {|PRIV1002:customer.Email|} };
        scope.SetTag("plan", customer.Plan);
        scope.SetExtra("name", {|PRIV1002:customer.Name|});
    }
}
